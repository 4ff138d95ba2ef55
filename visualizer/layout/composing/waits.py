"""The locks that threads hold, and the objects that they wait for: locks, threads, queues."""

from collections.abc import Iterator

from visualizer.layout.blocks.maker import Maker
from visualizer.layout.measure import Text, phrase
from visualizer.layout.visibility import VisibleFrame
from visualizer.model import LOCK_TYPES, Instance, Named, State, attribute_place


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
    """Yield the names of an object in a frame and its module, and those of attributes there."""
    for names in (frame.names, state.globals.get(frame.frame.file, ())):
        yield from (name for name, target in names if target == serial)
        for name, holder in names:
            yield from (
                f"{name}{attribute_place(one)}"
                for one, target in _held(state, holder)
                if target == serial
            )


def _held(state: State, holder: int) -> Named:
    thing = state.heap.get(holder)
    content = thing.content if thing is not None else None
    return content.attributes if isinstance(content, Instance) else ()
