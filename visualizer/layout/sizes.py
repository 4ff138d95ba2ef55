"""The measures of the diagram, in device-independent pixels at 100 %, and how sizes are written."""

FRAME_HEADER, FOLDED_HEADER = 30, 26
HEADER = 26
ROW = 28
PILL = 34
CELL_WIDTH, CELL_HEIGHT = 40, 30
INDEX_HEIGHT = 18
CELL_INSET = 12
NARROWEST, WIDEST = 120, 268
WIDEST_GRID = 620
"""A matrix is as wide as its rows."""
KEY_NARROWEST, KEY_WIDEST = 96, 140
INDEX_COLUMN = 44
PORT_INSET = 16
SMALL_PILL_BADGE = 28
COMPACT_HEADER, COMPACT_ROW = 20, 22
"""Of the members of chains and trees."""
NESTED_ROW = 24
NEST_INSET = 14
"""How far the lines of a container that is drawn in a slot stand in."""

HEAD_PITCH = 10
OVER_HIGHEST_HEAD, UNDER_LOWEST_HEAD = 13, 9
MOST_ARROWS, MOST_HEADS = 12, 24
"""Arrows that enter a card in full, and heads with those of chips."""
LANE_PITCH = 8
GUTTER_NARROWEST, COMPACT_GUTTER = 64, 44
LANE_INSET = 22
"""Room between a lane and the card at its right: the arrow's head and a corner."""
OPEN_LANES = 12
"""Lanes kept in each gutter while a recording still grows."""

FRAME_GAP = 12
"""Between calls: no arrow passes there."""
CARD_GAP = 24
"""Between one card's reserve and the next: a badge sticks out, and an arrow may pass."""
BADGE_OVERHANG = 13
BAND_ABOVE, BAND_CLEARANCE = 4, 7
BAND_PITCH = 8
UNDER_MODULE = 80
THREAD_SIGN = 32
"""The sign of a thread in a row, and what is free behind it."""
THREAD_ROOM = 36
"""Kept above the first call of each thread there, for its sign and what it does."""
FIRST_GUTTER_EXTRA = 40

VALUE_CUT, IN_PLACE_CUT = 16, 14
LABEL_CUT = 18
SIGNATURE_CUT = 27
MOST_ITEMS, FIRST_ITEMS, LAST_ITEMS = 12, 6, 2
MOST_PAIRS, FIRST_PAIRS = 8, 6
MOST_ATTRIBUTES, FIRST_ATTRIBUTES = 12, 10
MOST_NAMES = 24
"""Names always point, so a frame shows more rows than a mapping does."""


def cut(text: str, most: int = VALUE_CUT) -> str:
    """``text`` in at most ``most`` characters, the last an ellipsis where something is missing.

    A closing quote is kept, so that a cut string still looks like one.
    """
    if len(text) <= most:
        return text
    quote = text[-1] if text[-1] in "'\"" and text[0] in "'\"bB" else ""
    return text[: most - 1 - len(quote)] + "…" + quote


def written_size(size: int) -> str:
    """A number of bytes for a person: ``72 B``, ``8,056 B``, ``40.0 KB``, ``4.0 MB``."""
    if size < 10_000:
        return f"{size:,} B"
    for unit, scale in (("KB", 1e3), ("MB", 1e6)):
        if size < 1000 * scale:
            return f"{size / scale:.1f} {unit}"
    return f"{size / 1e9:.1f} GB"


def written_address(address: int) -> str:
    """The last four hexadecimal digits, enough to tell two objects apart by eye."""
    return f"…{address & 0xFFFF:04x}"


def header_label(address: int, size: int) -> str:
    """What stands at the right of a card's header."""
    return f"{written_address(address)} · {written_size(size)}"


def label_aside(serial: int, address: int, *, brief: bool) -> str:
    """What stands beside a plain value's pill; its size is told in its hint."""
    return f"#{serial}" if brief else f"#{serial} · {written_address(address)}"
