"""What the window does with the program: new, open, save, record; nothing typed is lost."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from visualizer.model import CannotRun, NotKept, VisualizerError
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.playback.bookmarks import Bookmarks
from visualizer.shell.program.document import LESSON_SUFFIX, RECORDING_SUFFIX
from visualizer.shell.program.notebook import NOTEBOOK_SUFFIX
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.widgets.dialogs import Dialogs, Unsaved


class FileCommands(QObject):
    """``dialogs`` asks; failures are shown in a notification. ``title_changed``: name or state.

    ``saved`` follows when the file of the program is as the editor has it, ``not_opened`` and
    ``not_saved`` what could not be. ``lesson_read`` is a lesson that somebody wants to open.
    """

    title_changed = Signal()
    not_opened = Signal()
    not_saved = Signal()
    saved = Signal()
    lesson_read = Signal(object)

    def __init__(
        self,
        workbench: Workbench,
        source: SourcePane,
        announcements: Announcements,
        dialogs: Dialogs,
        *,
        bookmarks: Bookmarks,
    ) -> None:
        super().__init__(source)
        self._bookmarks = bookmarks
        self._workbench, self._source = workbench, source
        self._announcements = announcements
        self.dialogs = dialogs
        source.heading.show_name(self.name)
        workbench.program_changed.connect(self._show_program)

    def _show_program(self) -> None:
        workbench = self._workbench
        read_only = workbench.kept is not None
        self._source.show_program(
            workbench.file, workbench.document.text, read_only=read_only, title=workbench.name
        )
        if not read_only and self._source.text != workbench.document.text:
            # A paragraph separator inside a string: the editor would save it as a line end.
            self._source.show_program(
                workbench.file, workbench.document.text, read_only=True, title=workbench.name
            )
            self._announcements.read_only()
        self.title_changed.emit()

    @property
    def unsaved(self) -> bool:
        """Whether there are changes that no file has."""
        return self._workbench.kept is None and self._source.text != self._workbench.document.text

    @property
    def name(self) -> str:
        """What the program is called before a person."""
        return self._workbench.name

    def may_leave(self) -> bool:
        """Ask about unsaved changes; False if the user would rather stay."""
        if not self.unsaved:
            return True
        answer = self.dialogs.about_unsaved(self.name)
        if answer is Unsaved.SAVE:
            return self.save()
        return answer is Unsaved.DISCARD

    def new(self) -> bool:
        """Begin an empty program, if one may."""
        return self.open_text("")

    def open_text(self, text: str) -> bool:
        """Begin a program that has no file yet with ``text``, if one may; it is not run."""
        if not self.may_leave():
            return False
        self._workbench.new(text)
        return True

    def open(self) -> None:
        """Ask for a program or a recording and open it."""
        chosen = self.ask_for_program()
        if chosen is not None:
            self.open_path(chosen)

    def ask_for_program(self) -> Path | None:
        """Ask for a program or a recording; None if the user chooses none."""
        path = self._workbench.document.path
        folder = path.parent if path and not self._workbench.example else None
        return self.dialogs.program_to_open(folder)

    def open_path(self, path: Path, *, discard: bool = False) -> None:
        """Open ``path`` without running it; what cannot be opened changes nothing.

        ``discard``: unsaved changes are not asked about.
        """
        is_lesson = path.suffix == LESSON_SUFFIX
        # Who opens a lesson asks, too.
        if not is_lesson and not discard and not self.may_leave():
            return
        try:
            if is_lesson:
                from visualizer.lessons.reading import read_lesson

                self.lesson_read.emit(read_lesson(path))
            else:
                self._workbench.open(path)
                if path.suffix == NOTEBOOK_SUFFIX:
                    self._announcements.note("notification.notebook")
        except VisualizerError as error:
            self._announcements.problem("notification.not_opened", error)
            self.not_opened.emit()

    def save(self) -> bool:
        """Save under the name it has; False if nothing was saved."""
        workbench = self._workbench
        if workbench.kept is not None:
            return False
        if workbench.document.path is None or workbench.example:
            return self.save_as()
        return self._save(None)

    def save_as(self) -> bool:
        """Ask for a name and save there; False if nothing was saved."""
        workbench = self._workbench
        folder = Path.home() if workbench.example else None
        own = workbench.document.path
        if folder is None:
            folder = own.parent if own is not None and workbench.kept is None else Path.home()
        chosen = self.dialogs.place_for("program", folder / workbench.name)
        return chosen is not None and self._save(chosen)

    def _save(self, path: Path | None) -> bool:
        try:
            self._workbench.save(self._source.text, path)
            self._source.heading.say_saved()
        except NotKept as error:
            self._announcements.problem("notification.not_saved", error, offers="save_as")
            self.not_saved.emit()
            return False
        self._announcements.forget("save_as", "notification.not_recorded")
        if path is not None:
            self._source.rename_program(self._workbench.file, self._workbench.name)
        self.title_changed.emit()
        self.saved.emit()
        return True

    def keep_recording(self) -> None:
        """Ask for a name and keep the recording there."""
        own = self._workbench.document.path
        folder = own.parent if own and not self._workbench.example else Path.home()
        name = Path(self._workbench.name).with_suffix(RECORDING_SUFFIX).name
        chosen = self.dialogs.place_for("recording", folder / name)
        if chosen is None:
            return
        self._bookmarks.settling.emit()
        try:
            self._workbench.keep_recording(chosen)
            self._bookmarks.write_into(chosen)
        except NotKept as error:
            self._announcements.problem("notification.not_saved", error)

    def record(self, *, same_answers: bool = False, live: bool = False) -> bool:
        """Run the program as it stands in the editor, from its first line; False if it cannot."""
        if self._workbench.kept is not None:
            return False
        before = self._workbench.document
        try:
            self._workbench.record(self._source.text, same_answers=same_answers, live=live)
        except NotKept as error:
            self._announcements.problem("notification.not_saved", error, offers="save_as")
            return False
        except CannotRun as error:
            self._announcements.problem("notification.not_recorded", error)
            return False
        if self._workbench.document is not before and not live:
            # Its file was written, for Python reads that.
            self._source.heading.say_saved()
        self.title_changed.emit()
        self.saved.emit()
        return True
