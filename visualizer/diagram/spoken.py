"""What a screen reader says of a card, a row, and what a step did to them."""

from visualizer.diagram.counted import counted
from visualizer.diagram.hints import Boxes, arrow_hint, hidden_words, named
from visualizer.diagram.surface import row_of
from visualizer.diagram.words import say
from visualizer.layout import Arrow, Box, CardKind, Mark, Part, Point, Text, phrase

_MARKS = {
    Mark.NEW: "mark-new",
    Mark.REBOUND: "mark-changed",
    Mark.CHANGED: "mark-changed",
    Mark.FREED: "freed-word",
    Mark.UNREACHABLE: "mark-unreachable",
}


def spoken_card(box: Box, boxes: Boxes, language: str) -> str:
    """A card: "list #1, 2 items, 6 references, new"."""
    told: list[Text] = [named(boxes, box.key)]
    if box.card.kind is CardKind.FRAME:
        told.append(box.card.note)
    elif box.card.kind is CardKind.CARD and not (box.ghost or box.group or box.middle):
        empty = (part.label for part in box.card.parts if part.slot.kind == "empty")
        told.append(counted(box) or next(empty, ""))
    if box.badge is not None:
        told.append(_count(box.badge.count))
        if box.badge.changed and box.badge.before is not None and box.badge.count is not None:
            told.append(phrase("count-before", count=box.badge.before))
    if box.mark is not Mark.NONE:
        told.append(phrase(_MARKS[box.mark]))
    elif box.unreachable:
        told.append(phrase("mark-unreachable"))
    told += hidden_words(box)
    if box.running:
        told.append(phrase("is-running"))
    return ", ".join(say(part, language) for part in told if part)


def spoken_row(box: Box, part: Part, boxes: Boxes, language: str) -> str:
    """A row: "`parts` of dict #2 refers to list #1, new"."""
    if part.target is not None:
        arrow = Arrow(*row_of(box, part), part.target, (), Point(0, 0))
        said = arrow_hint(arrow, boxes, language)
    else:
        said = " ".join(say(text, language) for text in (part.label, part.text) if text)
    mark = box.mark_of(part.slot)
    return f"{said}, {say(phrase(_MARKS[mark]), language)}" if mark is not Mark.NONE else said


def _count(count: int | None) -> Text:
    if count is None:
        return phrase("not-counted")
    return phrase("references", n=count)
