"""Objects that nothing has touched for long, packed: a tenth of the memory, found a bit slower."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice

from visualizer.recorder import wire
from visualizer.recording.raw_objects import RawObject

_MOST_ROWS = 4096
_UNREACHABLE = 0x80
"""Beside the kind of a row, which is below that; a row without a kind is empty."""


class _Rows:
    """Objects in the order of their serials, each fact in a column of its own."""

    def __init__(self) -> None:
        self.serials, self.addresses = array("q"), array("q")
        self.counts, self.sizes, self.held = array("q"), array("q"), array("i")
        self.types, self.kinds = array("i"), bytearray()
        self.starts, self.bodies, self.parts = array("i"), array("i"), array("i")
        self.text_starts, self.texts = array("i"), array("i")
        self.live = 0
        self._numbers = array("q")
        self._text = bytearray()

    def find(self, serial: int) -> int:
        """The row of an object; -1 where it is not here."""
        row = bisect_left(self.serials, serial)
        there = row < len(self.serials) and self.serials[row] == serial and self.kinds[row]
        return row if there else -1

    def put(self, one: RawObject, held: int) -> None:
        """Take an object in."""
        serial = one.serial
        row = bisect_left(self.serials, serial) if self.is_within(serial) else len(self.serials)
        if row == len(self.serials) or self.serials[row] != serial:
            self.serials.insert(row, serial)
            for column in self._columns():
                column.insert(row, 0)
        kind = one.kind | _UNREACHABLE if one.unreachable else one.kind
        body = () if _is_plain(one) else one.body
        self.addresses[row], self.counts[row], self.sizes[row] = one.address, one.count, one.size
        self.held[row], self.types[row], self.kinds[row] = held, one.type, kind
        self.starts[row], self.bodies[row] = len(self._numbers), len(body)
        self.parts[row] = len(one.parts)
        self.text_starts[row], self.texts[row] = len(self._text), len(one.text)
        self._numbers.extend((*body, *one.parts))
        self._text += one.text
        self.live += 1

    def is_within(self, serial: int) -> bool:
        """Whether an object would not stand behind all others."""
        return len(self.serials) > 0 and serial <= self.serials[-1]

    def get(self, row: int) -> RawObject:
        """The object in a row, which stays there."""
        kind, start = self.kinds[row], self.starts[row]
        one = RawObject(
            *(self.serials[row], self.addresses[row], self.counts[row], self.sizes[row]),
            self.types[row],
        )
        one.kind, one.unreachable = kind & ~_UNREACHABLE, kind // _UNREACHABLE
        behind = start + self.bodies[row]
        one.body = tuple(self._numbers[start:behind])
        one.parts = tuple(self._numbers[behind : behind + self.parts[row]])
        text = self.text_starts[row]
        one.text = bytes(self._text[text : text + self.texts[row]])
        if not one.body and one.kind == wire.SCALAR:
            one.body = (-1, len(one.text))
        return one

    def each(self) -> Iterator[tuple[RawObject, int]]:
        """All objects, and how often each is held."""
        for row, kind in enumerate(self.kinds):
            if kind:
                yield self.get(row), self.held[row]

    def _columns(self) -> tuple[array[int] | bytearray, ...]:
        return (
            *(self.addresses, self.counts, self.sizes, self.held, self.types, self.kinds),
            *(self.starts, self.bodies, self.parts, self.text_starts, self.texts),
        )


class _Addresses:
    """A set of addresses: a bit for each eight bytes of a page of memory that has any."""

    def __init__(self) -> None:
        self._pages: dict[int, int] = {}
        self._odd: set[int] = set()

    def __contains__(self, address: int) -> bool:
        if address & 7:
            return address in self._odd
        return self._pages.get(address >> 12, 0) >> (address >> 3 & 511) & 1 == 1

    def add(self, address: int) -> None:
        if address & 7:
            self._odd.add(address)
        else:
            page = address >> 12
            self._pages[page] = self._pages.get(page, 0) | 1 << (address >> 3 & 511)

    def remove(self, address: int) -> None:
        if address & 7:
            self._odd.remove(address)
            return
        page = address >> 12
        left = self._pages[page] & ~(1 << (address >> 3 & 511))
        if left:
            self._pages[page] = left
        else:
            del self._pages[page]


class Cold:
    """Finds them by serial; ``count`` is how many there are, ``addresses`` where they are."""

    def __init__(self) -> None:
        self.count = 0
        self.addresses = _Addresses()
        self._groups: list[_Rows] = []
        self._firsts: list[int] = []

    def __contains__(self, serial: int) -> bool:
        return self._find(serial) is not None

    def freeze(
        self,
        heap: dict[int, RawObject],
        held: dict[int, int],
        addresses: dict[int, int],
        keep: int,
    ) -> None:
        """Take over all objects but the ``keep`` that were touched or born last."""
        for serial in [*islice(heap, max(len(heap) - keep, 0))]:
            one = heap.pop(serial)
            del addresses[one.address]
            self.addresses.add(one.address)
            self._put(one, held.pop(serial, 0))
            self.count += 1

    def thaw(self, serial: int) -> tuple[RawObject, int] | None:
        """Give an object back, and how often it is held; None where it is not here."""
        found = self._find(serial)
        if found is None:
            return None
        at, row = found
        rows = self._groups[at]
        one, held = rows.get(row), rows.held[row]
        rows.kinds[row] = 0
        rows.live -= 1
        self.count -= 1
        self.addresses.remove(one.address)
        if 2 * rows.live < len(rows.serials):
            self._tidy(at)
        return one, held

    def refer(self, serial: int, change: int) -> bool:
        """Count references to an object; False where it is not here."""
        found = self._find(serial)
        if found is not None:
            self._groups[found[0]].held[found[1]] += change
        return found is not None

    def recount(self, serial: int, count: int) -> bool:
        """Set the count of an object; False where it is not here."""
        found = self._find(serial)
        if found is not None:
            self._groups[found[0]].counts[found[1]] = count
        return found is not None

    def __iter__(self) -> Iterator[RawObject]:
        """The objects, in the order of their serials."""
        for rows in self._groups:
            for one, _ in rows.each():
                yield one

    def _find(self, serial: int) -> tuple[int, int] | None:
        at = bisect_right(self._firsts, serial) - 1
        row = self._groups[at].find(serial) if at >= 0 else -1
        return (at, row) if row >= 0 else None

    def _put(self, one: RawObject, held: int) -> None:
        at = max(bisect_right(self._firsts, one.serial) - 1, 0)
        is_last = at + 1 >= len(self._groups)
        if not self._groups or (
            is_last
            and len(self._groups[at].serials) >= _MOST_ROWS
            and not self._groups[at].is_within(one.serial)
        ):
            self._groups.append(_Rows())
            self._firsts.append(one.serial)
            at = len(self._groups) - 1
        self._groups[at].put(one, held)
        self._firsts[at] = min(self._firsts[at], one.serial)
        if len(self._groups[at].serials) > 2 * _MOST_ROWS:
            self._tidy(at)

    def _tidy(self, at: int) -> None:
        """Write a group anew without what is no longer in use, in halves where it is long."""
        old = self._groups[at]
        groups: list[_Rows] = []
        for n, (one, held) in enumerate(old.each()):
            if n % _MOST_ROWS == 0:
                groups.append(_Rows())
            groups[-1].put(one, held)
        self._groups[at : at + 1] = groups
        self._firsts[at : at + 1] = [rows.serials[0] for rows in groups]


class Ahead:
    """How often objects are referred to that have not been sent yet: they follow in their step."""

    def __init__(self) -> None:
        self._first = 0
        self._near = array("I")
        self._far: dict[int, int] = {}

    def begin(self, highest: int) -> None:
        """All that is known so far has serials up to ``highest``."""
        self._first = highest + 1
        if self._near or self._far:
            self._near, self._far = array("I"), {}

    def refer(self, serial: int) -> None:
        """One more reference."""
        at = serial - self._first
        if 0 <= at < 2 * len(self._near) + _MOST_ROWS:
            if at >= len(self._near):
                self._near.extend((0,) * (at + 1 - len(self._near)))
            self._near[at] += 1
        else:
            self._far[serial] = self._far.get(serial, 0) + 1

    def take(self, serial: int) -> int:
        """How often an object was referred to that has now been sent."""
        at = serial - self._first
        if 0 <= at < len(self._near):
            count, self._near[at] = self._near[at], 0
            return count + self._far.pop(serial, 0)
        return self._far.pop(serial, 0)

    def left(self) -> int | None:
        """The serial of an object that was never sent; None when all have been."""
        if self._far:
            return next(iter(self._far))
        return next((self._first + at for at, count in enumerate(self._near) if count), None)


def _is_plain(one: RawObject) -> bool:
    return one.kind == wire.SCALAR and one.body == (-1, len(one.text))
