"""Shares a recording: as a page that opens in any browser, or a part of it as a recording.

`share_window.py` and `part_window.py` ask what it has and save it; `steps_window.py` makes it in
slices of time.
"""
