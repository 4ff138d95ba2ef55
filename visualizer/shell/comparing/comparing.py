"""The commands that keep a step and compare it with another."""

from __future__ import annotations

import os
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from visualizer.model import VisualizerError
from visualizer.shell.program.document import RECORDING_SUFFIX
from visualizer.shell.sessions.folder import SessionFolder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from visualizer.shell.appearance.words import Words
    from visualizer.shell.comparing.page import ComparePage
    from visualizer.shell.notifications.announcements import Announcements
    from visualizer.shell.playback.player import Player
    from visualizer.shell.program.file_commands import FileCommands
    from visualizer.shell.window.tabs import Pages


class Kept(NamedTuple):
    """A step to compare others with; its recording's file stays even if the program changes."""

    path: Path
    step: int
    name: str


class Comparing(QObject):
    """Opens and closes the page of a comparison over the program.

    Without a ``kept`` step it compares the current step with the next. ``page`` is None while no
    comparison is open.
    """

    def __init__(
        self,
        player: Player,
        files: FileCommands,
        announcements: Announcements,
        commands: dict[str, QAction],
        *,
        sessions: Path,
        pages: Pages,
        make_page: Callable[[], ComparePage],
        words: Words,
    ) -> None:
        """``sessions`` is the parent folder of the window's folder; ``make_page`` makes a page."""
        super().__init__(pages)
        self._player, self._files, self._announcements = player, files, announcements
        self._pages, self._make_page = pages, make_page
        self._words = words
        self._folder = SessionFolder(sessions)
        self.kept: Kept | None = None
        self.page: ComparePage | None = None
        pages.covered.connect(lambda covered: None if covered else self._forget())
        commands["compare"].triggered.connect(self.open)
        commands["keep_step"].triggered.connect(self.keep)

    def keep(self) -> None:
        """Keep the current step, to compare a later one with it."""
        player = self._player
        recording = player.recording
        if recording is None or not player.step:
            return
        try:
            path = self._kept_file(recording.path, is_whole=player.end is not None)
        except OSError as error:
            self._announcements.not_written(recording.path, error)
            return
        self.kept = Kept(path, player.step, Path(recording.header.program).name)
        self._announcements.note("notification.step_kept")

    def _kept_file(self, path: Path, *, is_whole: bool) -> Path:
        """Return a file that exists until the window closes, or the growing recording itself."""
        if not is_whole:
            return path
        kept = self._folder.path / f"kept{path.stat().st_ino}{RECORDING_SUFFIX}"
        if not kept.exists():
            try:
                os.link(path, kept)
            except OSError:
                # Another file system, or one without hard links.
                shutil.copyfile(path, kept)
        return kept

    def open(self) -> None:
        """Compare the kept step with the current one; without one, compare this with the next."""
        player, kept = self._player, self.kept
        recording = player.recording
        if recording is None or not player.step:
            return
        here = recording.path, player.step
        if kept is not None and kept.path.exists():
            self.show((kept.path, kept.step), here)
        else:
            first = max(1, min(player.step, player.steps - 1))
            self.show((recording.path, first), (recording.path, min(first + 1, player.steps)))

    def show(self, left: tuple[Path, int], right: tuple[Path, int]) -> None:
        """Show two recordings, each at a step; programs are recorded first."""
        self.close()
        page = self.page = self._make_page()
        page.left.connect(self.close)
        page.choosing.connect(self._choose)
        self._pages.cover(page)
        for side, (path, step) in zip(page.sides, (left, right), strict=True):
            try:
                side.open(path, step)
            except VisualizerError as error:
                page.report_failure(error)
        page.begin()
        page.setFocus()

    def close(self) -> None:
        """Show the program again."""
        if self.page is not None:
            self._pages.cover(None)

    def _forget(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            page.shut_down()
            page.deleteLater()

    def shut_down(self) -> None:
        """Stop all work, and remove kept recordings."""
        self._forget()
        self._folder.close()

    # ---- another recording ----

    def _choose(self, side: int) -> None:
        page = self.page
        if page is not None:
            title = page.sides[side].title
            self.menu(page, side).popup(title.mapToGlobal(title.rect().bottomLeft()))

    def menu(self, page: ComparePage, side: int) -> QMenu:
        """Return the recordings that a side of the page can show."""
        words = self._words
        menu = QMenu(page)
        menu.aboutToHide.connect(menu.deleteLater)
        shown = self._player.recording
        if shown is not None:
            name, step = Path(shown.header.program).name, self._player.step
            text = words("compare.this", name=name, step=step)
            menu.addAction(text, partial(self._show_other, side, shown.path, step))
        if self.kept is not None and self.kept.path.exists():
            kept = self.kept
            text = words("compare.kept", name=kept.name, step=kept.step)
            menu.addAction(text, partial(self._show_other, side, kept.path, kept.step))
        menu.addAction(words("compare.open"), partial(self._open_other, side))
        return menu

    def _open_other(self, side: int) -> None:
        path = self._files.ask_for_program()
        if path is not None:
            self._show_other(side, path, None)

    def _show_other(self, side: int, path: Path, step: int | None) -> None:
        """Show another recording on a side; without a step, at the other side's place."""
        page = self.page
        if page is None:
            return
        try:
            page.show_other(side, path, step)
        except VisualizerError as error:
            page.report_failure(error)
