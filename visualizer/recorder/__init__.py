"""Runs inside the recorded process: watch it, read its objects, write what changed.

Standard library only, and as little of it as can be: whatever is imported here is imported into
the process of the program that is being watched.
"""
