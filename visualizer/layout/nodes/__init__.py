"""Finds chains and trees: objects that refer to others of their kind, and their places."""
