"""The main window: it appears at once with empty panes, and gets its parts later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from visualizer.resources import resource
from visualizer.shell.appearance.look import px
from visualizer.shell.window.garbage import MainThreadCollector
from visualizer.shell.window.places import Places, beside
from visualizer.shell.window.skeleton import NARROW, Skeleton

if TYPE_CHECKING:
    from visualizer.shell.appearance.theme_choice import Appearance
    from visualizer.shell.appearance.words import Words
    from visualizer.shell.asking import Asking
    from visualizer.shell.canvas.pane import DiagramPane
    from visualizer.shell.canvas.picture_commands import PictureCommands, PictureDrag, Printing
    from visualizer.shell.canvas.presentation import Caption, Presentation
    from visualizer.shell.canvas.sheet_menu import SheetMenu
    from visualizer.shell.commands.refusing import Refusals
    from visualizer.shell.commands.shortcuts import Shortcuts
    from visualizer.shell.comparing.comparing import Comparing
    from visualizer.shell.dock.dock import Dock
    from visualizer.shell.editor.completion.completing import Completing
    from visualizer.shell.inspector.life_feed import LifeFeed
    from visualizer.shell.labs.common.presenting import LabPresentation
    from visualizer.shell.lessons.lessons import Lessons
    from visualizer.shell.lessons.predicting import Predicting
    from visualizer.shell.notifications.announcements import Announcements
    from visualizer.shell.notifications.notification import Notification
    from visualizer.shell.notifications.undoing import Undoing
    from visualizer.shell.output.pane import OutputPane
    from visualizer.shell.playback.bookmarks import Bookmarks
    from visualizer.shell.playback.inside import Inside
    from visualizer.shell.playback.player import Playback, Player
    from visualizer.shell.playback.stepping import Stepping
    from visualizer.shell.playback.transport import Transport
    from visualizer.shell.program.file_commands import FileCommands
    from visualizer.shell.program.file_drop import FileDrop
    from visualizer.shell.program.recent_files import RecentMenu
    from visualizer.shell.program.remembering import Remembering
    from visualizer.shell.program.workbench import Workbench
    from visualizer.shell.run.live_mode import LiveMode
    from visualizer.shell.sessions.keeper import SessionKeeper
    from visualizer.shell.settings.preferences import Preferences
    from visualizer.shell.settings.view_settings import ViewSettings
    from visualizer.shell.source.breakpoint_tools import BreakpointTools
    from visualizer.shell.source.inside_row import InsideRow
    from visualizer.shell.source.marking import Marking
    from visualizer.shell.source.pane import SourcePane
    from visualizer.shell.source.recorded_lines import RecordedLines
    from visualizer.shell.trace.table import TraceTable
    from visualizer.shell.trace.watch_commands import WatchCommands
    from visualizer.shell.trace.watching import Watching
    from visualizer.shell.widgets.dialogs import Dialogs
    from visualizer.shell.window.arrangement import Arrangement
    from visualizer.shell.window.focus import PaneFocus
    from visualizer.shell.window.header import Header
    from visualizer.shell.window.tabs import Pages

_SIZE, _LEAST = QSize(1440, 900), QSize(640, 400)
_FRAME = QSize(8, 36)
"""Allowance for the window frame of the system."""


_DEPTH = 8
"""The maximum depth of nested layouts: each passes its changes on in the next round."""


_MODULES = (
    "PySide6.QtSvg",
    "visualizer.words",
    "visualizer.recording",
    "visualizer.layout.composing.sheets",
    "visualizer.explain.steps.step",
    "visualizer.diagram.view.scene",
    "visualizer.diagram.view.view",
    "visualizer.shell.playback.player",
    "visualizer.shell.program.workbench",
    "visualizer.shell.source.pane",
    "visualizer.shell.canvas.pane",
    "visualizer.shell.dock.dock",
    "visualizer.shell.playback.transport",
    "visualizer.shell.window.arrangement",
    "visualizer.shell.sessions.keeper",
    "visualizer.shell.window.assembly",
)
"""Modules with their dependencies, ordered so that no import takes long."""
_CHARTS = "visualizer.charts.timeline"
"""A slow module, imported on a thread after the first painting."""


def _imports() -> Iterator[None]:
    for module in _MODULES:
        import_module(module)
        yield


class LaidOut(QObject):
    """Completes all pending layout passes before each painting of a window.

    Nested layouts pass size changes on by one event each. If a painting comes between two of these
    events, Qt draws one part in its new place and its neighbour in the old place.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._busy = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send the pending layout events before painting."""
        if event.type() is QEvent.Type.UpdateRequest and not self._busy:
            self._busy = True
            for _ in range(_DEPTH):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self._busy = False
        return False


class MainWindow(QMainWindow):
    """Shows the program of ``open_last`` or ``open_file``; ``dialogs`` makes the user dialogs.

    A new window has a frame and empty panes, and can be shown; ``assemble`` makes its parts.
    Modules that are slow to import must not be imported here: see ``skeleton``.
    """

    words: Words
    player: Player
    charts: Asking
    playback: Playback
    workbench: Workbench
    commands: dict[str, QAction]
    shortcuts: Shortcuts
    recent: RecentMenu
    header: Header
    source: SourcePane
    output: OutputPane
    lives: LifeFeed
    diagram: DiagramPane
    watching: Watching
    trace: TraceTable
    bookmarks: Bookmarks
    dock: Dock
    transport: Transport
    caption: Caption
    arrangement: Arrangement
    announcements: Announcements
    refusals: Refusals
    files: FileCommands
    drop: FileDrop
    marking: Marking
    lines: RecordedLines
    stepping: Stepping
    inside: Inside
    inside_row: InsideRow
    undoing: Undoing
    breakpoints: BreakpointTools
    completing: Completing
    presentation: Presentation
    lab_presentation: LabPresentation
    pictures: PictureCommands
    picture_drag: PictureDrag
    printing: Printing
    watch: WatchCommands
    sheet_menu: SheetMenu
    remembering: Remembering
    sessions: SessionKeeper
    live: LiveMode
    lessons: Lessons
    predicting: Predicting
    pages: Pages
    view: ViewSettings
    pane_focus: PaneFocus
    comparing: Comparing

    def __init__(
        self,
        preferences: Preferences,
        appearance: Appearance,
        dialogs: Callable[[QWidget, Words], Dialogs] | None = None,
        places: Places | None = None,
    ) -> None:
        super().__init__()
        self._collector = MainThreadCollector(self)
        self.preferences, self.appearance = preferences, appearance
        # It refers to the widgets that it restyles; if it outlived them, neither would be freed.
        appearance.setParent(self)
        self.places = places or beside(preferences.file)
        self._dialogs = dialogs
        self._importing: Thread | None = None
        self._leaves = self.is_assembled = False
        self._skeleton = Skeleton(preferences)
        self._skeleton.setParent(self)
        most = self.screen().availableSize() - _FRAME
        self.setMinimumSize(_LEAST.boundedTo(most))
        self.resize(_SIZE.boundedTo(most))
        self.restoreGeometry(preferences.blob("geometry"))
        # The last window may have filled the screen when it was closed, to present.
        self.setWindowState(self.windowState() & Qt.WindowState.WindowMaximized)
        self.installEventFilter(LaidOut(self))

    def assembling(self) -> Iterator[None]:
        """Make the parts, some at each ``next``: in between, the empty panes can be painted."""
        yield from _imports()
        from visualizer.shell.window.assembly import assemble

        yield from assemble(self, self._dialogs)
        self.is_assembled = True

    def assemble(self) -> None:
        """Make the parts, all at once, and show them."""
        for _ in self.assembling():
            pass
        self.show_parts()

    def show_parts(self) -> None:
        """Replace the empty panes by the parts."""
        self.arrangement.show()
        self._skeleton.hide()
        self._skeleton.deleteLater()
        if self.focusWidget() is None and self.pages.page is None:
            # By default Qt would focus the first button and draw a ring around it.
            by_hand = self.player.recording is None
            (self.source.editor if by_hand else self.diagram.view).setFocus()
        if self._leaves:
            self.close()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Move the focus for Tab; if its widget vanished or was disabled, to the program."""
        return self._find_focus() or super().focusNextPrevChild(next_one)

    def changeEvent(self, event: QEvent) -> None:
        """Focus the program, where Qt would focus a button, in a window that comes to the front."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._find_focus()

    def _find_focus(self) -> bool:
        """Focus the program if the widget with the focus vanished; return whether it did.

        The picture keeps it while it waits for the first step of a recording.
        """
        focus: QWidget | None = self.focusWidget()
        lost = focus is not None and not (focus.isVisible() and focus.isEnabled())
        if lost and self.is_assembled:
            view = self.diagram.view
            will_be = self.workbench.run.active or self.player.recording is not None
            if focus is view and will_be and not self.arrangement.sides.hides(view):
                return False
            parts: tuple[QWidget, ...] = (self.source.editor, self.diagram.view)
            for part in parts if self.player.recording is None else parts[::-1]:
                if part.isVisible():
                    part.setFocus()
                    return True
        return False

    def open_example(self, path: Path) -> None:
        """Open an example of the application, and record it at once."""
        if not self.files.may_leave():
            return
        self.workbench.open(self._in_own_words(path), example=True)
        if self.files.record():
            self.diagram.view.setFocus()
            self.announcements.hint()

    def _in_own_words(self, path: Path) -> Path:
        """Return a copy of ``path`` with comments in the current language, if these differ."""
        text = path.read_text(encoding="utf-8")
        own = self.places.examples / path.name
        if (said := self.words.program(text)) == text:
            return path
        try:
            own.parent.mkdir(parents=True, exist_ok=True)
            own.write_text(said, encoding="utf-8")
        except OSError:
            return path
        return own

    def open_file(self, path: Path) -> None:
        """Open a program (without running it), a recording or a lesson; raises ``VisualizerError``.

        A program that was open before resumes its last session.
        """
        self.files.open_now(path)
        if self.workbench.kept is None:
            self.sessions.resume(path)

    def open_last(self) -> None:
        """Open the last program without running it, or the start page if there was none."""
        self.pages.recall(begins=not self.sessions.restore())

    def complete(self) -> None:
        """Do the work that can wait until the window is painted."""
        self._collector.leave_out_all()
        QApplication.setWindowIcon(QIcon(str(resource("icons/visualizer.svg"))))
        self.source.begin_colours()
        self.sessions.look_around()
        notice = self._in_view(self.diagram.notifications.notice)
        missing = self.appearance.missing_fonts
        self.announcements.report_settings(self.preferences, notice, missing)
        # Last, because its thread competes with everything else for the interpreter.
        self._importing = self.charts.ask(partial(import_module, _CHARTS))

    def show_fault(self, error: BaseException) -> None:
        """Show on the visible page that ``error`` happened in the window."""
        from visualizer.shell.notifications.diagnostic import show_fault

        notification = self._in_view(self.diagram.notifications.fault)
        show_fault(notification, lambda: self.source.text, error)

    def _in_view(self, notification: Notification) -> Notification:
        """Return the notification of the page that hides the diagram, if there is one."""
        page = self.pages.page
        return page.notification if page is not None else notification

    def select(self, serial: int | None) -> None:
        """Select an object in the diagram and show it in the dock."""
        self.diagram.select(serial)
        self.dock.inspector.inspect(serial)
        self.dock.variables.mark(serial)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the dock float if the window is narrow."""
        super().resizeEvent(event)
        if self.is_assembled:
            self.fit_width()
        else:
            self._skeleton.setGeometry(self.rect())

    def fit_width(self) -> None:
        """Arrange the parts for the current width and text size."""
        self.arrangement.fit_width(self.width())
        self.header.tabs.set_narrow(self.width() < px(NARROW))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes; then stop everything that runs and save the window's state."""
        if not self.is_assembled:
            # The parts handle closing, but making them takes a moment.
            self._leaves = True
            event.ignore()
            return
        if not self.files.may_leave():
            event.ignore()
            return
        self.preferences.put("geometry", self.saveGeometry())
        self.arrangement.remember(self.preferences)
        self.lab_presentation.leave()
        self.remembering.settle()
        self.shut_down(discard=self.files.unsaved)
        event.accept()

    def shut_down(self, *, discard: bool = False) -> None:
        """Stop all threads: Qt aborts a process that ends while one is alive."""
        self._collector.stop()
        if not self.is_assembled:
            return
        self.playback.pause()
        self.stepping.seeking.stop()
        self.watch.export.stop()
        self.comparing.shut_down()
        self.pages.shut_down()
        self.sessions.leave(discard=discard)
        self.completing.asking.shut_down()
        if self._importing is not None:
            self._importing.join()
        self.diagram.feed.shut_down()
        self.lives.shut_down()
        self.dock.inspector.history.feed.shut_down()
        self.watching.shut_down()
        self.workbench.close()
