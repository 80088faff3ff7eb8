"""How well a reader reads: claims against annotated reports, and why what went wrong did."""
