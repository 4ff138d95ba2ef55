"""How much of what is to be seen has room."""

from collections.abc import Iterable

from visualizer.layout import Rect


def as_much_as_fits(places: Iterable[Rect], width: float, height: float) -> Rect | None:
    """Around as many of the places as have room, the first of them first."""
    found: Rect | None = None
    for place in places:
        shown = place._replace(width=min(place.width, width), height=min(place.height, height))
        together = shown if found is None else found.united(shown)
        if together.width <= width and together.height <= height:
            found = together
    return found
