"""Presentation mode: only code, diagram, output and sentences, in large type."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from visualizer.diagram.words import translate
from visualizer.explain.sentence import Sentence
from visualizer.shell.appearance.look import THEME
from visualizer.shell.appearance.words import Words, rich_text
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.canvas.pen import Pen
from visualizer.shell.output.pane import OutputPane
from visualizer.shell.playback.bookmarks import Bookmarks
from visualizer.shell.playback.player import Player
from visualizer.shell.playback.stepping import Stepping
from visualizer.shell.playback.transport import of_steps
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.trace.table import TraceTable
from visualizer.shell.widgets.controls import add_shortcut
from visualizer.shell.widgets.layouts import in_column, in_row, text_label
from visualizer.shell.window.arrangement import Arrangement

SCALE = 2.0625
_ROOMY = 1920
"""Code has ``SCALE`` from this window width in pixels on, and shrinks in proportion below it."""
_LEAST_CODE = 1.375
"""The smallest scale of code: 22 pixels for letters of 16."""
LEAST_TYPE = 22
"""The smallest letters that a whole room can read, in pixels."""
_ROWS, _LEAST, _MOST_SENTENCES = 2, 2, 8
_ROW, _AROUND, _BESIDE = 37, (12, 12), 32
"""Pixels: the height of a row of text with code, the margins above and below, the side margins."""
_OUTCOMES = ("printed", "finished", "module-ends", "exit-")
"""Prefixes of the sentence keys that rank second, after the first sentence."""
_UNSIGNED = 3
"""The rank of a sentence without a change."""
_LONGEST_NOTE = 300
"""Characters shown of a note: a longer one would take room from the diagram."""
_RADIUS = 130.0
_REST = 1500
"""Milliseconds without movement of the pointer after which the spotlight goes out."""


class Caption(QFrame):
    """Shows the step's sentences along the lower edge, in letters of at least 22 pixels.

    It always has room for two rows, so that the diagram keeps its size, and shows the sentences
    that fit: the code that ran, the output, the changes. In a narrow window it grows to show the
    two most important sentences.
    """

    def __init__(self, player: Player, bookmarks: Bookmarks, words: Words) -> None:
        super().__init__()
        self._bookmarks = bookmarks
        self.note = text_label(wraps=True, form=Qt.TextFormat.PlainText)
        self.setProperty("caption", "true")
        self._player, self._words = player, words
        self.said = text_label(wraps=True, form=Qt.TextFormat.RichText)
        self.steps = QLabel()
        self.steps.setStyleSheet(f"font-size: {LEAST_TYPE}px")
        self._column = column = in_column(None, self.said, self.note, None, spacing=6)
        in_row(
            self,
            (column, 1),
            (self.steps, 0, Qt.AlignmentFlag.AlignTop),
            margins=(_BESIDE, _AROUND[0], _BESIDE, _AROUND[1]),
            spacing=_BESIDE,
        )
        self.setMinimumHeight(_ROWS * _ROW + sum(_AROUND))
        for signal in (bookmarks.changed, player.step_changed, player.level_changed, words.changed):
            signal.connect(self.show_step)
        player.recording_grew.connect(self._show_steps)
        THEME.changed.connect(self._recolour)
        self.hide()

    def insert(self, question: QWidget) -> None:
        """Show a question above the sentences."""
        self._column.insertWidget(0, question)

    def _recolour(self) -> None:
        ground, edge = THEME.colour("accentSoft").name(), THEME.colour("accent").name()
        self.setStyleSheet(
            f'QFrame[caption="true"] {{ background: {ground}; border-top: 3px solid {edge}; }}'
        )
        self.note.setStyleSheet(
            f"font-size: {LEAST_TYPE}px; border-left: 4px solid {edge}; padding-left: 12px"
        )
        self.show_step()

    def show_step(self) -> None:
        """Show the step's most important sentences, and the note of its bookmark."""
        if self.isHidden():
            return
        note = (self._bookmarks.note(self._player.step) or "").strip()
        self.note.setText(note[:_LONGEST_NOTE])
        self.note.setVisible(bool(note))
        self._show_steps()
        self._show_sentences(self._player.sentences)

    def _show_steps(self) -> None:
        player = self._player
        of = of_steps(player, self._words)
        self.steps.setText(f"{player.step:,} {of}" if player.step else "")

    def _show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show the most important sentences that fit; count the changes of the others."""
        told = " ".join(translate(one, self._words.language) for one in sentences)
        # A screen reader reads them whole, and once: each text tried below would be a new name.
        self.said.setAccessibleName(told.replace("`", ""))
        ranked = sorted((_rank(place, one), place) for place, one in enumerate(sentences))
        room = self.width() - self.steps.sizeHint().width() - 3 * _BESIDE
        for count in range(min(len(ranked), _MOST_SENTENCES), -1, -1):
            places = sorted(place for _, place in ranked[:count])
            texts = [translate(sentences[place], self._words.language) for place in places]
            if missing := sum(rank < _UNSIGNED for rank, _ in ranked[count:]):
                texts.append(self._words("and-more", n=missing))
            large = rich_text("\u2003".join(texts), LEAST_TYPE)
            self.said.setText(f'<span style="font-size:{LEAST_TYPE + 2}px">{large}</span>')
            if count <= _LEAST or self.said.heightForWidth(room) <= _ROWS * _ROW:
                return

    def showEvent(self, event: QShowEvent) -> None:
        """Show the step that became current while the caption was hidden."""
        super().showEvent(event)
        self.show_step()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sentences into the new width."""
        super().resizeEvent(event)
        self.show_step()


def _rank(place: int, one: Sentence) -> int:
    """Return the rank of a sentence, 0 first: the first sentence names the code that ran."""
    if place == 0:
        return 0
    return 1 if one.key.startswith(_OUTCOMES) else 2 if one.sign else _UNSIGNED


class Spotlight(QWidget):
    """Darkens ``parent`` except for a circle around the pointer, while the pointer moves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = parent
        self.at = QPointF()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.hide)
        self.hide()

    def shine(self, at: QPointF) -> None:
        """Light up a place until the pointer rests."""
        self.at = at
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.update()
        self._rest.start(_REST)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint darkness with a round hole."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = QPainterPath()
        dark.addRect(QRectF(self.rect()))
        dark.addEllipse(self.at, _RADIUS, _RADIUS)
        painter.setOpacity(0.45)
        painter.fillPath(dark, Qt.GlobalColor.black)
        painter.setOpacity(1)
        painter.setPen(QPen(THEME.colour("accent"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self.at, _RADIUS, _RADIUS)


class Presentation(QObject):
    """Enters and leaves presentation mode; ``changed`` carries whether the mode is on."""

    changed = Signal(bool)

    def __init__(
        self,
        diagram: DiagramPane,
        source: SourcePane,
        output: OutputPane,
        trace: TraceTable,
        *,
        caption: Caption,
        others: Sequence[QWidget],
        arrangement: Arrangement,
        stepping: Stepping,
        player: Player,
    ) -> None:
        """``others`` are the parts of the window that a presentation hides."""
        super().__init__(arrangement)
        self._diagram, self._source, self._output = diagram, source, output
        self._trace, self._caption, self._others = trace, caption, others
        self._arrangement, self._stepping = arrangement, stepping
        self._hidden: list[QWidget] = []
        self._lent: QWidget | None = None
        """The hidden part that is shown for a field in it."""
        self._size: float | None = None
        window = arrangement.window()
        self._state = window.windowState()
        self.on = False
        self.spotlight = Spotlight(diagram.view.viewport())
        self.pen = Pen(diagram.view.viewport(), player)
        diagram.view.zoom_changed.connect(self.pen.wipe)
        self._escape = add_shortcut(
            "Esc", window, self._leave_step_by_step, Qt.ShortcutContext.WindowShortcut
        )
        self._escape.setEnabled(False)
        self._is_escape_held = False
        diagram.view.viewport().installEventFilter(self)
        arrangement.shared.connect(self._scale)
        QApplication.instance().focusChanged.connect(self._take_back)  # type: ignore[union-attr]

    def toggle(self) -> None:
        """Enter presentation mode, or leave it."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def turn_pen(self) -> None:
        """Turn the pen on, or off."""
        self.pen.turn(not self.pen.on)

    def enter(self) -> None:
        """Hide everything except code, diagram, output and sentences, and enlarge these."""
        window, view = self._arrangement.window(), self._diagram.view
        self.on = True
        self._arrangement.keep_sizes()
        self._arrangement.show_bare(True)
        others = list(self._others)
        if not self._output.has_any and not self._output.input_row.asking:
            others.append(self._output)
        if not self._trace.model.columns:
            others.append(self._trace)
        self._hidden = [part for part in (*others, self._diagram.bar) if not part.isHidden()]
        for hidden in self._hidden:
            hidden.hide()
        self._state = window.windowState()
        window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        self._size = view.chosen_zoom
        view.choose_zoom(None)
        for part in (self._diagram, self._trace, self._output):
            part.show_large(LEAST_TYPE)
        self._source.present(True)
        self._caption.show()
        self._escape.setEnabled(not self._is_escape_held)
        self._stepping.page = 1
        if not self._output.input_row.field.hasFocus():
            view.setFocus()
        self.changed.emit(True)

    def lend(self, field: QWidget) -> None:
        """Show the hidden part with ``field`` until the focus leaves it."""
        lent = next((part for part in self._hidden if part.isAncestorOf(field)), None)
        if self.on and lent is not None:
            before, self._lent = self._lent, None
            if before is not None and before is not lent:
                before.hide()
            self._lent = lent
            lent.show()

    def _take_back(self, _: QWidget | None, focus: QWidget | None) -> None:
        lent = self._lent
        # Without focus, another window is active for a while.
        if lent is not None and focus is not None and not lent.isAncestorOf(focus):
            self._lent = None
            lent.hide()

    def _leave_step_by_step(self) -> None:
        """Leave a field that was lent, else the presentation."""
        if self._lent is None:
            self.leave()
        else:
            self._diagram.view.setFocus()

    def hold_escape(self, held: bool) -> None:
        """Leave the Escape key to another use while ``held``."""
        self._is_escape_held = held
        self._escape.setEnabled(self.on and not held)

    def leave(self) -> None:
        """Restore the window that ``enter`` found."""
        if not self.on:
            return
        self.on = False
        self._lent = None
        self._escape.setEnabled(False)
        self.spotlight.hide()
        self._caption.hide()
        self._source.present(False)
        self._source.scale_code(1.0)
        for part in (self._diagram, self._trace, self._output):
            part.show_large(None)
        self.pen.turn(False)
        self.pen.wipe()
        self._arrangement.window().setWindowState(self._state)
        for hidden in self._hidden:
            hidden.show()
        self._arrangement.show_bare(False)
        self._diagram.view.choose_zoom(self._size)
        self._stepping.page = self._stepping.FAR
        self.changed.emit(False)

    def _scale(self) -> None:
        """Scale code to the width of the window, which the full screen changes."""
        if not self.on:
            # Leaving the full screen may lay out the window at once, as on Windows.
            return
        scale = min(SCALE, SCALE * self._arrangement.width() / _ROOMY)
        self._source.scale_code(max(_LEAST_CODE, scale))
        self._diagram.view.follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the spotlight with the pointer."""
        is_move = isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove
        if self.on and is_move and not self.pen.on:
            assert isinstance(event, QMouseEvent)
            self.spotlight.shine(event.position())
        return False
