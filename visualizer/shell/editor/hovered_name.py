"""A name in the code that the pointer rests on: its value at this step, and its object lit up."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from visualizer.explain.source.named_in_text import ParsedText, resolve
from visualizer.layout import object_key
from visualizer.shell.editor.code_layout import text_of
from visualizer.shell.editor.emphasis import characters, units
from visualizer.shell.inspector.value_line import value_line

if TYPE_CHECKING:
    from visualizer.diagram.view.scene import SheetScene
    from visualizer.shell.appearance.words import Words
    from visualizer.shell.playback.player import Player
    from visualizer.shell.source.marking import Marking
    from visualizer.shell.source.pane import SourcePane

_ON_ONE_LINE = 80
"""Characters."""
_ENDS = (
    QEvent.Type.Leave,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.KeyPress,
)


class HoveredName(QObject):
    """Shows the value of a name, unless the program was edited since it was recorded.

    The selected object is marked again in ``scene`` when the pointer moves on.
    """

    def __init__(
        self, player: Player, source: SourcePane, marking: Marking, scene: SheetScene, words: Words
    ) -> None:
        super().__init__(source)
        self._player, self._source, self._marking = player, source, marking
        self._scene, self._words, self._editor = scene, words, source.editor
        self._text = ParsedText("")
        self._place = QRect()
        self._lit = False
        self._before: int | None = None
        viewport = self._editor.viewport()
        viewport.setMouseTracking(True)
        viewport.installEventFilter(self)
        player.step_changed.connect(self._leave)
        player.recording_changed.connect(self._leave)
        source.edited.connect(self._leave)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt says when the pointer rests; that it goes on is seen by where it is."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._rest(event.pos(), event.globalPos())
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            if not self._place.contains(event.position().toPoint()):
                self._leave()
        elif event.type() in _ENDS:
            self._leave()
        return False

    def _rest(self, at: QPoint, on_screen: QPoint) -> bool:
        told = self._told(at)
        if told is None:
            self._leave()
            return False
        text, serial = told
        viewport = self._editor.viewport()
        # Qt would break what is short after a few words.
        tag = "pre" if len(text) <= _ON_ONE_LINE else "code"
        told_so = f"<{tag}>{escape(text, quote=False)}</{tag}>"
        QToolTip.showText(on_screen, told_so, viewport, self._place)
        if serial is not None:
            self._light(serial)
        return True

    def _told(self, at: QPoint) -> tuple[str, int | None] | None:
        """What there is to say of the name at a point, and the object that it stands for."""
        state, file = self._player.state, self._source.shown
        if state.step is None or self._marking.differs_in(file):
            return None
        document = self._editor.document()
        text = text_of(document)
        if text != self._text.text:
            self._text = ParsedText(text)
        cursor = self._editor.cursorForPosition(at)
        if self._editor.cursorRect(cursor).left() > at.x():
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        block = cursor.block()
        column = characters(block.text(), cursor.positionInBlock())
        spot = self._text.name_at(block.blockNumber() + 1, column)
        if spot is None:
            return None
        first, last = QTextCursor(block), QTextCursor(block)
        first.setPosition(block.position() + units(block.text(), spot.start))
        last.setPosition(block.position() + units(block.text(), spot.end))
        start, end = self._editor.cursorRect(first), self._editor.cursorRect(last)
        place = QRect(start.topLeft(), QPoint(end.left(), start.bottom()))
        if not place.contains(at):
            return None
        self._place = place
        serial = resolve(spot, state, file)
        if serial is not None:
            return f"{spot.text} = {value_line(state, serial)}", serial
        if len(spot.path) == 1 and self._text.is_bound(spot):
            return self._words("editor.no_value", name=spot.text), None
        return None

    def _light(self, serial: int) -> None:
        """Mark its object in the picture, and the arrows at it."""
        sheets = self._scene
        if not self._lit:
            self._before = sheets.selected
        sheets.shown.select(serial)
        boxes = sheets.shown.boxes
        inside = (one for one in boxes.values() if serial in one.box.block.anchors)
        item = boxes.get(object_key(serial)) or next(inside, None)
        if item is not None:
            sheets.point_at_box(item.box, None)
        self._lit = True

    def _leave(self) -> None:
        """As it was before somebody pointed at a name."""
        self._place = QRect()
        if not self._lit:
            return
        self._lit = False
        sheets = self._scene
        # First what is selected: the arrows that are lit follow from it.
        sheets.shown.select(self._before)
        sheets.point_away()
