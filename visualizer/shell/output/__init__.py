"""Shows the program's output with the steps that wrote it, and the field for its input."""
