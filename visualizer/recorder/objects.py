"""What is known of each object between two steps, in tables that cost little and hold nothing.

Every known object has a slot, a number that is used again once the object is dead; each table has
one value a slot. Neither the objects themselves are in a table nor anything that the collector
counts: numbers, and bytes.
"""

from __future__ import annotations

from itertools import compress, repeat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

IMMORTAL = 1 << 31
"""No count is so high (3.13: 4294967295, 3.14: 3221225472); Include/refcount.h."""

NONE = 0
"""The slot that no object has; also the count of what has not been counted yet."""
NO_AGE = -1
"""That of what the collector does not know."""
SETTLED = 255
"""The mark of what need not be looked at again, and of slots that are free."""
_MOST_MOMENTS = SETTLED - 1
_OLDER = [bytes(mark < moment for mark in range(256)) for moment in range(SETTLED)]
"""By moment, what finds the marks of earlier ones (``bytearray.translate``)."""
_FORGET = bytes(SETTLED) + bytes((SETTLED,))
_FIRST_SIZE = 1024

FEW = 16
"""One in so many: fewer are found faster one after another than by going through the tables."""
MOST_IN_DICT = 1 << 16
"""So many objects are found by a dict, more by ``Pages``: slower, but for a tenth of the memory."""


class Pages:
    """A dict from address to slot for very many: a cell for each 16 bytes of a page of memory.

    Where objects lie close together, a cell of four bytes each is all it takes. ``_odd`` has the
    few that lie between: those that are part of the interpreter itself.
    """

    def __init__(self, slots: dict[int, int]) -> None:
        self._pages: dict[int, int] = {}
        self._cells = memoryview(bytearray(4 * _CELLS * _FIRST_SIZE)).cast("I")
        self._odd: dict[int, int] = {}
        self._count = 0
        for address, slot in slots.items():
            self[address] = slot

    def get(self, address: int, default: None = None) -> int | None:
        """The slot of an address, if it has one."""
        page = self._pages.get(address >> _PAGE)
        if address & 15:
            return self._odd.get(address)
        return None if page is None else self._cells[page + (address >> 4) % _CELLS] or None

    def __getitem__(self, address: int) -> int:
        slot = self.get(address)
        if slot is None:
            raise KeyError(address)
        return slot

    def __contains__(self, address: int) -> bool:
        return self.get(address) is not None

    def __setitem__(self, address: int, slot: int) -> None:
        if address & 15:
            self._odd[address] = slot
            return
        page = self._pages.get(address >> _PAGE)
        if page is None:
            page = self._pages[address >> _PAGE] = _CELLS * len(self._pages)
            if page == len(self._cells):
                self._cells = longer(self._cells, _CELLS * _FIRST_SIZE)
        self._cells[page + (address >> 4) % _CELLS] = slot

    def __delitem__(self, address: int) -> None:
        self[address] = NONE
        if address & 15:
            del self._odd[address]


_PAGE = 12
_CELLS = (1 << _PAGE) // 16


class Objects:
    """The tables. ``live`` is how many objects have a slot and are not settled.

    ``slots`` has the slot of each address. ``marks`` says at which moment an object was last seen:
    one whose mark is not below ``moment`` need not be looked at. ``highest`` is the last serial
    that was given out, ``bytes`` the sum of all sizes.
    """

    def __init__(self) -> None:
        self.highest = 0
        self.moment = 1
        self._begin()

    def _begin(self) -> None:
        self.slots: dict[int, int] | Pages = {}
        self.live = self.bytes = 0
        self._size = 1
        self._free = NONE
        self.addresses = _table()
        self.serials = _table()
        self.types = [0] * _FIRST_SIZE
        self.contents: list[Any] = [None] * _FIRST_SIZE
        self.counts = [0] * _FIRST_SIZE
        self.sizes = [0] * _FIRST_SIZE
        self.ages = [0] * _FIRST_SIZE
        self.marks = bytearray((SETTLED,)) * _FIRST_SIZE

    def forget_all(self) -> None:
        """Begin anew; serials go on."""
        self._begin()

    def go_on(self, highest: int) -> None:
        """Serials up to this one have been given out by somebody else."""
        self.highest = highest

    def next_moment(self) -> int:
        """From now on nothing has been seen yet, but for what is settled."""
        self.moment += 1
        if self.moment == _MOST_MOMENTS:
            self.marks[:] = self.marks.translate(_FORGET)
            self.moment = 1
        return self.moment

    def missing(self) -> list[int]:
        """The addresses of what is known and has not been seen at this moment."""
        older = self.marks.translate(_OLDER[self.moment])
        addresses = self.addresses
        if FEW * older.count(1) > len(older):
            return [*compress(addresses, older)]
        found = []
        slot = older.find(1)
        while slot >= 0:
            found.append(addresses[slot])
            slot = older.find(1, slot + 1)
        return found

    def missing_slots(self) -> Iterator[int]:
        """The same as slots, one after another; what dies meanwhile is still among them."""
        return compress(range(len(self.marks)), self.marks.translate(_OLDER[self.moment]))

    # ---- coming and going ----

    def add(self, address: int, type_id: int, content: Any, age: int) -> int:
        """Give a new object a slot and a serial; it has been seen, but not counted."""
        slot = self._free
        if slot:
            self._free = self.addresses[slot]
        else:
            slot = self._size
            if slot == len(self.marks):
                self._grow()
            self._size += 1
        self.highest += 1
        self.live += 1
        self.slots[address] = slot
        self.addresses[slot] = address
        self.serials[slot] = self.highest
        self.types[slot] = type_id
        self.contents[slot] = content
        self.counts[slot] = NONE
        self.ages[slot] = age
        self.marks[slot] = self.moment
        return slot

    def take_over(self, slot: int, count: int, size: int) -> None:
        """Remember the count and the size of an object as they were read."""
        self.bytes += size - self.sizes[slot]
        self.counts[slot] = count
        self.sizes[slot] = size

    def settle(self, slot: int) -> None:
        """It will never change nor die."""
        self.marks[slot] = SETTLED
        self.live -= 1

    def give_up(self, slot: int) -> None:
        """The object is dead; its address may have another slot by now."""
        address = self.addresses[slot]
        if self.slots[address] == slot:
            del self.slots[address]
        self.bytes -= self.sizes[slot]
        self.contents[slot] = None
        self.sizes[slot] = 0
        self.marks[slot] = SETTLED
        self.addresses[slot] = self._free
        self._free = slot
        self.live -= 1

    def _grow(self) -> None:
        size = len(self.marks)
        if size >= MOST_IN_DICT and isinstance(self.slots, dict):
            self.slots = Pages(self.slots)
        more = size if size < MOST_IN_DICT else size // 4
        self.addresses = longer(self.addresses, more)
        self.serials = longer(self.serials, more)
        for table in (self.types, self.counts, self.sizes, self.ages):
            table.extend(repeat(0, more))
        self.contents.extend(repeat(None, more))
        self.marks += bytes((SETTLED,)) * more

    # ---- asking ----

    def serial(self, address: int) -> int:
        """The serial of the object at an address."""
        return self.serials[self.slots[address]]

    def live_slot(self, address: int) -> int:
        """The slot of what is known at an address and not settled; else ``NONE``."""
        slot = self.slots.get(address)
        return NONE if slot is None or self.marks[slot] == SETTLED else slot

    def type_of(self, address: int) -> int:
        """The address of the type of what is known there; 0 where nothing is."""
        slot = self.slots.get(address)
        return 0 if slot is None else self.types[slot]

    def content(self, address: int) -> Any:
        """What is known of the object at an address; None where there is none."""
        slot = self.slots.get(address)
        return None if slot is None else self.contents[slot]

    def count(self, address: int) -> int:
        """The count as it was read; as of an immortal object where none is known."""
        slot = self.live_slot(address)
        return self.counts[slot] if slot else IMMORTAL + 1


def _table() -> memoryview[int]:
    return memoryview(bytearray(8 * _FIRST_SIZE)).cast("Q")


def longer(table: memoryview[int], more: int) -> memoryview[int]:
    """A table that begins with what is in ``table`` and has ``more`` places behind."""
    room = bytearray(table.nbytes + more * table.itemsize)
    room[: table.nbytes] = table.cast("B")
    return memoryview(room).cast(table.format)  # type: ignore[call-overload, no-any-return]
