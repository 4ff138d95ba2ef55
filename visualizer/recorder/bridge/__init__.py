"""What stands between the engine in C (``core``) and the recorder in Python."""
