"""The machine's word on two claims, or on two documents; kept with the digest of these rules."""
