"""A claim in the making, and how a trigger's frame fills its slots."""
