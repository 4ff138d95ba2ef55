"""Compares two recordings, or two steps of one recording, side by side."""
