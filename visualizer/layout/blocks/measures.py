"""The dimensions of blocks, in pixels at 100 %."""

ROW = 21
TITLE = 17
FUNCTION_ROW = 22
FOLDED = 22
INDEX = 13
CELL = 22
PAD = 7
VALUE_LABEL = 24
COUNT = 15
"""The height of a reference count."""
NOTE = 18
MARKS = 16
"""The height of a line of functions and classes in a frame."""
POINTER = 25
"""The space under a cell for the names that index it."""
PORT = 26
"""The width of a field with a port at its centre."""
MIN_CELL = 24
MIN_CHILD = 30

MAX_LETTERS = 24
"""The maximum number of letters of a text in a slot."""
ROOMY_LETTERS = 40
"""The maximum number in a card, or of a name, if the whole recording has room for that."""
NAME_LETTERS = (24, 20, 17, 14)
"""The maximum numbers of letters of a name in a frame; the recording uses the first that fits."""
FEW_LINES, ALL_LINES = 4, 1 << 10
"""The maximum lines of functions and classes in a frame; the second if all frames have room."""
MAX_ITEMS = 30
"""The maximum number of cells of a list; a longer one leaves some out, with signs."""
MAX_ROWS = 14
"""The maximum number of rows of a list, a table or a card."""
FEW_COLUMNS = 10
"""The number of columns of a matrix that always fits."""
FEW_PIECES = 4
"""The number of columns of a board that always fits."""
MAX_ACROSS, FEWER_ACROSS = 10, 5
"""The maximum number of a list's cells side by side."""
MAX_DEPTH = 2
"""The maximum depth of nested containers."""
