"""The measures of blocks, in pixels at 100 %."""

ROW = 21
TITLE = 17
FUNCTION_ROW = 22
FOLDED = 22
INDEX = 13
CELL = 22
PAD = 7
PILL = 24
COUNT = 15
"""Height of a reference count."""
NOTE = 18
MARKS = 16
"""A line of functions and classes in a frame."""
POINTER = 25
"""Room under a cell for the names that index it."""
PORT = 26
"""Width of a field with a port, which stands in its middle."""
NARROWEST_CELL = 24
LEAST_CHILD = 30

MOST_LETTERS = 24
"""Of a text in a slot."""
MOST_ITEMS = 30
"""Cells of a list: all up to so many, else some, with a sign wherever others are left out."""
MOST_ROWS, MOST_ENTRIES = 14, 12
"""The same of rows of a list or a table, and of a card."""
MOST_ACROSS, FEWER_ACROSS = 10, 5
"""Cells of a list side by side."""
DEEPEST = 2
"""How deep containers stand in each other."""
