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


SHOWN = Sequence, Mapping, Method, Cell
"""The contents that show every reference of their objects."""
HOLDERS = Function, ClassBody
"""The contents whose objects also hold references in their parts."""


class Linker:
    """Collects the references of a moment's objects, anew only for those that changed."""

    def __init__(self) -> None:
        self._heap: dict[int, HeapObject] = {}
        self._links: Links = {}
        self._holders: dict[int, Holder] = {}

    def links(self, moment: Moment) -> Links:
        """Return the references of all objects of a moment, until it is asked for another's."""
        before, self._heap = self._heap, moment.heap
        for serial in before.keys() - self._heap.keys():
            del self._links[serial]
            self._holders.pop(serial, None)
        for serial, entry in self._heap.items():
            if before.get(serial) is not entry:
                weak = isinstance(entry.content, WeakReference)
                self._links[serial] = () if weak else tuple(references(entry.content))
                self._holders.pop(serial, None)
                if isinstance(entry.content, HOLDERS):
                    self._holders[serial] = Holder(entry)
        return self._links

    def through_parts(self, serials: Collection[int]) -> Links:
        """Return the references of functions and classes, by serial."""
        at = {one.address: one for one in self._heap.values()}
        return {one: self._holders[one].links(at) for one in self._holders.keys() & serials}


class Holder:
    """A function or class, and its references while the same objects are in its parts."""

    def __init__(self, entry: HeapObject) -> None:
        self._entry = entry
        self._addresses = [one for part in entry.parts for one in (part.address, part.through)]
        self._there: list[HeapObject | None] | None = None
        self._links: tuple[int, ...] = ()

    def links(self, at: dict[int, HeapObject]) -> tuple[int, ...]:
        """Return the references; a recorded tuple or dict among the parts has its own itself."""
        there = [*map(at.get, self._addresses)]
        if there != self._there:
            self._there, self._links = there, (*self._counted(at).elements(),)
        return self._links

    def _counted(self, at: dict[int, HeapObject]) -> Counter[int]:
        parts = self._entry.parts
        own = Counter(references(self._entry.content))
        for part in parts:
            if part.kind in IN_CONTENT and part.address in at:
                own -= Counter(references(at[part.address].content))
        held = [part for part in parts if part.address in at and part.through not in at]
        own.update(at[part.address].serial for part in held)
        return own


def broken(recorded: Recorded) -> Iterator[str]:
    """Yield the violations of all rules in this module."""
    yield from broken_lives(recorded)
    linker = Linker()
    for moment in recorded.moments:
        links = linker.links(moment)
        yield from broken_references(moment, links)
        yield from broken_counts(moment, linker)
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


def only_in_cycles(moment: Moment, linker: Linker, reached: set[int]) -> set[int]:
    """Return the unreached objects whose counts consist of references among themselves."""
    heap = moment.heap
    inside = heap.keys() - reached
    links = linker.links(moment) | links_of_generators(moment, inside)
    links |= linker.through_parts(inside)
    counts = Counter(chain.from_iterable(map(links.__getitem__, inside)))
    held = [serial for serial in inside if heap[serial].refcount != counts[serial]]
    for serial in held:
        if serial in inside:
            inside.remove(serial)
            held += inside.intersection(links[serial])
    return inside


def broken_counts(moment: Moment, linker: Linker) -> Iterator[str]:
    """The flags agree with the counts, and no count is less than the shown references."""
    heap, where = moment.heap, f"step {moment.step.number}"
    links = linker.links(moment)
    reached = reached_from(moment, links)
    alone = only_in_cycles(moment, linker, reached)
    flagged = {serial for serial, entry in heap.items() if entry.unreachable}
    # The recording lacks a slice's references, and which names of a generator are in cells.
    unavailable = [heap[one] for one in heap.keys() - reached]
    if flagged != alone and not any(
        one.type == "slice" or isinstance(one.content, Generator) for one in unavailable
    ):
        yield f"{where}: {flagged ^ alone} are flagged wrongly"
    # Other types hold their shown references in a dict, a tuple or cells. An object that is neither
    # reached nor alone may be dead: a value in transit, of which nothing more is known.
    seen = (one for one in reached | alone if isinstance(heap[one].content, SHOWN))
    shown = Counter(chain.from_iterable(links[serial] for serial in seen))
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
