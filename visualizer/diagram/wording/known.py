"""The step of a sheet, with the facts that the sheet does not draw."""

from dataclasses import dataclass
from functools import cached_property

from visualizer.explain.references.accounts import Account, accounts
from visualizer.explain.references.ledger import Ledger
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.changes import changes_of
from visualizer.model import Delta, HeapObject, State

MOST_OBJECTS = 15_000
"""In a larger heap, referrers are not computed: 10,000 objects take a tenth of a second."""


@dataclass(frozen=True)
class Known:
    """The state of a step, the change that led to it, and the level of detail."""

    state: State
    delta: Delta | None = None
    level: Level = Level.VALUES

    @property
    def has_counts(self) -> bool:
        """Whether reference counts are shown."""
        return self.level.has_counts

    @property
    def has_places(self) -> bool:
        """Whether addresses and sizes are shown."""
        return self.level is Level.REGIONS

    def thing(self, serial: int) -> HeapObject | None:
        """Return an object of the step."""
        return self.state.heap.get(serial)

    def is_new(self, serial: int) -> bool:
        """Whether the step created an object."""
        return serial in self._new

    def count_before(self, serial: int) -> int | None:
        """Return an object's count before the step, if it was different."""
        changes = self.delta.objects if self.delta is not None else ()
        old = next((one.old for one in changes if one.serial == serial), None)
        thing = self.thing(serial)
        is_other = old is not None and thing is not None and old.refcount != thing.refcount
        return old.refcount if old is not None and is_other else None

    def referrers(self, serial: int) -> tuple[Account, ...]:
        """Return the counted references to an object, drawn ones first.

        Empty if there are too many objects to compute it in time.
        """
        if serial not in self.state.heap or len(self.state.heap) > MOST_OBJECTS:
            return ()
        found = accounts(self.state, serial, self._ledger)
        return tuple(account for account in found if account.count)

    @cached_property
    def _new(self) -> frozenset[int]:
        """The objects that the step created; comparing the contents of all changed ones is slow."""
        return changes_of(self.state, self.delta).new

    @cached_property
    def _ledger(self) -> Ledger:
        """The ledger, made on demand, because it reads all references."""
        return Ledger(self.state)
