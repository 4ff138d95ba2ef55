"""Compares eager and lazy styles: all items at once, or each on request."""
