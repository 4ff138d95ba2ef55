"""Watched values, and the trace table that shows them step by step."""
