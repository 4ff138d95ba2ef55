"""Emphasizes arrows: those at the pointer, else those at the selection."""

from collections.abc import Set

from visualizer.diagram.items.scene_items import SheetItems
from visualizer.layout.picture import Key, object_key
from visualizer.layout.sheet import FieldKey


class Lighting:
    """Lights arrows among ``shown``; the others stand back, but for those that changed."""

    def __init__(self, shown: SheetItems) -> None:
        self._shown = shown
        self._pointed: tuple[Key | None, FieldKey | None] = (None, None)
        self._last: Set[FieldKey] = frozenset()

    def point_at(self, box: Key | None, field: FieldKey | None) -> None:
        """Light the arrow of a field, or all that are at a box; None twice for neither."""
        if (box, field) != self._pointed:
            self._pointed = box, field
            self.show()

    def show(self) -> None:
        """Emphasize the current arrows."""
        lit, last = self._lit(), self._last
        self._last = lit
        if not lit and not last:
            return
        for key, item in self._shown.arrows.items():
            is_lit = key in lit
            is_faded = not (is_lit or not lit or item.arrow.is_changed)
            if item.is_lit is not is_lit or item.is_faded is not is_faded:
                item.light(is_lit, is_faded)

    def _lit(self) -> Set[FieldKey]:
        box, field = self._pointed
        if field is not None and field in self._shown.arrows:
            return {field}
        if box is not None and (found := self._shown.arrows_at(box)):
            return set(found)
        marked = self._shown.marked
        chosen = object_key(marked.selected) if marked.selected is not None else marked.chosen
        return set(self._shown.arrows_at(chosen)) if chosen is not None else set()
