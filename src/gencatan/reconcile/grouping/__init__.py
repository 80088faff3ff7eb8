"""Incidents, agreements and meetings: claims grouped on read, by judgements and reviews."""
