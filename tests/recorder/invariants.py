"""Rules for the recording of any program; each function yields the violations."""

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import closing
from itertools import chain

from tests.recorder.references import references
from tests.recorder.runs import Moment, Recorded
from visualizer.model import (
    Cell,
    ClassBody,
    Function,
    Generator,
    HeapObject,
    Mapping,
    Method,
    Sequence,
    WeakReference,
)
from visualizer.recorder.wire import PARTS_OF
from visualizer.recording import Recording

IN_CONTENT = PARTS_OF[:5]
"""The kinds of parts whose items the content shows, too."""

type Links = dict[int, tuple[int, ...]]
"""The references of each of a moment's objects, without weak references."""


class Linker:
    """Collects the references of objects, once for each object that stays unchanged."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[HeapObject, tuple[int, ...]]] = {}

    def links(self, moment: Moment) -> Links:
        """Return the references of all objects of a moment."""
        return {serial: self._of(entry) for serial, entry in moment.heap.items()}

    def _of(self, entry: HeapObject) -> tuple[int, ...]:
        known = self._known.get(entry.serial)
        if known is not None and known[0].content is entry.content:
            return known[1]
        weak = isinstance(entry.content, WeakReference)
        found = () if weak else tuple(references(entry.content))
        self._known[entry.serial] = entry, found
        return found


def broken(recorded: Recorded) -> Iterator[str]:
    """Yield the violations of all rules in this module."""
    yield from broken_lives(recorded)
    linker = Linker()
    for moment in recorded.moments:
        links = linker.links(moment)
        yield from broken_references(moment, links)
        yield from broken_counts(moment, links)
    yield from broken_backwards(recorded)


def broken_lives(recorded: Recorded) -> Iterator[str]:
    """A serial is a single object, from its birth to a recorded death."""
    types: dict[int, str] = {}
    dead: set[int] = set()
    before: set[int] = set()
    for moment in recorded.moments:
        heap, where = moment.heap, f"step {moment.step.number}"
        if len({entry.address for entry in heap.values()}) != len(heap):
            yield f"{where}: two live objects share an address"
        dead.update(moment.step.freed)
        if before - heap.keys() != set(moment.step.freed) & before:
            yield f"{where}: {before - heap.keys()} went and {moment.step.freed} were freed"
        if not set(moment.step.freed) <= before:
            yield f"{where}: freed what was not there"
        if not dead.isdisjoint(heap):
            yield f"{where}: {dead & heap.keys()} were freed and are there"
        for serial in heap.keys() - before:
            if types.setdefault(serial, heap[serial].type) != heap[serial].type:
                yield f"{where}: {serial} was of type {types[serial]}"
        before = set(heap)


def roots(moment: Moment) -> list[int]:
    """Return the references of frames, global names and the event, each as often as it occurs."""
    step = moment.step
    found = [serial for serial in (step.value, step.exception) if serial is not None]
    for names in moment.globals.values():
        found += [serial for _, serial in names]
    for frames in moment.stacks.values():
        found += [serial for frame in frames for _, serial in frame.locals]
    return found


def broken_references(moment: Moment, links: Links) -> Iterator[str]:
    """All references lead to objects in the heap."""
    found = set(roots(moment)).union(*links.values())
    if not found <= moment.heap.keys():
        yield f"step {moment.step.number}: {found - moment.heap.keys()} are not in the heap"


def reached_from(moment: Moment, links: Links) -> set[int]:
    """Return all objects that names, frames and the event lead to."""
    found = set(roots(moment))
    waiting = list(found)
    for serial in waiting:
        new = set(links[serial]) - found
        found |= new
        waiting += new
    return found


def links_of_generators(moment: Moment, serials: Collection[int]) -> Links:
    """Return the references of suspended generators: cells, not their contents, and iterators.

    The function and the code too.
    """
    at: dict[int, int] = {}
    found: Links = {}
    for serial in serials:
        entry = moment.heap[serial]
        content = entry.content
        if isinstance(content, Generator):
            at = at or {one.address: one.serial for one in moment.heap.values()}
            in_cells = {part.through for part in entry.parts if part.kind == "through a cell"}
            own = [one for n, (_, one) in enumerate(content.locals) if n not in in_cells]
            rest = [part.address for part in entry.parts if part.kind in ("paused frame", "stack")]
            found[serial] = (*own, *(at[address] for address in rest if address in at))
    return found


def links_through_parts(moment: Moment, serials: Collection[int]) -> Links:
    """Return the references of functions and classes, by serial.

    A recorded tuple or dict among their parts has its references itself.
    """
    at = {one.address: one for one in moment.heap.values()}
    found: Links = {}
    for entry in map(moment.heap.__getitem__, serials):
        if not isinstance(entry.content, Function | ClassBody):
            continue
        own = Counter(references(entry.content))
        for part in entry.parts:
            if part.kind in IN_CONTENT and part.address in at:
                own -= Counter(references(at[part.address].content))
        held = [part for part in entry.parts if part.address in at and part.through not in at]
        own.update(at[part.address].serial for part in held)
        found[entry.serial] = (*own.elements(),)
    return found


def only_in_cycles(moment: Moment, links: Links, reached: set[int]) -> set[int]:
    """Return the unreached objects whose counts consist of references among themselves."""
    inside = dict.fromkeys(moment.heap.keys() - reached, 0)
    links = links | links_of_generators(moment, inside) | links_through_parts(moment, inside)
    for child in chain.from_iterable(links[serial] for serial in inside):
        if child in inside:
            inside[child] += 1
    held = [serial for serial, n in inside.items() if moment.heap[serial].refcount != n]
    for serial in held:
        if inside.pop(serial, None) is not None:
            held += [child for child in links[serial] if child in inside]
    return set(inside)


def broken_counts(moment: Moment, links: Links) -> Iterator[str]:
    """The flags agree with the counts, and no count is less than the shown references."""
    heap, where = moment.heap, f"step {moment.step.number}"
    reached = reached_from(moment, links)
    alone = only_in_cycles(moment, links, reached)
    flagged = {serial for serial, entry in heap.items() if entry.unreachable}
    # The recording lacks a slice's references, and which names of a generator are in cells.
    unavailable = [heap[one] for one in heap.keys() - reached]
    if flagged != alone and not any(
        one.type == "slice" or isinstance(one.content, Generator) for one in unavailable
    ):
        yield f"{where}: {flagged ^ alone} are flagged wrongly"
    # Other types hold their shown references in a dict, a tuple or cells. An object that is neither
    # reached nor alone may be dead: a value in transit, of which nothing more is known.
    shown: Counter[int] = Counter()
    for serial in reached | alone:
        if isinstance(heap[serial].content, Sequence | Mapping | Method | Cell):
            shown.update(links[serial])
    for serial, count in shown.items():
        if (known := heap[serial].refcount) is not None and known < count:
            yield f"{where}: {count} references to {heap[serial]} are shown"


def broken_backwards(recorded: Recorded) -> Iterator[str]:
    """Walking backwards shows the same states."""
    with closing(Recording.open(recorded.path)) as recording:
        cursor = recording.cursor()
        for moment in reversed(recorded.moments):
            state = cursor.seek(moment.step.number)
            found = (state.step, state.heap, state.globals, state.stacks)
            if found != (moment.step, moment.heap, moment.globals, moment.stacks):
                yield f"step {moment.step.number} is not the same when walked backwards"
