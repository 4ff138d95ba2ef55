"""The line of a thread: its name, the locks that it holds, and the object that it waits for."""

from collections.abc import Iterable, Iterator, Sequence

from visualizer.layout.blocks.block import Align, Block, Ink
from visualizer.layout.blocks.frames import fitting
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.measures import PAD
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key, Rect
from visualizer.layout.sheet import BoxKind, Placed
from visualizer.layout.visibility import VisibleFrame
from visualizer.model import LOCK_TYPES, Instance, Named, State, attribute_place, content_of

_MIN_THREAD = 80.0
"""The width that a thread's name keeps; notes about held locks are left out before."""


def thread_line(maker: Maker, name: str, notes: Sequence[Text], first: Key, rect: Rect) -> Placed:
    """Return the line above a thread's frames: its name, and the notes about it."""
    block = Block(rect.width, rect.height)
    # Keep the number rather than the function, which the frame names.
    short = name.partition(" (")[0]
    most = rect.width - min(maker.width(short, Ink.NOTE), _MIN_THREAD) - 3 * PAD
    while len(notes) > 1 and room_of_notes(maker, notes) > most:
        notes = notes[1:]
    x = rect.width - min(room_of_notes(maker, notes), most)
    left = x - 2 * PAD
    if maker.width(name, Ink.NOTE) > left:
        name = fitting(maker, short, left, Ink.NOTE)
    block.write(name, Ink.NOTE, Rect(PAD, 0, left, rect.height))
    for note in notes:
        width = min(maker.width(note, Ink.EVENT), rect.width - PAD - x)
        block.write(note, Ink.EVENT, Rect(x, 0, width, rect.height), Align.RIGHT)
        x += width + PAD
    key = Key("thread", f"{first.kind} {first.name}")
    return Placed(key, BoxKind.GROUP, rect.x, rect.y, block)


def room_of_notes(maker: Maker, notes: Iterable[Text]) -> float:
    """Return the width of the notes about a thread."""
    return sum(maker.width(note, Ink.EVENT) + PAD for note in notes)


def notes_of_thread(maker: Maker, state: State, innermost: VisibleFrame) -> tuple[Text, ...]:
    """Return the notes about the thread of its ``innermost`` frame: its locks, and its wait."""
    found: list[Text] = []
    for serial, use in state.locks.items():
        thing = state.heap.get(serial)
        if thing is None:
            continue
        if use.held_by == innermost.thread and thing.type in LOCK_TYPES:
            holds = phrase("thread-holds", object=_name_of(maker, state, innermost, serial))
            found.insert(0, holds)
        if innermost.thread in use.all_waiting:
            found.append(phrase("thread-waits", object=_name_of(maker, state, innermost, serial)))
    return tuple(found)


def _name_of(maker: Maker, state: State, frame: VisibleFrame, serial: int) -> str:
    return next(_names(serial, state, frame), "") or maker.values.text(serial)


def _names(serial: int, state: State, frame: VisibleFrame) -> Iterator[str]:
    """Yield the names of an object in the module and a frame, and attributes of named objects.

    The names of the module come first: all threads have them.
    """
    for names in (state.globals.get(frame.frame.file, ()), frame.names):
        yield from (name for name, target in names if target == serial)
        for name, holder in names:
            yield from (
                f"{name}{attribute_place(one)}"
                for one, target in _held(state, holder)
                if target == serial
            )


def _held(state: State, holder: int) -> Named:
    content = content_of(holder, state.heap)
    return content.attributes if isinstance(content, Instance) else ()
