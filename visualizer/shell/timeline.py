"""The timeline: calls, events, live objects and heap bytes over the steps, a column a step.

The plots are pyqtgraph's, which is slow to import; until ``complete`` the slider stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from visualizer.diagram.themes import Theme
from visualizer.layout.sizes import written_size
from visualizer.model import Event, State
from visualizer.shell.depth_buttons import DepthButtons
from visualizer.shell.player import Player
from visualizer.shell.step_slider import EDGE, Marked, Sign, StepSlider
from visualizer.shell.text_sizes import percent, px
from visualizer.shell.thread_rows import end_threads, named_calls, turns_of, wait_rows
from visualizer.shell.time_view import TimeView
from visualizer.shell.words import Words

if TYPE_CHECKING:
    from visualizer.charts.timeline import AmountPlot, CallsPlot
    from visualizer.explain.lock_history import Waiting
    from visualizer.recording import Recording
    from visualizer.recording.course import Call

_SIGNS = (
    (Sign.RETURN, (Event.RETURN, Event.YIELD)),
    (Sign.CALL, (Event.CALL, Event.RESUME)),
)
_LOST = (Event.EXCEPTION, Event.UNCAUGHT)
_LABELS, _VALUES = 92, 72
_CALLS, _SLIDER, _PLOT = (6, 48), (56, 40), 24
_LIVE, _BYTES = (96, _PLOT), (120, _PLOT)
_KEYS = ("calls", "events", "live", "bytes")
_AMOUNTS = ("live", "bytes")
_EVERY = 400
"""Milliseconds between two looks at a recording that grows."""
_SLICE = 0.02
"""Seconds that may go by with a long recording until the window answers again."""
_ALL = 100
"""Percent."""
_ZOOM = 1.25
_NOTCH = 120
"""What a wheel reports for one notch (QWheelEvent.angleDelta)."""


class Timeline(QWidget):
    """Press or drag to go to a step; turn the wheel to zoom, with Shift to move along.

    ``reading`` tells how much of a long recording has been read, in percent.
    """

    moved = Signal(int)
    reading = Signal(int)

    def __init__(
        self, player: Player, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._player, self._words, self._theme = player, words, theme
        self.slider = StepSlider(theme, self)
        self._labels = {key: self._label(key) for key in _KEYS}
        self._values = {key: QLabel(self) for key in ("live", "bytes")}
        for label in self._values.values():
            label.setProperty("words", "number")
        self.depths = DepthButtons(words, theme, self)
        self.depths.scrolled.connect(self._scroll)
        self._calls: CallsPlot | None = None
        self._told: Sequence[Call] = ()
        self._waits: Sequence[Waiting] = ()
        self._live: AmountPlot | None = None
        self._bytes: AmountPlot | None = None
        self._low = False
        self._view = TimeView()
        self._rows_above: dict[int, int] = {}
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._go_on)
        self.slider.moved.connect(self.moved)
        player.step_changed.connect(self._show_step)
        player.recording_grew.connect(self._grow)
        player.recording_changed.connect(self._begin)
        words.changed.connect(self._show_step)

    def _label(self, key: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("words", "caption")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._words.bind(label.setText, f"timeline.{key}")
        return label

    def complete(self) -> None:
        """Bring in the plots."""
        from visualizer.charts.timeline import AmountPlot, CallsPlot

        colours = self._theme.colour
        self._calls = CallsPlot(colours, EDGE, self)
        self._live, self._bytes = AmountPlot(colours, EDGE, self), AmountPlot(colours, EDGE, self)
        self.place()
        for plot in (self._calls, self._live, self._bytes):
            plot.lower()
            plot.show()
        self.set_low(self._low)
        self._read()

    @property
    def is_complete(self) -> bool:
        """Whether the plots are there."""
        return bool(self._plots)

    def amount(self, kind: str) -> str:
        """What is written beside the plot of ``live`` objects or of their ``bytes``."""
        return self._values[kind].text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.slider.set_theme(theme)
        self.depths.set_theme(theme)
        for plot in self._plots:
            plot.set_colours(theme.colour)

    @property
    def _plots(self) -> tuple[CallsPlot | AmountPlot, ...]:
        plots = (self._calls, self._live, self._bytes)
        return tuple(plot for plot in plots if plot is not None)

    # ---- what there is ----

    def _begin(self) -> None:
        self._view.show_all()
        self._waits = ()
        self._read()

    def _grow(self) -> None:
        if self._player.end is not None:
            self._read()
        elif not self._due.isActive():
            self._due.start(_EVERY)
        self._show_view()

    def _read(self) -> None:
        recording = self._player.recording
        nothing: Marked = ()
        if recording is None:
            self.slider.show_events(nothing)
            self._told = ()
            self.reading.emit(_ALL)
        else:
            self.slider.show_events(self._player.read(lambda: _marked(recording), nothing))
            self._read_course(recording)
        self._show_view()
        self._show_step()

    def _go_on(self) -> None:
        """Of a recording that is complete the signs are known, only the course is read on."""
        recording = self._player.recording
        if recording is None or self._player.end is None:
            self._read()
        elif self._read_course(recording):
            self._show_view()
            self._show_step()

    def _read_course(self, recording: Recording) -> bool:
        """One slice; whether that was all."""
        if self._calls is None:
            return False
        whole = self._player.read(lambda: recording.course.refresh(_SLICE), True)
        if whole:
            self._show_course(recording)
            # The next to open it need not read it through.
            self._player.read(recording.keep_index, False)
        else:
            self._due.start(0)
        if self._player.end is not None or whole:
            self.reading.emit(_ALL if whole else int(_ALL * recording.course.part))
        return whole

    def stop_reading(self) -> None:
        """Show what has been read so far, and read no more of it."""
        self._due.stop()
        if self._player.recording is not None and self._calls is not None:
            self._show_course(self._player.recording)
            self._show_step()
        self.reading.emit(_ALL)

    def _show_course(self, recording: Recording) -> None:
        from visualizer.charts.spans import Spans, ended_at, stacked

        course, steps = recording.course, recording.steps
        calls = self._told = course.calls
        rows, self._rows_above = stacked(calls.threads, calls.depths)
        nothing: Sequence[int] = ()
        raised = self._player.read(lambda: recording.steps_with(*_LOST), nothing)
        if self._calls and self._live and self._bytes:
            turns = turns_of(course) if len(self._rows_above) > 1 else ()
            lasts = list(calls.lasts)
            if turns:
                returns = self._player.read(lambda: recording.steps_with(Event.RETURN), nothing)
                end_threads(lasts, calls, turns, frozenset(returns))
            spans = Spans(rows, calls.firsts, [last or steps for last in lasts])
            self._calls.show_calls(spans, named_calls(calls), ended_at(calls.lasts, raised))
            self.slider.show_turns(turns)
            self.show_waits(self._waits)
            self._live.show_amounts(course.steps, course.live, steps)
            self._bytes.show_amounts(course.steps, course.bytes, steps)

    def show_waits(self, waits: Sequence[Waiting]) -> None:
        """Hatch when threads wait, in the rows of the calls in which they do."""
        from visualizer.charts.spans import Spans

        self._waits = waits
        if self._calls is not None:
            placed = wait_rows(self._told, self._rows_above, waits)
            rows, firsts, lasts = zip(*placed, strict=True) if placed else ((), (), ())
            self._calls.show_waits(Spans(rows, firsts, lasts), self._words("threads.waiting"))

    # ---- what is seen ----

    def _show_view(self) -> None:
        player, view = self._player, self._view
        growing = player.recording is not None and player.end is None
        view.cover(player.steps, growing=growing)
        for part in (self.slider, *self._plots):
            part.show_view(view.first, view.last)

    def _show_step(self) -> None:
        player = self._player
        step = player.step
        self._view.follow(step)
        self._show_view()
        self.slider.show_step(step, player.steps)
        for plot in self._plots:
            plot.show_step(step)
        if self._calls is not None:
            self._show_rows(self._row_of(player.state) + 1 - self._calls.rows_seen)
        self._values["live"].setText(f"{len(player.state.heap):,}" if step else "")
        size = self._bytes.amount_at(step) if self._bytes is not None and step else None
        self._values["bytes"].setText("" if size is None else written_size(size))

    def _show_rows(self, top: int) -> None:
        if self._calls is not None:
            self._calls.show_rows_from(top)
            there = bool(self._told)
            above, below = self._calls.rows_above, self._calls.rows_below
            self.depths.show_rows(above * there, below * there)

    def _scroll(self, rows: int) -> None:
        if self._calls is not None:
            self._show_rows(self._calls.rows_above + rows)

    def _row_of(self, state: State) -> int:
        step = state.step
        if step is None:
            return 0
        return self._rows_above.get(step.thread, 0) + len(state.frames) - 1

    # ---- the mouse ----

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the step that is pointed at, or move along."""
        turned = event.angleDelta()
        along = turned.x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            along = along or turned.y()
        if along:
            self._view.move(-along / _NOTCH / 10)
        elif turned.y():
            at = self.slider.place_at(event.position().x() - self.slider.x())
            self._view.zoom(at, _ZOOM ** (-turned.y() / _NOTCH))
        self._show_view()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step pressed."""
        if event.button() is Qt.MouseButton.LeftButton and self._player.steps:
            self.slider.setFocus(Qt.FocusReason.MouseFocusReason)
            self.moved.emit(self._step_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._player.steps:
            self.moved.emit(self._step_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See all steps again."""
        self._view.show_all()
        self._show_view()

    def event(self, event: QEvent) -> bool:
        """Say what the step is that is pointed at."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.hint_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def hint_at(self, position: QPointF) -> str:
        """What the step under a position is, in words; nothing where there is none."""
        if not self._player.steps or not self.slider.geometry().left() <= position.x():
            return ""
        step = self._step_at(position)
        found = self._player.peek(step)
        if found is None:
            return ""
        words = self._words
        call = self._call_at(step, position.y())
        if call is not None:
            last = call.last or (self._player.steps if self._player.end is not None else 0)
            key = "timeline.hint_call" if last else "timeline.hint_call_open"
            first = f"{call.first:,}"
            return words(key, function=call.function, first=first, last=f"{last:,}")
        told = words("timeline.hint", step=f"{step:,}", line=found.line, function=found.function)
        if self._live is not None and self._bytes is not None:
            live, size = self._live.amount_at(step), self._bytes.amount_at(step)
            if live is not None and size is not None:
                told += words("timeline.hint_heap", n=live, size=written_size(size))
        return told

    def _call_at(self, step: int, y: float) -> Call | None:
        if self._calls is None or not self._calls.geometry().contains(px(_LABELS) + 1, int(y)):
            return None
        number = self._calls.call_at(step, y - self._calls.y())
        return self._told[number] if number is not None else None

    def _step_at(self, position: QPointF) -> int:
        return self.slider.step_at(position.x() - self.slider.x())

    # ---- places ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything in its row."""
        super().resizeEvent(event)
        self.place()
        self._show_view()

    def set_low(self, low: bool) -> None:
        """Show calls and events alone, where there is no room for more."""
        self._low = low
        labels = [self._labels[key] for key in _AMOUNTS]
        plots = [plot for plot in (self._live, self._bytes) if plot is not None]
        parts: list[QWidget] = [*labels, *self._values.values(), *plots]
        for part in parts:
            part.setHidden(low)

    def place(self) -> None:
        """Put everything where it belongs, as large as words are."""
        labels, values = px(_LABELS), px(_VALUES)
        if self._calls is not None:
            self._calls.set_scale(percent() / 100)
        width = max(120, self.width() - labels - values)
        rows = (_CALLS, _SLIDER, _LIVE, _BYTES)
        parts = (self._calls, self.slider, self._live, self._bytes)
        for key, (y, height), part in zip(_KEYS, rows, parts, strict=True):
            self._labels[key].setGeometry(0, px(y), labels - 8, px(min(height, 34)))
            if part is not None:
                part.setGeometry(labels, px(y), width, px(height))
        top, height = _CALLS
        self.depths.place(QRect(labels + width + 8, px(top), values - 16, px(height)))
        for key, (y, height) in (("live", _LIVE), ("bytes", _BYTES)):
            self._values[key].setGeometry(labels + width + 8, px(y), values - 8, px(height))


def _marked(recording: Recording) -> Marked:
    """The signs of all steps, those that are drawn over others last."""
    return (
        *((sign, recording.steps_with(*events)) for sign, events in _SIGNS),
        (Sign.OUTPUT, recording.index.with_output()),
        (Sign.COLLECTION, recording.index.with_collections()),
        (Sign.EXCEPTION, recording.steps_with(*_LOST)),
    )
