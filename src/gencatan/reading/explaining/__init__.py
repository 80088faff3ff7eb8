"""Why a report reads as it does."""
