"""Explains steps and references as keys and arguments, which word tables turn into text."""
