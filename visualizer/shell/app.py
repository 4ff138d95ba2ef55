"""Starts the window: a QApplication, the preferences, the first program."""

import signal
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

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
        window.show()
        # Painting is what the event loop does first; a timer comes after it.
        QTimer.singleShot(0, window.complete)
        # Python hears of a signal as soon as any of its code runs; the window has a timer.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda got, _: application.exit(128 + got))
        return application.exec()
    finally:
        window.shut_down()
        faults.stop()


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
