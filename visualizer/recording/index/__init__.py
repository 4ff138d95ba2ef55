"""Indexes that need not decode steps: events, lines, changes, lives, the course.

The writer stores data for them; lives come from the wire records alone.
"""
