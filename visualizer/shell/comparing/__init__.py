"""Two recordings, or two steps of one, beside each other."""
