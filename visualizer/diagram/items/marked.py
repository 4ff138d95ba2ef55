"""Knows the marked boxes, so that a change of marks repaints only these."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from visualizer.diagram.items.marks import NO_MARKS, Marks
from visualizer.layout.blocks.block import Form
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.picture import Key, object_key
from visualizer.layout.sheet import Count, FieldKey, Placed, Sheet


class Marked:
    """Knows the box in which each object is drawn, and so the box of each mark of a sheet."""

    def __init__(self) -> None:
        self._home: dict[Key, Key] = {}
        """The box in which each object, or other holder of fields, is drawn."""
        self._drawn: dict[Key, list[Key]] = {}
        self._changed: dict[Key, frozenset[FieldKey]] = {}
        self._outlines: dict[Key, dict[int, Outline]] = {}
        self._counts: dict[Key, dict[int, Count]] = {}
        self.selected: int | None = None
        self.chosen: Key | None = None
        """The frame that the user has chosen."""
        self._concerned: set[Key] = set()
        """The boxes that show the selected object."""

    def home(self, holder: Key) -> Key | None:
        """Return the box in which a holder is drawn; None if it is not drawn."""
        return self._home.get(holder)

    def mark_box(self, box: Placed) -> None:
        """Note the contents of a box."""
        self.drop_box(box.key)
        drawn = {box.key, *map(object_key, box.block.anchors)}
        drawn.update(field.holder for field in box.block.fields)
        # A new object on an evaluation stack has a count, but no anchor: it cannot be selected.
        drawn.update(
            object_key(shape.serial or 0) for shape in box.block.shapes if shape.form is Form.COUNT
        )
        self._drawn[box.key] = list(drawn)
        for one in drawn:
            # An object with a box of its own belongs to that, not to a box where it is nested.
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

    def mark_sheet(self, sheet: Sheet) -> set[Key]:
        """Note the marks of another sheet; its boxes must be noted already.

        Return the boxes that change, including those marked before.
        """
        touched = {*self._changed, *self._outlines}
        changed: defaultdict[Key, set[FieldKey]] = defaultdict(set)
        for holder, slot in sheet.changed:
            if (home := self._home.get(holder)) is not None:
                changed[home].add((holder, slot))
        touched |= self._mark_counts(sheet.counts)
        self._changed = {key: frozenset(found) for key, found in changed.items()}
        self._outlines = self._at_home(sheet.outlines)
        return touched | self._changed.keys() | self._outlines.keys()

    def _at_home[T](self, marks: Mapping[int, T]) -> dict[Key, dict[int, T]]:
        """Return marks of objects by the boxes in which these are drawn."""
        found: defaultdict[Key, dict[int, T]] = defaultdict(dict)
        for serial, mark in marks.items():
            if (home := self._home.get(object_key(serial))) is not None:
                found[home][serial] = mark
        return dict(found)

    def _mark_counts(self, counts: Mapping[int, Count]) -> set[Key]:
        """Note the counts of each box; return the boxes whose counts differ."""
        before, now = self._counts, self._at_home(counts)
        self._counts = now
        return {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}

    def select(self, serial: int | None, boxes: Iterable[Placed]) -> set[Key]:
        """Select another object; return the boxes that change."""
        before, self.selected = self._concerned, serial
        self._concerned = {box.key for box in boxes if self._shows(box, serial)}
        return before | self._concerned

    def choose(self, key: Key | None) -> set[Key]:
        """Choose another frame; return the boxes that change."""
        before, self.chosen = self.chosen, key
        return {one for one in (before, key) if one is not None and before != key}

    def marks(self, key: Key) -> Marks:
        """Return the marks in a box."""
        changed, outlines = self._changed.get(key, frozenset()), self._outlines.get(key, {})
        selected = self.selected if key in self._concerned else None
        is_chosen = key == self.chosen
        counts = self._counts.get(key, {})
        if not (changed or outlines or counts or is_chosen) and selected is None:
            return NO_MARKS
        return Marks(changed, outlines, counts, selected, is_chosen)

    @staticmethod
    def _shows(box: Placed, serial: int | None) -> bool:
        if serial is None:
            return False
        return serial in box.block.anchors or any(
            field.target == serial for field in box.block.fields
        )
