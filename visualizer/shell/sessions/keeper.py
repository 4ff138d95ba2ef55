"""Stores the window's position and unsaved text, and restores them without running anything."""

from __future__ import annotations

import errno
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from visualizer.model import NotKept, VisualizerError, at_fixed_place, not_written
from visualizer.platform.files import patiently
from visualizer.shell.notifications.notification import Action
from visualizer.shell.program.document import load
from visualizer.shell.program.workbench import UNTITLED
from visualizer.shell.sessions.folder import (
    Draft,
    SessionFolder,
    Whereabouts,
    as_json,
    draft,
    drafts_in,
    folders,
    forget_state,
    locked,
    read_json,
    rescued_in,
    state_of,
    sweep,
    whereabouts,
    write_json,
)

if TYPE_CHECKING:
    from visualizer.diagram.view.view import SheetView
    from visualizer.shell.appearance.words import Words
    from visualizer.shell.lessons.lessons import Lessons
    from visualizer.shell.notifications.announcements import Announcements
    from visualizer.shell.notifications.notification import Notifications
    from visualizer.shell.playback.player import Player
    from visualizer.shell.program.file_commands import FileCommands
    from visualizer.shell.program.workbench import Workbench
    from visualizer.shell.source.pane import SourcePane

_SOON = 1000
"""Milliseconds until typed text is stored."""


class SessionKeeper(QObject):
    """Keeps the session of one window, until ``leave``.

    A notification offers unsaved texts of crashed windows, one after the other. Their files stay
    until the user restores or discards them; ``thrown_away`` then carries a function that restores
    the discarded text. ``offered`` follows each offer. If the user opens another program, the offer
    waits for the next start, or for its own program.
    """

    thrown_away = Signal(object)
    offered = Signal()

    def __init__(
        self,
        folder: SessionFolder,
        workbench: Workbench,
        player: Player,
        source: SourcePane,
        *,
        files: FileCommands,
        view: SheetView,
        lessons: Lessons,
        announcements: Announcements,
        notifications: Notifications,
        words: Words,
    ) -> None:
        super().__init__(source)
        self._folder, self._bench, self._player = folder, workbench, player
        self._source, self._files, self._view, self._lessons = source, files, view, lessons
        self._announcements, self._words = announcements, words
        self._notification, self._unsafe = notifications.offer, notifications.unsafe
        self._failed = False
        self._left = False
        self._wanted: list[Path] = []
        self._locks: list[QLockFile] = []
        self._offered: Draft | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.keep)
        for signal in (
            source.edited,
            files.title_changed,
            self._player.step_changed,
            self._bench.program_changed,
            self._bench.run_ended,
            lessons.changed,
        ):
            signal.connect(self._later)
        self._bench.run_ended.connect(self._sweep)
        self._bench.program_changed.connect(self._show_offer_of_program)

    def _later(self) -> None:
        # Not restarted by each key, so that continuous typing is stored too.
        if not self._soon.isActive() and not self._left:
            self._soon.start()

    @property
    def _unsaved(self) -> bool:
        return self._files.unsaved and self._source.text.strip() != ""

    def keep(self) -> None:
        """Store the current state; report a failure in a notification, and try again soon."""
        notification = self._unsafe
        try:
            self._write()
        except (NotKept, OSError) as error:
            self._later()
            if not self._failed:
                self._failed = True
                words, said = self._words, _as_not_kept(error, self._folder.root)
                notification.show_words(
                    lambda: (words("notification.not_kept_safe"), words.error(said))
                )
        else:
            self._failed = False
            notification.hide()

    def _write(self) -> None:
        here = self._whereabouts()
        if here is not None:
            self._folder.write_state(as_json(here))
        path = self._bench.document.path
        text = Draft(self._source.text, path.absolute() if path else None, self._bench.example)
        self._folder.write_draft(as_json(text) if self._unsaved else None)
        if self._unsaved and not self._folder.lasting:
            raise PermissionError(errno.EACCES, "", str(self._folder.root))

    def _whereabouts(self) -> Whereabouts | None:
        bench = self._bench
        own, recording = bench.unsaved_recording, self._player.recording
        shown = recording.path if recording is not None and bench.kept is None else None
        path = bench.kept or bench.document.path
        if path is None and shown is None:
            return None
        return Whereabouts(
            path.absolute() if path else None,
            bench.example,
            bench.kept is not None,
            own.name if own else str(shown.absolute()) if shown else None,
            self._player.step,
            self._view.chosen_zoom,
            self._lessons.file,
        )

    # ---- from start to start ----

    def restore(self) -> bool:
        """Restore the last window's session without running it; False if there is none."""
        for path in folders(self._folder.root):
            found = whereabouts(state_of(path))
            if found is not None and self._folder.take_over(path):
                return self._put_back(found)
        return False

    def resume(self, path: Path) -> None:
        """Show the opened program at the step at which a former window was closed."""
        for folder in folders(self._folder.root):
            found = whereabouts(state_of(folder))
            same = found is not None and not found.kept and found.path == path.absolute()
            if same and found is not None and self._folder.take_over(folder):
                self._show_recording(found)
                return

    def _put_back(self, found: Whereabouts) -> bool:
        if found.path is not None:
            try:
                self._bench.open(found.path, example=found.example)
            except VisualizerError as error:
                self._announcements.not_restored(error)
                return True
        shown = self._show_recording(found)
        if found.lesson is not None:
            self._lessons.resume(found.lesson)
        return not shown or found.path is not None or self._player.recording is not None

    def _show_recording(self, found: Whereabouts) -> bool:
        """Show the recording; if that fails, report it and return False."""
        opened = True
        recording = self._folder.path / found.recording if found.recording else None
        try:
            if found.kept:
                self._player.go_to(found.step)
            elif recording is not None and (
                found.path is None or self._bench.wait(recording.exists, recording)
            ):
                self._bench.resume(recording, found.step)
        except VisualizerError as error:
            self._announcements.not_restored(error)
            opened = False
        self._view.choose_zoom(found.zoom)
        if self._player.step:
            self._view.follow()
        return opened

    def look_around(self) -> None:
        """Offer the texts of crashed windows, and remove their other files."""
        own = self._folder.path if self._folder.begun else None
        self._wanted = list(rescued_in(own)) if own else []
        for folder in folders(self._folder.root):
            if folder == own or not any(drafts_in(folder)):
                continue
            lock = locked(folder)
            if lock is not None:
                self._locks.append(lock)
                self._wanted += drafts_in(folder)
        self._sweep()
        self._offer()

    def _sweep(self) -> None:
        sweep(self._folder.root)

    # ---- unsaved text of crashed windows ----

    def _offer(self) -> None:
        text = None
        while self._wanted and text is None:
            text = draft(read_json(self._wanted[0]))
            if text is None or self._is_saved(text):
                self._forget(self._wanted[0])
                text = None
        self._offered = text
        if text is None:
            self._notification.hide()
            return
        self._notification.show_keys(
            "notification.unsaved_text",
            "notification.unsaved_text_of",
            Action("notification.bring_back", partial(self._bring_back, text), "primary"),
            Action("notification.throw_away", self._throw_away, "danger"),
            name=text.path.name if text.path else UNTITLED,
            n=text.text.count("\n") + 1,
        )
        self.offered.emit()

    def _show_offer_of_program(self) -> None:
        """Show the offer only over its own program; a text without a file fits any new program."""
        path = self._bench.document.path
        of_it = self._offered is not None and self._offered.path == (path and path.absolute())
        self._notification.setVisible(of_it)

    def _is_saved(self, text: Draft) -> bool:
        try:
            return (
                text.path is not None
                and self._bench.wait(partial(load, text.path), text.path).text == text.text
            )
        except VisualizerError:
            return False

    def _bring_back(self, text: Draft) -> None:
        bench = self._bench
        if not self._files.may_leave():
            return
        try:
            if text.path is None:
                if not self._is_recorded(text):
                    bench.new()
            elif text.path != bench.document.path or bench.kept is not None:
                bench.open(text.path, example=text.example)
        except VisualizerError as error:
            # Its file is gone, but the text must not be lost.
            bench.new()
            self._announcements.problem("notification.not_opened", error)
        self._source.replace_text(text.text)
        self.keep()
        if self._failed:
            # The stored text stays until its new copy is stored.
            self._wanted.pop(0)
        else:
            self._forget(self._wanted[0])
        self._offer()

    def _is_recorded(self, text: Draft) -> bool:
        """Whether the window shows the recording of a text without a file."""
        bench = self._bench
        is_new = bench.document.path is None and bench.kept is None
        return is_new and bench.recorded_text == text.text

    def _throw_away(self) -> None:
        path = self._wanted[0]
        kept = read_json(path)
        self._forget(path)
        self._offer()
        self.thrown_away.emit(partial(self._offer_again, path, kept))

    def _offer_again(self, path: Path, kept: dict[str, object]) -> None:
        try:
            write_json(path, kept)
        except NotKept as error:
            self._announcements.problem("notification.not_saved", error)
            return
        self._wanted.insert(0, path)
        self._offer()

    def _forget(self, path: Path) -> None:
        patiently(partial(path.unlink, missing_ok=True))
        self._wanted.remove(path)

    def leave(self, *, discard: bool = False) -> None:
        """Store the final state; ``discard``: delete the unsaved text."""
        if self._left:
            return
        self._left = True
        self._soon.stop()
        self.keep()
        if discard:
            with suppress(OSError):
                self._folder.write_draft(None)
                if self._bench.document.path is None:
                    forget_state(self._folder.path)
        for lock in self._locks:
            lock.unlock()


def _as_not_kept(error: NotKept | OSError, folder: Path) -> VisualizerError:
    """Return an error that names its file, or ``folder`` if it names none: a full disk has none."""
    if isinstance(error, OSError):
        error = not_written(error.filename or folder, error)
    return at_fixed_place(error)
