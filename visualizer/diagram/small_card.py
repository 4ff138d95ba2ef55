"""A card that is seen so small that not all of it can be read: less text, none under 12 pixels."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from visualizer.diagram.brush import Line, Look, pen, write_centred
from visualizer.diagram.counted import counted, most_of
from visualizer.diagram.fonts import metrics_of, word_font
from visualizer.layout import Box, CardKind, Mark, PartKind
from visualizer.layout.sizes import PORT_INSET, ROW

FULL_DETAIL, SOME_DETAIL = 0.7, 0.4
_SIZE = 12.0
_LINE = 13.0
"""From one line to the next on screen."""
_TIGHT = 11.2
"""The least height of a row that a name is written in."""
_INSET, _BESIDE_SIGN = 5.0, 12.0
_PORT = 4.0
"""Half as wide as a port."""
_TO_BORDER = 7.5
"""From the middle of the lowest line to the border, so that no letter touches it."""
_EDGE = 1.5
"""From the border of a card that is seen very small to its word."""
_FEW_ROWS = 3


def draw_small(painter: QPainter, look: Look, box: Box, detail: float) -> None:
    """Title and what it has in it; of a frame its names; under 40 % the type alone."""
    rect = QRectF(0, 0, box.rect.width, box.rect.height)
    painter.save()
    painter.setClipRect(rect)
    if detail < SOME_DETAIL or box.card.kind is CardKind.PILL:
        font = word_font(_SIZE / detail)
        painter.setPen(look.colour("ink"))
        room = rect.width() - 2 * _EDGE / detail
        whole = _short(look, box, detail)
        said = metrics_of(font).elidedText(whole, Qt.TextElideMode.ElideRight, room)
        write_centred(painter, said, font, rect.center())
    elif box.card.kind is CardKind.FRAME:
        _draw_frame(painter, look, box, detail)
    else:
        _draw_object(painter, look, box, detail)
    painter.restore()


def title_right(look: Look, box: Box, detail: float) -> float:
    """How far right the uppermost words reach, in the card's own lengths."""
    if box.card.kind is CardKind.PILL:
        width = metrics_of(word_font(_SIZE / detail)).horizontalAdvance(_short(look, box, detail))
        return (box.rect.width + width) / 2
    title, _ = _lines(look, box, detail, line_below(look, box, detail))
    return _left(box) / detail + metrics_of(_titled(detail)).horizontalAdvance(title)


def _short(look: Look, box: Box, detail: float) -> str:
    text = str(box.card.parts[0].text) if box.card.parts else ""
    is_value = box.card.kind is CardKind.PILL and detail >= SOME_DETAIL
    return text if is_value else look.say(box.card.title) or text


def _draw_frame(painter: QPainter, look: Look, box: Box, detail: float) -> None:
    """The names where they stand, if there is a line for each; what was deleted struck through."""
    titled, plain = _titled(detail), word_font(_SIZE / detail)
    names = [part for part in box.card.parts if part.kind is PartKind.NAME]
    high = min((part.height for part in names), default=ROW)
    y = box.card.header / 2
    if not (names or box.lost or box.gone) or high * detail < _TIGHT:
        _write_lines(painter, look, box, detail, _counted(look, box))
        return
    painter.setPen(look.colour("ink"))
    x, room = _INSET / detail, box.rect.width - 2 * _INSET / detail
    _write(painter, look.say(box.card.title), titled, Line(x, y, room))
    lowest = box.rect.height - _TO_BORDER / detail
    for part in names:
        middle = min(part.y + part.height / 2, lowest)
        _write(painter, look.say(part.label), plain, Line(x, middle, room))
    for colour, rows in (("ink3", box.gone), ("loss", box.lost)):
        painter.setPen(pen(look.colour(colour), 1.2 / detail))
        for name, top in rows:
            middle = min(top + ROW / 2, lowest)
            used = _write(painter, name, plain, Line(x, middle, room))
            painter.drawLine(QPointF(x - 2, middle), QPointF(x + used + 2, middle))


def _draw_object(painter: QPainter, look: Look, box: Box, detail: float) -> None:
    _write_lines(painter, look, box, detail, line_below(look, box, detail))


def line_below(look: Look, box: Box, detail: float) -> str:
    """The line below the title, of a count the number alone where arrows begin beside it."""
    whole = told_of(look, box)
    ports = any(part.points for part in box.card.parts)
    room = box.rect.width - _INSET / detail - (PORT_INSET + _PORT if ports else _INSET / detail)
    if metrics_of(word_font(_SIZE / detail)).horizontalAdvance(whole) <= room:
        return whole
    _, count = most_of(box)
    return f"{count:,}" if count and whole == _counted(look, box) else whole


def told_of(look: Look, box: Box) -> str:
    """The line below the title of an object's card."""
    return _value(look, box) or _counted(look, box)


def _titled(detail: float) -> QFont:
    return word_font(_SIZE / detail, QFont.Weight.DemiBold)


def _left(box: Box) -> float:
    """How far in words begin on screen: what the step did to the card has a sign in its corner."""
    return _INSET if box.mark is Mark.NONE else _BESIDE_SIGN


def _lines(look: Look, box: Box, detail: float, below: str) -> tuple[str, str]:
    """The title, and the line below it, as far as there is room."""
    room = box.rect.width - (_left(box) + _INSET) / detail
    title = look.say(box.card.title)
    if box.serial is not None:
        whole = f"{title} #{box.serial}"
        title = whole if metrics_of(_titled(detail)).horizontalAdvance(whole) <= room else title
    if below and box.rect.height < 1.9 * _LINE / detail:
        below = ""
    if not below and _is_named(box):
        # What a class or a function is called says more than its number.
        title = f"{look.say(box.card.title)} {look.say(box.card.parts[0].label)}"
    return title, below


def _write_lines(painter: QPainter, look: Look, box: Box, detail: float, below: str) -> None:
    """The title, and a line below it where there is room; both as they stand in a card."""
    title, below = _lines(look, box, detail, below)
    line, height = _LINE / detail, box.rect.height
    # A high card has its lines at its top, as it has near by.
    middle = height / 2 if height < 3.2 * line else 1.25 * line
    y = middle - line / 2 if below else middle
    left, right = _left(box) / detail, box.rect.width - 2 / detail
    painter.setPen(look.colour("ink"))
    _write(painter, title, _titled(detail), Line(left, y, right - left))
    if below:
        painter.setPen(look.colour("ink2"))
        left = _INSET / detail
        _write(painter, below, word_font(_SIZE / detail), Line(left, y + line, right - left))


def _is_named(box: Box) -> bool:
    first = box.card.parts[0] if box.card.parts else None
    return first is not None and first.slot.kind in ("class", "function", "module")


def _write(painter: QPainter, text: str, font: QFont, line: Line) -> float:
    """Write a line, cut with an ellipsis where it has no room; returns its width."""
    metrics = metrics_of(font)
    said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width)
    painter.setFont(font)
    painter.drawText(QPointF(line.x, line.y + metrics.capHeight() / 2), said)
    return metrics.horizontalAdvance(said)


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
    return look.say(counted(box))
