"""Shares a recording as a page that opens in any browser.

`page_maker.py` makes the page in slices of time, `share_window.py` asks what it has and saves it.
"""
