"""Apply records to the state of the run, and refuse impossible ones.

Begin with ``follower.py``. The C files do the same as the modules in ``plain``.
"""
