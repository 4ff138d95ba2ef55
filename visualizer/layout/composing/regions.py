"""The four memory regions of the classic picture: code, global names, the stack and the heap.

They are backgrounds; the code region has a chip for each code object, above everything else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from visualizer.layout.blocks.block import Block, Form, Ink, Shape
from visualizer.layout.blocks.frames import code_title
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.measures import FUNCTION_ROW, PAD
from visualizer.layout.measure import Phrase, Text, TextStyle, phrase
from visualizer.layout.picture import Key, Rect, RegionKind
from visualizer.layout.placing.unit import Size
from visualizer.layout.sheet import BoxKind, Ground, Placed
from visualizer.layout.sizes import written_size
from visualizer.model import Code, State, code_name, main_file, scope_name
from visualizer.model.codes import living_codes
from visualizer.model.scopes import MODULE_CODE

TITLE = 24
"""The height of the line with the name of a region."""
NAME_LINE = TITLE - 5
"""The height of the letters of that name, from the top; arrows may run close below them."""
NAME_LEFT, NAME_GAP, NAME_RIGHT = 9.0, 8.0, 4.0
"""The space left of the name, before the note that follows it, and right of that."""
AROUND = 9
"""The margin of a background around its contents."""
BETWEEN = 8
"""The gap between two backgrounds."""
SWITCH = AROUND + BETWEEN + TITLE
"""The gap between two frames in different regions."""
_GAP = 6
_CHIP = FUNCTION_ROW
_MAX_LINES = 3
_MIN_STACK = 16
EMPTY_STACK = BETWEEN + TITLE + _MIN_STACK
"""The room below the frames of the global names that a stack without frames takes."""


class HeapAmount(NamedTuple):
    """The number and size in bytes of the drawn objects, and of all live ones."""

    drawn: int
    size: int
    live: int
    live_size: int


@dataclass(frozen=True, slots=True)
class CodeShelf:
    """The places of the chips of all code that ever exists; ``height`` is that of their region."""

    places: dict[int, Rect]
    left_out: int
    height: float


@dataclass(frozen=True, slots=True)
class CodeChips:
    """The widths of the chips of all code that ever exists, in order of appearance."""

    widths: dict[int, float]

    def shelf(self, room: float) -> CodeShelf:
        """Arrange the chips in lines of at most the width of a room, less its margins."""
        places: dict[int, Rect] = {}
        x, line = 0.0, 0
        left_out = 0
        for number, wide in self.widths.items():
            if x and x + wide > room - 2 * AROUND:
                x, line = 0.0, line + 1
            if line >= _MAX_LINES:
                left_out += 1
                continue
            places[number] = Rect(x, line * (_CHIP + _GAP), wide, _CHIP)
            x += wide + _GAP
        lines = min(line + 1, _MAX_LINES) if places else 0
        height = TITLE + lines * (_CHIP + _GAP) + AROUND
        return CodeShelf(places, left_out, height if places else 0)


NO_CODE = CodeChips({})
"""Used if no code is shown."""


def code_chips(maker: Maker, state: State) -> CodeChips:
    """Measure the chips of a recording's code; ``state`` is the last."""
    longest = maker.width(phrase("code-line", line=9999), Ink.NOTE) + 4 * PAD + 8
    codes = ((number, state.codes.get(number)) for number in maker.facts.codes)
    names = {number: _name(code, state) for number, code in codes if code is not None}
    return CodeChips(
        {number: maker.width(name, Ink.FUNCTION) + longest for number, name in names.items()}
    )


def _name(code: Code, state: State) -> Text:
    return code_title(code_name(code.name, code.file, main_file(state)))


def code_boxes(maker: Maker, state: State, shelf: CodeShelf) -> Iterator[Placed]:
    """Yield the chips of the code that is alive at a step, above the frames' region."""
    heap_at = {thing.address: serial for serial, thing in state.heap.items()}
    top = _code_top(shelf) + TITLE
    for code in sorted(living_codes(state, heap_at), key=lambda one: one.number):
        rect = shelf.places.get(code.number)
        if rect is None:
            continue
        name = _name(code, state)
        frames = (frame for stack in state.stacks.values() for frame in stack)
        at = dict.fromkeys(frame.line for frame in frames if frame.code == code.number)
        is_running = bool(state.frames) and state.frames[-1].code == code.number
        note: Text = ""
        if at:
            note = phrase("at-line", line=", ".join(map(str, at)))
        elif code.name != MODULE_CODE:
            note = phrase("code-line", line=code.line)
        size = Size(rect.width, rect.height)
        block = maker.kept(
            ("code", code.number),
            (size, name, note, is_running),
            partial(_chip, size=size, name=name, note=note, is_running=is_running),
        )
        yield Placed(Key("code", code.number), BoxKind.CARD, rect.x, top + rect.y, block)


def _chip(maker: Maker, *, size: Size, name: Text, note: Text, is_running: bool) -> Block:
    block = Block(*size)
    block.shapes.append(Shape(block.rect, Form.RUNNING if is_running else Form.CARD))
    left = PAD + (13 if is_running else 0)
    wide = maker.width(name, Ink.FUNCTION)
    block.write(name, Ink.FUNCTION, Rect(left, 0, wide, size.height))
    if note:
        x = left + wide + PAD
        block.write(note, Ink.NOTE, Rect(x, 0, size.width - x - PAD, size.height))
    return block


def _code_top(shelf: CodeShelf) -> float:
    return -(TITLE + BETWEEN + shelf.height)


def grounds(
    maker: Maker,
    boxes: Iterable[Placed],
    state: State,
    shelf: CodeShelf,
    *,
    column: float,
    canvas: Size,
) -> tuple[Ground, ...]:
    """Return the backgrounds of a step; stack and heap extend to the end of the ``canvas``."""
    boxes = tuple(boxes)
    frames = [box for box in boxes if box.key.is_in_column]
    others = [box for box in boxes if not box.key.is_in_column]
    cards = [box for box in others if box.key.kind != "code"]
    left = column + 2 * AROUND + BETWEEN - AROUND
    right = max([canvas.width, *(box.rect.right for box in others)]) + AROUND
    found = list(_column_grounds(maker, frames, state, column, canvas.height))
    bottoms = (canvas.height, *(box.rect.bottom for box in cards))
    low = max(max(bottoms) + AROUND, *(one.rect.bottom for one in found))
    last = found[-1].rect
    found[-1] = found[-1]._replace(rect=last._replace(height=max(last.height, low - last.y)))
    heap = Rect(left, -TITLE, right - left, low + TITLE)
    found.append(Ground(RegionKind.HEAP, heap, phrase("heap"), heap_note(_amount(state, cards))))
    if shelf.height:
        top = _code_top(shelf)
        note = phrase("text-more", n=shelf.left_out) if shelf.left_out else phrase("text-note")
        rect = Rect(-AROUND, top, right + AROUND, shelf.height)
        found.append(Ground(RegionKind.TEXT, rect, phrase("text"), note))
    return tuple(found)


def title_areas(behind: Iterable[Ground]) -> dict[Key, Rect]:
    """Return the lines with the names of regions, which no arrow or label may cover."""
    lines = (one.rect._replace(height=NAME_LINE) for one in behind)
    return {Key("region", number): line for number, line in enumerate(lines)}


def _column_grounds(
    maker: Maker, frames: list[Placed], state: State, column: float, height: float
) -> Iterator[Ground]:
    """Yield a background for each run of frames of the same region."""
    runs: list[tuple[RegionKind, list[Placed]]] = []
    for box in frames:
        kind = region_of(box.key)
        if not runs or runs[-1][0] is not kind:
            runs.append((kind, []))
        runs[-1][1].append(box)
    low: float = -TITLE - BETWEEN
    for kind, there in runs:
        low = max(box.rect.bottom for box in there) + AROUND
        top = there[0].y - TITLE
        yield _ground(maker, kind, Rect(-AROUND, top, column + 2 * AROUND, low - top), state)
    if not any(kind is RegionKind.STACK for kind, _ in runs):
        top = low + BETWEEN
        rect = Rect(-AROUND, top, column + 2 * AROUND, max(height - top, TITLE + _MIN_STACK))
        yield _ground(maker, RegionKind.STACK, rect, state)


def _ground(maker: Maker, kind: RegionKind, rect: Rect, state: State) -> Ground:
    """Return a background with the longest of its notes that its width has room for."""
    back = returns_to(state)
    if kind is RegionKind.DATA:
        title, notes = phrase("data"), (phrase("data-note"), phrase("data-note-short"))
    elif back is None:
        title, notes = phrase("stack"), (phrase("stack-note"), phrase("stack-note-short"))
    else:
        short = phrase("returns-to-line", line=state.frames[-2].line)
        title, notes = phrase("stack"), (back, short)
    name = maker.measure.width(title, TextStyle.HEADING)
    room = rect.width - NAME_LEFT - name - NAME_GAP - NAME_RIGHT
    note = next((one for one in notes if maker.width(one, Ink.NOTE) <= room), notes[-1])
    return Ground(kind, rect, title, note)


def returns_to(state: State) -> Phrase | None:
    """Return where the innermost call continues after it returns; None for the outermost."""
    if len(state.frames) < 2:
        return None
    caller = state.frames[-2]
    return phrase("returns-to", function=scope_name(caller, state), line=caller.line)


def region_of(key: Key) -> RegionKind:
    """Return the region of a frame: the names of a module live until the program ends.

    The line with the name of a thread is in the region of the frame below it.
    """
    kind = str(key.name).partition(" ")[0] if key.kind == "thread" else key.kind
    return RegionKind.DATA if kind == "globals" else RegionKind.STACK


def _amount(state: State, cards: Iterable[Placed]) -> HeapAmount:
    drawn = {serial for box in cards for serial in box.block.anchors if serial in state.heap}
    size = sum(state.heap[serial].size for serial in drawn)
    live = sum(thing.size for thing in state.heap.values())
    return HeapAmount(len(drawn), size, len(state.heap), live)


def heap_note(amount: HeapAmount) -> Phrase:
    """Return the number of drawn objects, and of all if some, such as code, are not drawn.

    The total counts all live objects, as the timeline does.
    """
    if not amount.live_size and amount.live:
        return phrase("heap-note-unknown", n=amount.live)
    whole = written_size(amount.live_size)
    if amount.drawn == amount.live:
        return phrase("heap-note", n=amount.live, size=whole)
    size = written_size(amount.size)
    shown = f"{amount.drawn:,}"
    return phrase("heap-note-some", shown=shown, n=amount.live, size=size, whole=whole)
