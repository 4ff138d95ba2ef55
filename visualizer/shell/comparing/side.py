"""One side of a comparison: a player with its title, step, line of code and canvas."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSlider

from visualizer.diagram.contrast.contrast import Contrast
from visualizer.diagram.contrast.picture import Side
from visualizer.diagram.contrast.scene import ContrastScene
from visualizer.diagram.fonts import code_font
from visualizer.diagram.view.view import SheetView
from visualizer.explain.comparison.differences import Difference, Kind
from visualizer.explain.comparison.words import SIDES
from visualizer.layout.analysis.facts import Level
from visualizer.layout.picture import Key, object_key
from visualizer.model import CannotRun, VisualizerError
from visualizer.recording.mapping.together import Why
from visualizer.shell.appearance.look import THEME, percent, px
from visualizer.shell.appearance.words import Words
from visualizer.shell.asking import Wait
from visualizer.shell.canvas.sheet_feed import SheetFeed
from visualizer.shell.playback.player import Player
from visualizer.shell.program.document import LESSON_SUFFIX, RECORDING_SUFFIX
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.run.options import RunSettings
from visualizer.shell.sessions.folder import SessionFolder
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.layouts import CutLabel, in_column, in_row, text_label
from visualizer.shell.widgets.pane import Pane

_CODE, _WORDS = 15, 14
"""Pixels: the size of the line of code, and of other text."""
_WHY = {Why.ENDED: "compare.ended", Why.NO_LINE: "compare.no_line"}


class CompareSide(Pane):
    """``number`` is 0 for A, 1 for B. ``moved`` asks for a step, ``commanded`` to take command.

    ``opened`` follows a change of the recording, ``failed`` carries the error if that fails.
    """

    moved = Signal(int)
    commanded = Signal()
    opened = Signal()
    failed = Signal(object)
    zoomed = Signal()

    def __init__(
        self, number: int, words: Words, root: Path, *, settings: RunSettings, wait: Wait
    ) -> None:
        super().__init__()
        self.number, self._words = number, words
        self.player = Player(self)
        self._folder = SessionFolder(root)
        self.workbench = Workbench(self.player, self._folder, self, wait=wait)
        self.workbench.settings = settings
        self.scene = ContrastScene(theme=THEME.name, language=words.language, parent=self)
        self.view = SheetView(self.scene)
        self.feed = SheetFeed(self.player, self.view, self)
        self._sign, self.title = QLabel(SIDES[number]), Button("plain")
        self.step, self.note = QLabel(), text_label("second")
        self.code = CutLabel()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.name = ""
        self._is_recording = self._is_in_command = False
        self._letters: int | None = None
        """The height of letters in a presentation, in pixels."""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.slider.setMinimum(1)
        policy = self.slider.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.slider.setSizePolicy(policy)
        row = in_row(
            None,
            *(self._sign, self.title, self.step, (self.slider, 1)),
            margins=(12, 6, 12, 0),
            spacing=8,
        )
        below = in_row(None, (self.code, 1), self.note, margins=(12, 0, 12, 4), spacing=12)
        in_column(self, row, below, (self.view, 1), spacing=2)

    def _connect(self) -> None:
        player = self.player
        player.step_changed.connect(self._show_step)
        player.recording_changed.connect(self._begin)
        player.recording_grew.connect(self._show_range)
        self.slider.valueChanged.connect(self.moved)
        self.view.zoom_changed.connect(lambda _: self.zoomed.emit())
        self.scene.object_selected.connect(self.feed.show_selected)
        self.view.viewport().installEventFilter(self)
        self.view.installEventFilter(self)
        for signal in (self.workbench.run_ended, self.workbench.run_progressed):
            signal.connect(self._take_in)
        self.workbench.run_failed.connect(self._fail)
        self._words.changed.connect(self._speak)
        THEME.changed.connect(self._recolour)
        self._speak()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take command when the canvas gets the focus or a click."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress):
            self.commanded.emit()
        return False

    # ---- contents ----

    def open(self, path: Path, step: int = 1) -> None:
        """Show a recording at a step, or record a program and show its last step.

        If it raises ``VisualizerError``, nothing has changed.
        """
        if path.suffix == LESSON_SUFFIX:
            raise CannotRun(
                "{file}: a lesson cannot be compared; choose a program or a recording", file=path
            )
        self.workbench.open(path)
        self._is_recording = path.suffix != RECORDING_SUFFIX
        if self._is_recording:
            self.workbench.record(self.workbench.document.text)
        else:
            self.player.go_to(step)
            self.opened.emit()
        self._speak()

    def _take_in(self) -> None:
        """Emit ``opened`` once a recording has ended or its program waits."""
        if not self._is_recording or not self.player.steps:
            return
        progress = self.workbench.progress
        stands = progress is not None and (progress.waits_for_input or progress.waits_for_credit)
        if self.workbench.run.active and not stands:
            return
        self._is_recording = False
        self._speak()
        self.opened.emit()

    def _fail(self, error: VisualizerError) -> None:
        self._is_recording = False
        self.failed.emit(error)
        self._speak()

    @property
    def program(self) -> tuple[str, str]:
        """The program's name and its version of Python; both are empty without a recording."""
        recording = self.player.recording
        header = recording.header if recording is not None else None
        return (Path(header.program).name, header.python) if header is not None else ("", "")

    def show_name(self, name: str) -> None:
        """Call the program ``name``."""
        self.name = name
        self._speak()

    def _begin(self) -> None:
        self.feed.begin()
        self._show_step()

    def _show_step(self) -> None:
        self._show_range()
        self.feed.show_step()

    def _show_range(self) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(max(1, self.player.steps))
            self.slider.setValue(self.player.step)
        self._speak()

    def _speak(self) -> None:
        words, player, step = self._words, self.player, self.player.state.step
        self.title.setText(f"{self.name or self.workbench.name} ▾")
        self.title.setToolTip(words("compare.choose"))
        self.title.setAccessibleName(words("compare.side", side=SIDES[self.number], name=self.name))
        of = words("transport.of", steps=f"{player.steps:,}")
        self.step.setText(f"{player.step:,} {of}" if player.step else "")
        self.slider.setAccessibleName(words("compare.step", side=SIDES[self.number]))
        self.view.setAccessibleName(words("compare.canvas", side=SIDES[self.number]))
        self.scene.set_language(words.language)
        recording = player.recording
        text = recording.sources.get(step.file, "") if recording is not None and step else ""
        lines, line = text.splitlines(), step.line if step is not None else 0
        code = lines[line - 1].strip() if 0 < line <= len(lines) else ""
        self.code.setText(f"{line}  {code}" if step is not None else "")
        if self._is_recording:
            self.note.setText(words("compare.recording"))

    @property
    def picture(self) -> Side | None:
        """The picture of this side; None without a step."""
        self.feed.finish()
        sheet, step, player = self.scene.unmarked, self.player.state.step, self.player
        if sheet is None or step is None:
            return None
        title = self._words(
            "compare.title",
            side=SIDES[self.number],
            name=self.name,
            step=step.number,
            steps=player.steps,
            line=step.line,
        )
        return Side(title, sheet, self.scene.contrast)

    def show_reason(self, why: Why | None) -> None:
        """Say why this side did not follow."""
        if not self._is_recording:
            self.note.setText(self._words(_WHY[why], side=SIDES[self.number]) if why else "")

    # ---- appearance ----

    def show_command(self, on: bool) -> None:
        """Show whether commands move this side."""
        self._is_in_command = on
        self._recolour()

    def show_level(self, level: int) -> None:
        """Draw the details of ``level``, from 1."""
        self.player.show_level(level)
        self.feed.show_level(tuple(Level)[level - 1])

    def mark(self, contrast: Contrast | None) -> None:
        """Mark the differences from the other side."""
        self.scene.compare(contrast)

    def point_at(self, one: Difference) -> None:
        """Select the subject of a difference, and bring it into view."""
        place, serial, call = one.places[self.number], one.serials[self.number], one.call
        key: Key | None = None
        if call is not None and one.texts[self.number]:
            key = Key(*call)
        elif place is not None:
            key = Key(*place.holder)
        elif serial is not None:
            key = object_key(serial)
        is_in_object = place is not None and place.holder[0] == "object"
        if is_in_object and one.kind in (Kind.VALUE, Kind.ONLY) and key is not None:
            # A plain value may occur in many places, so select the object that contains it.
            serial = int(key.name)
        self.scene.select(serial)
        if key is not None:
            self.feed.when_shown(partial(self._bring_up, key))

    def _bring_up(self, key: Key) -> None:
        rect = self.view.rect_of(key)
        if rect.isEmpty() and key.kind == "object":
            place = self.scene.place_of(int(key.name))
            rect = QRectF(*place) if place is not None else rect
        self.view.show_rect(rect)

    def _recolour(self) -> None:
        self.scene.set_theme(THEME.name)
        ink, ground = ("onAccent", "accent") if self._is_in_command else ("ink", "cardHead")
        colours = THEME.colour(ink).name(), THEME.colour(ground).name()
        self._sign.setStyleSheet(
            f"color: {colours[0]}; background: {colours[1]}; border-radius: 6px;"
            f" padding: 2px 8px; font-weight: 700; font-size: {self._letters or px(_WORDS)}px"
        )

    def show_large(self, pixels: int | None) -> None:
        """Write ``pixels`` high in a presentation; None restores the usual size."""
        self._letters = pixels
        self.code.setFont(code_font(pixels or px(_CODE)))
        sheet = "" if pixels is None else f"font-size: {pixels}px"
        for label in (self.title, self.step, self.note):
            label.setStyleSheet(sheet)
        self.slider.setVisible(pixels is None)
        self.feed.scale_text(percent(), is_large=pixels is not None)
        self.show_command(self._is_in_command)
        self._speak()

    def minimumSizeHint(self) -> QSize:
        """Allow a small size: parts that do not fit are cut."""
        return QSize(200, 120)

    def shut_down(self) -> None:
        """Stop all work of the side."""
        self.feed.shut_down()
        self.workbench.close()
