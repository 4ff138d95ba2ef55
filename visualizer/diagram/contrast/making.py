"""Makes the contrasts of both sides from a comparison."""

from collections.abc import Mapping

from visualizer.diagram.contrast.contrast import Contrast
from visualizer.diagram.words import translate
from visualizer.explain.comparison.differences import Comparison, Difference
from visualizer.explain.comparison.words import describe_difference
from visualizer.layout.picture import Key, object_key
from visualizer.model import State


def contrasts_of(
    comparison: Comparison, states: tuple[State, State], language: str, level: int
) -> tuple[Contrast, Contrast]:
    """Return the contrasts for the sheets of two states at a level of detail, from 1."""
    back = {other: one for one, other in comparison.partners.items()}

    def contrast(side: int, partners: Mapping[int, int]) -> Contrast:
        step, words = states[side].step, _words(comparison, side, language, level)
        number = step.number if step is not None else 0
        counts = _counts(partners, states[1 - side])
        return Contrast(number, comparison.sides[side], counts, words)

    return contrast(0, comparison.partners), contrast(1, back)


def _counts(partners: Mapping[int, int], other: State) -> dict[int, int | None]:
    """Return the reference counts of the counterparts of objects."""
    found = ((serial, other.heap.get(partner)) for serial, partner in partners.items())
    return {serial: thing.refcount for serial, thing in found if thing is not None}


def _words(comparison: Comparison, side: int, language: str, level: int) -> dict[object, str]:
    words: dict[object, str] = {}
    for one in comparison.up_to(level):
        place = _place(one, side)
        if place is not None and place not in words:
            words[place] = translate(describe_difference(one), language).replace("`", "")
    return words


def _place(one: Difference, side: int) -> object:
    """Return the field or the box at which a side describes a difference."""
    place, serial = one.places[side], one.serials[side]
    if one.call is not None:
        return Key(*one.call) if one.texts[side] else None
    if place is not None:
        return Key(*place.holder), place.slot
    return object_key(serial) if serial is not None else None
