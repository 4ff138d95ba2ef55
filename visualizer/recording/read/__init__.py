"""Read any step of a recording, forwards and backwards, and verify the whole.

Begin with ``reading.py`` and ``cursor.py``.
"""
