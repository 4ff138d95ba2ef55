"""How many things a card stands for has in it."""

from collections import Counter

from visualizer.layout import Box, Text, phrase

_COUNTED = {"item": "items", "value": "pairs", "name": "names", "attribute": "attributes"}


def most_of(box: Box) -> tuple[str, int]:
    """The kind of slots that it has most of, and their number, those not shown included.

    What is drawn inside a slot counts for itself; ("", 0) where there is nothing of that kind.
    """
    kinds = Counter(part.slot.kind for part in box.card.parts if part.inner is None)
    found = [(count, kind) for kind, count in kinds.items() if kind in _COUNTED]
    if not found:
        return "", 0
    count, kind = max(found)
    return kind, count + box.card.hidden


def counted(box: Box) -> Text:
    """The same in words: "3 items"; nothing where there is nothing to count."""
    kind, count = most_of(box)
    return phrase(_COUNTED[kind], n=count) if kind else ""
