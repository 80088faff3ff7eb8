"""How the shipped pipelines are trained: data preparation, training and evaluation (see README.md here)."""
