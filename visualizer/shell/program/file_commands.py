"""The file commands: new, open, save, record; no typed text is lost."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO

from PySide6.QtCore import QObject, Signal

from visualizer.model import CannotRun, NotKept, VisualizerError
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.playback.bookmarks import Bookmarks
from visualizer.shell.program.document import (
    LESSON_SUFFIX,
    NOTEBOOK_SUFFIX,
    RECORDING_SUFFIX,
    write_whole,
)
from visualizer.shell.program.outside import OutsideChanges
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.widgets.dialogs import Dialogs, Unsaved


class FileCommands(QObject):
    """``dialogs`` asks the user; notifications show failures. ``title_changed``: name or state.

    ``saved`` says that the program's file has the editor's text, ``not_opened`` and ``not_saved``
    follow failures. ``lesson_read`` carries a lesson that the user wants to open.
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
        outside: OutsideChanges,
    ) -> None:
        super().__init__(source)
        self._outside = outside
        outside.agreed.connect(self.title_changed)
        self._bookmarks = bookmarks
        self._workbench, self._source = workbench, source
        self._announcements = announcements
        self.dialogs = dialogs
        dialogs.place = self._place
        source.heading.show_name(self.name)
        workbench.program_changed.connect(self._show_program)

    def _show_program(self) -> None:
        workbench = self._workbench
        read_only = workbench.kept is not None
        self._source.show_program(
            workbench.file, workbench.document.text, read_only=read_only, title=workbench.name
        )
        if not read_only and self._source.text != workbench.document.text:
            # The text has a paragraph separator inside a string, which the editor would save as a
            # line end.
            self._source.show_program(
                workbench.file, workbench.document.text, read_only=True, title=workbench.name
            )
            self._announcements.read_only()
        self.title_changed.emit()

    @property
    def unsaved(self) -> bool:
        """Whether the editor has changes that no file contains."""
        return self._workbench.kept is None and self._source.text != self._workbench.document.text

    @property
    def name(self) -> str:
        """The program's name for the user."""
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
        """Begin an empty program, if the user agrees to leave the current one."""
        return self.open_text("")

    def open_text(self, text: str) -> bool:
        """Begin a program without a file from ``text``, if the user agrees; it is not run."""
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

    def open_path(self, path: Path, *, discard: bool = False, guess: str = "") -> bool:
        """Open ``path`` without running it; a failure changes nothing and returns False.

        ``discard``: do not ask about unsaved changes. ``guess`` is an encoding for a program that
        Python cannot decode.
        """
        # ``Lessons.open`` asks, too.
        if path.suffix != LESSON_SUFFIX and not discard and not self.may_leave():
            return False
        try:
            self.open_now(path, guess)
        except VisualizerError as error:
            self._announcements.not_opened(error)
            self.not_opened.emit()
            return False
        return True

    def open_now(self, path: Path, guess: str = "") -> None:
        """Open a program, a recording or a lesson without asking; raises ``VisualizerError``."""
        if path.suffix == LESSON_SUFFIX:
            from visualizer.lessons.reading import read_lesson

            self.lesson_read.emit(self._workbench.wait(partial(read_lesson, path), path))
            return
        self._workbench.open(path, guess=guess)
        if path.suffix == NOTEBOOK_SUFFIX:
            self._announcements.note("notification.notebook")
        elif self._workbench.document.guess:
            self._announcements.note("notification.read_as_guessed")

    def write(
        self, path: Path, data: bytes | IO[bytes], failure: str = "notification.not_saved"
    ) -> bool:
        """Write a file for the user; if that fails, report it under the key ``failure``."""
        try:
            self.dialogs.wait_for(partial(write_whole, path, data), path)
        except NotKept as error:
            self._announcements.problem(failure, error)
            return False
        return True

    def export(
        self, path: Path, data: bytes | IO[bytes], failure: str = "notification.not_saved"
    ) -> None:
        """Write a file, and say where it is."""
        if self.write(path, data, failure):
            self._announcements.saved(path)

    def temporary_file_failed(
        self, error: OSError, failure: str = "notification.not_saved"
    ) -> None:
        """Report that the folder for temporary files cannot be written.

        If none can, Python does not choose one, and the error names those that it tried.
        """
        self._announcements.not_written(tempfile.tempdir or "TMPDIR", error, failure)

    def save(self) -> bool:
        """Save to the program's file, or ask for one; False if nothing was saved."""
        workbench = self._workbench
        if workbench.document.path is None or workbench.example or workbench.kept is not None:
            return self.save_as()
        return self._outside.may_save() and self._save(None)

    def _place(self) -> Path:
        """Return the folder of the recording or the program, else the user's home."""
        workbench = self._workbench
        own = workbench.kept or (None if workbench.example else workbench.document.path)
        return Path.home() if own is None else own.absolute().parent

    def save_as(self) -> bool:
        """Ask for a file and save there; False if nothing was saved."""
        workbench = self._workbench
        chosen = self.dialogs.place_for("program", self._place() / workbench.name)
        return chosen is not None and self._save(chosen)

    def _save(self, path: Path | None) -> bool:
        try:
            self._workbench.save(self._source.text, path)
            self._source.heading.show_saved()
        except NotKept as error:
            self._announcements.problem("notification.not_saved", error, offers="save_as")
            self.not_saved.emit()
            return False
        self._announcements.forget("save", "save_as", "notification.not_recorded")
        if path is not None:
            self._source.rename_program(self._workbench.file, self._workbench.name)
            if not self._source.allow_edits():
                self._announcements.read_only()
        self.title_changed.emit()
        self.saved.emit()
        return True

    def keep_recording(self) -> None:
        """Ask for a file and save the recording there."""
        name = Path(self._workbench.name).with_suffix(RECORDING_SUFFIX).name
        chosen = self.dialogs.place_for("recording", self._place() / name)
        if chosen is None:
            return
        self._bookmarks.settling.emit()
        # A slow drive may answer when the window has the bookmarks of another recording.
        add_bookmarks = self._bookmarks.writer_into(chosen)
        try:
            self.dialogs.wait_for(partial(self._keep_in, chosen, add_bookmarks), chosen)
        except NotKept as error:
            self._announcements.problem("notification.not_saved", error)
        else:
            self._announcements.saved(chosen)

    def _keep_in(self, chosen: Path, add_bookmarks: Callable[[], None]) -> None:
        self._workbench.keep_recording(chosen)
        add_bookmarks()

    def record(self, *, same_answers: bool = False, live: bool = False) -> bool:
        """Record the editor's text from its first line; False if that fails."""
        if self._workbench.kept is not None or not self._outside.may_save(asked=not live):
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
            # Recording has saved the program, because Python reads the file.
            self._source.heading.show_saved()
        self.title_changed.emit()
        self.saved.emit()
        return True
