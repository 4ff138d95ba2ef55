"""Eager against lazy: all items at once, or each when it is asked for."""
