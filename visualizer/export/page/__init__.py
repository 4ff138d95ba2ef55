"""A recording as one HTML file that steps through it in any browser.

`data.py` collects what the page shows, placed by `layout`; `drawing.py` turns blocks, arrows and
names into shapes; `document.py` puts data, style and player into one file.
"""
