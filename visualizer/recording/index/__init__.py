"""Indexes that need not decode steps: events, lines, changes, lives, the course.

The writer stores their data; only the index of lives reads the records.
"""
