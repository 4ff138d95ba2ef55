"""The page of the shared-memory lab: the cost of moving arrays between processes."""
