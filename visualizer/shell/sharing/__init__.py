"""Shares a recording as a page that opens in any browser.

`page_maker.py` makes the page in slices of time; `share_window.py` lets the user choose its
contents and save it.
"""
