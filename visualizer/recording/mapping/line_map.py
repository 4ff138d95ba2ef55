"""Maps the lines of a text to those of its edited version."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.recording import Recording

type _Chain = tuple[int, int, _Chain | None]

_ALIKE = 0.6
"""The least similarity, from 0 to 1, at which two lines count as the same line."""
_MOST_PAIRS = 2_500
"""The most pairs of lines compared in a changed part: about a tenth of a second of work."""


class LineMap:
    """From the lines of ``before`` to those of ``after``, both counted from 1."""

    def __init__(self, before: str, after: str) -> None:
        old, new = before.split("\n"), after.split("\n")
        self._head = in_common(old, new)
        most = min(len(old), len(new)) - self._head
        self._tail = min(in_common(old[::-1], new[::-1]), most)
        self._added = len(new) - len(old)
        self._last = len(old)
        self._equal: dict[int, int] = {}
        self._parts: list[tuple[int, list[str], int, list[str]]] = []
        # The common lines at both ends, nearly the whole text, need no comparison.
        at, cut = self._head, (lines[self._head : len(lines) - self._tail] for lines in (old, new))
        for here, one, there, other in _split(*cut):
            self._compare(at + here + 1, one, at + there + 1, other)

    def _compare(self, here: int, old: list[str], there: int, new: list[str]) -> None:
        """Note what became of the lines of a part, which begins at lines ``here`` and ``there``."""
        same = in_common(old, new)
        self._equal |= {here + at: there + at for at in range(same)}
        old, new, here, there = old[same:], new[same:], here + same, there + same
        matcher = SequenceMatcher(None, old, new)
        for kind, first, last, new_first, new_last in matcher.get_opcodes():
            at, now = here + first, there + new_first
            if kind == "equal":
                self._equal |= {at + place: now + place for place in range(last - first)}
            else:
                self._parts.append((at, old[first:last], now, new[new_first:new_last]))

    def line(self, number: int) -> int | None:
        """Where line ``number`` is now; None where it is gone.

        A line that was changed in place still counts as the same line.
        """
        return self.unchanged(number) or self._in_place.get(number)

    def unchanged(self, number: int) -> int | None:
        """Return the new number of line ``number``; None if it has gone or changed."""
        if number <= self._head:
            return number
        if number > self._last - self._tail:
            return number + self._added
        return self._equal.get(number)

    @cached_property
    def _in_place(self) -> dict[int, int]:
        """The lines that were changed in place: to find them takes long."""
        return {
            here + at: there + now
            for here, old, there, new in self._parts
            for at, now in _changed(old, new).items()
        }


class ProgramMap:
    """From the lines of one recording's program to those of another's."""

    def __init__(self, before: Recording, after: Recording) -> None:
        self._before, self._after = before, after
        self._maps: dict[str, LineMap] = {}

    def place(self, file: str, line: int) -> tuple[str, int] | None:
        """Where a line is in the other program; None where it is gone, or a text is not known."""
        old, new = self._before, self._after
        name = new.header.program if file == old.header.program else file
        before, after = old.sources.get(file), new.sources.get(name)
        if before is None or after is None:
            return None
        if before == after:
            return name, line
        if file not in self._maps:
            self._maps[file] = LineMap(before, after)
        moved = self._maps[file].line(line)
        return (name, moved) if moved is not None else None


def _split(old: list[str], new: list[str]) -> Iterator[tuple[int, list[str], int, list[str]]]:
    """Yield parts of two texts with their places, so that only lines of one part are compared.

    To compare thousands of lines at once takes longer than a key press may.
    """
    first = new_first = 0
    known = _common_once(old, new)
    for (at, there), (last, new_last) in pairwise(((-1, -1), *known, (len(old), len(new)))):
        if old[at + 1 : last] != new[there + 1 : new_last]:
            yield first, old[first:last], new_first, new[new_first:new_last]
            first, new_first = last, new_last
    yield first, old[first:], new_first, new[new_first:]


def _common_once(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return the places of lines that each text has once, as many as have kept their order."""
    once, others = (
        {line: at for at, line in enumerate(lines) if often[line] == 1}
        for lines, often in ((old, Counter(old)), (new, Counter(new)))
    )
    ends: list[int] = []
    chains: list[_Chain] = []
    for at, there in ((at, others[line]) for line, at in once.items() if line in others):
        length = bisect_left(ends, there)
        ends[length : length + 1] = [there]
        chains[length : length + 1] = [(at, there, chains[length - 1] if length else None)]
    found = []
    chain = chains[-1] if chains else None
    while chain is not None:
        at, there, chain = chain
        found.append((at, there))
    return found[::-1]


def _changed(old: list[str], new: list[str]) -> dict[int, int]:
    """Map the lines of a part to the most similar lines of another, in order.

    If the number of lines is unchanged, or none is similar, each maps to the one in its place.
    """
    if len(old) == len(new) or not new:
        return {at: at for at in range(len(new))}
    in_place = {at: min(at, len(new) - 1) for at in range(len(old))}
    if len(old) * len(new) > _MOST_PAIRS:
        return in_place
    # The best sum of similarities of the first lines of each, as in an edit distance.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness = [[_likeness(one, other) for other in new] for one in old]
    for at in range(1, len(old) + 1):
        for there in range(1, len(new) + 1):
            both = best[at - 1][there - 1] + likeness[at - 1][there - 1]
            best[at][there] = max(both, best[at - 1][there], best[at][there - 1])
    return _followed_back(best) or in_place


def _followed_back(best: list[list[float]]) -> dict[int, int]:
    found: dict[int, int] = {}
    at, there = len(best) - 1, len(best[0]) - 1
    while at and there:
        if best[at][there] == best[at - 1][there]:
            at -= 1
        elif best[at][there] == best[at][there - 1]:
            there -= 1
        else:
            at, there = at - 1, there - 1
            found[at] = there
    return found


def _likeness(one: str, other: str) -> float:
    """The similarity of two lines; 0 below ``_ALIKE``."""
    found = SequenceMatcher(None, one.strip(), other.strip())
    # The quick ratios are upper bounds, and mostly low enough to decide.
    if found.real_quick_ratio() < _ALIKE or found.quick_ratio() < _ALIKE:
        return 0.0
    ratio = found.ratio()
    return ratio if ratio >= _ALIKE else 0.0


def in_common(one: list[str], other: list[str]) -> int:
    """How many lines two texts begin with in common."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
