"""The document's scripts, as they were printed."""
