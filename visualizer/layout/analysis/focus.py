"""The focus of each step: the objects that it touches or names, and places in long containers.

A structure or list that is too large to be drawn whole shows these first.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import inf

from visualizer.layout.analysis.beginning import Beginning
from visualizer.layout.analysis.positions import changed_places, place_of, targets_at
from visualizer.layout.analysis.references import attribute_rows, length_of
from visualizer.layout.analysis.source import Source, named_object, names_in_scope
from visualizer.layout.blocks.measures import MAX_ROWS
from visualizer.layout.picture import Key
from visualizer.layout.visibility import changed_names, frame_key, frame_rows, rebound
from visualizer.model import (
    Content,
    Delta,
    Frame,
    FrameKind,
    Heap,
    HeapObject,
    Instance,
    ObjectChange,
    Scalar,
    State,
    own_names,
)
from visualizer.model import Mapping as MappingContent
from visualizer.model import Sequence as SequenceContent

type Events = list[tuple[int, frozenset[int]]]
"""Wanted objects or places, each from its step on until the next."""

_MAX_LEVELS = 4
"""The maximum number of levels of holders above an object in focus."""
_FEW_HOLDERS = 3
_INNERMOST = 3
"""The number of innermost calls whose names count."""
_MAX_TOUCHED = 60
"""The maximum number of objects of a step whose holders are searched."""


class Focus:
    """Collects the focus; call ``observe`` once for each step, in order.

    ``changed`` are the objects that a step changes or newly refers to, and their holders;
    ``touched`` adds the objects that it creates and those to which names and attributes on the next
    line lead, ``near`` those with names in the running frame, each with holders. ``core`` are
    ``near`` without the holders. ``named`` are objects with names in the module and the innermost
    calls; ``cells`` are the places in containers in focus, by the container's serial. ``bound`` are
    the names that a step rebinds, or that its next line uses.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self.near = Spans()
        self.touched = Spans()
        self.changed = Spans()
        self.core = Spans()
        self.named = Spans()
        self.cells: defaultdict[int, Events] = defaultdict(list)
        self.bound: defaultdict[Key, Bindings] = defaultdict(Bindings)
        self._open: dict[int, frozenset[int]] = {}

    def observe(self, state: State, delta: Delta, holders: Mapping[int, Mapping[int, int]]) -> None:
        """Record the focus of a step; ``holders`` are the current holders of each object."""
        step = delta.step.number
        own = delta
        if isinstance(delta, Beginning):
            own = delta.own
            for key, _, new in changed_names(delta):
                self.bound[key].number(name for name, _ in new)
        cells: defaultdict[int, set[int]] = defaultdict(set)
        bound = [(key, rebound(old, new)) for key, old, new in changed_names(own)]
        changed = [*_changed(state, own, self._source.texts, cells)]
        changed += [one for _, names in bound for one in names.values() if _is_object(state, one)]
        made = [one.serial for one in own.objects if _is_made(one)]
        names = _running_names(state)
        self._record_indices(state, cells)
        self._note_names(state, delta)
        used = defaultdict[Key, dict[str, None]](dict)
        for key, found in (*bound, *self._used(state)):
            used[key].update(dict.fromkeys(found))
        for key, wanted in used.items():
            if wanted:
                self.bound[key].record(step, wanted)
        named = [one for one in names.values() if _is_object(state, one)]
        made += self._on_line(state)
        self.core.record(step, (*changed, *made, *named))
        near: dict[int, None] = {}
        for spans, more in ((self.changed, changed), (self.touched, made), (self.near, named)):
            near.update(dict.fromkeys(more))
            for serial in more[:_MAX_TOUCHED]:
                _climb(serial, state, holders, near, cells)
            spans.record(step, near.keys())
        self._note_cells(step, cells)

    def _note_names(self, state: State, delta: Delta) -> None:
        if not delta.stacks and not delta.globals:
            return
        found: set[int] = set()
        for names in state.globals.values():
            found.update(serial for _, serial in names)
        for frame in state.frames[-_INNERMOST:]:
            found.update(serial for _, serial in own_names(frame))
        self.named.record(delta.step.number, (one for one in found if _is_object(state, one)))

    def _on_line(self, state: State) -> Iterator[int]:
        """Yield the objects to which names and attributes on the next line lead."""
        paths = self._source.paths_at(state.frames[-1]) if state.frames else ()
        names = names_in_scope(state.frames[-1], state) if paths else {}
        found = (named_object(path, names, state.heap) for path in paths)
        yield from (one.serial for one in found if one and not isinstance(one.content, Scalar))

    def _used(self, state: State) -> Iterator[tuple[Key, Iterable[str]]]:
        """Yield the names that the next line uses, with the namespaces in which they are found."""
        paths = self._source.paths_at(state.frames[-1]) if state.frames else ()
        names = dict.fromkeys(path.partition(".")[0] for path in paths)
        if names:
            frame = state.frames[-1]
            own = {name for name, _ in own_names(frame)}
            yield frame_key(frame), [name for name in names if name in own]
            key = Key("globals", frame.file)
            known = self.bound[key].names
            yield key, [name for name in names if name not in own and name in known]

    def _record_indices(self, state: State, cells: defaultdict[int, set[int]]) -> None:
        function = state.frames[-1].function if state.frames else ""
        if function not in self._source.marks and function not in self._source.columns:
            return
        frame, heap = state.frames[-1], state.heap
        names = names_in_scope(frame, state)
        marks, columns = self._source.marks_at(frame), self._source.columns_at(frame)
        indexed = [(named_object(name, names, heap), index) for name, index in marks]
        for name, index in columns:
            thing = named_object(name, names, heap)
            rows = thing.content if thing is not None else None
            if isinstance(rows, SequenceContent) and rows.items:
                # Any row will do: a matrix shows its columns for all rows.
                indexed.append((heap.get(rows.items[0]), index))
        for thing, index in indexed:
            place = _indexed_place(thing, names.get(index, 0), heap)
            if thing is not None and place is not None:
                cells[thing.serial].add(place)

    def _note_cells(self, step: int, cells: Mapping[int, set[int]]) -> None:
        for serial in self._open.keys() - cells.keys():
            del self._open[serial]
            self.cells[serial].append((step, frozenset()))
        for serial, places in cells.items():
            now = frozenset(places)
            if self._open.get(serial) != now:
                self._open[serial] = now
                self.cells[serial].append((step, now))


class Bindings:
    """The steps that bind or use names of one namespace; ``names`` gives each name a number."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.events: Events = []

    def number(self, names: Iterable[str]) -> None:
        """Give each new name a number."""
        for name in names:
            self.names.setdefault(name, len(self.names))

    def record(self, step: int, names: Iterable[str]) -> None:
        """Record names that a step binds to other objects, or that its line uses."""
        self.number(names)
        found = frozenset(self.names[name] for name in names)
        if not self.events or found != self.events[-1][1]:
            self.events.append((step, found))


class Spans:
    """The intervals of steps in which each object was recorded."""

    def __init__(self) -> None:
        self._open: dict[int, int] = {}
        self._starts: defaultdict[int, list[int]] = defaultdict(list)
        self._ends: defaultdict[int, list[int]] = defaultdict(list)
        """The first steps of each object's finished intervals, and the first steps after them."""
        self.events: list[tuple[int, frozenset[int], frozenset[int]]] = []
        """The added and removed objects of each step that has any."""

    def record(self, step: int, now: Iterable[int]) -> None:
        """Record the objects of a step; they stay until the next recorded step."""
        present = set(now)
        added, removed = present - self._open.keys(), self._open.keys() - present
        for serial in removed:
            self._starts[serial].append(self._open.pop(serial))
            self._ends[serial].append(step)
        for serial in added:
            self._open[serial] = step
        if added or removed:
            self.events.append((step, frozenset(added), frozenset(removed)))

    def has(self, serial: int, step: int) -> bool:
        """Whether an object was recorded for a step."""
        return self.next_use(serial, step) == step

    def next_use(self, serial: int, step: int) -> float:
        """Return the first step from ``step`` on that has the object; infinity if none has."""
        since = self._open.get(serial)
        ends = self._ends.get(serial, ())
        nth = bisect_right(ends, step)
        if nth < len(ends):
            return max(self._starts[serial][nth], step)
        return max(since, step) if since is not None else inf


def _is_made(change: ObjectChange) -> bool:
    is_new = change.old is None and change.new is not None
    return is_new and not isinstance(change.new and change.new.content, Scalar)


def _changed(
    state: State, delta: Delta, texts: Collection[str], cells: defaultdict[int, set[int]]
) -> Iterator[int]:
    """Yield the objects that a step changes, and their new targets."""
    for change in delta.objects:
        thing = change.new
        if thing is None or change.old is None or isinstance(thing.content, Scalar):
            continue
        before, now = change.old.content, thing.content
        if before is now or before == now:
            continue
        yield change.serial
        places = changed_places(before, now)
        shown = places or _changed_rows(change.old, thing, state, texts)
        if shown:
            cells[change.serial].update(shown)
        yield from (one for one in targets_at(before, now, places) if _is_object(state, one))


def _changed_rows(
    before: HeapObject, thing: HeapObject, state: State, texts: Collection[str]
) -> Sequence[int]:
    """Return the rows of the changed attributes in the card of an object with many."""
    if length_of(thing.content) <= MAX_ROWS:
        return ()
    known = dict(attribute_rows(before, state.heap, texts))
    rows = enumerate(attribute_rows(thing, state.heap, texts))
    return [place for place, (name, one) in rows if known.get(name) != one]


def _running_names(state: State) -> Mapping[str, int]:
    if not state.frames:
        return {}
    frame: Frame = state.frames[-1]
    names = state.globals.get(frame.file, ()) if frame.kind is FrameKind.MODULE else ()
    return dict((*names, *frame_rows(frame)))


def _is_object(state: State, serial: int) -> bool:
    thing = state.heap.get(serial)
    return thing is not None and not isinstance(thing.content, Scalar)


def _indexed_place(thing: HeapObject | None, index: int, heap: Heap) -> int | None:
    number = heap.get(index)
    if thing is None or number is None or not isinstance(number.content, Scalar):
        return None
    return _place_at(thing.content, number.serial, number.content.text)


def _place_at(content: Content, key: int, text: str) -> int | None:
    """Return the place of an index or key in a container."""
    if isinstance(content, MappingContent):
        return next((n for n, (one, _) in enumerate(content.entries) if one == key), None)
    if not isinstance(content, SequenceContent) or not text.lstrip("-").isdigit():
        return None
    place = int(text) + (content.length if text.startswith("-") else 0)
    return place if 0 <= place < content.length else None


def _climb(
    serial: int,
    state: State,
    holders: Mapping[int, Mapping[int, int]],
    near: dict[int, None],
    cells: defaultdict[int, set[int]],
) -> None:
    """Add the holders of an object, so that there is a path to it."""
    here: Sequence[int] = [serial]
    for _ in range(_MAX_LEVELS):
        above = []
        for one in here:
            found = holders.get(one, {})
            if len(found) > _FEW_HOLDERS:
                continue
            for holder in found:
                thing = state.heap.get(holder)
                if thing is None or not isinstance(
                    thing.content, SequenceContent | MappingContent | Instance
                ):
                    continue
                place = place_of(thing.content, one)
                if place is not None:
                    cells[holder].add(place)
                if holder not in near:
                    near[holder] = None
                    above.append(holder)
        here = above
