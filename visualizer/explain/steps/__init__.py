"""Describes a step: the statement that ran, its outcome, and the changes."""
