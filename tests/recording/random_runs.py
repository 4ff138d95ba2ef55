"""Random runs: every kind of object and every operation, in any valid order."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.recording.random_contents import TEXTS, RandomContents, numbers_in
from tests.recording.script import Script, snapshot
from visualizer.model import (
    Content,
    Event,
    FrameKind,
    Instance,
    Mapping,
    Range,
    RangeKind,
    Sequence,
    State,
)


@dataclass(frozen=True, slots=True)
class Run:
    """Records, and the states after the steps; ``states[0]`` is before the first."""

    records: tuple[bytes, ...]
    states: tuple[State, ...]


def random_run(seed: int, steps: int = 30, *, in_parts: bool = False) -> Run:
    """Make a run; with ``in_parts`` most steps take several records."""
    return _Maker(random.Random(seed), in_parts).run(steps)


class _Maker:
    def __init__(self, chance: random.Random, in_parts: bool) -> None:
        self.chance = chance
        self.in_parts = in_parts
        self.records: list[bytes] = []
        self.contents = RandomContents(chance)
        self.script = Script()
        self.frames = 0
        self.highest_before = 0
        self.written: set[int] = set()

    def run(self, steps: int) -> Run:
        records = self.records = [self.script.hello()]
        states = [snapshot(self.script.state)]
        for _ in range(steps):
            out = sum(self.chance.choices((0, 5), (4, 1)))
            before = self.script.state.step
            written = before.stdout_end if before else 0
            event = self.chance.choice(tuple(Event))
            self.script.begin(event, self.chance.randrange(99), out=written + out)
            self._change()
            records.append(self.script.end())
            states.append(snapshot(self.script.state))
        return Run(tuple(records), tuple(states))

    def _change(self) -> None:
        self.highest_before = self.script.highest
        self.written.clear()
        # Objects first: the wire looks references up when the record is whole.
        self._give_birth()
        if self.chance.random() < 0.2:
            # Frames are popped first.
            self._pop()
        for act in self.chance.sample(self._acts(), self.chance.randrange(6)):
            act()
            self._cut()
        self._free_what_nobody_refers_to()
        if self.script.state.heap and self.chance.random() < 0.3:
            self.script.value(self._any())
        if self.script.state.heap and self.chance.random() < 0.1:
            self.script.exception(self._any())

    def _cut(self) -> None:
        """Perhaps end the record here and continue the step in the next."""
        if self.in_parts and self.chance.random() < 0.3:
            self.records.append(self.script.part())

    def _acts(self) -> list[Callable[[], None]]:
        return [
            *(self._push, self._line, self._thread),
            # A record binds a name once: an earlier object of the name may already be gone.
            *((self._bind,) if self.chance.random() < 0.3 else (self._locals, self._globals)),
            *(self._content, self._count, self._size, self._reachable, self._splice),
            *(self._apart, self._deleted, self._range),
        ]

    # ---- objects ----

    def _give_birth(self) -> None:
        # Serials first, so that they may refer to each other.
        serials = [self.script.next_serial() for _ in range(self.chance.randrange(4))]
        known = [*self.script.state.heap, *serials]
        for serial in serials:
            self.script.new(
                self.contents.any(known),
                serial,
                type=self.chance.choice(TEXTS),
                refcount=self.chance.choice((None, 0, 1, 7)),
                size=self.chance.randrange(1000),
                unreachable=self.chance.random() < 0.1,
            )
            self._cut()

    def _any(self) -> int:
        return self.chance.choice(list(self.script.state.heap))

    def _content(self) -> None:
        known = list(self.script.state.heap)
        if old := self._unwritten(known):
            self.script.change(self._written(old), self.contents.any(known))

    def _unwritten(self, serials: list[int]) -> list[int]:
        """Return the serials without new content: a record has at most one for an object."""
        return [s for s in serials if s <= self.highest_before and s not in self.written]

    def _written(self, serials: list[int]) -> int:
        found = self.chance.choice(serials)
        self.written.add(found)
        return found

    def _count(self) -> None:
        if self.script.state.heap:
            self.script.count(self._any(), self.chance.choice((None, 0, 5)))

    def _size(self) -> None:
        if self.script.state.heap:
            self.script.size(self._any(), self.chance.randrange(999))

    def _reachable(self) -> None:
        if self.script.state.heap:
            self.script.unreachable(self._any(), self.chance.random() < 0.5)

    def _splice(self) -> None:
        """Replace some items of a container, or of an instance's own container."""
        heap = self.script.state.heap
        found = []
        for serial in self._unwritten(list(heap)):
            one = heap[serial]
            inner = one.content.base if isinstance(one.content, Instance) else one.content
            if isinstance(inner, (Sequence, Mapping)):
                found.append((serial, one.content, inner))
        if not found:
            return
        serial, content, inner = self.chance.choice(found)
        self.written.add(serial)
        pair = isinstance(inner, Mapping)
        old = inner.items if isinstance(inner, Sequence) else sum(inner.entries, ())
        step = 2 if pair else 1
        start = self.chance.randrange(0, len(old) + 1, step)
        removed = self.chance.randrange(0, len(old) - start + 1, step)
        added = tuple(self.chance.choices(list(heap), k=step * self.chance.randrange(3)))
        flat = old[:start] + added + old[start + removed :]
        whole = len(flat) // step + self.chance.randrange(3)
        new: Sequence | Mapping = (
            Mapping(tuple(zip(flat[::2], flat[1::2], strict=True)), whole)
            if pair
            else Sequence(flat, whole)
        )
        to: Content = new
        if isinstance(content, Instance):
            to = Instance(content.cls, content.attributes, new)
        self.script.splice(serial, (start, removed), added, to, whole)

    def _apart(self) -> None:
        if self.script.state.heap:
            self.script.apart(self._any(), self.chance.choice((0, 0x7F0000001230)))

    def _deleted(self) -> None:
        if self.script.state.heap:
            self.script.deleted(self._any(), self.chance.randrange(3))

    def _range(self) -> None:
        kind, size = self.chance.choice(tuple(RangeKind)), self.chance.choice((0, 1 << 14, 1 << 20))
        facts = tuple(range(self.chance.randrange(4)))
        self.script.range(Range(kind, 0x4000 * self.chance.randrange(4), size, facts))

    def _free_what_nobody_refers_to(self) -> None:
        state = self.script.state
        names = [*state.globals.values()]
        names += [frame.locals for stack in state.stacks.values() for frame in stack]
        held = {serial for named in names for _, serial in named}
        for one in state.heap.values():
            held |= numbers_in(one.content)
        free = [serial for serial in state.heap if serial not in held]
        # An object that dies in the step of its birth is never sent.
        free = [serial for serial in free if serial <= self.highest_before]
        if free and self.chance.random() < 0.7:
            self.script.free(*self.chance.sample(free, self.chance.randrange(1, len(free) + 1)))

    # ---- stacks and names ----

    def _push(self) -> None:
        self.frames += 1
        kind = self.chance.choice(tuple(FrameKind))
        thread = self.chance.choice((1, 1, 2))
        self.script.push(self.frames, self.chance.choice(TEXTS), 3, kind, thread)

    def _pop(self) -> None:
        if self.script.state.stacks:
            thread = self.chance.choice(list(self.script.state.stacks))
            most = len(self.script.state.stacks[thread])
            self.script.pop(self.chance.randint(1, most), thread)

    def _line(self) -> None:
        if place := self._place():
            self.script.set_line(place[1], self.chance.randrange(99), place[0])

    def _locals(self) -> None:
        place = self._place()
        if place and self.script.state.stacks[place[0]][place[1]].kind is not FrameKind.MODULE:
            known = list(self.script.state.heap)
            self.script.set_locals(place[1], self.contents.named(known), place[0])

    def _bind(self) -> None:
        place = self._place()
        if place and self.script.state.heap:
            named = self.script.state.stacks[place[0]][place[1]].locals
            if named:
                chosen = self.chance.randrange(len(named))
                self.script.bind(place[1], chosen, self._any(), place[0])

    def _place(self) -> tuple[int, int] | None:
        stacks = self.script.state.stacks
        if not stacks:
            return None
        thread = self.chance.choice(list(stacks))
        return thread, self.chance.randrange(len(stacks[thread]))

    def _globals(self) -> None:
        file = self.chance.choice(("prog.py", "other.py"))
        if file in self.script.state.globals and self.chance.random() < 0.3:
            self.script.set_globals(file, None)
        else:
            self.script.set_globals(file, self.contents.named(list(self.script.state.heap)))

    def _thread(self) -> None:
        self.script.name_thread(self.chance.choice((1, 2)), self.chance.choice(TEXTS))
