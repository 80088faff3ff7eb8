"""Language packs: what is known about a language, as data, and the code that loads it."""
