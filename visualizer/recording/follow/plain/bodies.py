"""Checks contents in wire format (``wire.CONTENTS``), and finds their references."""

import re
from collections.abc import Iterator
from functools import cache

from visualizer.recorder import wire
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import Fault, Numbers, RawObject

_BASES = (wire.SCALAR, wire.SEQUENCE, wire.MAPPING, wire.STRUCTURE)
"""The kinds of content that an instance may have besides its attributes."""
_BOUNDS = {"f": (0, 1), "g": (0, len(wire.GENERATOR_STATES) - 1)}
_BOUNDS |= {"u": (0, 1 << 63), "m": (-1, 1 << 63)}
UNREADABLE = "a record that cannot be read"

type Part = tuple[bool, str, Numbers]
"""Whether it is a list; the letters that say what its numbers are; and the numbers."""


def take_body(raw: RawState, one: RawObject, kind: int, body: Numbers) -> None:
    """Check another content, give it to ``one``, and note its references as new."""
    one.text, one.content = b"", None
    one.parts = one.made_parts = ()
    if not 0 < kind < len(wire.CONTENTS) or not wire.CONTENTS[kind]:
        raise Fault(f"content of kind {kind}")
    one.kind, one.body = kind, body
    _check(raw, one, kind, body)


def references(one: RawObject) -> Numbers:
    """The serials in a content that has been checked, each as often as it occurs."""
    return _references(one.kind, one.body)


def _references(kind: int, body: Numbers) -> Numbers:
    found: list[int] = []
    for _, each, numbers in parts(kind, body):
        if each == "b" and numbers:
            found += _references(numbers[0], numbers[2:])
        for place, means in enumerate(each):
            if means in "so":
                found += filter(None, numbers[place :: len(each)])
    return tuple(found)


def parts(kind: int, body: Numbers) -> Iterator[Part]:
    """The operands of a content one after another; ``Fault`` where they do not fit its kind."""
    at = 0
    for mark, lists in _layout(kind):
        count = 1
        if mark == "[":
            count, at = body[at], at + 1
        for each in lists:
            # A list up to the end has no count.
            size = len(body) - at if mark == "(" or each == "b" else count * len(each)
            end = at + size
            if size < 0 or end > len(body):
                found = "a list that is longer than its record" if mark else UNREADABLE
                raise Fault(found)
            if size % len(each):
                raise Fault("a list that ends within an item")
            yield mark != "", each, body[at:end]
            at = end
    if at != len(body):
        raise Fault(UNREADABLE)


@cache
def _layout(kind: int) -> tuple[tuple[str, list[str]], ...]:
    found = re.findall(r"([\[(]?)(b|[ac-z,]+)", wire.CONTENTS[kind])
    return tuple((mark, lists.split(",")) for mark, lists in found)


def _check(raw: RawState, one: RawObject, kind: int, body: Numbers) -> None:
    for _, each, numbers in parts(kind, body):
        for place, means in enumerate(each):
            _check_column(raw, one, means, numbers[place :: len(each)])
    characters = len(one.text.decode("utf-8", "surrogatepass"))
    if kind == wire.SCALAR and (characters > wire.MOST_ITEMS or -1 != body[0] < characters):
        raise Fault("a text that is longer than it says")
    if kind in (wire.SEQUENCE, wire.MAPPING):
        check_items(kind, body[0], len(body) - 1)


def _check_column(raw: RawState, one: RawObject, means: str, column: Numbers) -> None:
    if means in "so":
        raw.new += column if means == "s" else filter(None, column)
    elif means == "t":
        one.text = raw.take_bytes(column[0])
    elif means == "b" and column:
        kind, size, *inner = column
        if kind not in _BASES or size != len(inner):
            raise Fault(f"an instance with {len(inner)} numbers of kind {kind}")
        _check(raw, one, kind, tuple(inner))
    for number in column if means in _BOUNDS or means == "n" else ():
        least, most = _BOUNDS.get(means, (0, raw.name_count - 1))
        if not least <= number <= most:
            raise Fault(f"a content of kind {one.kind} with a number that cannot be")


def check_items(kind: int, whole: int, flat: int) -> None:
    """Check a container of ``whole`` items or entries, of which ``flat`` numbers were sent."""
    if kind == wire.MAPPING and flat % 2:
        raise Fault("a list that ends within an item")
    items = flat // 2 if kind == wire.MAPPING else flat
    if items > wire.MOST_ITEMS or whole < items:
        raise Fault("a container that is longer than it says")


def base_at(body: Numbers) -> int:
    """Return the index of an instance's own content: its kind, its length, its operands."""
    return 2 + 2 * body[1]
