"""Notices that another program changed the program's file, so that neither text is lost."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal

from visualizer.model import NotKept, VisualizerError
from visualizer.shell.asking import Asking, NoAnswer
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.notifications.notification import Action
from visualizer.shell.program.document import Document, load
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.source.pane import SourcePane


class OutsideChanges(QObject):
    """Compares the file with the document: for a window that comes to the front, and at a save.

    An editor without changes of its own shows the new text, as an edit that can be undone; else a
    notification lets the user choose between both texts. For a window that comes to the front, a
    thread reads the file: a network drive may not answer.
    ``agreed`` says that the file has one of the editor's texts.
    """

    agreed = Signal()

    def __init__(
        self, workbench: Workbench, source: SourcePane, announcements: Announcements
    ) -> None:
        super().__init__(source)
        self._workbench, self._source = workbench, source
        self._announcements = announcements
        self._reported: Document | str | None = None
        self._refused: Document | str | None = None
        """The text for which a save was refused, so that the next save may replace it."""
        self._looks_at: Document | None = None
        self._asking = Asking()
        self._asking.answered.connect(self._looked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the file when the window that is watched comes to the front."""
        document = self._workbench.document
        is_activated = event.type() is QEvent.Type.WindowActivate
        if is_activated and self._has_file and document is not self._looks_at:
            self._looks_at = document
            self._asking.ask(partial(_look, document))
        return super().eventFilter(watched, event)

    def may_save(self, *, asked: bool = True) -> bool:
        """Whether a save loses no text; else the window reports the text that it would replace.

        If the user has ``asked`` for the save and asks again, it may replace that text.
        """
        document, found = self._workbench.document, None
        if self._has_file and document.path is not None:
            try:
                read = self._workbench.wait(partial(_read, document), document.path)
            except NoAnswer as error:
                self._announcements.problem("notification.not_saved", error)
                return False
            found = self._compare(read)
        if found is None or (asked and found == self._refused):
            self._reported = self._refused = None
            return True
        self._report(found, "notification.not_saved")
        if asked:
            self._permit()
        return False

    def _permit(self) -> None:
        self._refused = self._reported

    def _report(self, found: Document | str, title: str) -> None:
        """Report a text, and offer to show it or to replace it."""
        self._reported = found
        file = self._workbench.document.path or ""
        offer = Action("notification.load_file", self._load, symbol="folder-open")
        self._announcements.problem(
            title,
            NotKept(
                "{file}: another program has changed the file; saving now replaces its text",
                file=file,
            ),
            *[offer] * isinstance(found, Document),
            offers="save",
            before=self._permit,
        )

    @property
    def _has_file(self) -> bool:
        """Whether the editor shows a file that a save would replace."""
        workbench = self._workbench
        return bool(workbench.document.path) and workbench.kept is None and not workbench.example

    def _looked(self, answer: tuple[Document, Document | str | None]) -> None:
        document, found = answer
        if document is self._looks_at:
            self._looks_at = None
        # The window may have saved the file or opened another one meanwhile.
        if document is self._workbench.document and self._has_file:
            differs = self._compare(found)
            # Of a file that is no text, another program may have written only a part yet.
            if isinstance(differs, Document) and differs != self._reported:
                self._report(differs, "notification.both_changed")

    def _compare(self, found: Document | str | None) -> Document | str | None:
        """Return the file's text if it is new and the editor has changes; else show it there.

        Of a file that is no text any more, return the reason.
        """
        document, text = self._workbench.document, self._source.text
        if not isinstance(found, Document):
            return found
        if found.text not in (document.text, text):
            if text != document.text:
                return found
            self._show(found)
            return None
        self._agree(found)
        self.agreed.emit()
        return None

    def _agree(self, found: Document) -> None:
        self._reported = self._refused = None
        self._workbench.document = found
        self._announcements.forget("save")

    def _show(self, found: Document) -> None:
        self._agree(found)
        line = self._source.editor.line
        is_exact = self._source.replace_text(found.text)
        self._source.editor.go_to_line(line)
        if is_exact:
            self._announcements.forget("notification.read_only")
            self._announcements.note("notification.file_changed")
        else:
            self._announcements.read_only()

    def _load(self) -> None:
        if isinstance(self._reported, Document):
            self._show(self._reported)


def _look(document: Document) -> tuple[Document, Document | str | None]:
    return document, _read(document)


def _read(document: Document) -> Document | str | None:
    """Return the file as it is now; the reason if it is no text, None if it does not exist."""
    if document.path is None:
        return None
    try:
        return load(document.path, document.guess)
    except VisualizerError as error:
        # A save restores a file that is gone.
        return str(error) if document.path.exists() else None
