"""The timeline: calls and events over the steps; above level Values also live objects and bytes.

The plots need pyqtgraph, which is slow to import; until ``complete`` there is only the slider.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from visualizer.layout.sizes import written_size
from visualizer.model import RAISING_EVENTS, Event
from visualizer.shell.appearance.look import THEME, percent, px
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.slices import Slices
from visualizer.shell.timeline.calls_row import CallsRow
from visualizer.shell.timeline.profile_feed import ProfileFeed
from visualizer.shell.timeline.step_slider import EDGE, Marked, Sign, StepSlider
from visualizer.shell.timeline.time_view import TimeView
from visualizer.shell.widgets.layouts import words_label
from visualizer.shell.widgets.pane import Fitted

if TYPE_CHECKING:
    from visualizer.charts.timeline import AmountPlot, CallsPlot
    from visualizer.recording import Recording

_SIGNS = (
    (Sign.RETURN, (Event.RETURN, Event.YIELD)),
    (Sign.CALL, (Event.CALL, Event.RESUME)),
)
_LABELS, _VALUES = 92, 72
_CALLS, _SLIDER = (6, 48), (56, 40)
_AMOUNTS = {"live": (96, 24), "bytes": (120, 24)}
_FREED = 48
"""The additional height of calls if amounts are hidden."""
_AT_ONCE = 0.01
"""Seconds after which the remaining rows wait for their turn."""
_ZOOM = 1.25
_NOTCH = 120
"""The angle that a wheel reports for one notch (QWheelEvent.angleDelta)."""


class AmountRow:
    """Shows an amount; ``write`` formats a value at an end of the axis."""

    def __init__(self, label: QLabel, write: Callable[[int], str], parent: QWidget) -> None:
        self._label, self._write, self._parent = label, write, parent
        self.value = QLabel(parent)
        self.value.setProperty("words", "number")
        self.plot: AmountPlot | None = None

    def complete(self) -> None:
        """Create the plot, whose module is imported late."""
        from visualizer.charts.timeline import AmountPlot

        self.plot = AmountPlot(THEME.colour, EDGE, self._parent, self._write)

    def show_amounts(self, steps: Sequence[int], amounts: Sequence[int], end: int) -> None:
        """Show the amounts of another recording, or further amounts of the same recording."""
        if self.plot is not None:
            self.plot.show_amounts(steps, amounts, end)

    def amount_at(self, step: int) -> int | None:
        """Return the amount at a step; None while it is unknown."""
        return self.plot.amount_at(step) if self.plot is not None else None

    def set_hidden(self, hidden: bool) -> None:
        """Hide the row, or show it."""
        for part in (self._label, self.value, self.plot):
            if part is not None:
                part.setHidden(hidden)

    def place(self, left: int, y: int, width: int, height: int, values: int) -> None:
        """Place the plot from ``left`` on, ``width`` wide; ``values`` pixels hold the value."""
        if self.plot is not None:
            self.plot.set_scale(percent() / 100)
            self.plot.setGeometry(left, px(y), width, px(height))
        self.value.setGeometry(left + width + 8, px(y), values - 8, px(height))


class Timeline(Fitted):
    """A press or drag goes to a step; the wheel zooms, and with Shift moves the range. ``feed``
    reads its data.
    """

    moved = Signal(int)

    def __init__(self, player: Player, words: Words) -> None:
        super().__init__()
        self._player, self._words = player, words
        self.feed = ProfileFeed(player, words, self)
        self.slider = StepSlider(self)
        self._labels = {key: self._label(key) for key in ("calls", "events", *_AMOUNTS)}
        self._amounts = {
            "live": AmountRow(self._labels["live"], "{:,}".format, self),
            "bytes": AmountRow(self._labels["bytes"], "{:,} B".format, self),
        }
        self.calls = CallsRow(player, self.feed, words, self)
        self._low = False
        self._view = TimeView()
        self._showing = Slices(self)
        self.slider.moved.connect(self.moved)
        self.feed.looked.connect(self._show_events)
        self.feed.came.connect(self._show_profile)
        player.step_changed.connect(self._show_step)
        player.level_changed.connect(self._show_amounts)
        player.recording_grew.connect(self._show_view)
        player.recording_changed.connect(self._begin)
        words.changed.connect(self._show_step)

    def _label(self, key: str) -> QLabel:
        label = words_label(self._words, f"timeline.{key}", "caption")
        label.setParent(self)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label

    def complete(self) -> None:
        """Create the plots."""
        self.calls.complete()
        for row in self._amounts.values():
            row.complete()
        self.place()
        for plot in self._plots:
            THEME.changed.connect(plot.set_colours)
            plot.lower()
            plot.show()
        self._show_amounts()
        self.feed.start()

    @property
    def is_complete(self) -> bool:
        """Whether the plots exist."""
        return bool(self._plots)

    def amount(self, kind: str) -> str:
        """Return the text next to the plot of ``live`` objects or of their ``bytes``."""
        return self._amounts[kind].value.text()

    def axis(self, kind: str) -> str:
        """Return the text at the axis of that plot; empty if the axis begins at 0 and shows all."""
        plot = self._amounts[kind].plot
        return plot.axis if plot is not None else ""

    @property
    def _plots(self) -> tuple[CallsPlot | AmountPlot, ...]:
        plots = (self.calls.plot, *(row.plot for row in self._amounts.values()))
        return tuple(plot for plot in plots if plot is not None)

    # ---- data ----

    def _begin(self) -> None:
        self._view.show_all()
        self._showing.stop()
        self.calls.forget()
        self.feed.begin()

    def _show_events(self) -> None:
        recording = self._player.recording
        nothing: Marked = ()
        marked = nothing
        if recording is not None:
            marked = self._player.read(lambda: _marked(recording), nothing)
        self.slider.show_events(marked)
        self._show_view()
        self._show_step()

    def _show_profile(self) -> None:
        self._showing.begin(self._show_rows(), seconds=0, at_once=_AT_ONCE)

    def _show_rows(self) -> Generator[object]:
        """Show the run profile; pause between rows, as each takes long if there are many calls."""
        recording = self._player.recording
        if recording is None:
            self.calls.clear()
            self.slider.show_turns(())
            for row in self._amounts.values():
                row.show_amounts((), (), 0)
        elif self.calls.plot is not None:
            self.slider.show_turns(self.calls.show(recording))
            yield None
            profile = recording.run_profile
            self._amounts["live"].show_amounts(profile.steps, profile.live, recording.steps)
            yield None
            # A trace of another tool has no sizes.
            steps, sizes = (profile.steps, profile.bytes) if recording.peak_heap_bytes else ((), ())
            self._amounts["bytes"].show_amounts(steps, sizes, recording.steps)
        self._show_view()
        self._show_step()

    # ---- view ----

    def _show_view(self) -> None:
        player, view = self._player, self._view
        growing = player.is_growing
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
        self.calls.show_call_of(player.state)
        self._amounts["live"].value.setText(f"{len(player.state.heap):,}" if step else "")
        size = self._amounts["bytes"].amount_at(step) if step else None
        self._amounts["bytes"].value.setText("" if size is None else written_size(size))

    # ---- mouse ----

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the step under the pointer, or move the range."""
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
        """Go to the pressed step."""
        if event.button() is Qt.MouseButton.LeftButton and self._player.steps:
            self.slider.setFocus(Qt.FocusReason.MouseFocusReason)
            self.moved.emit(self._step_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._player.steps:
            self.moved.emit(self._step_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all steps again."""
        self._view.show_all()
        self._show_view()

    def event(self, event: QEvent) -> bool:
        """Show a tooltip for the step under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.hint_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def hint_at(self, position: QPointF) -> str:
        """Describe the step under a position; empty if there is none."""
        if not self._player.steps or not self.slider.geometry().left() <= position.x():
            return ""
        step = self._step_at(position)
        found = self._player.peek(step)
        if found is None:
            return ""
        words, feed = self._words, self.feed
        number = None if position.x() <= px(_LABELS) else self.calls.call_at(step, position.y())
        if number is not None:
            call = feed.calls[number]
            last = call.last or (self._player.steps if self._player.end is not None else 0)
            key = "timeline.hint_call" if last else "timeline.hint_call_open"
            first = f"{call.first:,}"
            return words(key, function=feed.name(number), first=first, last=f"{last:,}")
        hint = words("timeline.hint", step=f"{step:,}", line=found.line, function=feed.place(found))
        live, size = (row.amount_at(step) for row in self._amounts.values())
        if self._player.level == 1:
            return hint
        if live is not None and size is not None:
            hint += words("timeline.hint_heap", n=live, size=written_size(size))
        return hint

    def _step_at(self, position: QPointF) -> int:
        return self.slider.step_at(position.x() - self.slider.x())

    # ---- layout ----

    def fit(self) -> None:
        """Lay out all rows."""
        self.place()
        self._show_view()

    def set_low(self, low: bool) -> None:
        """Show only calls and events in a low window."""
        self._low = low
        self._show_amounts()

    @property
    def shows_amounts(self) -> bool:
        """Whether there is room for live objects and bytes, and the level shows objects."""
        return not self._low and self._player.level > 1

    def _show_amounts(self) -> None:
        for row in self._amounts.values():
            row.set_hidden(not self.shows_amounts)
        self.place()

    def place(self) -> None:
        """Lay out all parts for the current size of text."""
        labels, values = px(_LABELS), px(_VALUES)
        width = max(120, self.width() - labels - values)
        more = 0 if self._low or self.shows_amounts else _FREED
        calls = _CALLS[0], _CALLS[1] + more
        slider = _SLIDER[0] + more, _SLIDER[1]
        rows = {"calls": calls, "events": slider, **_AMOUNTS}
        for key, (y, height) in rows.items():
            self._labels[key].setGeometry(0, px(y), labels - 8, px(min(height, 34)))
        for key, (y, height) in _AMOUNTS.items():
            self._amounts[key].place(labels, y, width, height, values)
        y, height = slider
        self.slider.setGeometry(labels, px(y), width, px(height))
        y, height = calls
        self.calls.place(QRect(labels, px(y), width, px(height)), values)


def _marked(recording: Recording) -> Marked:
    """Return the signs of all steps; later ones are drawn over earlier ones."""
    return (
        *((sign, recording.steps_with(*events)) for sign, events in _SIGNS),
        (Sign.OUTPUT, recording.index.with_output()),
        (Sign.COLLECTION, recording.index.with_collections()),
        (Sign.EXCEPTION, recording.steps_with(*RAISING_EVENTS)),
    )
