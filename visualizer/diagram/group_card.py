"""The card that stands for very many objects of one type: stacked, with a cell for each of them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPolygonF

from visualizer.diagram.brush import Line, Look, pen, write, write_centred
from visualizer.diagram.fonts import metrics_of, text_width, word_font
from visualizer.diagram.group_cells import cell_rect
from visualizer.diagram.group_words import GHOST, ISLAND, MORE, ONCE, Noted, group_name, legend
from visualizer.layout import Box, Group, TextStyle
from visualizer.layout.groups import GROUP_HEADER, INSET, PITCH, foot
from visualizer.layout.sizes import written_size

_RADIUS = 8.0
_BEHIND = ((8.0, 8.0), (4.0, 4.0))
"""How far in, and how far up, the cards behind the first one stand."""
_MOST_SIGNS = 12
_ORDER = ONCE, MORE, ISLAND, GHOST, "gain", "changeLine", "accent"
_CELLS_FROM = 0.4
_KEY, _LINE = 9.0, 18.0


def draw_behind(painter: QPainter, look: Look, box: Box) -> None:
    """The edges of the cards behind the first one."""
    painter.setBrush(look.colour("card"))
    painter.setPen(pen(look.colour("line"), look.theme.outline))
    for inwards, up in _BEHIND:
        rect = QRectF(inwards, -up, box.rect.width - 2 * inwards, 20)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def draw_header(painter: QPainter, look: Look, box: Box) -> None:
    """The type, how many there are, and how many bytes they take."""
    told = box.group
    assert told is not None
    y, width = box.card.header / 2, box.rect.width
    size = written_size(told.size) if look.level > 2 else ""
    room = text_width(size, TextStyle.SMALL)
    if text_width(group_name(told), TextStyle.TITLE) > width - 30 - room:
        # How many there are says more.
        size, room = "", 0.0
    painter.setPen(look.colour("ink2"))
    write(painter, look, size, TextStyle.SMALL, Line(width - 12 - room, y, room))
    painter.setPen(look.colour("ink"))
    line = Line(10, y, width - 30 - room)
    write(painter, look, group_name(told), TextStyle.TITLE, line)


def draw_cells(painter: QPainter, look: Look, box: Box, noted: Noted) -> None:
    """A cell for each object: what is held more than once, was found, or changed stands out."""
    told = box.group
    assert told is not None
    if not told.across:
        return
    places: dict[str, list[QRectF]] = {}
    signed: list[QPointF] = []
    for place, serial in enumerate(told.cells):
        rect = QRectF(*cell_rect(box, place))
        colour = _colour(told, serial, noted)
        if colour in ("changeLine", "gain"):
            signed.append(rect.center())
        elif colour == "accent":
            rect.adjust(-1, -1, 1, 1)
        places.setdefault(colour, []).append(rect)
    for colour in sorted(places, key=_ORDER.index):
        _draw_cells(painter, look, places[colour], colour)
    for at in signed[:_MOST_SIGNS]:
        _draw_diamond(painter, look, at)
    chosen = told.place_of(noted.chosen) if noted.chosen is not None else None
    if chosen is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(look.colour("accent"), 2))
        painter.drawRect(QRectF(*cell_rect(box, chosen)).adjusted(-4, -4, 4, 4))


def draw_legend(painter: QPainter, look: Look, box: Box, noted: Noted) -> None:
    """What the colours of the cells mean, with how many there are of each."""
    told = box.group
    assert told is not None
    rows = -(-len(told.cells) // told.across) if told.across else 0
    x, y = INSET, GROUP_HEADER + 16 + (INSET + rows * PITCH if rows else 0.0)
    right = box.rect.width - INSET
    for colour, words in legend(told, noted):
        said = look.say(words)
        width = text_width(said, TextStyle.SMALL) + (_KEY + 5 if colour else 0)
        if x > INSET and x + width > right:
            x, y = INSET, y + _LINE
        if colour:
            if colour == "changeLine":
                _draw_diamond(painter, look, QPointF(x + _KEY / 2, y))
            else:
                _draw_cells(painter, look, [QRectF(x, y - _KEY / 2, _KEY, _KEY)], colour)
        painter.setPen(look.colour("ink2"))
        left = x + (_KEY + 5 if colour else 0)
        write(painter, look, said, TextStyle.SMALL, Line(left, y, right - left))
        x += width + 12


def draw_small(painter: QPainter, look: Look, box: Box, noted: Noted, detail: float) -> None:
    """Name and colours in letters of 12 pixels on screen; the smallest of all has a name alone."""
    painter.save()
    painter.setClipRect(QRectF(0, 0, box.rect.width, box.rect.height))
    if detail < _CELLS_FROM:
        _draw_smallest(painter, look, box, detail)
    else:
        _draw_small_header(painter, look, box, detail)
        _draw_small_legend(painter, look, box, noted, detail)
    painter.restore()


def _draw_smallest(painter: QPainter, look: Look, box: Box, detail: float) -> None:
    """The header is too low for a name: it is where the legend was. No cell can be seen."""
    told = box.group
    assert told is not None
    top = box.rect.height - foot(box.rect.width) if told.across else 0.0
    if told.across:
        height = top - GROUP_HEADER - INSET
        cells = QRectF(INSET, GROUP_HEADER + INSET, told.across * PITCH, height)
        painter.fillRect(cells, look.colour("hair"))
    painter.setPen(look.colour("ink"))
    font = word_font(12 / detail)
    fits = metrics_of(font).horizontalAdvance(group_name(told)) <= box.rect.width - 8
    middle = QPointF(box.rect.width / 2, (top + box.rect.height) / 2)
    write_centred(painter, group_name(told) if fits else told.type, font, middle)


def _draw_small_header(painter: QPainter, look: Look, box: Box, detail: float) -> None:
    """The name, and behind it how many bytes where there is room."""
    told = box.group
    assert told is not None
    bold, plain = word_font(12 / detail, QFont.Weight.DemiBold), word_font(12 / detail)
    edge, y = 5 / detail, box.card.header / 2
    room = box.rect.width - 2 * edge
    painter.setPen(look.colour("ink"))
    used = _write_at(painter, group_name(told), bold, Line(edge, y, room))
    size = written_size(told.size) if look.level > 2 else ""
    width = metrics_of(plain).horizontalAdvance(size)
    if used + 12 / detail + width <= room:
        painter.setPen(look.colour("ink2"))
        _write_at(painter, size, plain, Line(edge + room - width, y, width))


def _draw_small_legend(
    painter: QPainter, look: Look, box: Box, noted: Noted, detail: float
) -> None:
    """What the colours mean, as far as it has room in one line; what is rarer comes first."""
    told = box.group
    assert told is not None
    font, key, edge = word_font(12 / detail), _KEY / detail, 5 / detail
    height = foot(box.rect.width) if told.across else box.rect.height - box.card.header
    x, y = edge, box.rect.height - height / 2
    lines = [*legend(told, noted)]
    for colour, words in (*reversed(lines[1:]), lines[0]):
        said = look.say(words)
        left = x + (key + 3 / detail if colour else 0)
        width = metrics_of(font).horizontalAdvance(said)
        if left + width > box.rect.width - edge:
            continue
        if colour == "changeLine":
            _draw_diamond(painter, look, QPointF(x + key / 2, y), 1 / detail)
        elif colour:
            _draw_cells(painter, look, [QRectF(x, y - key / 2, key, key)], colour)
        painter.setPen(look.colour("ink2"))
        x = left + _write_at(painter, said, font, Line(left, y, width)) + 10 / detail


def _write_at(painter: QPainter, text: str, font: QFont, line: Line) -> float:
    """Write a line in a font, cut where it has no room; its width."""
    metrics = metrics_of(font)
    said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width + 0.5)
    painter.setFont(font)
    painter.drawText(QPointF(line.x, line.y + metrics.capHeight() / 2), said)
    return metrics.horizontalAdvance(said)


def _colour(told: Group, serial: int, noted: Noted) -> str:
    if serial == noted.chosen or serial in noted.hits:
        return "accent"
    if serial in told.ghosts:
        return GHOST
    if serial in told.new:
        return "gain"
    if serial in told.changed:
        return "changeLine"
    if serial in told.unreachable:
        return ISLAND
    return MORE if serial in told.shared else ONCE


def _draw_cells(painter: QPainter, look: Look, cells: list[QRectF], colour: str) -> None:
    """Cells of one sort: what only a cycle keeps alive is hollow, what was freed is crossed out."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ink(look, colour))
    if colour not in (ISLAND, GHOST):
        painter.drawRects(cells)
        return
    painter.setBrush(look.colour("islandSoft" if colour == ISLAND else "ghostFill"))
    painter.setPen(pen(look.colour(colour), 1.6))
    inside = [cell.adjusted(0.8, 0.8, -0.8, -0.8) for cell in cells]
    if colour == ISLAND:
        painter.drawRects(inside)
        return
    for cell in inside:
        painter.drawLine(cell.topLeft(), cell.bottomRight())
        painter.drawLine(cell.topRight(), cell.bottomLeft())


def _ink(look: Look, colour: str) -> QColor:
    """Where lines are black, what is held once is grey."""
    if colour == ONCE:
        return look.colour("hair" if look.theme.name == "high-contrast" else "line")
    return look.colour("ink" if colour == MORE else colour)


def _draw_diamond(painter: QPainter, look: Look, at: QPointF, larger: float = 1.0) -> None:
    painter.setPen(pen(look.colour("card"), 1))
    painter.setBrush(look.colour("changeLine"))
    corners = ((0, -6), (6, 0), (0, 6), (-6, 0))
    painter.drawPolygon(QPolygonF([at + QPointF(*corner) * larger for corner in corners]))
