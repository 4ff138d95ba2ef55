"""Connects the engine in C (``core``) with the recorder in Python."""
