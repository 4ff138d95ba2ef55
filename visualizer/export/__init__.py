"""Writes recordings in other formats."""
