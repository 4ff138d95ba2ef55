"""The page of the concurrency lab: ways to run two jobs at once, measured on this machine."""
