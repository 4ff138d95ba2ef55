"""Reads a recording step by step and collects the facts that decide how objects are drawn."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set

from visualizer.layout.analysis.boards import Boards, boards_of
from visualizer.layout.analysis.clocks import Clocks
from visualizer.layout.analysis.entries import EntryCollector
from visualizer.layout.analysis.facts import Facts, Level, RaisePoint
from visualizer.layout.analysis.focus import Focus
from visualizer.layout.analysis.functions import FunctionCollector
from visualizer.layout.analysis.holdings import Holdings
from visualizer.layout.analysis.matrices import MAX_COLUMNS, matrices_of
from visualizer.layout.analysis.nesting import OwnershipHistory, nested_structures
from visualizer.layout.analysis.plain import has_long_value, is_plain, is_wrapper, may_be_plain
from visualizer.layout.analysis.positions import differing
from visualizer.layout.analysis.references import class_data, length_of, shown_arguments
from visualizer.layout.analysis.source import (
    Source,
    index_number,
    named_object,
    names_in_scope,
    read_source,
)
from visualizer.layout.analysis.suspended import SuspensionCollector
from visualizer.layout.analysis.unfinished import UnfinishedCollector
from visualizer.layout.blocks.values import Values
from visualizer.layout.checkpoints import checkpoint, with_checkpoints
from visualizer.layout.measure import columns_of
from visualizer.layout.nodes.links import may_have_links
from visualizer.layout.nodes.structures import Links
from visualizer.layout.nodes.trees import names_of_sentinels
from visualizer.model import (
    Cell,
    ClassBody,
    Delta,
    Event,
    ExceptionBody,
    Frame,
    FrameKind,
    Function,
    Heap,
    HeapObject,
    Scalar,
    Sequence,
    StackChange,
    State,
    held_by,
)
from visualizer.model import Mapping as MappingContent
from visualizer.model.run import Routine

MAX_MEASURED = 120
"""The maximum number of a list's items that are measured at a step, before its last item."""
MAX_LETTERS = 22
"""The maximum width of a value in a cell, in columns."""


class FactCollector:
    """Collects facts; call ``observe`` once for each step, in order, after the state has changed.

    The time for a step is proportional to its changes.
    """

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self._source: Source = read_source(texts or {})
        self._links = Links()
        self.focus = Focus(self._source)
        """The focus of each step."""
        self._step = 0
        self._born: dict[int, int] = {}
        self._died: dict[int, int] = {}
        self._last: dict[int, HeapObject] = {}
        self._holdings = Holdings()
        self._named: Clocks[tuple[int, str]] = Clocks()
        self._bound: defaultdict[str, set[int]] = defaultdict(set)
        self._module_names: dict[str, int] = {}
        self._frame_names: dict[int, dict[str, int]] = {}
        self._plain: set[int] = set()
        self._functions = FunctionCollector(self._holdings)
        self._classes: set[int] = set()
        """Classes that ever have data."""
        self._wrappers: dict[int, set[int]] = {}
        """For each property, static method or class method, its functions and their texts."""
        self._longest: dict[int, int] = {}
        self._widest: dict[int, int] = {}
        self._letters: defaultdict[int, bytearray] = defaultdict(bytearray)
        """For each list, the maximum width of a value in columns, at each of its first places."""
        self._entries = EntryCollector()
        self._linked: set[int] = set()
        self._perhaps_linked: defaultdict[int, set[int]] = defaultdict(set)
        self._indexed: set[int] = set()
        self._indexed_across: set[int] = set()
        self._from_end: set[tuple[str, str]] = set()
        self._recursive: dict[Routine, set[str]] = {}
        self._recurring: set[int] = set()
        """The calls in which the function that made them is called again."""
        self._raised: defaultdict[int, list[RaisePoint]] = defaultdict(list)
        self._arguments: dict[int, int] = {}
        """For each tuple of arguments that is not drawn, the exception that shows them."""
        self._digits: dict[int, int] = {}
        self._codes: dict[int, None] = {}
        self._is_ever_lost = False
        self.has_long_values = False
        """Whether an instance or a short dict ever holds a value that a slot cuts."""
        self._suspensions = SuspensionCollector()
        self._unfinished = UnfinishedCollector(self._source.heads)

    def observe(self, state: State, delta: Delta) -> None:
        """Record the changes of a step."""
        step = self._step = delta.step.number
        for change in delta.objects:
            checkpoint()
            if change.new is None:
                self._record_death(change.serial, step)
            else:
                self._record_object(change.new, state.heap, step)
        for names in delta.globals:
            if names.file == next(iter(state.globals), None):
                self._record_globals(dict(names.new or ()), state.heap, step)
        for stack in delta.stacks:
            self._record_stack(stack, state)
        self._codes |= dict.fromkeys(code.number for code in delta.codes)
        self._functions.observe(state, delta)
        self._suspensions.observe(state, delta)
        self._unfinished.observe(state, delta)
        if delta.step.value is not None:
            self._holdings.show(delta.step.value, step)
        self.focus.observe(state, delta, self._holdings.holders)
        if delta.step.event is Event.EXCEPTION and delta.step.exception is not None:
            seen = RaisePoint(step, delta.step.function, delta.step.line)
            self._raised[delta.step.exception].append(seen)

    # ---- objects ----

    def _record_death(self, serial: int, step: int) -> None:
        self._died[serial] = step
        self._links.record_death(serial, step)
        if (thing := self._last.get(serial)) is not None:
            self._holdings.record_death(thing, step)

    def _record_object(self, thing: HeapObject, heap: dict[int, HeapObject], step: int) -> None:
        serial = thing.serial
        self._born.setdefault(serial, step)
        before = self._last.get(serial)
        self._last[serial] = thing
        self._is_ever_lost |= thing.unreachable
        if thing.refcount is not None and thing.refcount > 9:
            digits = len(str(thing.refcount))
            self._digits[serial] = max(digits, self._digits.get(serial, 1))
        if before is not None and before.content == thing.content:
            return
        if isinstance(thing.content, Scalar):
            return
        if is_plain(thing, heap):
            self._plain.add(serial)
        self.has_long_values |= not self.has_long_values and has_long_value(thing.content, heap)
        if is_wrapper(thing):
            self._wrappers[serial] = {target for _, target in held_by(thing.content)}
        self._holdings.record(before, thing, step)
        self._measure(before, thing, heap)
        self._entries.record(before, thing, heap)
        if may_have_links(thing, heap):
            self._links.follow(thing, heap, step)
        match thing.content:
            case Function():
                self._functions.record(serial, thing.content, heap)
            case ClassBody() if class_data(thing, heap, self._source.texts):
                self._classes.add(serial)
            case Sequence() | MappingContent():
                self._follow_holders(serial, heap, step)
            case Cell(contents=int()):
                self._functions.record_cell(serial, self._last)
            case ExceptionBody(args=int(args)) if shown_arguments(thing, heap):
                self._arguments[args] = serial

    def _follow_holders(self, container: int, heap: dict[int, HeapObject], step: int) -> None:
        for holder in self._holdings.holders[container]:
            thing = self._last.get(holder)
            if thing is not None and may_have_links(thing, heap):
                self._links.follow(thing, heap, step)

    def _measure(
        self, before: HeapObject | None, thing: HeapObject, heap: dict[int, HeapObject]
    ) -> None:
        serial, content = thing.serial, thing.content
        length = length_of(content)
        if length > self._longest.get(serial, 0):
            self._longest[serial] = length
        items = content.items if isinstance(content, Sequence) else ()
        known = before.content if before is not None else None
        start, end = 0, len(items)
        if isinstance(known, Sequence):
            start, _, end = differing(known.items, items)
        widest = self._widest.get(serial, 0)
        last = range(max(start, end - 1), end)
        for place in (*range(start, min(end - 1, start + MAX_MEASURED)), *last):
            one = heap.get(items[place])
            if one is None:
                continue
            if isinstance(one.content, Scalar):
                letters = columns_of(one.content.text[:MAX_LETTERS])
            elif isinstance(one.content, Sequence) and is_plain(one, heap):
                letters = _letters(one.type, one.content, heap)
            elif not may_be_plain(one) and not is_plain(one, heap):
                self._linked.add(serial)
                continue
            else:
                letters = columns_of(Values(heap, Facts()).text(items[place], MAX_LETTERS))
                if may_be_plain(one):
                    self._perhaps_linked[serial].add(items[place])
            letters = min(letters, MAX_LETTERS)
            widest = max(widest, letters)
            self._measure_place(serial, place, letters)
        if items:
            self._widest[serial] = widest

    def _measure_place(self, serial: int, place: int, letters: int) -> None:
        if place >= MAX_COLUMNS:
            return
        known = self._letters[serial]
        known += b"\1" * (place + 1 - len(known))
        known[place] = max(known[place], letters)

    # ---- names ----

    def _record_globals(self, names: Mapping[str, int], heap: Heap, step: int) -> None:
        before = self._module_names
        self._module_names = dict(names)
        for name, serial in before.items() - names.items():
            self._named.stop((serial, name), step)
        for name, serial in names.items() - before.items():
            self._named.start((serial, name), step)
            thing = heap.get(serial)
            if thing is not None and not is_plain(thing, heap):
                self._bound[name].add(serial)
        self._holdings.record_names(before.values(), names.values(), step)

    def _record_stack(self, change: StackChange, state: State) -> None:
        old, new, same = change.old or (), change.new or (), change.outer
        self._record_recursion(new, same)
        for frame in old[same:]:
            names = self._frame_names.pop(frame.serial, {})
            self._holdings.record_names(names.values(), (), self._step)
        for frame in new[same:]:
            names = dict((*frame.locals, *frame.comprehension))
            self._frame_names[frame.serial] = names
            self._holdings.record_names((), names.values(), self._step)
            self._holdings.record_operands(frame.operands, self._step)
            self._record_marks(frame, state)

    def _record_recursion(self, stack: tuple[Frame, ...], same: int) -> None:
        """Record functions that are on the stack twice, and their names with different values."""
        for place in range(max(same, 1), len(stack)):
            frame = stack[place]
            routine = frame.routine
            above = range(place - 1, -1, -1)
            outer = next((one for one in above if stack[one].routine == routine), None)
            if outer is not None and frame.kind is not FrameKind.MODULE:
                self._recurring.add(stack[outer + 1].serial)
                known = dict(stack[outer].locals)
                self._recursive.setdefault(routine, set()).update(
                    name for name, target in frame.locals if known.get(name, target) != target
                )

    def _record_marks(self, frame: Frame, state: State) -> None:
        source, function = self._source, frame.function
        if function not in source.marks and function not in source.columns:
            return
        names = names_in_scope(frame, state)
        marks, columns = source.marks_at(frame), source.columns_at(frame)
        for pairs, found in ((marks, self._indexed), (columns, self._indexed_across)):
            for name, index in pairs:
                if index in names and (thing := named_object(name, names, state.heap)):
                    found.add(thing.serial)
                    if (number := index_number(state.heap.get(names[index]))) and number < -1:
                        self._from_end.add((function, index))

    # ---- decisions ----

    def facts(self, level: Level, hidden: frozenset[str] = frozenset()) -> Facts:
        """Return the facts so far; they are final when the whole recording was observed.

        ``hidden`` are the types of objects that are not drawn.
        """
        holding = self._holding(level)
        lasting = {name: min(found) for name, found in self._bound.items() if len(found) == 1}
        linked = self._linked_to(holding)
        kinship, boards = self._ownership(lasting, linked)
        structures, nesting = nested_structures(self._links, kinship, self._now)
        containers = nesting.containers
        containers.update((one, self._arguments.get(at, at)) for one, at in containers.items())
        homes = nesting.every_home()
        pills = frozenset(self._holdings.shared) if level is not Level.VALUES else frozenset()
        matrices = matrices_of(homes, kinship.lists, self._letters)
        for target, holder in with_checkpoints(kinship.held_by):
            if target in pills and containers.get(holder) not in matrices:
                linked.add(holder)
        homes_of_indexed = {containers[one] for one in self._indexed if one in containers}
        return Facts(
            level=level,
            holding=frozenset(holding),
            value_labels=pills,
            shared=frozenset(self._holdings.shared),
            container_of=containers,
            homes=nesting.homes,
            siblings=Counter(home for _, home in homes),
            matrices=matrices,
            boards=boards,
            longest=self._longest,
            widest=self._widest,
            linked=frozenset(linked),
            short_entries=self._entries.short(linked),
            indexed=frozenset(self._indexed),
            indexed_across=frozenset(self._indexed_across | (homes_of_indexed & matrices.keys())),
            from_end=frozenset(self._from_end),
            nodes=structures.nodes,
            members=structures.members,
            structures=structures.found,
            shapes=structures.shapes,
            parents=structures.parents,
            child_lists=frozenset(structures.child_lists),
            sentinels=names_of_sentinels(
                structures.sentinels, self._holdings.holders, self._last, lasting
            ),
            lives={one: life for one, life in self.lives().items() if one in structures.nodes},
            recursive={one: frozenset(names) for one, names in self._recursive.items()},
            recurring=frozenset(self._recurring),
            lasting=lasting,
            raised={serial: tuple(found) for serial, found in self._raised.items()},
            source=self._source,
            digits=self._digits,
            codes=tuple(self._codes),
            has_unreachable=self._is_ever_lost,
            suspended=self._suspensions.found,
            unfinished={} if level.has_counts else self._unfinished.found,
            of_blocks=self._unfinished.of_blocks,
            hidden=hidden,
        )

    def _linked_to(self, holding: Set[int]) -> set[int]:
        """Return the containers that ever hold an object with a card; ``holding`` have one."""
        return self._linked | {
            one for one, found in self._perhaps_linked.items() if found & holding
        }

    def _holding(self, level: Level) -> set[int]:
        """Return the functions and classes that are drawn as cards."""
        functions, are_values = self._functions, level is Level.VALUES
        holding = functions.holding_apart(self._last) if are_values else functions.holding
        holding |= self._classes
        for wrapper, held in self._wrappers.items():
            if not are_values or not holding.isdisjoint(held):
                holding.add(wrapper)
        return holding

    def _ownership(
        self, lasting: Mapping[str, int], linked: Set[int]
    ) -> tuple[OwnershipHistory, Boards]:
        holdings, now = self._holdings, self._now
        known = OwnershipHistory(
            self._last,
            self._lives(),
            holdings.held_by.totals(now),
            holdings.held_often.totals(now),
            holdings.held_twice.totals(now),
            self._lasting_times(lasting),
            self._longest,
            linked,
            self._plain,
            self._died.keys(),
        )
        boards = boards_of(known.held_by, known.lists, self._plain)
        return known._replace(linked=linked - boards.rows, pieces=boards.pieces), boards

    @property
    def _now(self) -> int:
        return self._step + 1

    def _lives(self) -> dict[int, int]:
        """Return how long each object lives; until something refers to it, it waits for a place."""
        first, end = self._holdings.first, self._now
        return {
            serial: self._died.get(serial, end) - first.get(serial, born)
            for serial, born in self._born.items()
        }

    def _lasting_times(self, lasting: Mapping[str, int]) -> Counter[int]:
        """Return for how many steps a lasting name has referred to each object."""
        found: Counter[int] = Counter()
        for (serial, name), time in self._named.totals(self._now).items():
            if lasting.get(name) == serial:
                found[serial] = max(found[serial], time)
        return found

    def lives(self) -> Mapping[int, tuple[int, int]]:
        """Return the steps at which each object was created and freed."""
        return {
            serial: (born, self._died.get(serial, self._now)) for serial, born in self._born.items()
        }


def _letters(kind: str, content: Sequence, heap: Heap) -> int:
    """Return the width of a tuple or frozenset of plain values in columns."""
    texts = (heap[item].content for item in content.items if item in heap)
    within = sum(columns_of(one.text) + 2 for one in texts if isinstance(one, Scalar))
    return 2 + within + (0 if kind == "tuple" else columns_of(kind) + 1)
