"""A card that is seen so small that not all of it can be read: less text, none under 12 pixels."""

from collections import Counter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from visualizer.diagram.brush import Look, write_centred
from visualizer.diagram.fonts import metrics_of, word_font
from visualizer.layout import Box, CardKind, PartKind, phrase

SOME_DETAIL = 0.4
_SIZE = 12.0
_LINE = 13.0
"""From one line to the next on screen."""
_TIGHT = 11.2
"""The least height of a row that a name is written in."""
_INSET = 5.0
_FEW_ROWS = 3
_COUNTED = {"item": "items", "value": "pairs", "name": "names", "attribute": "attributes"}


def draw_small(painter: QPainter, look: Look, box: Box, detail: float) -> None:
    """Title and what it has in it; of a frame its names; under 40 % the type alone."""
    rect = QRectF(0, 0, box.rect.width, box.rect.height)
    painter.save()
    painter.setClipRect(rect)
    if detail < SOME_DETAIL or box.card.kind is CardKind.PILL:
        font = word_font(_SIZE / detail)
        painter.setPen(look.colour("ink"))
        write_centred(painter, _short(look, box, detail), font, rect.center())
    elif box.card.kind is CardKind.FRAME:
        _draw_frame(painter, look, box, detail)
    else:
        _draw_object(painter, look, box, detail)
    painter.restore()


def _short(look: Look, box: Box, detail: float) -> str:
    text = str(box.card.parts[0].text) if box.card.parts else ""
    is_value = box.card.kind is CardKind.PILL and detail >= SOME_DETAIL
    return text if is_value else look.say(box.card.title) or text


def _draw_frame(painter: QPainter, look: Look, box: Box, detail: float) -> None:
    """The names where they stand, if there is a line for each."""
    titled, plain = word_font(_SIZE / detail, QFont.Weight.DemiBold), word_font(_SIZE / detail)
    names = [part for part in box.card.parts if part.kind is PartKind.NAME]
    high = min((part.height for part in names), default=0.0)
    y = box.card.header / 2
    if not names or high * detail < _TIGHT:
        _write_lines(painter, look, box, detail, _counted(look, box))
        return
    painter.setPen(look.colour("ink"))
    _write(painter, look.say(box.card.title), titled, _INSET / detail, y)
    for part in names:
        _write(painter, look.say(part.label), plain, _INSET / detail, part.y + part.height / 2)


def _draw_object(painter: QPainter, look: Look, box: Box, detail: float) -> None:
    _write_lines(painter, look, box, detail, told_of(look, box))


def told_of(look: Look, box: Box) -> str:
    """The line below the title of an object's card."""
    return _value(look, box) or _counted(look, box)


def _write_lines(painter: QPainter, look: Look, box: Box, detail: float, below: str) -> None:
    """The title, and a line below it where there is room; both as they stand in a card."""
    width, height = box.rect.width, box.rect.height
    titled, plain = word_font(_SIZE / detail, QFont.Weight.DemiBold), word_font(_SIZE / detail)
    title = look.say(box.card.title)
    if box.serial is not None:
        whole = f"{title} #{box.serial}"
        fits = metrics_of(titled).horizontalAdvance(whole) <= width - 2 * _INSET / detail
        title = whole if fits else title
    line = _LINE / detail
    two = bool(below) and height >= 1.9 * line
    if not two and _is_named(box):
        # What a class or a function is called says more than its number.
        title = f"{look.say(box.card.title)} {look.say(box.card.parts[0].label)}"
    # A high card has its lines at its top, as it has near by.
    middle = height / 2 if height < 3.2 * line else 1.25 * line
    y = middle - line / 2 if two else middle
    painter.setPen(look.colour("ink"))
    _write(painter, title, titled, _INSET / detail, y)
    if two:
        painter.setPen(look.colour("ink2"))
        _write(painter, below, plain, _INSET / detail, y + line)


def _is_named(box: Box) -> bool:
    first = box.card.parts[0] if box.card.parts else None
    return first is not None and first.slot.kind in ("class", "function", "module")


def _write(painter: QPainter, text: str, font: QFont, x: float, y: float) -> None:
    painter.setFont(font)
    painter.drawText(QPointF(x, y + metrics_of(font).capHeight() / 2), text)


def _value(look: Look, box: Box) -> str:
    """What tells most of it: a name, a state, of an instance with few attributes the first."""
    parts = box.card.parts
    if not parts:
        return ""
    if parts[0].kind in (PartKind.TEXT, PartKind.STATE) or parts[0].slot.kind == "iterator":
        return look.say(parts[0].label)
    own = [part for part in parts if part.kind is not PartKind.NEST and part.inner is None]
    written = [part.text for part in own if part.slot.kind == "attribute" and part.text]
    return look.say(written[0]) if written and len(parts) <= _FEW_ROWS else ""


def _counted(look: Look, box: Box) -> str:
    """How many it has of what it has most of, those not shown included."""
    kinds = Counter(part.slot.kind for part in box.card.parts if part.inner is None)
    found = [(count, kind) for kind, count in kinds.items() if kind in _COUNTED]
    if not found:
        return ""
    count, kind = max(found)
    return look.say(phrase(_COUNTED[kind], n=count + box.card.hidden))
