"""Take records into the state of the run, and refuse what cannot be true.

Begin with ``follower.py``. What is in Python is in C, too, beside it.
"""
