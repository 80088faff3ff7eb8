"""From trees to claims: one module per kind over shared actors, dates, numbers, places and modality."""
