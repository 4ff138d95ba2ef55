"""One sentence at the place of change."""

import re
from collections.abc import Iterable
from functools import reduce
from html import escape
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextDocument
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.brush import SIGN, Look, draw_sign, draw_triangle
from visualizer.diagram.fonts import code_font, word_font
from visualizer.diagram.obstacles import Obstacles, beside
from visualizer.explain import Sentence
from visualizer.layout import Box, Key, Mark, Picture, Rect, object_key

_WIDEST = 184.0
_INSET, _SIGN_ROOM = 8.0, SIGN + 8.0
_NEAR, _REACH, _SLACK = 60.0, 320.0, 14.0
_LEAST_DETAIL = 0.7
_MARKS = {"gain": Mark.NEW, "loss": Mark.FREED, "change": Mark.CHANGED, "island": Mark.UNREACHABLE}
_EDGES = {"change": "changeLine", "up": "gain", "down": "loss"}
_SIGNS = {*_MARKS, *_EDGES}
_OF_FRAME = {"called", "returned", "yielded", "resumed", "raised-exception", "passing-exception"}


class Size(NamedTuple):
    """Of a sentence."""

    width: float
    height: float


class CalloutItem(QGraphicsRectItem):
    """A sentence in a frame of its own, with the sign of what it tells."""

    def __init__(self, words: QTextDocument, sign: str, rect: Rect, look: Look) -> None:
        super().__init__(QRectF(*rect).adjusted(-2, -2, 2, 2))
        self.place = rect
        self.words = words
        self._sign, self._look = sign, look
        self.setPen(Qt.PenStyle.NoPen)
        self.setZValue(8)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Nothing where it could not be read."""
        if option.levelOfDetailFromTransform(painter.worldTransform()) < _LEAST_DETAIL:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, rect = self._look, QRectF(*self.place)
        painter.setBrush(look.colour("pane"))
        colour = look.colour(_EDGES.get(self._sign, self._sign))
        painter.setPen(QPen(colour, 1.4))
        painter.drawRoundedRect(rect.adjusted(0.7, 0.7, -0.7, -0.7), 6, 6)
        at = rect.topLeft() + QPointF(_INSET + 8, _INSET + 9)
        if self._sign in _MARKS:
            draw_sign(painter, look, _MARKS[self._sign], at)
        else:
            draw_triangle(painter, colour, at, self._sign == "up", 13)
        painter.save()
        painter.translate(rect.x() + _INSET + _SIGN_ROOM, rect.y() + _INSET - 1)
        self.words.drawContents(painter)
        painter.restore()


class Surroundings(Protocol):
    """What a sentence is told of the cards that are shown."""

    @property
    def marked(self) -> Iterable[Box]:
        """Those that the step marked."""
        ...

    def box(self, key: Key) -> Box | None:
        """One of them."""
        ...

    def near(self, area: Rect) -> Picture:
        """What of the picture is in an area."""
        ...


def make_callout(
    shown: Surroundings,
    sentences: Iterable[Sentence],
    look: Look,
    bounds: Rect,
    others: Iterable[Rect] = (),
) -> CalloutItem | None:
    """The first sentence of a step that tells of a change which can be seen, near to it.

    ``bounds`` are those of the picture, ``others`` areas that it may not stand on either.
    """
    for sentence in sentences:
        box = _place_of(sentence, shown) if sentence.sign in _SIGNS else None
        if box is None:
            continue
        words = _document(look.say_sentence(sentence), look.colour("ink").name())
        width = words.idealWidth() + _SIGN_ROOM + 2 * _INSET
        height = words.size().height() + 2 * _INSET - 2
        size = Size(width, height)
        rect = _room_beside(box.rect, size, shown, bounds, tuple(others))
        return CalloutItem(words, sentence.sign, rect, look) if rect is not None else None
    return None


def _room_beside(
    anchor: Rect, size: Size, shown: Surroundings, bounds: Rect, others: Iterable[Rect]
) -> Rect | None:
    """The nearest free place beside a card, else that with the fewest arrows under it.

    Mostly there is one at hand: what is further off is only looked at where there is none.
    """
    found = None
    for reach in (_NEAR, _REACH):
        places = [
            rect
            for rect in beside(anchor, *size, reach)
            if rect.x >= bounds.x and rect.y >= bounds.y
        ]
        around = reduce(Rect.united, places, anchor).grown(_SLACK)
        near = Obstacles(shown.near(around), around, others)
        found = near.best(places)
        if found is not None and not near.cost(found):
            break
    return found


def _document(said: str, ink: str) -> QTextDocument:
    """A sentence set in lines, what stands in back ticks in the font of code."""
    family = code_font(14).families()[0]
    code = f"<span style=\"font-family:'{family}'; font-size:14px; font-weight:600\">\\1</span>"
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(word_font(13))
    words = re.sub("`([^`]*)`", code, escape(said))
    document.setHtml(f'<span style="color:{ink}">{words}</span>')
    document.setTextWidth(min(document.idealWidth(), _WIDEST))
    return document


def _place_of(sentence: Sentence, shown: Surroundings) -> Box | None:
    """The card that a sentence speaks of: that of the name's frame, or the object's own."""
    name = dict(sentence.arguments).get("name")
    if sentence.key.startswith("name-"):
        for box in shown.marked:
            if any(slot.kind == "name" and slot.name == name for slot, _ in box.marks):
                return box
        return None
    if sentence.key in _OF_FRAME:
        return next((box for box in shown.marked if box.running), None)
    return shown.box(object_key(sentence.serial)) if sentence.serial is not None else None
