"""What the docs show of the program, drawn from the program."""
