"""Which arrows are shown in the accent, and which step back behind them."""

from collections.abc import Iterable

from visualizer.diagram.arrow_item import ArrowItem
from visualizer.diagram.items import ArrowKey, Items
from visualizer.diagram.surface import Row
from visualizer.layout import Key


class Lighting:
    """Lights what belongs to the selected object and to what is pointed at, from both ends."""

    def __init__(self, items: Items) -> None:
        self._items = items
        self._chosen: Key | None = None
        self._pointed: Key | None = None
        self._row: Row | None = None
        self._arrow: ArrowKey | None = None
        self._any = False

    def choose(self, key: Key | None) -> None:
        """The selected card, or none."""
        self._chosen = key
        self.show()

    def point(self, key: Key | None, row: Row | None = None) -> None:
        """What is pointed at: a card, one of its rows, or nothing."""
        if (key, row, None) != (self._pointed, self._row, self._arrow):
            self._pointed, self._row, self._arrow = key, row, None
            self.show()

    def point_at_arrow(self, key: ArrowKey) -> None:
        """An arrow is pointed at."""
        if key != self._arrow:
            self._pointed, self._row, self._arrow = None, None, key
            self.show()

    def show(self) -> None:
        """Light what is to be lit among the items that there are now."""
        items = self._items
        around = self.card_around(self._chosen)
        chosen = self._chosen if around is not None else None
        pointed = self._pointed if self._pointed in items.boxes else None
        lit = {item.arrow.key for item in self._found(chosen, pointed)}
        if not lit and chosen is None and pointed is None and not self._any:
            return
        self._any = bool(lit) or chosen is not None or pointed is not None
        faint = bool(lit) or chosen is not None
        for key, item in items.arrows.items():
            item.light(key in lit, faint=faint and key not in lit)
        ports: dict[Key, set[Row]] = {}
        for key in lit:
            arrow = items.arrows[key].arrow
            ports.setdefault(arrow.card, set()).add(Row(arrow.holder, arrow.slot))
        for place, box in items.boxes.items():
            lit_rows = frozenset(ports.get(place, ()))
            box.choose(chosen if place == around else None, place == pointed, lit_rows)

    def card_around(self, key: Key | None) -> Key | None:
        """The card of something, or the one that a container is drawn in."""
        if key is None or key in self._items.boxes:
            return key
        for place, item in self._items.boxes.items():
            if any(nested.serial == key.name for nested in item.box.nested):
                return place
        return None

    def _found(self, chosen: Key | None, pointed: Key | None) -> Iterable[ArrowItem]:
        items = self._items
        if chosen is not None:
            yield from items.arrows_at(chosen)
        if self._arrow is not None and self._arrow in items.arrows:
            yield items.arrows[self._arrow]
        if pointed is None:
            return
        if self._row is None:
            yield from items.arrows_at(pointed)
            return
        for item in items.arrows_at(pointed):
            if (item.arrow.holder, item.arrow.slot) == self._row:
                yield item
