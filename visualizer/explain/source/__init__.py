"""What the program's text says that a recording does not; it is read, never run."""
