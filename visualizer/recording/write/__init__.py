"""Write a recording while the program runs: records are followed, cut into chunks, and stored.

Begin with ``writer.py`` and ``record_log.py``.
"""
