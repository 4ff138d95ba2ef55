"""Starts the window: a QApplication, the preferences, the first program."""

import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

from visualizer.diagram.beside import run_beside
from visualizer.diagram.painting.painting_thread import paint_on_one_thread
from visualizer.model import VisualizerError
from visualizer.shell.appearance.control_style import STYLE, ControlStyle
from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.asking import fulfil
from visualizer.shell.notifications.faults import Faults, open_log
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.window.places import users_own
from visualizer.shell.window.window import MainWindow

NAME = "visualizer"
DESKTOP_ID = "org.example.Visualizer"
"""The name in ``desktop.json``, by which a desktop finds our menu entry and so our icon."""
_WORD_SIZE = 13
_ALL_BUT_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
_SOON = 1.0
"""Seconds after which the window waits for a requested file instead of the terminal."""
_NEVER_PAINTED = 2_000
"""Milliseconds after which the start stops waiting for the first painting."""


def run(path: Path | None) -> int:
    """Show the window until it is closed; return the exit code.

    Raises ``VisualizerError`` when ``path`` cannot be opened. Without a terminal to write that
    error to, the window shows it instead.
    """
    if path is not None and sys.stderr is not None:
        try_to_open(path)
    application = plain_application()
    places = users_own()
    open_log(places.log)
    faults = Faults()
    faults.watch()
    preferences = Preferences(places.settings)
    window = MainWindow(preferences, Appearance(preferences), places=places)
    exit_codes: list[int] = []
    # Python handles a signal only when its own code runs; a timer of the window makes it run.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, partial(_exit_by_signal, exit_codes))
    try:
        _start(window, path, faults)
        if exit_codes:
            return exit_codes[0]
        if isinstance(application, _Application):
            application.open_with(window.drop.open_dropped)
        return application.exec() if window.isVisible() else 0
    except VisualizerError:
        window.hide()
        raise
    finally:
        window.shut_down()
        faults.stop()


def try_to_open(path: Path) -> None:
    """Raise ``VisualizerError`` if ``path`` cannot be opened, unless its drive is slow.

    The window offers to read a program in a guessed encoding.

    The imports cost no time in the end: the window needs the same modules.
    """
    future = Future[None]()
    run_beside(partial(fulfil, future, partial(_open, path))).join(_SOON)
    if future.done():
        future.result()


def _open(path: Path) -> None:
    from visualizer.shell.program.document import (
        LESSON_SUFFIX,
        RECORDING_SUFFIX,
        TRACE_SUFFIX,
        Undecoded,
        load,
    )

    if path.suffix == LESSON_SUFFIX:
        from visualizer.lessons.reading import read_lesson

        read_lesson(path)
        return
    if path.suffix == TRACE_SUFFIX:
        from visualizer.recording.foreign.opt_file import read_trace

        read_trace(path)
        return
    if path.suffix != RECORDING_SUFFIX:
        try:
            load(path)
        except Undecoded as error:
            if not error.guess:
                raise
        return
    from visualizer.recording import Recording

    Recording.open(path).close()


def _exit_by_signal(exit_codes: list[int], number: int, frame: object) -> None:
    exit_codes.append(128 + number)
    QApplication.exit(exit_codes[0])


def _start(window: MainWindow, path: Path | None, faults: Faults) -> None:
    """Show the empty panes, then the window with all its parts."""
    painted = _Painted(window)
    window.show()
    _let_paint(painted)
    for _ in window.assembling():
        QApplication.processEvents(_ALL_BUT_INPUT)
    faults.met.connect(window.show_fault)
    _open_first(window, path)
    painted = _Painted(window.arrangement)
    window.show_parts()
    if window.isVisible():
        _let_paint(painted)
        window.complete()


def _open_first(window: MainWindow, path: Path | None) -> None:
    from visualizer.shell.program.document import Undecoded

    if path is None:
        window.open_last()
        return
    try:
        window.open_file(path)
    except VisualizerError as error:
        is_offered = isinstance(error, Undecoded) and error.guess
        if sys.stderr is not None and not is_offered:
            raise
        window.announcements.not_restored(error)


def _let_paint(painted: "_Painted") -> None:
    """Run the event loop until ``painted``; keys and clicks wait until the widgets can get them."""
    while not painted.done:
        QApplication.processEvents(_ALL_BUT_INPUT | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class _Painted(QObject):
    """Waits for the first painting of a widget: ``done``."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.done = False
        widget.installEventFilter(self)
        # A window that starts minimized is never painted.
        QTimer.singleShot(_NEVER_PAINTED, self, self._give_up)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.done = True
        return False

    def _give_up(self) -> None:
        self.done = True


class _Application(QApplication):
    """Opens files that macOS sends as events, for example from the Finder.

    A file that comes before the window exists waits for ``open_with``.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        self._waiting: list[Path] = []
        self._open: Callable[[Path], object] = self._waiting.append

    def event(self, event: QEvent) -> bool:
        """Open the file of a ``QFileOpenEvent``; leave other events to Qt."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._open(Path(event.file()))
            return True
        return super().event(event)

    def open_with(self, open_: Callable[[Path], object]) -> None:
        """Open the waiting files with ``open_``, and every later one."""
        self._open = open_
        for path in self._waiting:
            open_(path)
        self._waiting.clear()


def make_application() -> QApplication:
    """Return the application as the window needs it, in the usual font."""
    from visualizer.diagram.fonts import word_font

    application = plain_application()
    application.setFont(word_font(_WORD_SIZE))
    return application


def plain_application() -> QApplication:
    """Return the application as the window's first painting needs it, without a font."""
    paint_on_one_thread()
    application = QApplication.instance() or _Application(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(NAME)
    application.setDesktopFileName(DESKTOP_ID)
    # The property remembers the style: a style sheet hides its name, and setting it again would
    # polish every widget.
    if application.property("style") != STYLE:
        application.setStyle(ControlStyle())
        application.setProperty("style", STYLE)
    return application
