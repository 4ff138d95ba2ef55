"""Write a recording while the program runs: follow its records, cut them into chunks, store these.

Begin with ``writer.py`` and ``record_log.py``.
"""
