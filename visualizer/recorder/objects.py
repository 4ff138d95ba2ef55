"""What is known of each object between two steps, by its address.

Neither the objects themselves are in a table nor anything that refers to them: numbers, bytes, and
the plans by which objects are read.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from visualizer.recorder.plans import Plan

IMMORTAL = 1 << 31
"""No count is so high (3.13: 4294967295, 3.14: 3221225472); Include/refcount.h."""
UNCOUNTED = 0
"""The count of what has not been counted yet."""
SETTLED = 1 << 62
"""The moment of what need not be looked at again."""


class Objects:
    """The tables. ``seen`` says at which moment an object was last looked at: one for which that is
    not before ``moment`` need not be looked at. ``highest`` is the last serial that was given out.
    """

    def __init__(self) -> None:
        self.highest = 0
        self.moment = 1
        self.seen: dict[int, int] = {}
        self.serials: dict[int, int] = {}
        self.plans: dict[int, Plan] = {}
        self.contents: dict[int, Any] = {}
        self.counts: dict[int, int] = {}
        self.sizes: dict[int, int] = {}
        self.serial = self.serials.__getitem__
        self.plan = self.plans.get
        self.content: Callable[[int], Any] = self.contents.get

    def forget_all(self) -> None:
        """Begin anew; serials go on."""
        for table in (self.seen, self.serials, self.plans, self.contents, self.counts, self.sizes):
            table.clear()

    def missing(self) -> set[int]:
        """The addresses of what is known and has not been seen at this moment."""
        return {address for address, moment in self.seen.items() if moment < self.moment}

    # ---- coming and going ----

    def add(self, address: int, plan: Plan, content: Any) -> None:
        """Give a new object a serial; it has been seen, but not counted."""
        self.highest += 1
        self.serials[address] = self.highest
        self.plans[address] = plan
        self.contents[address] = content
        self.counts[address] = UNCOUNTED
        self.sizes[address] = 0
        self.seen[address] = self.moment

    def take_over(self, address: int, count: int, size: int) -> None:
        """Remember the count and the size of an object as they were read."""
        self.counts[address] = count
        self.sizes[address] = size

    def settle(self, address: int) -> None:
        """It will never change nor die."""
        self.seen[address] = SETTLED

    def give_up(self, address: int) -> int:
        """The object is dead; its serial."""
        del self.seen[address], self.plans[address], self.contents[address]
        del self.counts[address], self.sizes[address]
        return self.serials.pop(address)

    # ---- asking ----

    def is_live(self, address: int) -> bool:
        """Whether something is known at an address that may change or die."""
        return self.seen.get(address, SETTLED) != SETTLED

    def count(self, address: int) -> int:
        """The count as it was read; as of an immortal object where none is known."""
        return self.counts[address] if self.is_live(address) else IMMORTAL + 1
