"""One module for each kind of claim, with what that kind alone knows, and what those modules share."""
