"""Compares our Python Tutor trace entry by entry with a trace of the format's own tracer.

Everything in an entry counts. Only the numbers of ``REF`` are free: each of our numbers pairs with
one of theirs, and vice versa, in the whole trace. Their numbers come from addresses, so that a
later object may get the number of a freed one; that counts as a difference too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

type Entry = dict[str, Any]

NUMBERED_TWICE = "two numbers of theirs for an object of ours"
NUMBERED_AGAIN = "a number of theirs that stood for another object before"

PARTS = ("event", "line", "func_name", "exception_msg", "ordered_globals", "stdout")
FRAME_PARTS = (
    *("func_name", "frame_id", "parent_frame_id_list", "is_parent", "is_zombie"),
    *("is_highlighted", "unique_hash", "ordered_varnames"),
)


@dataclass(slots=True)
class Numbers:
    """The pairs of our numbers and theirs."""

    theirs: dict[int, int] = field(default_factory=dict)
    ours: dict[int, int] = field(default_factory=dict)

    def accept(self, pairs: dict[int, int]) -> str | None:
        """Add an entry's pairs of (ours, theirs), or return the fault in them."""
        for our, their in pairs.items():
            if self.theirs.get(our, their) != their:
                return NUMBERED_TWICE
            if self.ours.get(their, our) != our:
                return NUMBERED_AGAIN
        for our, their in pairs.items():
            self.theirs[our] = their
            self.ours[their] = our
        return None


@dataclass(slots=True)
class Agreement:
    """The number of compared entries, and their differences."""

    entries: int
    differences: list[str]

    @property
    def are_only_numbers_other(self) -> bool:
        """Whether the only differences are numbers that one trace reuses."""
        return all(one.endswith((NUMBERED_TWICE, NUMBERED_AGAIN)) for one in self.differences)


def compare(theirs: list[Entry], ours: list[Entry]) -> Agreement:
    """Compare two traces; an entry in only one of them is a difference too."""
    numbers = Numbers()
    differences = []
    entries = 0
    for a, b in _aligned(theirs, ours):
        entries += 1
        if a is None or b is None:
            there = theirs[a] if a is not None else ours[b or 0]
            whose = "only OPT" if a is not None else "only ours"
            differences.append(f"{_place(there)}: {whose}")
            continue
        fault = first_difference(theirs[a], ours[b], numbers)
        if fault is not None:
            differences.append(f"{_place(theirs[a])}: {fault}")
    return Agreement(entries, differences)


def _aligned(theirs: list[Entry], ours: list[Entry]) -> Iterator[tuple[int | None, int | None]]:
    """Yield the indices of entries for the same moment."""
    a, b = [_place(entry) for entry in theirs], [_place(entry) for entry in ours]
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(i, j), range(k, m), strict=True)
        else:
            yield from ((index, None) for index in range(i, j))
            yield from ((None, index) for index in range(k, m))


def _place(entry: Entry) -> str:
    return f"{entry['event']} {entry.get('line')} {entry.get('func_name')}"


def first_difference(theirs: Entry, ours: Entry, numbers: Numbers) -> str | None:
    """Return the first difference of two entries, or None after adding their number pairs."""
    for part in PARTS:
        if not same(theirs.get(part), ours.get(part)):
            return f"{part}: {theirs.get(part)!r} / {ours.get(part)!r}"
    if set(theirs) != set(ours):
        return f"parts: {sorted(theirs)} / {sorted(ours)}"
    if "heap" not in theirs:
        return None
    pairs: dict[int, int] = {}
    fault = (
        _named(theirs["globals"], ours["globals"], pairs)
        or _stack(theirs["stack_to_render"], ours["stack_to_render"], pairs)
        or _heap(theirs["heap"], ours["heap"], pairs)
    )
    return fault or numbers.accept(pairs)


def _stack(theirs: list[Entry], ours: list[Entry], pairs: dict[int, int]) -> str | None:
    names = [[frame["unique_hash"] for frame in stack] for stack in (theirs, ours)]
    if names[0] != names[1]:
        return f"stack: {names[0]} / {names[1]}"
    for a, b in zip(theirs, ours, strict=True):
        for part in FRAME_PARTS:
            if not same(a[part], b[part]):
                return f"{a['unique_hash']} {part}: {a[part]!r} / {b[part]!r}"
        if set(a) != set(b):
            return f"{a['unique_hash']} parts: {sorted(a)} / {sorted(b)}"
        fault = _named(a["encoded_locals"], b["encoded_locals"], pairs)
        if fault:
            return f"{a['unique_hash']} {fault}"
    return None


def _named(theirs: Entry, ours: Entry, pairs: dict[int, int]) -> str | None:
    if set(theirs) != set(ours):
        return f"names: {sorted(theirs)} / {sorted(ours)}"
    for name, value in theirs.items():
        if not same(value, ours[name], pairs):
            return f"{name}: {value!r} / {ours[name]!r}"
    return None


def _heap(theirs: Entry, ours: Entry, pairs: dict[int, int]) -> str | None:
    """Compare the objects that ``pairs`` lead to, which must be all objects."""
    done: set[int] = set()
    while waiting := [our for our in pairs if our not in done]:
        for our in waiting:
            done.add(our)
            a, b = theirs.get(str(pairs[our])), ours.get(str(our))
            if a is None or b is None or not same(a, b, pairs):
                return f"object: {a!r} / {b!r}"
    if len(theirs) != len(done) or len(ours) != len(done):
        return f"objects: {len(theirs)} / {len(ours)}, reached {len(done)}"
    return None


def same(theirs: Any, ours: Any, pairs: dict[int, int] | None = None) -> bool:
    """Whether two encoded values are equal, type for type; ``pairs`` collects references."""
    if isinstance(theirs, list) and isinstance(ours, list):
        if pairs is not None and theirs[:1] == ours[:1] == ["REF"]:
            known = pairs.setdefault(ours[1], theirs[1])
            return known == int(theirs[1])
        return len(theirs) == len(ours) and all(
            same(a, b, pairs) for a, b in zip(theirs, ours, strict=True)
        )
    agree: bool = type(theirs) is type(ours) and theirs == ours
    return agree
