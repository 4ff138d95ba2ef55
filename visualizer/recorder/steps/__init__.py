"""One step of the recorder in Python: an exact scan, and a record of the differences."""
