"""Tables of repeated things: each is stored once, and referred to by its number."""

import json
from collections.abc import Hashable


class Table:
    """Numbers things by their content, counted from 0."""

    def __init__(self) -> None:
        self.rows: list[object] = []
        self._numbers: dict[Hashable, int] = {}

    def number(self, thing: object) -> int:
        """Return the number of a JSON value; equal values have one number."""
        key: Hashable = thing if isinstance(thing, str) else json.dumps(thing)
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.rows)
            self.rows.append(thing)
        return found
