"""The dimensions of blocks, in pixels at 100 %."""

ROW = 21
TITLE = 17
FUNCTION_ROW = 22
FOLDED = 22
INDEX = 13
CELL = 22
PAD = 7
PILL = 24
COUNT = 15
"""The height of a reference count."""
NOTE = 18
MARKS = 16
"""The height of a line of functions and classes in a frame."""
POINTER = 25
"""The space under a cell for the names that index it."""
PORT = 26
"""The width of a field with a port at its centre."""
NARROWEST_CELL = 24
LEAST_CHILD = 30

MOST_LETTERS = 24
"""The maximum number of letters of a text in a slot."""
MOST_ITEMS = 30
"""The maximum number of cells of a list; of a longer one some are left out, with signs."""
MOST_ROWS, MOST_ENTRIES = 14, 12
"""The same for rows of a list or table, and for rows of a card."""
MOST_ACROSS, FEWER_ACROSS = 10, 5
"""The maximum number of a list's cells side by side."""
DEEPEST = 2
"""The maximum depth of nested containers."""
