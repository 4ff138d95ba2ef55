"""Compares two states: which names, references, objects and counts differ, and how."""
