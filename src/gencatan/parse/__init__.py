"""From text to sentences and, for those that can make a claim, trees."""
