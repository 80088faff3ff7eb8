"""From drafts to claims: what they owe each other, their dates, places and actors, and how sure each is."""
