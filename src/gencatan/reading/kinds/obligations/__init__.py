"""What somebody must do, and by what: agreements, documents, pledges, orders."""
