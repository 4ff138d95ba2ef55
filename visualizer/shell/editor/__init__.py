"""A text field for Python: keys, colours, search, completion, syntax errors while typing."""
