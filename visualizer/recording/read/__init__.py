"""Read a recording: any step of it, both ways, and whether all of it is true.

Begin with ``reading.py`` and ``cursor.py``.
"""
