"""Buttons, step field, speed and slider: everything that moves through the recording."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSlider, QWidget

from visualizer.shell.appearance.look import keep_height, keep_width
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import SPEEDS, Playback, Player
from visualizer.shell.timeline.timeline import Timeline
from visualizer.shell.widgets.controls import Button, follow_action
from visualizer.shell.widgets.layouts import in_column, in_row, restyle, words_label
from visualizer.shell.widgets.pane import Pane
from visualizer.shell.window.skeleton import LOW_TRANSPORT, TRANSPORT

_ROOMY, _TIGHT = (16, 8, 12, 8), (6, 8, 6, 8)
"""Usual margins, and margins in a narrow window."""
_LARGEST = (1 << 31) - 1


class StepField(QLineEdit):
    """Shows the number of the step; typing another and Enter goes to the nearest existing step.

    It takes no letters. Enter emits ``done``, so that the step keys can get the focus.
    """

    asked = Signal(int)
    done = Signal()

    def __init__(self) -> None:
        super().__init__(alignment=Qt.AlignmentFlag.AlignCenter, maxLength=10)
        self.setValidator(QRegularExpressionValidator(" *[0-9]* *", self))
        keep_width(self, 76)
        self._step = 0
        self.returnPressed.connect(self._ask)
        self.editingFinished.connect(self._show_again)

    def show_step(self, step: int) -> None:
        """Show the current step, unless the user is typing a number."""
        if step != self._step or not self.isModified():
            self._step = step
            self._show_again()

    def _show_again(self) -> None:
        self.setText(str(self._step) if self._step else "")

    def _ask(self) -> None:
        if typed := self.text().strip():
            self.asked.emit(min(int(typed), _LARGEST))
            self.done.emit()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move one step at once with the Up and Down keys."""
        change = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if change is None:
            super().keyPressEvent(event)
        else:
            self.asked.emit(self._step + change)


class Transport(Pane):
    """The bottom of the window. ``actions`` has the action of each button by key."""

    def __init__(
        self,
        player: Player,
        playback: Playback,
        *,
        actions: dict[str, QAction],
        words: Words,
    ) -> None:
        super().__init__()
        keep_height(self, TRANSPORT)
        self._player, self._playback, self._words = player, playback, words
        self.buttons = {key: _button(actions[key], symbol) for key, symbol in _BUTTONS}
        self._moves, self._rules = QHBoxLayout(), list[QFrame]()
        self._fields, self._low = QGridLayout(), False
        step, speed = "transport.step", "transport.speed"
        self._titles = [words_label(words, key, "second") for key in (step, speed)]
        self.step_field = StepField()
        self.steps_label = QLabel()
        self.speed_slider = QSlider(Qt.Orientation.Horizontal)
        self.speed_label = QLabel()
        self.timeline = Timeline(player, words)
        self.slider = self.timeline.slider
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        moves, fields = self._moves, self._fields
        self.left = QWidget(self)
        in_column(self.left, moves, fields, margins=None)
        for key, _ in _BUTTONS:
            if key in ("over", "last"):
                self._rules.append(_rule())
                moves.addWidget(self._rules[-1])
            moves.addWidget(self.buttons[key])
        moves.addStretch()
        fields.setHorizontalSpacing(10)
        fields.setVerticalSpacing(6)
        self._words.bind(self.step_field.setAccessibleName, "transport.step")
        self._words.bind(self.speed_slider.setAccessibleName, "transport.speed")
        self._words.bind(self.slider.setAccessibleName, "transport.slider")
        self.speed_slider.setRange(0, len(SPEEDS) - 1)
        self.speed_slider.setPageStep(1)
        self.speed_slider.setFixedWidth(120)
        self._place_fields(low=False)
        fields.setColumnStretch(2, 1)
        self.set_narrow(False)
        in_row(self, self.left, _rule(whole=True), (self.timeline, 1), spacing=0)

    def _place_fields(self, *, low: bool) -> None:
        """Place the fields in two rows, or in one without the parts that tooltips repeat."""
        self._low = low
        step, speed = self._titles
        at = (0, 3) if low else (1, 1)
        placed: tuple[tuple[QWidget, int, int], ...] = (
            (step, 0, 0),
            (self.step_field, 0, 1),
            (self.steps_label, 0, 2),
            (speed, 1, 0),
            (self.speed_slider, *at),
            (self.speed_label, 1, 2),
        )
        for widget, row, column in placed:
            self._fields.addWidget(widget, row, column, Qt.AlignmentFlag.AlignLeft)
        # Shown only after placement: a widget without a parent would appear as a window.
        for words in (step, speed, self.speed_label):
            words.setHidden(low)

    def set_low(self, low: bool) -> None:
        """Use less height; the timeline's hint then shows the amounts of a step."""
        if low != self._low:
            self._place_fields(low=low)
            keep_height(self, LOW_TRANSPORT if low else TRANSPORT)
            self.timeline.set_low(low)
            self._show()

    def set_narrow(self, narrow: bool) -> None:
        """Fit the buttons into 280 pixels."""
        for button in self.buttons.values():
            restyle(button, "move", "narrow" if narrow else "wide")
        for rule in self._rules:
            rule.setVisible(not narrow)
        self._moves.setSpacing(0 if narrow else 4)
        layout = self.left.layout()
        if layout is not None:
            layout.setContentsMargins(*(_TIGHT if narrow else _ROOMY))

    def _connect(self) -> None:
        player = self._player
        self.timeline.moved.connect(player.go_to)
        self.step_field.asked.connect(player.go_to)
        for signal in (player.step_changed, player.recording_grew, player.recording_changed):
            signal.connect(self._show)
        self._playback.changed.connect(self._show_playing)
        self.speed_slider.valueChanged.connect(self._set_speed)
        self.speed_slider.setValue(SPEEDS.index(self._playback.speed))
        self._words.changed.connect(self._show)

    def _set_speed(self, place: int) -> None:
        self._playback.set_speed(SPEEDS[place])
        self._show()

    def _show(self) -> None:
        player, words = self._player, self._words
        self.step_field.show_step(player.step)
        said = of_steps(player, words)
        # In a low window, the notification says that more steps follow.
        brief = words("transport.of", steps=f"{player.steps:,}") if said else ""
        self.steps_label.setText(brief if self._low else said)
        self.steps_label.setToolTip(said)
        self.step_field.setEnabled(player.steps > 0)
        self.slider.setEnabled(player.steps > 0)
        said = words("transport.per_second", speed=f"{self._playback.speed:g}")
        self.speed_label.setText(said)
        self.speed_slider.setToolTip(f"{words('transport.speed')}: {said}")

    def _show_playing(self, playing: bool) -> None:
        self.buttons["play"].set_symbol("pause" if playing else "play")


def of_steps(player: Player, words: Words) -> str:
    """Return "of 18", or "of 18 so far" while the recording grows; "" without a step."""
    key = "transport.of_so_far" if player.is_growing else "transport.of"
    return words(key, steps=f"{player.steps:,}") if player.steps else ""


_BUTTONS = (
    ("first", "chevron-first"),
    ("back", "step-back"),
    ("play", "play"),
    ("forward", "step-forward"),
    ("over", "redo-dot"),
    ("out", "arrow-up-from-dot"),
    ("last", "chevron-last"),
)


def _button(action: QAction, symbol: str) -> Button:
    button = Button("primary" if symbol == "play" else "icon", symbol)
    # After a click, the step keys must work; in the editor they would edit the text.
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    follow_action(button, action)
    return button


def _rule(*, whole: bool = False) -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", "true")
    rule.setFixedWidth(1)
    if not whole:
        rule.setFixedHeight(28)
    return rule
