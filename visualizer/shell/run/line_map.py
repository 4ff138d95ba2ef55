"""Maps the lines of a text to those of an edited version."""

from difflib import SequenceMatcher


class LineMap:
    """From the lines of ``before`` to those of ``after``, both counted from 1."""

    def __init__(self, before: str, after: str) -> None:
        old, new = before.split("\n"), after.split("\n")
        self._head = in_common(old, new)
        most = min(len(old), len(new)) - self._head
        self._tail = min(in_common(old[::-1], new[::-1]), most)
        self._added = len(new) - len(old)
        self._last = len(old)
        # Equal lines at both ends need no comparison, and those are nearly all.
        cut_old, cut_new = (lines[self._head : len(lines) - self._tail] for lines in (old, new))
        matcher = SequenceMatcher(None, cut_old, cut_new)
        self._between = [found[1:] for found in matcher.get_opcodes() if found[0] != "delete"]

    def line(self, number: int) -> int | None:
        """Where line ``number`` is now; None where it is gone.

        A line that was changed in its place is the same line still.
        """
        if number <= self._head:
            return number
        if number > self._last - self._tail:
            return number + self._added
        at = number - self._head - 1
        for first, last, new_first, new_last in self._between:
            if first <= at < last:
                moved = min(new_first + at - first, new_last - 1)
                return moved + self._head + 1
        return None


def in_common(one: list[str], other: list[str]) -> int:
    """How many lines two texts begin with in common."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
