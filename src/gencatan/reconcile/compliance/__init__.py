"""Agreements, their obligations and scheduled meetings, and where each stands, on read."""
