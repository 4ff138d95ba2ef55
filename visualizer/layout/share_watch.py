"""Where the variables of frames are from step to step, without looking into the whole heap."""

from collections import defaultdict
from collections.abc import Iterable

from visualizer.layout.contents import DEFAULTS, IN_A_CELL, NAMESPACE
from visualizer.model import NO_SHARING, HeapObject, Sharing, State, shares, sharing_of

_HOLDERS = (DEFAULTS, IN_A_CELL, NAMESPACE)
_HELD = ("tuple", "cell", "dict")


class ShareWatch:
    """``now`` says where the variables of the frames of the state last looked at are.

    ``again`` are the objects that hold others through a cell or a tuple which came since, or went:
    their cards look otherwise, though they are the same.
    """

    def __init__(self) -> None:
        self._things: dict[int, HeapObject] = {}
        self._through: dict[int, tuple[int, ...]] = {}
        self._holders: defaultdict[int, set[int]] = defaultdict(set)
        self._held: dict[int, int] = {}
        self.now: Sharing = NO_SHARING
        self.again: set[int] = set()

    def look(self, state: State, changed: Iterable[int]) -> set[int]:
        """The frames whose variables are elsewhere than before, by serial.

        ``changed`` are all objects that are not as they were.
        """
        turned = set[int]()
        for serial in changed:
            thing = state.heap.get(serial)
            if thing is not None and shares(thing):
                self._things[serial] = thing
            else:
                self._things.pop(serial, None)
            self._note_holder(serial, thing)
            address = self._held.get(serial)
            if thing is None:
                self._held.pop(serial, None)
            elif address is None and thing.type in _HELD:
                address = self._held[serial] = thing.address
            else:
                continue
            if address is not None:
                turned.add(address)
        self.again = {one for at in turned if at in self._holders for one in self._holders[at]}
        before, now = self.now, sharing_of(state, self._things.values())
        self.now = now
        cells, names = before.cells.keys() | now.cells.keys(), before.elsewhere.keys()
        return {
            serial
            for serial in cells | names | now.elsewhere.keys()
            if before.cells.get(serial) != now.cells.get(serial)
            or before.elsewhere.get(serial) != now.elsewhere.get(serial)
        }

    def _note_holder(self, serial: int, thing: HeapObject | None) -> None:
        """Remember through which addresses an object holds others."""
        for address in self._through.pop(serial, ()):
            self._holders[address].discard(serial)
        parts = thing.parts if thing is not None else ()
        found = tuple(part.address for part in parts if part.kind in _HOLDERS)
        if found:
            self._through[serial] = found
        for address in found:
            self._holders[address].add(serial)
