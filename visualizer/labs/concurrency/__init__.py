"""Six ways and more to run two jobs at once."""
