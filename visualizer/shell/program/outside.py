"""Notices that another program changed the program's file, so that neither text is lost."""

from PySide6.QtCore import QEvent, QObject

from visualizer.model import NotKept, VisualizerError
from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.notifications.notification import Action
from visualizer.shell.program.document import Document, load
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.source.pane import SourcePane


class OutsideChanges(QObject):
    """Compares the file with the document: for a window that comes to the front, and at a save.

    An editor without changes of its own shows the new text, as an edit that can be undone.
    """

    def __init__(
        self, workbench: Workbench, source: SourcePane, announcements: Announcements, words: Words
    ) -> None:
        super().__init__(source)
        self._workbench, self._source = workbench, source
        self._announcements, self._words = announcements, words
        self._reported: Document | str | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the file when the window that is watched comes to the front."""
        if event.type() is QEvent.Type.WindowActivate:
            self._changed_text()
        return super().eventFilter(watched, event)

    def may_save(self, *, asked: bool = True) -> bool:
        """Whether a save loses no text; False is said, and returned once for the same text.

        Nothing is lost on purpose unless the user has ``asked`` for the save.
        """
        found = self._changed_text()
        if found is None or (asked and found == self._reported):
            self._reported = None
            return True
        if found != self._reported:
            self._report(found)
        return False

    def _report(self, found: Document | str) -> None:
        self._reported, words = found, self._words
        file = self._workbench.document.path or ""
        load = Action(lambda: words("notification.load_file"), self._load, symbol="folder-open")
        self._announcements.problem(
            "notification.not_saved",
            NotKept(
                "{file}: another program has changed the file; save again to replace its text",
                file=file,
            ),
            *[load] * isinstance(found, Document),
            offers="save",
        )

    def _changed_text(self) -> Document | str | None:
        """Return the file's text if it is new and the editor has changes; else show it there.

        Of a file that is no text any more, return the reason.
        """
        workbench, document = self._workbench, self._workbench.document
        if document.path is None or workbench.kept is not None or workbench.example:
            return None
        try:
            found = load(document.path)
        except VisualizerError as error:
            # A save restores a file that is gone.
            return str(error) if document.path.exists() else None
        if found.text in (document.text, self._source.text):
            workbench.document = found
        elif self._source.text != document.text:
            return found
        else:
            self._show(found)
        return None

    def _show(self, found: Document) -> None:
        self._workbench.document = found
        line = self._source.editor.line
        self._source.replace_text(found.text)
        self._source.editor.go_to_line(line)
        self._announcements.note("notification.file_changed")

    def _load(self) -> None:
        self._announcements.forget("save")
        if isinstance(self._reported, Document):
            self._show(self._reported)
            self._reported = None
