"""What is watched, and the trace table that shows it step by step."""
