"""Hands steps to the part in C, and takes back what came of them.

``arm`` tells it what the line that runs now may change; ``settle`` brings the tables up to date
with the steps that it has made since. In between the tables stand still.
"""

from __future__ import annotations

from visualizer.recorder.objects import NO_AGE
from visualizer.recorder.returns import HELD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from visualizer.recorder.changes import Tracker
    from visualizer.recorder.code_facts import CodeFacts
    from visualizer.recorder.simple import Simple
    from visualizer.recorder.spool import Spool
    from visualizer.recorder.stacks import Known

    type After = tuple[CodeFacts, Known, Simple, int, int]
    """What is known when the line before was a simple one; thread and depth come last."""
    type Changed = tuple[int, int, int, int, type | None, int, int, Any]
    """A name's place; address, slot, serial, type, count, size and content of what it has."""


class Quick:
    """``on_line`` and ``on_jump`` are the callbacks to register; ``native`` is the part in C.

    ``has_steps()`` tells whether there is anything to settle; if not, the core is at rest.
    """

    def __init__(self, native: Any, tracker: Tracker, spool: Spool) -> None:
        self._native = native
        self._tracker = tracker
        self._spool = spool
        self.has_steps = native.has_steps_
        self.on_line, self.on_jump = native.on_line_, native.on_jump_
        self._arm, self._learn, self._take_back = native.arm_, native.learn_, native.settle_

    def begin(self, on_line: Any, on_jump: Any, raised: dict[int, int], texts: list[str]) -> None:
        """The callbacks for all else, and the tables that the core looks into."""
        tracker = self._tracker
        own = tracker.objects, self._spool, raised, tracker.reader.plans, texts
        self._native.begin_(on_line, on_jump, *own, self._spool.mapping())

    def arm(self, after: After, ends: tuple[int, int], *, is_range_replaced: bool) -> None:
        """Have the next step made there, if it is one of this frame: a simple line runs now."""
        facts, known, _, thread, depth = after
        tracker = self._tracker
        if not tracker.is_at_rest():
            return
        line = _line(after)
        if line is not None:
            self._arm(
                *line,
                *(known.addresses, known.frame, thread, depth, facts.file, facts.function),
                *(known.line, ends, tracker.collector.older, not is_range_replaced),
            )

    def learn(self, after: After) -> None:
        """Have the core know the line that runs now when it comes there by itself."""
        line = _line(after)
        if line is not None:
            self._learn(*line)

    def settle(self, after: After) -> int:
        """Take over what the core has done since it was armed with ``after``; the line it is at."""
        line, instruction, dead, changed = self._take_back()
        objects, known = self._tracker.objects, after[1]
        highest = objects.highest
        self._tracker.bury_slots(dead)
        addresses = [*known.addresses]
        new: set[int] = set()
        for one in changed:
            addresses[one[0]] = one[1]
            self._take_over(one, new)
        objects.highest = highest
        known.addresses = tuple(addresses)
        known.line, known.instruction, known.bare = line, instruction, -1
        return line  # type: ignore[no-any-return]

    def _take_over(self, one: Changed, new: set[int]) -> None:
        _, address, slot, serial, cls, count, size, content = one
        tracker, objects = self._tracker, self._tracker.objects
        if cls is None or serial in new:
            return
        if not slot:
            new.add(serial)
            tracker.know(tracker.reader.plans[id(cls)])
            slot = objects.add(address, id(cls), content, NO_AGE)
            objects.serials[slot] = serial
        objects.take_over(slot, count + HELD, size)


def _line(after: After) -> tuple[Any, ...] | None:
    """A simple line as the core learns it; None where it may not look at the frame itself.

    Its key is the line, or -1 less the instruction where a loop goes round, or a function has just
    begun: there the line is not run from its beginning (``simple_loops``, ``Steps``).
    """
    facts, known, (loaded, bound), *_ = after
    if facts.unreadable or (facts.kind == 0 and facts.places) or facts.kind > 1:
        return None
    is_whole = facts.simple.get(known.line) == (loaded, bound)
    key = known.line if is_whole else -1 - known.instruction
    return (facts.number, known.names, facts.kind == 0, facts.local_numbers, key, loaded, bound)
