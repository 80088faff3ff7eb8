"""What one sentence's tree says by itself: roles, mentions, moods, and the slips of parsers that are mended in it."""
