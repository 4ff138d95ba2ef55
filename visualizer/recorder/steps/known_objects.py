"""Tables of facts about each object between steps, by address.

They contain numbers, bytes, and the plans for reading, but no objects and no references to any.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from visualizer.recorder.objects.plans import Plan

IMMORTAL = 1 << 31
"""Above every mortal count (3.13: 4294967295, 3.14: 3221225472); Include/refcount.h."""
UNCOUNTED = 0
"""The count of an object that has not been counted yet."""
CONSTANT = 1 << 62
"""The value in ``seen`` of an object that never has to be scanned again."""


class Objects:
    """The tables of known objects.

    ``seen`` is the last scan that visited an object: the current ``scan`` visits each only once.
    ``highest`` is the last serial in use.
    """

    def __init__(self) -> None:
        self.highest = 0
        self.scan = 1
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
        """Forget all objects; serials continue."""
        for table in (self.seen, self.serials, self.plans, self.contents, self.counts, self.sizes):
            table.clear()

    def missing(self) -> set[int]:
        """Return the addresses of known objects that this scan has not visited."""
        return {address for address, scan in self.seen.items() if scan < self.scan}

    # ---- adding and removing ----

    def add(self, address: int, plan: Plan, content: Any) -> None:
        """Give a new object a serial; it counts as visited, but not as counted."""
        self.highest += 1
        self.serials[address] = self.highest
        self.plans[address] = plan
        self.contents[address] = content
        self.counts[address] = UNCOUNTED
        self.sizes[address] = 0
        self.seen[address] = self.scan

    def mark_constant(self, address: int) -> None:
        """Mark an object that never changes and never dies."""
        self.seen[address] = CONSTANT

    def remove(self, address: int) -> int:
        """Remove a dead object and return its serial."""
        del self.seen[address], self.plans[address], self.contents[address]
        del self.counts[address], self.sizes[address]
        return self.serials.pop(address)

    # ---- queries ----

    def is_live(self, address: int) -> bool:
        """Whether a known object at the address may change or die."""
        return self.seen.get(address, CONSTANT) != CONSTANT

    def count(self, address: int) -> int:
        """Return the stored count; that of an immortal object if none is known."""
        return self.counts[address] if self.is_live(address) else IMMORTAL + 1
