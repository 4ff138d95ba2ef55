"""What the end of a frame does to what its variables refer to and to what it hands out."""

from __future__ import annotations

from sys import getrefcount

from visualizer.recorder import wire
from visualizer.recorder.versions import HELD, TAKEN
from visualizer.recorder.waiting import still_waits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from visualizer.recorder.changes import Place, Tracker


class Returns:
    """``doomed`` are the addresses of what dies with the frame that has just returned.

    ``in_flight`` is what is on its way to the caller, where nothing can see it: by address, the
    caller's place and the count it will have there.
    """

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self.doomed: Iterable[int] = ()
        self.in_flight: dict[int, tuple[Place, int]] = {}

    def frame_returns(
        self, held: Iterable[int], caller: Place, values: tuple[int, int], may_die: bool
    ) -> None:
        """Work out, from this step's counts, what the end of the frame will do.

        ``held`` are the addresses its variables refer to. ``values`` are the address of what is
        handed out: where the collector does not know it, else 0, and where it is not counted yet
        that it is, else 0. ``caller`` is where the caller stands. ``may_die`` is False where the
        frame object lives on, and with it its variables.
        """
        tracker, objects = self._tracker, self._tracker.objects
        if not may_die:
            return
        value, lent = values
        references = {lent: -1} if lent else {}
        doomed = []
        waiting = [*held]
        for address in waiting:
            if not objects.is_live(address):
                continue
            references[address] = references.get(address, 0) + 1
            # No finalizer can bring it back to life, no frame of its own is to be closed.
            plan = objects.plans[address]
            is_quiet = plan.dies_quietly and plan.kind not in (wire.SUSPENDED, wire.CLASS)
            if references[address] == tracker.true_count(address) and is_quiet:
                doomed.append(address)
                waiting += tracker.children(address)
        self.doomed = doomed
        waiting = [value]
        for address in waiting:
            if objects.is_live(address) and address not in self.in_flight:
                left = objects.count(address) - references.get(address, 0)
                self.in_flight[address] = (caller, left)
                # The collector does not know a dict of numbers and text, nor what it holds.
                waiting += tracker.children(address)

    def leave_in_flight(self, gone: set[int], place: Place, numbers: list[int]) -> None:
        """Take from the dead what is a returned value on its way to the caller, and all in it."""
        tracker, objects = self._tracker, self._tracker.objects
        kept = []
        for address in self.in_flight.keys() & gone:
            caller, count = self.in_flight[address]
            if waits(caller, place):
                gone.discard(address)
                kept.append(address)
                if objects.counts[address] != count:
                    objects.counts[address] = count
                    numbers += (wire.COUNT, objects.serial(address), count - HELD)
        for address in kept:
            inner = [child for child in tracker.children(address) if child in gone]
            gone.difference_update(inner)
            kept += inner

    def land(self, place: Place, things: Sequence[object]) -> None:
        """What was on its way to a frame that goes on by now has arrived there, or is dead.

        So has what was seen elsewhere without being referred to more often than on its way. The
        table is changed in place: a new one could come to lie where something has died that is
        still thought to be on its way, and be taken for it.
        """
        in_flight = self.in_flight
        for address in [*in_flight]:
            caller, count = in_flight[address]
            if not waits(caller, place) or self._count_seen(address, things) == count:
                del in_flight[address]

    def _count_seen(self, address: int, things: Sequence[object]) -> int:
        """The count of what has been seen at this step, else 0."""
        objects = self._tracker.objects
        if not objects.is_live(address) or objects.seen[address] < objects.moment:
            return 0
        at = [*map(id, things)].index(address)
        return getrefcount(things[at]) + HELD - TAKEN

    def has_been_replaced(self, address: int) -> bool:
        """Whether what the collector knows where a value is on its way is another.

        The value is dead then: nothing but its way referred to it, so nobody can have changed it,
        and the collector did not know it.
        """
        if not self.is_out_of_reach(address):
            return False
        del self.in_flight[address]
        return True

    def is_out_of_reach(self, address: int) -> bool:
        """Whether nothing but the way to the caller referred to it: so nobody has changed it."""
        return address in self.in_flight and self.in_flight[address][1] == HELD + 1


def waits(caller: Place, place: Place) -> bool:
    """Whether what was handed to ``caller`` is still on its way when the program is at ``place``.

    It is while calls go on that the caller makes in the same expression, and while the caller
    itself only gathers more operands for it.
    """
    thread, depth, facts, call = caller
    own, reached, running, now = place
    if thread != own or reached > depth:
        return True
    if reached < depth or facts is None or facts is not running:
        return False
    return still_waits(facts.instructions, call, now)
