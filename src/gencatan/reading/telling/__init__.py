"""Who says it, and whom they mean: speakers, tags beside speech, pronouns."""
