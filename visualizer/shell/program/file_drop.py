"""Opens a file that is dropped on the window, without running it; asks about unsaved text."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Action, Notifications
from visualizer.shell.program.document import RECORDING_SUFFIX
from visualizer.shell.program.file_commands import FileCommands
from visualizer.shell.widgets.dragged import files_in

_COMPARED = (".py", RECORDING_SUFFIX)
"""The suffixes of files that can be compared."""


class FileDrop(QObject):
    """Opens files that are dropped on ``window``.

    It asks in a notification, because a dialog would block the program that the file comes from.
    ``asked`` is emitted then. Of several files it opens the first, says so, and offers to compare
    two: ``comparison_asked`` carries each with a step.
    """

    asked = Signal()
    comparison_asked = Signal(object, object)

    def __init__(
        self, window: QWidget, files: FileCommands, notifications: Notifications, words: Words
    ) -> None:
        super().__init__(window)
        self._files, self._words = files, words
        self._notification, self._hint = notifications.problem, notifications.hint
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle drags and drops of files on the window."""
        # In Qt's C++ a drop event is a subclass of a move event, but not in PySide, so check both
        # classes. That check is faster than the event's type, so it comes first.
        if not isinstance(event, QDragMoveEvent | QDropEvent):
            return False
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return False
        paths = files_in(event.mimeData())
        # The window's own picture may be dragged across it.
        if not paths or event.source() is not None:
            return False
        # The file stays where it is: after a move, some file managers would delete it.
        is_copy = Qt.DropAction.CopyAction in event.possibleActions()
        event.setDropAction(Qt.DropAction.CopyAction if is_copy else Qt.DropAction.LinkAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            # Later, because the source of the drop waits for the answer.
            QTimer.singleShot(0, self, lambda: self.open_dropped(*paths))
        return True

    def _open(self, path: Path, others: Sequence[Path], *, discard: bool = False) -> None:
        if not self._files.open_path(path, discard=discard) or not others:
            return
        both = [(path, 1), *((other, 1) for other in others)]
        compares = len(both) == 2 and all(one.suffix in _COMPARED for one, _ in both)
        compare = Action("command.compare", lambda: self.comparison_asked.emit(*both))
        key, name, number = "notification.first_opened", path.name, len(both)
        self._hint.show_keys(key, "", *[compare][: int(compares)], file=name, n=number)

    def open_dropped(self, path: Path, *others: Path) -> None:
        """Open the first file; ask first what to do with unsaved text."""
        files, words = self._files, self._words
        if not files.unsaved:
            self._open(path, others)
            return
        name = files.name

        def after(do: Callable[[], bool]) -> Callable[[], None]:
            def open_it() -> None:
                if do():
                    self._notification.hide()
                    self._open(path, others, discard=True)

            return open_it

        self._notification.show_words(
            lambda: (
                words("dialog.unsaved", name=name),
                words("notification.then_open", name=path.name),
            ),
            Action("dialog.unsaved.save", after(files.save), "primary"),
            Action("dialog.unsaved.discard", after(lambda: True), "danger"),
        )
        self.asked.emit()
