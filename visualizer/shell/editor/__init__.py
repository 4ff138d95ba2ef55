"""A text field for Python: keys, colours, search, syntax errors as one types."""
