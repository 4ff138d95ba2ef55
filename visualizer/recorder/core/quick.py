"""Hands steps to the part in C, and takes back what came of them.

``arm`` tells it what the line that runs now may change; ``settle`` brings the tables up to date
with the steps that it has made since. In between the tables stand still.
"""

from __future__ import annotations

from visualizer.recorder.objects import IMMORTAL, NO_AGE
from visualizer.recorder.packing import pack
from visualizer.recorder.returns import HELD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from visualizer.recorder.changes import Place, Tracker
    from visualizer.recorder.code_facts import CodeFacts
    from visualizer.recorder.spool import Spool
    from visualizer.recorder.stacks import Known, Stacks

    type Standing = tuple[int, Sequence[tuple[CodeFacts, Known]], bool]
    """Depth of the first of some frames, what is known of them, whether the last has just begun."""
    type Changed = tuple[int, int, int, type | None, int, int, Any, bytes | None]
    """Address, slot, serial, type, count, size and content of an object; items appended to it."""


class Quick:
    """``native`` is the part in C; ``callbacks`` are those to register for lines, jumps, calls and
    returns.

    ``has_steps()`` tells whether there is anything to settle; if not, the core is at rest.
    """

    def __init__(self, native: Any, tracker: Tracker, spool: Spool, stacks: Stacks) -> None:
        self._native = native
        self._tracker = tracker
        self._spool = spool
        self._stacks = stacks
        self._facts: dict[int, CodeFacts] = {}
        self._keys: dict[int, frozenset[int]] = {}
        self._may_call = True
        self.has_steps = native.has_steps_
        self.callbacks = (native.on_line_, native.on_jump_, native.on_start_, native.on_return_)

    def begin(
        self,
        callbacks: Sequence[Any],
        raised: dict[int, int],
        texts: list[str],
        names: dict[int, Any],
    ) -> None:
        """The callbacks for all else, and the tables that the core looks into.

        ``names`` are the global ones, by file.
        """
        tracker = self._tracker
        own = tracker.objects, self._spool, raised, tracker.reader.plans, texts
        sources = names, self._stacks.threads, tracker.kinds, tracker.reader.layout_names
        self._native.begin_(*callbacks, *own, *sources, self._spool.mapping())

    def let_calls_be(self) -> None:
        """From now on each call and each return is for the recorder in Python."""
        self._may_call = False

    def arm(
        self, thread: int, standing: Standing, ends: tuple[int, int], *, is_range_replaced: bool
    ) -> None:
        """Have the next step made there, if it is one of these frames, or of what they call."""
        depth, frames, has_begun = standing
        tracker, stacks = self._tracker, self._stacks
        if not tracker.is_at_rest():
            return
        told = []
        for facts, known in frames:
            if facts.unreadable or facts.kind > 1:
                return
            keys = self._keys[facts.number]
            if not (has_begun or known.line in keys or -1 - known.instruction in keys):
                return
            told.append((
                *(facts.number, known.names, known.addresses, known.frame, known.serial),
                *(known.line, known.instruction, has_begun),
            ))  # fmt: skip
        may_call = self._may_call and thread == 1 and not stacks.have_locks
        self._native.arm_(
            *((*told,), (thread, depth), ends, tracker.collector.older, not is_range_replaced),
            *(may_call, stacks.last_serial),
        )

    def knows(self, facts: CodeFacts) -> bool:
        """Whether the core knows a code object."""
        return facts.number in self._facts

    def know(self, facts: CodeFacts, known: Known) -> None:
        """Tell it of one, which a frame runs; what is made for that lasts."""
        is_callable = facts.kind == 1 and not facts.cells and facts.sites is None
        self._facts[facts.number] = facts
        self._keys[facts.number] = facts.ahead[0].union(line[0] for line in facts.lines)
        self._native.know_code_((
            *(facts.number, facts.file, facts.function, facts.kind, facts.first_line, known.code),
            *(facts.instructions, is_callable, facts.local_numbers, facts.constant_addresses),
            *(facts.lines, facts.ahead[1]),
        ))  # fmt: skip

    def settle(self, thread: int, depth: int) -> tuple[int, bool]:
        """Take over what the core has done since it was armed, with the frames from ``depth`` on.

        Gives how many frames were made less those that ended, and whether the last step was a
        return.
        """
        native, tracker, objects = self._native, self._tracker, self._tracker.objects
        count, dead, returned, serial, made, stood = native.settle_()
        highest = objects.highest
        tracker.bury_slots(dead)
        while (thing := native.thing_()) is not None:
            self._take_over(thing)
        objects.highest = highest
        stacks = self._stacks
        stacks.last_serial = serial
        for n in range(count):
            number, *told = native.frame_(n)
            stacks.settle(thread, depth + n, self._facts[number], told)
        stacks.cut(thread, depth + count)
        tracker.victims.passed((thread, stood, None, 0))
        if returned is not None:
            self._take_over_return(thread, returned)
        return made, returned is not None

    def _take_over(self, one: Changed) -> None:
        address, slot, serial, cls, count, size, content, appended = one
        tracker, objects = self._tracker, self._tracker.objects
        if not slot:
            tracker.know(tracker.reader.plans[id(cls)])
            slot = objects.add(address, id(cls), content, NO_AGE)
            objects.serials[slot] = serial
            if count > IMMORTAL:
                objects.settle(slot)
        elif content is not None:
            objects.contents[slot] = content
        objects.take_over(slot, count + HELD, size)
        if appended is not None:
            before = objects.contents[slot]
            length = int.from_bytes(before[:8], "little") + len(appended) // 8
            objects.contents[slot] = pack((length,)) + before[8:] + appended

    def _take_over_return(self, thread: int, told: tuple[int, int, Sequence[int]]) -> None:
        """What dies with the frame, and what is on its way (``Returns.frame_returns``)."""
        value, left, doomed = told
        returns, own = self._tracker.returns, self._stacks.known(thread)
        own[-1].frame = 0
        returns.doomed = doomed
        if value:
            depth = len(own) - 1
            caller: Place = thread, depth, None, 0
            if depth:
                above = own[-2]
                caller = thread, depth, self._stacks.facts_of(above), above.instruction
            returns.in_flight[value] = caller, left + HELD
