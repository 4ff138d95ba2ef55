"""Stores a window's recordings, unsaved text and position for the next start."""
