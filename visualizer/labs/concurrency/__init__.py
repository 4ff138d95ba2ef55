"""Compares six or more ways to run two jobs at once."""
