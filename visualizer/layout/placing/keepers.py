"""Finds the object or global name that refers to a unit for most of its life."""

from collections import defaultdict
from collections.abc import Hashable, Mapping

from visualizer.layout.analysis.clocks import Clocks
from visualizer.layout.placing.unit import UnitKey, Wish

_MOST = 0.5
"""A keeper refers to its unit for more than this share of the steps that show it."""


class Keepers:
    """Measures for how long each holder, an object or the global names, refers to units."""

    def __init__(self) -> None:
        self._held: dict[Hashable, Mapping[UnitKey, Wish]] = {}
        """The units to which each holder refers now, with the wish to stand beside its slot."""
        self._times: Clocks[tuple[UnitKey, Hashable]] = Clocks()
        self._wishes: defaultdict[UnitKey, dict[Hashable, Wish]] = defaultdict(dict)

    def note(self, holder: Hashable, held: Mapping[UnitKey, Wish], step: int) -> None:
        """Note to which units a holder refers from a step on."""
        before = self._held.pop(holder, {})
        for unit in before.keys() - held.keys():
            self._times.stop((unit, holder), step)
        for unit in held.keys() - before.keys():
            self._times.start((unit, holder), step)
            self._wishes[unit].setdefault(holder, held[unit])
        if held:
            self._held[holder] = held

    def keeper(self, unit: UnitKey, life: int, end: int) -> Wish | None:
        """Return the wish of a unit beside its keeper, if it has one among the holders.

        ``life`` is the number of steps that show the unit, ``end`` the step after the last.
        """
        wishes = self._wishes.get(unit, {})
        times = {holder: self._times.total((unit, holder), end) for holder in wishes}
        longest = max(times, key=times.__getitem__, default=None)
        return wishes[longest] if longest is not None and times[longest] > _MOST * life else None
