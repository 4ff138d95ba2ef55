"""Recordings made of other tools' traces.

`opt_file.py` reads and checks a trace of Online Python Tutor, `opt_heap.py` gives its objects
serials, `opt_import.py` writes the recording. Such a trace has no addresses, counts and sizes, and
the recording says so: no object in it has a size.
"""
