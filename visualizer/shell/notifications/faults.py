"""Reports faults of the window itself in the log and in a notification; the window continues."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QLoggingCategory,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

LOG = logging.getLogger("visualizer")
_BYTES, _OLDER = 512 << 10, 2
_NOISE = "qt.accessibility.atspi.warning=false"
"""While a screen reader listens, Qt warns whenever a label shows formatted text."""
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def open_log(path: Path) -> None:
    """Write the log to ``path``, at most 1.5 MB; write none if the file cannot be opened."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    LOG.addHandler(_Log(path))
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


class _Log(logging.Handler):
    """A log that opens its file at the first record: most days there is none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; ignore errors such as a full disk, which would cause more records."""
        if self._file is None:
            self._file = _rotating(self._path)
        self._file.handle(record)

    def close(self) -> None:
        """Close the file if it was opened."""
        if self._file is not None:
            self._file.close()
        super().close()


def _rotating(path: Path) -> logging.Handler:
    # Imported late: it loads much that the window does not need.
    from logging.handlers import RotatingFileHandler

    made = RotatingFileHandler(
        path, maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8", delay=True
    )
    made.handleError = lambda record: None  # type: ignore[method-assign]
    made.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    return made


class Faults(QObject):
    """After ``watch``, logs every uncaught exception on any thread.

    ``met`` arrives on the window's thread.
    """

    met = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._before: list[Callable[[], object]] = []

    def watch(self) -> None:
        """Install the hooks for uncaught exceptions and Qt's messages."""
        hook, thread_hook = sys.excepthook, threading.excepthook
        handler = qInstallMessageHandler(_log_qt)
        QLoggingCategory.setFilterRules(_NOISE)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_on_thread
        self._before = [
            lambda: setattr(sys, "excepthook", hook),
            lambda: setattr(threading, "excepthook", thread_hook),
            lambda: qInstallMessageHandler(handler),
            lambda: QLoggingCategory.setFilterRules(""),
        ]

    def stop(self) -> None:
        """Restore the former hooks."""
        for undo in self._before:
            undo()
        self._before = []

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        LOG.error("%s", "".join(traceback.format_exception(kind, error, trace)).rstrip())
        if sys.stderr is not None:
            sys.__excepthook__(kind, error, trace)
        self.met.emit(error)

    def _caught_on_thread(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            self._caught(given.exc_type, given.exc_value, given.exc_traceback)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
    if kind is not QtMsgType.QtDebugMsg and sys.stderr is not None:
        print(message, file=sys.stderr)
