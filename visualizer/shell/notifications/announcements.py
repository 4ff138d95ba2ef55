"""Chooses the notifications over the diagram: edited, recording, ended, failed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from visualizer.explain.ending import explain_end
from visualizer.model import (
    DamagedRecording,
    End,
    EndReason,
    Event,
    NotKept,
    Refused,
    State,
    VisualizerError,
)
from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.exceptions import (
    Uncaught,
    cause_text,
    error_text,
    short_error_text,
    uncaught,
)
from visualizer.shell.notifications.notification import Action, Notification, Notifications
from visualizer.shell.notifications.running_notification import RunningNotification, newest_step
from visualizer.shell.notifications.saved import show_lesson, show_saved
from visualizer.shell.playback.player import Player
from visualizer.shell.program.document import LESSON_SUFFIX, Undecoded
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.widgets.controls import keys_of, with_keys

if TYPE_CHECKING:
    from visualizer.explain.sentence import Sentence
    from visualizer.recording import Recording
    from visualizer.session.start.program import SyntaxFault
    from visualizer.shell.run.live_mode import LiveMode

BRIEF = (EndReason.UNCAUGHT, EndReason.EXITED, EndReason.KILLED)
"""The ends with a shorter text for very large letters."""
_KEYED = {
    "notification.nothing_selected": "find_object",
    "notification.step_kept": "compare",
    "notification.no_expressions": "record_inside",
    "editor.recorded": "save_as",
}
"""The command whose keys a text names, by the text's key."""
_MOST = 60
"""The maximum length shown of a font's name: a settings file may contain any text."""


class Announcements(QObject):
    """Shows notifications for the signals of player and workbench.

    ``actions`` are the window's commands. ``running_shown`` carries whether the notification of a
    running recording is visible, ``place_asked`` the file and line of an error that the user wants
    to see, and the wrong name there.
    """

    encoding_chosen = Signal(object, str)
    """The user wants to open the program at a ``Path`` in an encoding."""
    place_asked = Signal(str, int, str)

    def __init__(
        self,
        notifications: Notifications,
        player: Player,
        workbench: Workbench,
        words: Words,
        actions: dict[str, QAction],
    ) -> None:
        super().__init__(notifications)
        self._notifications, self._player = notifications, player
        self._workbench, self._words = workbench, words
        self._actions = actions
        self._still = False
        self._problem = ""
        """The key of the visible problem, or the command that it offers."""
        self._running = RunningNotification(notifications, player, workbench, words)
        self.running_shown = self._running.shown
        self._go_last = Action(
            partial(newest_step, player, words),
            player.last,
            symbol="arrow-right-to-line",
            leads=lambda: player.step < player.steps,
        )
        open_ = actions["open"].trigger
        self._open = Action("notification.open", open_, symbol="folder-open")
        self._again = Action("command.record_again", actions["record"].trigger)
        workbench.run_began.connect(self._begin)
        workbench.run_progressed.connect(self._running.update)
        workbench.run_ended.connect(self._ended)
        workbench.run_failed.connect(self.failed)
        workbench.program_changed.connect(self._program_changed)
        player.recording_changed.connect(self._show_end)
        player.asked.connect(self._stepped)
        player.level_changed.connect(self._notifications.hint.hide)
        player.step_changed.connect(
            lambda: notifications.ended.leave_to_caption(_is_uncaught(player.state))
        )
        player.step_changed.connect(notifications.ended.speak)
        for key in ("find_object", "forward"):
            actions[key].changed.connect(notifications.hint.speak)
        player.recording_failed.connect(lambda error: self.problem("notification.damaged", error))

    def follow(self, live: LiveMode) -> None:
        """In live mode, hide notifications that would move the picture while the user types."""

        def show() -> None:
            if live.on == self._still:
                return
            self._still = self._running.is_quiet = live.on
            shown = self._notifications
            for notification in (shown.recording, shown.ended, shown.edited):
                notification.hide()
            self._running.update()
            self._show_end()

        live.changed.connect(show)

    def _begin(self) -> None:
        self._running.begin()
        _hide_former(self._notifications)

    def _ended(self) -> None:
        self._running.end()
        self._show_end()

    def _show_end(self) -> None:
        recording, end = self._player.recording, self._player.end
        self._notifications.ended.hide()
        if recording is None:
            return
        if recording.damage is not None:
            self.problem("notification.damaged", DamagedRecording(recording.damage))
        said = explain_end(end) if end is not None else None
        if self._still or end is None or said is None:
            return
        if end.reason is EndReason.UNCAUGHT and self._show_uncaught(recording, end):
            return
        self._notifications.ended.show_words(
            lambda: (self._words(said.key, **dict(said.arguments)), self._end_details(end)),
            self._go_last,
            brief=(lambda: self._words(f"{said.key}.brief", **dict(said.arguments)))
            if end.reason in BRIEF
            else None,
        )

    def _show_uncaught(self, recording: Recording, end: End) -> bool:
        """Show the error itself first; return False if the recording does not contain it."""
        error = self._player.read(lambda: uncaught(recording), None)
        if error is None:
            return False
        words, own, folder = self._words, self._workbench.file, self._workbench.folder
        apart = self._workbench.runs_apart
        deadlock = bool(_deadlock_in(end))
        self._notifications.ended.show_words(
            lambda: (
                error_text(error, own, words, None if apart else folder, apart=apart),
                self._end_details(end) if deadlock else cause_text(error, words),
            ),
            _go_there(partial(self._show_place_of, error)),
            brief=lambda: short_error_text(error, own, words),
        )
        return True

    def _show_place_of(self, error: Uncaught) -> None:
        self._player.go_to(error.step)
        self.place_asked.emit(error.file, error.line, error.name)

    def _end_details(self, end: End) -> str:
        words = self._words
        kept = words("notification.steps_kept", n=self._player.steps)
        plain = kept
        threads = _deadlock_in(end)
        part = self._player.recording.header.part if self._player.recording else None
        if part is not None:
            plain = words("notification.part", **part._asdict())
        if threads:
            plain = words("notification.ended_in_deadlock", threads=threads, kept=kept)
        if end.reason in (EndReason.RECORDER_FAILED, EndReason.DISK_FULL) and end.detail:
            detail = words.finished(end.detail)
            plain = f"{detail[:1].upper()}{detail[1:]}. {kept}"
        return plain

    def _stepped(self) -> None:
        self._notifications.hint.hide()
        if self._notifications.recording.is_wanted:
            self._running.update()

    def _program_changed(self) -> None:
        self._running.end()
        _hide_former(self._notifications)
        self._show_end()

    def failed(self, error: VisualizerError) -> None:
        """Say why the program could not be recorded; a syntax error is also marked at its line."""
        from visualizer.session.start.program import SyntaxFault

        self._running.update()
        if isinstance(error, SyntaxFault) and error.line is not None:
            self._show_fault(error, error.line)
        elif isinstance(error, DamagedRecording):
            self.problem("notification.damaged", error)
        else:
            self.problem("notification.not_recorded", error)

    def _show_fault(self, fault: SyntaxFault, line: int) -> None:
        file, words = self._workbench.file, self._words
        self._problem = "error.syntax"
        self._notifications.problem.show_words(
            lambda: (
                words("error.syntax", line=line, message=fault.message),
                words("error.picture_before") if self._player.recording is not None else "",
            ),
            _go_there(lambda: self.place_asked.emit(file, line, "")),
            blinks=True,
        )

    def forget(self, *keys: str) -> None:
        """Hide a problem with one of these keys: the user has corrected it, or may have."""
        if self._problem in keys:
            self._notifications.problem.hide()
            self._problem = ""

    def problem(
        self,
        key: str,
        error: VisualizerError,
        *actions: Action,
        offers: str = "",
        before: Callable[[], object] = lambda: None,
    ) -> None:
        """Report a failure and its reason; ``actions`` are remedies.

        ``offers`` names a further command to offer, which is then the problem's key; its button
        calls ``before`` first. If Python refuses a file, its own message comes first.
        """
        self._problem = offers or key
        if offers:
            command = self._actions[offers]

            def give() -> None:
                before()
                command.trigger()

            actions = (*actions, Action(command.text, give))
        refused = error.said.rpartition("\n")[2] if isinstance(error, Refused) else ""
        self._notifications.problem.show_words(
            lambda: (refused or self._words(key), self._words.error(error)), *actions, blinks=True
        )

    def not_written(
        self, file: Path | str, error: OSError, key: str = "notification.not_saved"
    ) -> None:
        """Report that the system could not write a file."""
        reason = error.strerror or str(error)
        self.problem(key, NotKept("{file}: cannot be written: {reason}", file=file, reason=reason))

    def not_opened(self, error: VisualizerError) -> None:
        """Report a failure to open a file, and offer to read a program in a guessed encoding."""
        offers = _in_guessed_encoding(error, self._words, self.encoding_chosen.emit)
        self.problem("notification.not_opened", error, *offers)

    def not_restored(self, error: VisualizerError) -> None:
        """Report what could not be opened at the start, and offer how to continue."""
        usual = self._open if self._workbench.document.path is None else self._again
        offers = _in_guessed_encoding(error, self._words, self.encoding_chosen.emit) or (usual,)
        self.problem("notification.not_opened", error, *offers)

    def read_only(self) -> None:
        """Say that the program is read-only, and why."""
        self._problem = "notification.read_only"
        self._notifications.problem.show_keys(self._problem, "notification.separator")

    def edited(self, differs: bool, *, by_user: bool) -> None:
        """Hide what was about the text before an edit: a syntax error, a note before the user's."""
        self.forget("error.syntax")
        if by_user:
            self._notifications.hint.hide()
        self.show_edited(differs)

    def show_edited(self, differs: bool) -> None:
        """Say that the program has been edited since its recording."""
        differs = differs and not self._still
        if differs and self._player.recording is not None and not self._workbench.run.active:
            self._notifications.edited.show_keys("notification.edited", "", self._again)
        else:
            self._notifications.edited.hide()

    def note(self, key: str) -> None:
        """Say what a command did, or why nothing, until a step or edit: a text, or its name."""
        words = self._words
        if key.startswith("command."):
            self._notifications.hint.show_words(lambda: ("", _none_of(words(key), words)))
            return
        self._notifications.hint.show_words(
            lambda: ("", said(words, self._actions, key)), blinks=True
        )

    def saved(self, path: Path) -> None:
        """Say until the next step where a file was saved, or a lesson whose text is missing."""
        self.forget("notification.not_saved")
        show = show_lesson if path.suffix == LESSON_SUFFIX else show_saved
        show(self._notifications.hint, path)

    def doubt(self, doubt: Sentence) -> None:
        """Say until the next step why it is unknown whether a condition holds here."""
        words = self._words
        why = partial(words, doubt.key, **dict(doubt.arguments))
        self._notifications.hint.show_words(lambda: ("", words("condition.doubt", why=why())))

    def report_settings(
        self, preferences: Preferences, notification: Notification, missing_fonts: tuple[str, ...]
    ) -> None:
        """Report that settings were set aside or cannot be saved, and fonts not installed."""
        words, texts = self._words, list[Callable[[], str]]()
        if (aside := preferences.set_aside) is not None:
            where = partial(words, "notification.set_aside_where", file=str(aside))
            texts += partial(words, "notification.set_aside"), where
        elif not preferences.sync():
            where = partial(str, preferences.file)
            texts += partial(words, "notification.settings_not_kept"), where
        if names := ", ".join(name[:_MOST] for name in missing_fonts):
            missing = partial(words, "notification.font_missing", fonts=names)
            texts += missing, partial(words, "notification.font_usual")
        if texts:
            bold, *others = texts
            notification.show_words(lambda: (bold(), " \u2013 ".join(say() for say in others)))

    def hint(self) -> None:
        """Show the hint of the first run."""
        words, forward = self._words, self._actions["forward"]
        self._notifications.hint.show_words(
            lambda: ("", words("notification.hint", keys=keys_of(forward) or forward.text())),
            self._open,
        )


def _in_guessed_encoding(
    error: VisualizerError, words: Words, read: Callable[[object, str], object]
) -> tuple[Action, ...]:
    """Return the offer to ``read`` a program in a guessed encoding, if there is a guess."""
    if not isinstance(error, Undecoded) or not error.guess:
        return ()
    said = partial(words, "notification.read_as", encoding=error.guess)
    return (Action(said, partial(read, error.details["file"], error.guess), symbol="folder-open"),)


def said(words: Words, actions: dict[str, QAction], key: str) -> str:
    """Return a text, with the keys of the command that it names."""
    action = actions.get(_KEYED.get(key, ""))
    return with_keys(words, key, action) if action is not None else words(key)


def _hide_former(shown: Notifications) -> None:
    for notification in (shown.problem, shown.edited, shown.hint):
        notification.hide()


def _go_there(do: Callable[[], object]) -> Action:
    return Action("notification.go_there", do, symbol="undo-2")


def _is_uncaught(state: State) -> bool:
    """Whether nothing caught an exception; the sentences of the step say so."""
    return state.step is not None and state.step.event is Event.UNCAUGHT


def _none_of(what: str, words: Words) -> str:
    return words("notification.no_such_step", what=what[:1].lower() + what[1:])


def _deadlock_in(end: End) -> str:
    """Return the names of the threads that wait for each other at the end, if any."""
    return end.detail.partition("; deadlock: ")[2]
