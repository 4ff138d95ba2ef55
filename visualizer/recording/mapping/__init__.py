"""Where the lines and steps of a recording are in another."""
