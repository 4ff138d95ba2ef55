"""Finds the values of the source's expressions between two steps."""
