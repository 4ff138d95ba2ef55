"""What of a step is to be seen, the most telling first."""

from collections.abc import Iterable, Iterator

from visualizer.explain import Sentence
from visualizer.layout import Box, Mark, Rect

_AROUND = 14.0
"""Room for what stands at a card's edge: badge, signs."""


def places_of_change(
    boxes: Iterable[Box], sentences: Iterable[Sentence], said: Rect | None
) -> Iterator[Rect]:
    """Where the step changed something: objects in the order of the ``sentences`` that speak of
    them, other objects, names, the sentence at the place of change, the frame that runs.

    Its header comes behind the first of them: where not all has room one still sees whose step
    it is.
    """
    signed = dict.fromkeys(sentence.serial for sentence in sentences if sentence.sign)
    told = {serial: n for n, serial in enumerate(signed)}
    marked = [box for box in boxes if is_marked(box) or box.serial in told]
    objects = [box for box in marked if box.serial is not None]
    objects.sort(key=lambda box: (told.get(box.serial, len(told)), box.rect))
    names = [box for box in marked if box.serial is None and _has_other_names(box)]
    running = [box for box in marked if box.running]
    for place, box in enumerate((*objects, *names)):
        yield _changed_part(box).grown(_AROUND)
        if place == 0:
            yield from map(_header, running)
    if said is not None:
        yield said
    for box in running:
        yield _header(box)
        yield box.rect.grown(_AROUND)


def _has_other_names(box: Box) -> bool:
    return bool(box.marks or box.lost or box.mark is not Mark.NONE)


def _header(box: Box) -> Rect:
    return box.rect._replace(height=box.card.header).grown(_AROUND)


def as_much_as_fits(places: Iterable[Rect], width: float, height: float) -> Rect | None:
    """Around as many of the places as have room, the first of them first."""
    found: Rect | None = None
    for place in places:
        shown = place._replace(width=min(place.width, width), height=min(place.height, height))
        together = shown if found is None else found.united(shown)
        if together.width <= width and together.height <= height:
            found = together
    return found


def is_marked(box: Box) -> bool:
    """Whether the step did anything to a card, or it is the frame that runs."""
    if box.mark is not Mark.NONE or box.marks or box.lost or box.running:
        return True
    return any(nested.mark is not Mark.NONE or nested.marks for nested in box.nested)


def _changed_part(box: Box) -> Rect:
    """The whole of a card that came or went, else from its first changed row to its last.

    Of one of which the count alone is another it is the header, where that stands.
    """
    if not is_marked(box):
        return box.rect._replace(height=box.card.header)
    if box.mark in (Mark.NEW, Mark.FREED, Mark.UNREACHABLE):
        return box.rect
    x, y, width, _ = box.rect
    found = [
        Rect(x, y + part.y, width, part.height)
        for part in box.card.parts
        if box.mark_of(part.slot, part.inner) is not Mark.NONE
    ]
    found += [Rect(x, y + top, width, box.card.header) for _, top in box.lost]
    found += [box.rect_of(nested) for nested in box.nested if nested.mark is Mark.NEW]
    if not found:
        return box.rect
    whole = found[0]
    for rect in found[1:]:
        whole = whole.united(rect)
    return whole
