"""What the end of a frame does to what its variables refer to and to what it hands out."""

from __future__ import annotations

from visualizer.recorder import wire
from visualizer.recorder.waiting import still_waits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from visualizer.recorder.changes import Place, Tracker

HELD = 2
"""What the counting itself adds: the table of what was seen, and the argument."""


class Returns:
    """``doomed`` are the addresses of what dies with the frame that has just returned.

    ``in_flight`` is what is on its way to the caller, where nothing can see it: by address, the
    caller's place and the count it will have there.
    """

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self.doomed: Iterable[int] = ()
        self.in_flight: dict[int, tuple[Place, int]] = {}

    def frame_returns(self, held: Iterable[int], caller: Place, value: int, may_die: bool) -> None:
        """Work out, from this step's counts, what the end of the frame will do.

        ``held`` are the addresses its variables refer to, ``value`` the address of what is handed
        out where the collector does not know it, else 0. ``caller`` is where the caller stands.
        ``may_die`` is False where the frame object lives on, and with it its variables.
        """
        tracker = self._tracker
        if not may_die:
            return
        references: dict[int, int] = {}
        doomed = []
        waiting = list(held)
        for address in waiting:
            if address in tracker.settled or address not in tracker.counts:
                continue
            references[address] = references.get(address, 0) + 1
            if references[address] == tracker.true_count(address) and self._dies_quietly(address):
                doomed.append(address)
                waiting += tracker.children(address)
        self.doomed = doomed
        waiting = [value]
        for address in waiting:
            if address in tracker.counts and address not in self.in_flight:
                left = tracker.counts[address] - references.get(address, 0)
                self.in_flight[address] = (caller, left)
                # The collector does not know a dict of numbers and text, nor what it holds.
                waiting += tracker.children(address)

    def _dies_quietly(self, address: int) -> bool:
        """No finalizer can bring it back to life, no frame of its own is to be closed."""
        tracker = self._tracker
        plan = tracker.reader.plans.get(tracker.types[address])
        if plan is None or plan.kind in (wire.GENERATOR, wire.CLASS):
            return False
        return plan.dies_quietly

    def leave_in_flight(self, gone: set[int], place: Place, numbers: list[int]) -> None:
        """Take from the dead what is a returned value on its way to the caller."""
        tracker = self._tracker
        for address in self.in_flight.keys() & gone:
            caller, count = self.in_flight[address]
            if waits(caller, place):
                gone.discard(address)
                if tracker.counts[address] != count:
                    tracker.counts[address] = count
                    numbers += (wire.COUNT, tracker.serials[address], count - HELD)

    def land(self, place: Place) -> None:
        """What was on its way to a frame that goes on by now has arrived there, or is dead."""
        self.in_flight = {
            address: entry for address, entry in self.in_flight.items() if waits(entry[0], place)
        }


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
