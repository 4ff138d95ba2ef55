"""Places the dock: next to the diagram, over it, or in the left column."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QSplitter

from visualizer.shell.appearance.look import px
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.dock.dock import Dock
from visualizer.shell.output.pane import OutputPane
from visualizer.shell.widgets.layouts import restyle
from visualizer.shell.window.left_column import LeftColumn
from visualizer.shell.window.sides import Sides
from visualizer.shell.window.skeleton import DOCK, MARGIN, is_tight


class DockPlace(QObject):
    """Places the dock.

    While ``is_floating`` the dock lies over the diagram. If that leaves too little of the diagram,
    the dock replaces the output in the left column, until the user or the program needs the output.
    While ``is_suspended``, for a presentation, the dock does not move, and is visible in the left
    column only with a lesson.
    """

    def __init__(
        self,
        dock: Dock,
        centre: DiagramPane,
        left: LeftColumn,
        output: OutputPane,
        sides: Sides,
    ) -> None:
        super().__init__(dock)
        self._dock, self._centre, self._left = dock, centre, left
        self._output, self._sides = output, sides
        self.is_wanted = self._was_wanted = True
        self.is_floating = self.is_suspended = False
        self._is_lodging = self._gave_way = self._is_held = False
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self.update)
        centre.stage_moved.connect(self._follow)
        output.input_row.appeared.connect(self._give_way)
        dock.output_asked.connect(self._show_output)
        output.head.turns.buttons[0].clicked.connect(self._show_step)

    @property
    def is_shown(self) -> bool:
        """Whether the dock is visible, in any place."""
        return self._is_open and not self._gave_way

    @property
    def _is_open(self) -> bool:
        return self.is_wanted and (self._dock.has_lesson or not self.is_suspended)

    def show(self, shown: bool) -> None:
        """Show or hide the dock; the caller then calls ``update``."""
        self.is_wanted, self._gave_way = shown, False
        if self.is_suspended:
            self.lodge(self._dock.has_lesson)
        self._dock.setVisible(self._is_open)
        self._left.show_guest(self._is_open)

    def suspend(self, suspended: bool, beside: QSplitter) -> None:
        """Enter the state ``is_suspended``, or leave it; a dock that was visible is so again."""
        self.is_suspended = suspended
        if suspended:
            self._was_wanted = self.is_wanted
            self.show(self.is_wanted)
        else:
            self.is_wanted |= self._was_wanted
            self.float(self.is_floating, beside)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Move the dock only once, at the end."""
        self._is_held = True
        yield
        self._is_held = False
        self.update()

    def float(self, floating: bool, beside: QSplitter) -> None:
        """Let the dock float over the diagram, or insert it into ``beside``."""
        self.lodge(False)
        self.is_floating = floating
        if floating:
            self._dock.setParent(self._centre)
        else:
            beside.addWidget(self._dock)
        restyle(self._dock, "floating", floating)
        self._dock.setVisible(self.is_wanted)

    def lodge(self, lodging: bool) -> None:
        """Insert the dock into the left column, or let it float over the diagram.

        A program that waits for input keeps its field in view.
        """
        if lodging == self._is_lodging:
            return
        self._is_lodging = lodging
        self._gave_way = lodging and self._output.input_row.asking
        restyle(self._dock, "floating", not lodging)
        self._dock.share_place(lodging)
        self._output.head.share_place(lodging)
        if lodging:
            self._left.insert(self._dock)
            self._left.show_guest(self.is_shown)
        else:
            self._left.let_go()
            self._dock.setParent(self._centre)
            self._dock.setVisible(self.is_wanted)

    def update(self) -> None:
        """Move the dock to the place that fits the current sizes."""
        if self._is_held:
            return
        if self._centre.isVisible() and self.is_floating and not self.is_suspended:
            self._is_held = True
            self.lodge(self._is_tight)
            self._is_held = False
        is_over = (
            self.is_floating and self.is_wanted and not self.is_suspended and not self._is_lodging
        )
        self._centre.keep_clear(px(DOCK) + MARGIN if is_over else 0)
        if is_over:
            # Next to the notifications, so that their buttons stay clickable.
            stage = self._centre.stage
            width = min(px(DOCK), stage.width() - 2 * MARGIN)
            left, height = stage.right() + 1 - width - MARGIN, stage.height() - 2 * MARGIN
            self._dock.setGeometry(QRect(left, stage.top() + MARGIN, width, height))

    @property
    def _is_tight(self) -> bool:
        """Whether the dock over the diagram would leave too little of it."""
        return is_tight(self._centre.stage.width(), alone=self._sides.on)

    def _follow(self) -> None:
        """Place the dock again after the diagram has moved.

        A new place deletes the dock's splitter handle, which Qt may be restyling; so that move
        waits.
        """
        may_move = self.is_floating and not self.is_suspended and not self._is_held
        if may_move and self._is_tight != self._is_lodging:
            self._settling.start()
        else:
            self.update()

    def _give_way(self) -> None:
        """Show the output: the program asks for input, or the user chose it."""
        self._sides.bring_up(self._output)
        if self._is_lodging:
            self._gave_way = True
            self._left.show_guest(False)

    def _show_output(self) -> None:
        self._give_way()
        self._output.head.turns.buttons[1].setFocus()

    def _show_step(self) -> None:
        self.show(True)
        self.update()
        self._dock.focus_page()
