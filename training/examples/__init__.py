"""Example sentences of our own, annotated by the claim contract: to train and to measure small learned components."""
