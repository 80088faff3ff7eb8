"""gencatan reads news reports about ceasefires into claims with the exact words they rest on."""
