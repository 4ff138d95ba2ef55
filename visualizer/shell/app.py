"""Starts the window: a QApplication, the preferences, the first program."""

import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from visualizer.diagram.fonts import word_font
from visualizer.diagram.painting import paint_on_one_thread
from visualizer.shell.appearance import Appearance
from visualizer.shell.fault_band import show_fault
from visualizer.shell.faults import Faults, open_log
from visualizer.shell.places import users_own
from visualizer.shell.preferences import Preferences
from visualizer.shell.window import MainWindow

NAME = "visualizer"
_WORD_SIZE = 13
_STYLE = "Fusion"
_NEVER_PAINTED = 2_000
"""Milliseconds after which nobody waits for the first painting any more."""


def run(path: Path | None) -> int:
    """Show the window until it is closed; raises ``VisualizerError`` when ``path`` cannot be."""
    application = make_application()
    places = users_own()
    open_log(places.log)
    faults = Faults()
    faults.watch()
    preferences = Preferences(places.settings)
    appearance = Appearance(preferences)
    appearance.apply()
    window = MainWindow(preferences, appearance, places=places)
    faults.met.connect(partial(show_fault, window))
    try:
        if path is None:
            window.open_last()
        else:
            window.open_file(path)
        _when_painted(window, window.complete)
        window.show()
        # Python hears of a signal as soon as any of its code runs; the window has a timer.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda got, _: application.exit(128 + got))
        return application.exec()
    finally:
        window.shut_down()
        faults.stop()


class _Painted(QObject):
    """Waits for the first painting of a window."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then: Callable[[], None] | None = then
        window.installEventFilter(self)
        # One that is minimized from the first is never painted.
        QTimer.singleShot(_NEVER_PAINTED, self, self.go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.go_on)
        return False

    def go_on(self) -> None:
        """The first time it is asked."""
        then, self._then = self._then, None
        if then is not None:
            then()


def _when_painted(window: QWidget, then: Callable[[], None]) -> None:
    """Call ``then`` when ``window`` has been painted: a timer alone may come before that."""
    _Painted(window, then)


def make_application() -> QApplication:
    """The application, as the window needs it."""
    paint_on_one_thread()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(NAME)
    # A style sheet hides the style's name; setting it again takes Qt to every widget there is.
    if application.property("style") != _STYLE:
        application.setStyle(_STYLE)
        application.setProperty("style", _STYLE)
    application.setFont(word_font(_WORD_SIZE))
    return application
