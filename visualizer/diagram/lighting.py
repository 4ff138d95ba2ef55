"""Which arrows are shown in the accent, and which step back behind them."""

from collections.abc import Iterable

from visualizer.diagram.arrow_item import ArrowItem
from visualizer.diagram.items import Items
from visualizer.diagram.lifted_badges import ArrowKey
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
        self._lit: set[ArrowKey] = set()
        self._faint = False
        self._marked: set[Key] = set()

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

    def show(self, fresh: Iterable[ArrowItem] = ()) -> None:
        """Light what is to be lit among the items that there are now; ``fresh`` have just come.

        Of all others only those are told that it makes a difference to.
        """
        items = self._items
        around = self.card_around(self._chosen)
        chosen = self._chosen if around is not None else None
        pointed = self._pointed if self._pointed in items.boxes else None
        lit = {item.arrow.key for item in self._found(chosen, pointed)}
        faint = bool(lit) or chosen is not None
        before, self._lit = self._lit, lit
        told = {*lit, *before, *(item.arrow.key for item in fresh)}
        if faint != self._faint:
            self._faint, told = faint, set(items.arrows)
        for key in told & items.arrows.keys():
            items.arrows[key].light(key in lit, faint=faint and key not in lit)
        rows: dict[Key, set[Row]] = {}
        for key in lit:
            arrow = items.arrows[key].arrow
            rows.setdefault(arrow.card, set()).add(Row(arrow.holder, arrow.slot))
        places = {place for place in (*rows, around, pointed) if place is not None}
        marked, self._marked = self._marked | places, places
        for place in marked & items.boxes.keys():
            here = chosen if place == around else None
            if here is not None and items.group_of(here) is not None:
                # One of very many: the ring is around its cell.
                here = None
            items.boxes[place].choose(here, place == pointed, frozenset(rows.get(place, ())))

    def card_around(self, key: Key | None) -> Key | None:
        """The card of something, or the one that a container is drawn in."""
        return self._items.card_around(key) if key is not None else None

    def _found(self, chosen: Key | None, pointed: Key | None) -> Iterable[ArrowItem]:
        items = self._items
        if chosen is not None:
            group = items.group_of(chosen)
            for item in items.arrows_at(group or chosen):
                # At the card of a group others end, too, each at a member that is known.
                if group is None or item.arrow.member in (None, chosen.name):
                    yield item
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
