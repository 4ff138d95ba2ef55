"""Which boxes are marked: those alone are painted anew when a mark comes or goes."""

from collections import defaultdict
from collections.abc import Iterable

from visualizer.diagram.sheet.marks import NO_MARKS, Marks
from visualizer.layout.picture import Key, object_key
from visualizer.layout.sheet import FieldKey, Placed, Sheet


class Marked:
    """Knows in which box everything is drawn, and so where the marks of a sheet belong."""

    def __init__(self) -> None:
        self._home: dict[Key, Key] = {}
        """For whatever has fields or is an object: the box that it is drawn in."""
        self._drawn: dict[Key, list[Key]] = {}
        self._changed: dict[Key, frozenset[FieldKey]] = {}
        self._new: dict[Key, frozenset[int]] = {}
        self.selected: int | None = None
        self._concerned: set[Key] = set()
        """The boxes that show the selected object."""

    def home(self, holder: Key) -> Key | None:
        """The box that something is drawn in; None where it is not drawn."""
        return self._home.get(holder)

    def take_box(self, box: Placed) -> None:
        """Know what is drawn in a box."""
        self.drop_box(box.key)
        drawn = {box.key, *map(object_key, box.block.anchors)}
        drawn.update(field.holder for field in box.block.fields)
        self._drawn[box.key] = list(drawn)
        for one in drawn:
            # What stands on its own is not at home where it is only nested.
            if one == box.key or one not in self._drawn:
                self._home[one] = box.key
        if self._shows(box, self.selected):
            self._concerned.add(box.key)

    def drop_box(self, key: Key) -> None:
        """Forget a box."""
        self._concerned.discard(key)
        for one in self._drawn.pop(key, ()):
            if self._home.get(one) == key:
                del self._home[one]

    def take_sheet(self, sheet: Sheet) -> set[Key]:
        """Know the marks of another sheet, whose boxes are known. The boxes it concerns are told,
        with those that were marked before."""
        touched = {*self._changed, *self._new}
        changed: defaultdict[Key, set[FieldKey]] = defaultdict(set)
        for holder, slot in sheet.changed:
            if (home := self._home.get(holder)) is not None:
                changed[home].add((holder, slot))
        new: defaultdict[Key, set[int]] = defaultdict(set)
        for serial in sheet.new:
            if (home := self._home.get(object_key(serial))) is not None:
                new[home].add(serial)
        self._changed = {key: frozenset(found) for key, found in changed.items()}
        self._new = {key: frozenset(found) for key, found in new.items()}
        return touched | self._changed.keys() | self._new.keys()

    def select(self, serial: int | None, boxes: Iterable[Placed]) -> set[Key]:
        """Mark another object as selected. The boxes that this concerns are told."""
        before, self.selected = self._concerned, serial
        self._concerned = {box.key for box in boxes if self._shows(box, serial)}
        return before | self._concerned

    def marks(self, key: Key) -> Marks:
        """What is marked in a box."""
        changed, new = self._changed.get(key), self._new.get(key)
        selected = self.selected if key in self._concerned else None
        if changed is None and new is None and selected is None:
            return NO_MARKS
        return Marks(changed or frozenset(), new or frozenset(), selected)

    @staticmethod
    def _shows(box: Placed, serial: int | None) -> bool:
        if serial is None:
            return False
        return serial in box.block.anchors or any(
            field.target == serial for field in box.block.fields
        )
