"""For how many steps something has held."""

from collections.abc import Hashable


class Clocks[K: Hashable]:
    """A clock for each key, which runs between ``start`` and ``stop``."""

    def __init__(self) -> None:
        self._since: dict[K, int] = {}
        self._total: dict[K, int] = {}

    def start(self, key: K, step: int) -> None:
        """Let it run from ``step`` on, if it does not."""
        self._since.setdefault(key, step)

    def stop(self, key: K, step: int) -> None:
        """Let it rest from ``step`` on."""
        since = self._since.pop(key, None)
        if since is not None:
            self._total[key] = self._total.get(key, 0) + step - since

    def total(self, key: K, now: int) -> int:
        """The steps it has run until ``now``."""
        since = self._since.get(key, now)
        return self._total.get(key, 0) + now - since

    def totals(self, now: int) -> dict[K, int]:
        """Those of all keys."""
        return {key: self.total(key, now) for key in {**self._total, **self._since}}
