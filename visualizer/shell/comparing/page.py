"""The page of a comparison: two sides, the commands that move both, and a list of differences."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from visualizer.diagram.contrast.making import contrasts_of
from visualizer.diagram.contrast.picture import picture_of_sides
from visualizer.explain.comparison.differences import Comparison, Difference, compare
from visualizer.explain.comparison.words import tell_apart
from visualizer.model import VisualizerError
from visualizer.shell.appearance.look import px
from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.appearance.words import Words
from visualizer.shell.asking import Wait
from visualizer.shell.canvas.presentation import Presentation
from visualizer.shell.comparing.bar import CompareBar
from visualizer.shell.comparing.linked import Linked
from visualizer.shell.comparing.listing import DifferencesList
from visualizer.shell.comparing.side import CompareSide
from visualizer.shell.notifications.notification import Notification
from visualizer.shell.playback.player import Player
from visualizer.shell.run.options import RunSettings
from visualizer.shell.widgets.controls import add_shortcut
from visualizer.shell.widgets.layouts import in_column
from visualizer.shell.widgets.pane import Pane


class Contrasting(QObject):
    """Compares after both sides have moved; ``compared`` carries the comparison, or None.

    ``level`` returns the level of detail for the marks.
    """

    compared = Signal(object)

    def __init__(
        self,
        sides: tuple[CompareSide, CompareSide],
        words: Words,
        level: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sides, self._words, self._level = sides, words, level
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._compare)
        for side in sides:
            side.player.step_changed.connect(self.again)

    def again(self) -> None:
        """Compare after all current moves."""
        self._due.start()

    def stop(self) -> None:
        """Cancel a pending comparison."""
        self._due.stop()

    def _compare(self) -> None:
        one, other = (side.player for side in self._sides)
        left, right = one.recording, other.recording
        if left is None or right is None or not one.step or not other.step:
            for side in self._sides:
                side.mark(None)
            self.compared.emit(None)
            return
        found = compare(
            one.state,
            other.state,
            same_run=_is_same_file(one, other),
            same_text=left.sources == right.sources,
        )
        self._mark(found)
        self.compared.emit(found)

    def _mark(self, found: Comparison) -> None:
        states = self._sides[0].player.state, self._sides[1].player.state
        contrasts = contrasts_of(found, states, self._words.language, self._level())
        for side, contrast in zip(self._sides, contrasts, strict=True):
            side.mark(contrast)


def _is_same_file(one: Player, other: Player) -> bool:
    left, right = one.recording, other.recording
    try:
        return left is not None and right is not None and left.path.samefile(right.path)
    except OSError:
        # One of the visible files was removed.
        return False


_NARROW, _LIST = 860, 132
"""Pixels: a narrower page has one side above the other; the list's initial height."""
_FLAT = 1.5
"""The width of a page, as a multiple of its height, from which the sides are always in a row."""


class ComparePage(Pane):
    """``left`` asks to close the comparison; ``choosing`` asks for another recording for a side."""

    left = Signal()
    choosing = Signal(int)

    def __init__(
        self,
        player: Player,
        presentation: Presentation,
        appearance: Appearance,
        words: Words,
        *,
        sessions: Path,
        settings: RunSettings,
        wait: Wait,
    ) -> None:
        super().__init__()
        self._player, self._presentation, self._appearance = player, presentation, appearance
        self._words = words
        make = partial(CompareSide, words=words, root=sessions, settings=settings, wait=wait)
        self.sides = make(0), make(1)
        self.linked = Linked((self.sides[0].player, self.sides[1].player), self)
        self.comparison: Comparison | None = None
        self.bar = CompareBar(words)
        self.notification = Notification("loss", words)
        self.list = DifferencesList(words)
        self._canvases, self._whole = QSplitter(), QSplitter(Qt.Orientation.Vertical)
        self._contrasting = Contrasting(self.sides, words, lambda: player.level, self)
        Alike(self.sides, self)
        self._meets: int | None = None
        """The side whose new recording is to be shown at the other side's place."""
        self._lay_out()
        self._connect()
        self._speak()

    def _lay_out(self) -> None:
        for side in self.sides:
            self._canvases.addWidget(side)
        self._whole.setHandleWidth(1)
        for splitter in (self._canvases, self._whole):
            splitter.setChildrenCollapsible(False)
        self._whole.addWidget(self._canvases)
        self._whole.addWidget(self.list)
        self._whole.setStretchFactor(0, 1)
        self._whole.setSizes([600, px(_LIST)])
        in_column(self, self.bar, self.notification, (self._whole, 1), spacing=0)
        self.setFocusProxy(self.sides[1].view)

    def _connect(self) -> None:
        linked, bar = self.linked, self.bar
        bar.leave.clicked.connect(self.left)
        bar.stepped.connect(linked.step)
        bar.link.toggled.connect(linked.link)
        bar.pace_chosen.connect(linked.choose_pace)
        linked.changed.connect(self._show_state)
        for side in self.sides:
            side.moved.connect(partial(linked.go_to, side.number))
            side.commanded.connect(partial(linked.take_command, side.number))
            side.title.clicked.connect(partial(self.choosing.emit, side.number))
            side.failed.connect(self.report_failure)
            side.opened.connect(partial(self._opened, side.number))
            side.player.recording_failed.connect(self.report_failure)
            side.player.recording_changed.connect(self._name_sides)
        self._contrasting.compared.connect(self._show)
        self.list.picked.connect(self._point_at)
        self._player.level_changed.connect(self._show_level)
        self._player.recording_grew.connect(self._grow)
        self._presentation.changed.connect(self._present)
        self._words.changed.connect(self._speak)
        self._appearance.changed.connect(self._follow_appearance)
        self._follow_appearance()
        self._keys()
        self._show_level()
        self._show_state()

    def _keys(self) -> None:
        for keys, do in (
            ("Right", partial(self.linked.step, 1)),
            ("Left", partial(self.linked.step, -1)),
            ("Home", self.linked.first),
            ("End", self.linked.last),
            ("L", self.bar.link.toggle),
            ("Escape", self.left.emit),
        ):
            add_shortcut(keys, self, do)

    def _speak(self) -> None:
        self.setAccessibleName(self._words("compare.name"))
        self._contrasting.again()
        self._show_state()

    def begin(self) -> None:
        """Begin to step from the steps at which both sides were opened."""
        self.linked.take_command(1)
        self.linked.anchor()

    def show_other(self, side: int, path: Path, step: int | None) -> None:
        """Show another recording on a side, at a step or at the other side's place.

        Raises ``VisualizerError``.
        """
        self.notification.hide()
        self._meets = side if step is None else None
        self.sides[side].open(path, step or 1)

    def _opened(self, side: int) -> None:
        if self._meets == side:
            self._meets = None
            self.linked.meet(1 - side)
        else:
            self.linked.anchor()

    def _name_sides(self) -> None:
        names, versions = zip(*(side.program for side in self.sides), strict=True)
        for side, name in zip(self.sides, tell_apart(names, versions), strict=True):
            side.show_name(name)

    # ---- differences ----

    def _show(self, comparison: Comparison | None) -> None:
        self.comparison = comparison
        level = self._player.level
        differences = comparison.up_to(level) if comparison is not None else ()
        self.list.show_differences(differences)
        self.bar.show_found(comparison, len(differences))

    def _point_at(self, one: Difference) -> None:
        for side in self.sides:
            side.point_at(one)

    # ---- appearance ----

    def _show_state(self) -> None:
        linked = self.linked
        for side in self.sides:
            side.show_command(side.number == linked.command)
            side.show_reason(linked.why[side.number])
        self.setFocusProxy(self.sides[linked.command].view)

    def report_failure(self, error: object) -> None:
        """Report why a recording cannot be opened or read."""
        if isinstance(error, VisualizerError):
            self.notification.show_words(lambda: ("", self._words.error(error)))

    def _grow(self) -> None:
        """Read what the recorder has added: the program may still run."""
        for side in self.sides:
            side.player.refresh()

    def _show_level(self) -> None:
        for side in self.sides:
            side.show_level(self._player.level)
        self._contrasting.again()

    def _present(self, on: bool) -> None:
        from visualizer.shell.canvas.presentation import LEAST_TYPE

        self.show_large(LEAST_TYPE if on else None)
        if self.isVisible():
            self.setFocus()

    def show_large(self, pixels: int | None) -> None:
        """Write ``pixels`` high in a presentation; None restores the usual size."""
        sheet = "" if pixels is None else f"font-size: {pixels}px"
        self.bar.write_in(sheet)
        self.list.setStyleSheet(sheet)
        for side in self.sides:
            side.show_large(pixels)

    def painted(self, kind: str, scale: float) -> bytes:
        """Return a picture of both sides in a format; raises ``NotKept`` if it is too large."""
        sides = [side.picture for side in self.sides]
        look = self.sides[0].scene.look
        return picture_of_sides([one for one in sides if one], look, scale, format=kind)

    def fit(self) -> None:
        """Put the sides next to each other if there is room, else one above the other."""
        beside = self.width() >= px(_NARROW) or self.width() > _FLAT * self.height()
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        self._canvases.setOrientation(wanted)
        # Both sides have exactly the same size, so that equal parts look equal.
        room = self.width() if beside else self._canvases.height()
        self._canvases.setHandleWidth(1 + (room + 1) % 2)
        self._canvases.setSizes([room, room])

    def minimumSizeHint(self) -> QSize:
        """Allow any size: parts that do not fit are cut."""
        return QSize(0, 0)

    # ---- methods of every page ----

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The parts that the focus keys visit."""
        return (self.bar.leave, self.sides[0].view, self.sides[1].view, self.list)

    def _follow_appearance(self) -> None:
        for side in self.sides:
            side.scene.motion.reduced = self._appearance.reduced_motion
        self._contrasting.again()

    def resize_words(self) -> None:
        """Adapt to a new text size."""
        self._present(self._presentation.on)

    def shut_down(self) -> None:
        """Stop all work of the page."""
        self._contrasting.stop()
        self.linked.stop()
        for side in self.sides:
            side.shut_down()


class Alike(QObject):
    """Gives both sides the smaller of their scales, or the zoom that the user chose on one side."""

    def __init__(self, sides: tuple[CompareSide, CompareSide], parent: QObject) -> None:
        super().__init__(parent)
        self._sides = sides
        self._is_scaling = False
        for side in sides:
            side.zoomed.connect(partial(self._zoom, side))
            side.feed.shown.connect(self._scale)

    def _scale(self) -> None:
        sheets = [side.scene.sheet for side in self._sides]
        scales = [sheet.scale for sheet in sheets if sheet is not None]
        if len(scales) == len(self._sides) and not self._is_scaling:
            self._is_scaling = True
            for side in self._sides:
                side.view.set_scale(min(scales))
                side.view.follow()
            self._is_scaling = False

    def _zoom(self, side: CompareSide) -> None:
        if not self._is_scaling and not side.view.is_fitted:
            self._is_scaling = True
            self._sides[1 - side.number].view.choose_zoom(side.view.chosen_zoom)
            self._is_scaling = False
