"""Adding to a ledger: the one place that joins reading, ledger and reconciliation."""
