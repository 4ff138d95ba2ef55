"""Short movements from one picture to the next."""
