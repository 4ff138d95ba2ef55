"""Opens, saves and remembers the current program and its file."""
