"""What two claims are compared by: when, where, who, how many, which act, in what words."""
