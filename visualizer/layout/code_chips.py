"""The region of the program's code: a chip for each code object, with the lines its frames are at.

There is one code object however often it is called.
"""

from collections import Counter
from collections.abc import Iterator

from visualizer.layout.measure import phrase
from visualizer.layout.picture import At, Chip, Rect, Region, RegionKind
from visualizer.layout.sizes import LABEL_CUT, cut
from visualizer.model import Code, State, code_name, main_file
from visualizer.model.codes import living_codes
from visualizer.model.scopes import MODULE_CODE

_WIDTH, _HEIGHT, _GAP = 154, 56, 12
_TITLE, _MARGIN = 36, 16
_MOST_ROWS = 2
_MOST_LINES = 2


def text_region(state: State, left: float, right: float, bottom: float) -> Region | None:
    """The region above ``bottom``; None where no code is known."""
    heap_at = {thing.address: serial for serial, thing in state.heap.items()}
    codes = sorted(living_codes(state, heap_at), key=lambda code: code.number)
    if not codes:
        return None
    in_row = max(int((right - left - 2 * _MARGIN + _GAP) // (_WIDTH + _GAP)), 1)
    shown = codes[: in_row * _MOST_ROWS]
    rows = -(-len(shown) // in_row)
    height = _TITLE + rows * (_HEIGHT + _GAP) + 4
    rect = Rect(left, bottom - height, right - left, height)
    chips = []
    for number, code in enumerate(shown):
        x = left + _MARGIN + number % in_row * (_WIDTH + _GAP)
        y = rect.y + _TITLE + number // in_row * (_HEIGHT + _GAP)
        chips.append(_chip(code, state, Rect(x, y, _WIDTH, _HEIGHT)))
    missing = len(codes) - len(shown)
    note = phrase("text-more", n=missing) if missing else phrase("text-note")
    hint = phrase("text-hint")
    return Region(RegionKind.TEXT, rect, phrase("text"), note, tuple(chips), hint=hint)


def _chip(code: Code, state: State, rect: Rect) -> Chip:
    found = list(_at(code, state))
    shown = tuple(found[-_MOST_LINES:])
    note = phrase("code-line", line=code.line) if code.name != MODULE_CODE else ""
    return Chip(
        rect, cut(code_name(code.name, code.file, main_file(state)), LABEL_CUT), note, shown
    )


def _at(code: Code, state: State) -> Iterator[At]:
    """The lines that the frames of a code object are at, the innermost last."""
    lines: Counter[int] = Counter()
    running = None
    for frames in state.stacks.values():
        for frame in frames:
            if frame.code == code.number:
                lines[frame.line] += 1
                own = frames is state.frames and frame is frames[-1]
                running = frame.line if own else running
    if running is not None:
        lines[running] -= 1
    for line, count in lines.items():
        if count:
            yield At(line, count, running=False)
    if running is not None:
        yield At(running, 1, running=True)
