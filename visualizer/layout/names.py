"""Which row of its frame each name stands in, so that no name moves because another went."""

from collections.abc import Iterable


class NameRows:
    """The rows of one frame over time.

    A name takes the lowest free row when it is first bound and keeps it until it is unbound; its
    row is free again one step later, for the deleted name is still shown in that step.
    """

    def __init__(self) -> None:
        self._held: dict[str, list[tuple[float, float, int]]] = {}
        self._free_from: list[float] = []
        self._bound: dict[str, int] = {}

    def update(self, names: Iterable[str], time: int) -> None:
        """At ``time``, which never goes back, exactly ``names`` are bound."""
        now = dict.fromkeys(names)
        for name in [name for name in self._bound if name not in now]:
            row = self._bound.pop(name)
            start, _, _ = self._held[name][-1]
            self._held[name][-1] = (start, time, row)
            self._free_from[row] = time + 1
        for name in now:
            if name not in self._bound:
                self._bind(name, time)

    def at(self, time: int) -> dict[str, int]:
        """The row of every name bound at ``time``."""
        return {
            name: row
            for name, spans in self._held.items()
            for start, end, row in spans
            if start <= time < end
        }

    def lost_at(self, time: int) -> tuple[tuple[str, int], ...]:
        """The names unbound at ``time``, with the rows they had."""
        return tuple(
            (name, row)
            for name, spans in self._held.items()
            for _, end, row in spans
            if end == time
        )

    def gone_at(self, time: int) -> tuple[tuple[str, int], ...]:
        """The rows above one of a bound name that stand empty, with the name that each had last."""
        held = self.at(time)
        taken = {*held.values(), *(row for _, row in self.lost_at(time))}
        last: dict[int, tuple[float, str]] = {}
        for name, spans in self._held.items():
            for _, end, row in spans:
                if end < time and row not in taken:
                    last[row] = max(last.get(row, (-1.0, "")), (end, name))
        lowest = max(held.values(), default=0)
        return tuple((name, row) for row, (_, name) in sorted(last.items()) if row < lowest)

    def _bind(self, name: str, time: int) -> None:
        former = [row for _, _, row in self._held.get(name, ())]
        free = [row for row, since in enumerate(self._free_from) if since <= time]
        row = next((row for row in former[-1:] if row in free), None)
        if row is None:
            row = free[0] if free else len(self._free_from)
        if row == len(self._free_from):
            self._free_from.append(0)
        self._free_from[row] = float("inf")
        self._bound[name] = row
        self._held.setdefault(name, []).append((time, float("inf"), row))
