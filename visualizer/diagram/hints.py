"""What is said of an arrow or a card when one points at it."""

from collections.abc import Mapping

from visualizer.diagram.group_words import group_name, legend_words
from visualizer.diagram.surface import Row, part_of
from visualizer.diagram.words import say
from visualizer.layout import Arrow, Box, CardKind, Fold, Key, Point, Text, object_key, phrase
from visualizer.layout.sizes import written_size

type Boxes = Mapping[Key, Box]


def arrow_hint(arrow: Arrow, boxes: Boxes, language: str) -> str:
    """A reference in words: "`alias` in <module> refers to list #1"."""
    if arrow.bundle is not None:
        from_, to = named(boxes, arrow.card), named(boxes, object_key(arrow.target))
        return say(
            phrase("bundle-hint", n=arrow.bundle.references, holder=from_, target=to), language
        )
    key = "arrow-names" if arrow.slot.kind == "name" else "arrow-holds"
    slot = _slot(arrow, boxes, language)
    holder, target = named(boxes, arrow.holder), named(boxes, object_key(arrow.target))
    if arrow.member is not None:
        target = f"#{arrow.member} ({target})"
    said = phrase(key, name=slot, slot=slot, holder=holder, target=target)
    return say(said, language).replace("`", "")


def row_hint(box: Box, row: Row | None, boxes: Boxes, language: str) -> str:
    """A card, or what one row of it refers to: "`alias` in <module> refers to list #1"."""
    part = part_of(box, row) if row is not None else None
    if row is None or part is None or part.target is None:
        folded = [say(text, language) for text in hidden_words(box)]
        return ", ".join(filter(None, (box_hint(box), *folded)))
    return arrow_hint(Arrow(*row, part.target, (), Point(0, 0)), boxes, language)


def box_hint(box: Box) -> str:
    """An object's number, whole address and size; nothing where they are not shown."""
    if box.group is not None:
        return group_name(box.group)
    if box.middle:
        return _middle_name(box)
    if not box.address:
        return ""
    return f"{box.card.title} #{box.serial} · 0x{box.address:x} · {written_size(box.size)}"


def hidden_words(box: Box) -> list[Text]:
    """What is said of the objects that a card stands for besides its own."""
    if box.group is not None:
        return list(legend_words(box.group))
    return _fold_words(box.fold) if box.fold is not None else []


def _fold_words(fold: Fold) -> list[Text]:
    """How much is folded away, and how many references lead out of it."""
    told: list[Text] = [phrase("folded", n=fold.objects)]
    if fold.leads:
        told.append(phrase("leads-out", n=fold.leads))
    if fold.changed:
        told.append(phrase("fold-changed"))
    return told


def named(boxes: Boxes, key: Key) -> str:
    """What to call what a card stands for."""
    box = boxes.get(key)
    if box is None:
        inside = (nested for one in boxes.values() for nested in one.nested)
        found = next((nested for nested in inside if nested.serial == key.name), None)
        return f"{found.title} #{key.name}" if found is not None else f"#{key.name}"
    if box.group is not None:
        return group_name(box.group)
    if box.middle:
        return _middle_name(box)
    if box.card.kind is CardKind.FRAME:
        return str(box.card.title)
    if box.card.kind is CardKind.PILL and box.card.parts:
        return f"{box.card.title} {box.card.parts[0].text}".strip()
    return f"{box.card.title} #{key.name}"


def _middle_name(box: Box) -> str:
    """What stands for the middle of a chain: "Node × 14"."""
    return f"{box.card.title} × {len(box.middle):,}"


_CALLED = {
    "base": "base",
    "key": "key",
    "iterator": "slot-iterator",
    "awaits": "slot-awaits",
    "weak": "slot-weak",
    "cell": "slot-cell",
}
"""What kinds of slots are called of which a card says more, or nothing."""


def _slot(arrow: Arrow, boxes: Boxes, language: str) -> str:
    """A slot as one writes it where there is a way to, else by what stands beside it, or kind."""
    kind, name = arrow.slot
    match kind:
        case "name":
            return str(name)
        case "item":
            return f"[{name}]"
        case "attribute":
            return f".{name}"
    if kind in _CALLED:
        return say(phrase(_CALLED[kind]), language)
    box = boxes.get(arrow.card)
    part = part_of(box, Row(arrow.holder, arrow.slot)) if box is not None else None
    label = say(part.label, language) if part is not None else ""
    return label or kind
