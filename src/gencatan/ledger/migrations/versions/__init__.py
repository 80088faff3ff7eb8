"""One file for each schema there has been; frozen once released."""
