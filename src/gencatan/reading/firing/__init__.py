"""Which trigger words count for something where they stand, by which entry, and which tell of no act."""
