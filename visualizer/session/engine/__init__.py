"""Finds the recorder's C part for the program's interpreter, or builds and caches it."""
