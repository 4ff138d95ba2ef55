"""The start page: a new program, a recent file, or an example chosen by its picture."""
