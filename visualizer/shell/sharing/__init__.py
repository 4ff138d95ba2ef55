"""Shares a recording: as a page that opens in any browser, or a part of it as a recording.

`share_window.py` and `part_window.py` ask for the contents and save the file; `steps_window.py`
makes it in slices of time.
"""
