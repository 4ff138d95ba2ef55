"""Predicts the effect of a frame's end on its variables and its returned value."""

from __future__ import annotations

from opcode import EXTENDED_ARG, opmap, stack_effect
from sys import getrefcount

from visualizer.recorder import wire
from visualizer.recorder.versions import HELD, TAKEN, instructions_beginning, instructions_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from visualizer.recorder.steps.changes import Position, Tracker

_CALL, _LOAD_ATTR = opmap["CALL"], opmap["LOAD_ATTR"]
_TAKES = instructions_beginning("LOAD_ATTR", "LOAD_SUPER", "LOAD_FROM_DICT", "LOAD_SPECIAL")
_PUSHES = instructions_beginning("LOAD_") - _TAKES
_PUSHES |= instructions_named("PUSH_NULL", "NOP", "NOT_TAKEN", "EXTENDED_ARG")


class ReturnTracker:
    """Tracks returning frames; ``doomed`` are the addresses of objects that die with the last one.

    ``in_flight`` are values on their way to the caller, invisible meanwhile: by address, the
    caller's position and the count on arrival.
    """

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self.doomed: Iterable[int] = ()
        self.in_flight: dict[int, tuple[Position, int]] = {}

    def on_frame_return(
        self, held: Iterable[int], caller: Position, values: tuple[int, int], may_die: bool
    ) -> None:
        """Compute, from this step's counts, what the end of the frame will free.

        ``held`` are the addresses of its variables' values. ``values`` are two addresses of the
        returned value: the first is 0 if the collector tracks it, the second is 0 unless its return
        is not counted yet. ``caller`` is the caller's position. ``may_die`` is false if the frame
        object, and with it the variables, stays alive.
        """
        tracker, objects = self._tracker, self._tracker.objects
        if not may_die:
            return
        value, borrowed = values
        references = {borrowed: -1} if borrowed else {}
        doomed = []
        waiting = [*held]
        for address in waiting:
            if not objects.is_live(address):
                continue
            references[address] = references.get(address, 0) + 1
            # Requires that no finalizer can resurrect it, and that it has no frame to close.
            plan = objects.plans[address]
            is_quiet = plan.has_no_finalizer and plan.kind not in (wire.SUSPENDED, wire.CLASS)
            if references[address] == tracker.true_count(address) and is_quiet:
                doomed.append(address)
                waiting += tracker.children(address)
        self.doomed = doomed
        waiting = [value]
        for address in waiting:
            if objects.is_live(address) and address not in self.in_flight:
                left = objects.count(address) - references.get(address, 0)
                self.in_flight[address] = (caller, left)
                # The collector does not track a dict of numbers and text, nor its contents.
                waiting += tracker.children(address)

    def spare_in_flight(self, gone: set[int], position: Position, numbers: list[int]) -> None:
        """Remove from ``gone`` returned values on their way to the caller, with their contents."""
        tracker, objects = self._tracker, self._tracker.objects
        kept = []
        for address in self.in_flight.keys() & gone:
            caller, count = self.in_flight[address]
            if is_in_flight(caller, position):
                gone.discard(address)
                kept.append(address)
                if objects.counts[address] != count:
                    objects.counts[address] = count
                    numbers += (wire.COUNT, objects.serial(address), count - HELD)
        for address in kept:
            inner = [child for child in tracker.children(address) if child in gone]
            gone.difference_update(inner)
            kept += inner

    def drop_arrived(self, position: Position, things: Sequence[object]) -> None:
        """Forget values that have reached a frame that runs again, or are dead.

        Also those seen elsewhere with the expected count. Modifies the table in place: a new one
        could get the address of an object that died while it still seems to be in flight.
        """
        in_flight = self.in_flight
        for address in [*in_flight]:
            caller, count = in_flight[address]
            if not is_in_flight(caller, position) or self._count_seen(address, things) == count:
                del in_flight[address]

    def _count_seen(self, address: int, things: Sequence[object]) -> int:
        """Return the count of an object visited in this step, else 0."""
        objects = self._tracker.objects
        if not objects.is_live(address) or objects.seen[address] < objects.scan:
            return 0
        at = [*map(id, things)].index(address)
        return getrefcount(things[at]) + HELD - TAKEN

    def has_been_replaced(self, address: int) -> bool:
        """Whether a tracked object has the address of a value in flight.

        The value is dead then: only the return referred to it, so no code can have changed it, and
        the collector did not track it.
        """
        if not self.is_held_by_return_only(address):
            return False
        del self.in_flight[address]
        return True

    def is_held_by_return_only(self, address: int) -> bool:
        """Whether only the return referred to it, so that no code can have changed it."""
        return address in self.in_flight and self.in_flight[address][1] == HELD + 1


def is_in_flight(caller: Position, position: Position) -> bool:
    """Whether a value returned to ``caller`` is still in flight at ``position``.

    It is while the caller makes further calls in the same expression, and while it only pushes more
    operands.
    """
    thread, depth, info, call = caller
    own, reached, running, now = position
    if thread != own or reached > depth:
        return True
    if reached < depth or info is None or info is not running:
        return False
    return _is_still_pending(info.instructions, call, now)


def _is_still_pending(instructions: bytes, call: int, now: int) -> bool:
    """Whether the result of the instruction at ``call`` is untouched at the instruction ``now``.

    Follows only instructions that push operands for a later one, or call with operands pushed
    since: an argument list over several lines. Any other instruction may have consumed the value.
    """
    if now <= call:
        return False
    above = extended = 0
    for at in range(call + 2, now, 2):
        instruction, argument = instructions[at], extended | instructions[at + 1]
        if instruction == 0:  # CACHE
            continue
        extended = argument << 8 if instruction == EXTENDED_ARG else 0
        if instruction == _CALL:
            taken = argument + 2
        elif instruction == _LOAD_ATTR:
            taken = 1
        elif instruction in _PUSHES:
            taken = 0
        else:
            return False
        if taken > above:
            return False
        above += stack_effect(instruction, argument)
    return True
