"""Decides which parts of large objects are shown: those near a name or a change."""
