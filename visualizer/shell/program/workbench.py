"""The current program: its document, and its recordings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from visualizer.model import CannotRun, NotKept
from visualizer.shell.asking import NoAnswer, Wait, at_once
from visualizer.shell.playback.player import Player
from visualizer.shell.program.document import (
    RECORDING_SUFFIX,
    TRACE_SUFFIX,
    Document,
    copy_recording,
    load,
    save,
)
from visualizer.shell.run.options import RunOptions, RunSettings
from visualizer.shell.run.program_run import ProgramRun, Progress
from visualizer.shell.run.results import RunResults
from visualizer.shell.sessions.folder import SessionFolder

if TYPE_CHECKING:
    from visualizer.recording import Recording
    from visualizer.session.options import Options


_MOST = 1 << 20
"""The maximum number of bytes of input to read."""


class TypedAnswers:
    """``former`` has the lines of the last run, then older lines that it left unused."""

    def __init__(self) -> None:
        self.former: tuple[str, ...] = ()
        self._given = 0

    def forget(self) -> None:
        """Forget all lines, for another program."""
        self.former, self._given = (), 0

    def begin(self, recording: Recording | None) -> None:
        """Prepare to record the program of ``recording`` again. Raises ``DamagedRecording``."""
        lines = lines_typed(recording)
        self.former = (*lines, *self.former[len(lines) :])
        self._given = 0

    def give(self) -> None:
        """Count one more line as given in this run."""
        self._given += 1

    @property
    def left(self) -> tuple[str, ...]:
        """The lines not yet given in this run."""
        return self.former[self._given :]


def lines_typed(recording: Recording | None) -> tuple[str, ...]:
    """Return the lines that the user typed for the program. Raises ``DamagedRecording``."""
    if recording is None:
        return ()
    data = recording.output("stdin", 0, _MOST)
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return tuple(lines[:-1])


_MB = 1 << 20
UNTITLED = "program.py"
"""The name of a program without a file."""


class Workbench(QObject):
    """Opens, saves and records a program, and shows its growing recording in the player.

    ``example`` says that the program came with the application and is never overwritten. ``kept``
    is the file of a recording that was opened instead of a program; its sources are read-only
    until its program is saved to a file.
    ``wait`` waits for the files of the user, whose drive may be slow.
    ``recorded_text`` is the last recorded text. ``settings`` and ``run_options`` apply from the
    next run on.
    """

    program_changed = Signal()
    run_began = Signal()
    run_progressed = Signal()
    run_ended = Signal()
    run_failed = Signal(object)

    def __init__(
        self,
        player: Player,
        folder: SessionFolder,
        parent: QObject | None = None,
        *,
        wait: Wait = at_once,
    ) -> None:
        super().__init__(parent)
        self._player = player
        self.wait = wait
        self._folder = folder
        self._count = 0
        self._apart: Path | None = None
        self._text = self._running_as = self._recorded_as = ""
        self._results = RunResults(player, folder, self)
        self._results.shown.connect(self._now_recorded)
        self._results.waited_long.connect(self.run_progressed)
        self._results.failed.connect(self.run_failed)
        self.settings, self.run_options = RunSettings(), RunOptions()
        self.document = Document(None, "")
        self.example = False
        self.kept: Path | None = None
        self.recorded_text: str | None = None
        self.progress: Progress | None = None
        self.answers = TypedAnswers()
        self.run = ProgramRun(self)
        self.run.progress.connect(self._on_progress)
        self.run.ended.connect(self._on_ended)
        self.run.failed.connect(self._results.fail)
        self.run.answered.connect(self.answers.give)
        player.asked.connect(self.run.allow_beyond)

    @property
    def file(self) -> str:
        """The program's name in its recording, which may differ from its current name."""
        return self._recorded_as or self.name

    @property
    def name(self) -> str:
        """The name of the program's document."""
        return self.document.name or UNTITLED

    @property
    def runs_apart(self) -> bool:
        """Whether the program is not saved yet, and so runs in a folder of the window."""
        return self._apart is not None and self.run_options.folder is None

    @property
    def folder(self) -> Path | None:
        """The folder in which the program begins; None if the run is not the window's own."""
        path = self.document.path
        if path is None or self.kept is not None:
            return None
        return self.run_options.folder or path.absolute().parent

    @property
    def asks(self) -> bool:
        """Whether the program waits for a line of input, and the steps up to there are visible."""
        progress = self.progress
        waits = progress is not None and progress.waits_for_input
        return waits and self.run.active and not self._results.are_awaited

    @property
    def has_answers(self) -> bool:
        """Whether there are typed lines that the program could get again."""
        player = self._player
        if self.answers.former or player.recording is None:
            return bool(self.answers.former)
        return player.read(lambda: bool(lines_typed(player.recording)), False)

    def open(self, path: Path, *, example: bool = False, guess: str = "") -> None:
        """Open the program or the recording at ``path`` without running it.

        ``guess`` is an encoding for a program that Python cannot decode.

        If it raises ``VisualizerError``, nothing has changed.
        """
        if path.suffix in (RECORDING_SUFFIX, TRACE_SUFFIX):
            self._open_recording(path)
            return
        self._replace(self.wait(partial(load, path, guess), path), example=example)

    def new(self, text: str = "") -> None:
        """Begin a program without a file from ``text``."""
        self._replace(Document(None, text), example=False)

    def _replace(self, document: Document, *, example: bool) -> None:
        self.run.forget()
        self._results.finish()
        self._player.close()
        self._folder.borrow(None)
        self._apart = None
        self.document, self.example = document, example
        self.answers.forget()
        self._recorded_as = ""
        self.kept = self.recorded_text = None
        self.program_changed.emit()

    def _open_recording(self, path: Path) -> None:
        shown = path if path.suffix == RECORDING_SUFFIX else self._imported(path)

        # A file that cannot be opened leaves the run as it is.
        def opened[T](work: Callable[[], T], file: Path) -> T:
            found = self.wait(work, file)
            self.run.forget()
            self._results.finish()
            return found

        self._player.show(shown, wait=opened)
        recording = self._player.recording
        if recording is None:
            raise CannotRun("{file}: not a recording; choose a .memtrace file", file=path)
        self._folder.borrow(path)
        self._apart = None
        name = recording.header.program
        text = recording.sources.get(name, "")
        self.document, self._recorded_as = Document(Path(name), text), name
        self.example, self.kept, self.recorded_text = False, path, text
        self.program_changed.emit()

    def _imported(self, trace: Path) -> Path:
        """Return a recording of another tool's trace, among the window's own."""
        folder = self._folder.path
        self._count = _free_number(folder, self._count)
        made = Path(folder, f"{self._count}{RECORDING_SUFFIX}")
        # Imported late: few windows import a trace.
        from visualizer.recording import import_trace

        self.wait(partial(import_trace, trace, made), trace)
        return made

    def resume(self, recording: Path, step: int) -> None:
        """Show a former recording of the current program at ``step`` without running it.

        Raises ``VisualizerError``.
        """
        self._player.show(recording, step, wait=self.wait)
        self._folder.borrow(recording)
        shown = self._player.recording
        if shown is not None:
            self._recorded_as = shown.header.program
            self.recorded_text = shown.sources.get(self._recorded_as)
        self.program_changed.emit()

    def save(self, text: str, path: Path | None = None) -> None:
        """Write ``text`` to the program's own file or to ``path``; raises ``NotKept``."""
        target = path or self.document.path
        if target is None:
            raise NotKept("{file}: not saved to a file yet; save it under a name", file=UNTITLED)
        self.document = self.wait(partial(save, self.document, text, target), target)
        if path is not None:
            self.example, self.kept, self._apart = False, None, None

    def record(self, text: str, *, same_answers: bool = False, live: bool = False) -> None:
        """Record ``text``, optionally with the lines typed in the previous run.

        Raises ``CannotRun`` if its run options are invalid, and ``NotKept`` if the program cannot
        be written to a file. A program with a file is saved first, so that Python finds its
        neighbouring modules. A program without a file keeps its folder from run to run, with the
        files that it writes there.
        """
        chosen = self.run_options
        try:
            self.wait(chosen.check, chosen.input_file or chosen.folder or Path(self.name))
        except NoAnswer as error:
            # It counts as a failed save, too, but nothing was to be saved.
            raise CannotRun(error.template, **error.details) from None
        folder = self._folder.path
        self._count = _free_number(folder, self._count)
        own = self.document.path
        if own is not None and (not self.example or text == self.document.text):
            program = own
            # Python cannot read a guessed encoding.
            is_there = text == self.document.text and not self.document.guess
            if not is_there or not self.wait(own.exists, own):
                self.save(text)
        else:
            if self._apart is None:
                self._apart = Path(folder, str(self._count))
            self._apart.mkdir(exist_ok=True)  # the program may have removed it
            program = Path(self._apart, self.name)
            save(Document(None, ""), text, program)
        out = Path(folder, f"{self._count}{RECORDING_SUFFIX}")
        options = self._options(program.absolute(), live=live)
        self._text, self._running_as, self.progress = text, program.name, None
        player = self._player
        player.read(lambda: self.answers.begin(player.recording), None)
        self._results.begin(out, live=live)
        answers = self.answers.former if same_answers else ()
        self.run.start(options, out, answers, ahead=self.settings.ahead)
        self.run_began.emit()

    def overtake(self) -> None:
        """End a run that live mode has started, because the program has been edited again."""
        if not self.run.active or not self._results.are_live:
            return
        if not self._results.are_awaited:
            # The run is visible already, so this ends it like a stop.
            self.run.stop()
            return
        self.run.forget()
        self._results.finish()
        self.progress = None
        self.run_progressed.emit()

    def _options(self, program: Path, *, live: bool) -> Options:
        """Return the options of a run. Raises ``CannotRun`` if the run options are invalid."""
        from visualizer.session.options import Options

        settings, chosen = self.settings, self.run_options
        if live:
            settings = settings.for_live()
        return Options(
            program=program,
            arguments=chosen.words,
            directory=chosen.folder or program.parent,
            environment=chosen.variables,
            input_file=chosen.input_file,
            python=settings.python,
            max_steps=settings.steps,
            time_limit=float(settings.seconds) or None,
            memory_limit=settings.memory_mb * _MB,
            size_limit=settings.recording_mb * _MB,
            credit=0 if live else settings.ahead + self._player.step,
            patient=live,
            as_on_console=True,
            # None selects the default, which the environment may override.
            recorder=None if settings.recorder == "auto" else settings.recorder,
            allocator=settings.allocator,
            expressions=() if chosen.expressions else None,
        )

    def _on_progress(self, progress: Progress) -> None:
        self.progress = progress
        self._results.follow(progress)
        self.run_progressed.emit()

    def _on_ended(self) -> None:
        self._results.read(last=True)
        self.run_ended.emit()

    def _now_recorded(self) -> None:
        self.recorded_text, self._recorded_as = self._text, self._running_as

    def send_line(self, line: str) -> None:
        """Send the program a line that it asked for."""
        self.answers.give()
        self.run.send_line(line)

    def give_same_answers(self) -> None:
        """Send the program the lines of the previous run, one each time it asks."""
        self.run.answer(self.answers.left)

    def keep_recording(self, path: Path) -> None:
        """Copy the recording to ``path`` completely or not at all; raises ``NotKept``."""
        recording = self._player.recording
        if recording is not None:
            copy_recording(recording.path, path)

    @property
    def unsaved_recording(self) -> Path | None:
        """The visible recording, if it is the window's own and not a file of the user."""
        recording = self._player.recording
        if recording is None or self.kept is not None:
            return None
        return recording.path if recording.path.parent == self._folder.path else None

    def close(self) -> None:
        """End the run, and leave the recording in the window's folder. Later calls do nothing."""
        self.run.shut_down()
        self._results.finish()
        shown = self.unsaved_recording
        self._player.close()
        self._folder.close(shown.name if shown else None)


def _free_number(folder: Path, last: int) -> int:
    number = last + 1
    while (folder / f"{number}{RECORDING_SUFFIX}").exists() or (folder / str(number)).exists():
        number += 1
    return number
