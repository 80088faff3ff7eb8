"""Numbers in words and figures, and the scan over words that dates share."""
