"""Shows the value of the name under the pointer, and highlights its object in the diagram."""

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from visualizer.diagram.view.scene import SheetScene
from visualizer.explain.source.named_in_text import ParsedText, resolve
from visualizer.explain.written import value_text
from visualizer.layout.picture import object_key
from visualizer.shell.appearance.words import Words
from visualizer.shell.editor.code_layout import text_of
from visualizer.shell.editor.emphasis import characters, units
from visualizer.shell.playback.player import Player
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.source.recorded_lines import RecordedLines

_ON_ONE_LINE = 80
"""The maximum length of a value shown without line breaks."""
_ENDS = (
    QEvent.Type.Leave,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.KeyPress,
)


class HoveredName(QObject):
    """Shows the value of a name at the current step, unless the program has been edited.

    When the pointer leaves the name, ``scene`` marks the selected object again.
    """

    def __init__(
        self,
        player: Player,
        source: SourcePane,
        lines: RecordedLines,
        scene: SheetScene,
        words: Words,
    ) -> None:
        super().__init__(source)
        self._player, self._source, self._lines = player, source, lines
        self._scene, self._words, self._editor = scene, words, source.editor
        self._text = ParsedText("")
        self._place = QRect()
        self._lit = False
        self._before: int | None = None
        viewport = self._editor.viewport()
        viewport.setMouseTracking(True)
        viewport.installEventFilter(self)
        for signal in (player.step_changed, player.recording_changed, source.edited):
            signal.connect(self._hide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the value at Qt's request for a tool tip; hide it when the pointer leaves."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            return self._show_value(event.pos(), event.globalPos())
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            if not self._place.contains(event.position().toPoint()):
                self._hide()
        elif event.type() in _ENDS:
            self._hide()
        return False

    def _show_value(self, at: QPoint, on_screen: QPoint) -> bool:
        found = self._text_at(at)
        if found is None:
            self._hide()
            return False
        text, serial = found
        viewport = self._editor.viewport()
        # Without <pre>, Qt would wrap short texts after a few words.
        tag = "pre" if len(text) <= _ON_ONE_LINE else "code"
        markup = f"<{tag}>{escape(text, quote=False)}</{tag}>"
        QToolTip.showText(on_screen, markup, viewport, self._place)
        if serial is not None:
            self._light_up(serial)
        return True

    def _text_at(self, at: QPoint) -> tuple[str, int | None] | None:
        """Return the text for the name at a point, and the serial of its object, if any."""
        state, file = self._player.state, self._source.shown
        if state.step is None or self._lines.differ_in(file):
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
            return f"{spot.text} = {value_text(serial, state.heap)[0]}", serial
        if len(spot.path) == 1 and self._text.is_bound(spot):
            return self._words("editor.no_value", name=spot.text), None
        return None

    def _light_up(self, serial: int) -> None:
        """Mark an object in the diagram, and the arrows to it."""
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

    def _hide(self) -> None:
        """Restore the marks from before the pointer reached a name."""
        self._place = QRect()
        if not self._lit:
            return
        self._lit = False
        sheets = self._scene
        # Select first: the selection decides which arrows are marked.
        sheets.shown.select(self._before)
        sheets.point_away()
