"""Opens a lesson and judges the runs of its program."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from visualizer.explain.questions.kinds import Question
from visualizer.lessons.facts import fill
from visualizer.lessons.lesson import LANGUAGES, Lesson
from visualizer.lessons.marks import answered_questions, steps_of_marks
from visualizer.lessons.reading import read_lesson
from visualizer.lessons.tasks import judge_task
from visualizer.model import VisualizerError
from visualizer.resources import resource

if TYPE_CHECKING:
    from visualizer.recording import Recording
    from visualizer.shell.lessons.lesson_pane import LessonPane
    from visualizer.shell.lessons.progress import Progress
    from visualizer.shell.notifications.announcements import Announcements
    from visualizer.shell.playback.player import Player
    from visualizer.shell.program.file_commands import FileCommands
    from visualizer.shell.program.recent_files import RecentFiles
    from visualizer.shell.program.workbench import Workbench


class Lessons(QObject):
    """Opens at most one lesson at a time, and shows it in ``pane``.

    ``changed`` follows each opening or closing; ``shown`` carries whether a lesson is open;
    ``opened`` carries the lesson before its program runs, ``began`` follows when the run starts.
    ``comparison_asked`` carries two recordings, each with a step. Copies of the lessons' programs
    are kept in ``programs``; ``known`` lists the user's own lessons.
    """

    changed = Signal()
    shown = Signal(bool)
    opened = Signal(object)
    began = Signal()
    comparison_asked = Signal(object, object)

    def __init__(
        self,
        workbench: Workbench,
        player: Player,
        files: FileCommands,
        announcements: Announcements,
        *,
        pane: LessonPane,
        progress: Progress,
        known: RecentFiles,
        programs: Path,
    ) -> None:
        super().__init__(pane)
        self._workbench, self._player, self._files = workbench, player, files
        self._announcements, self._programs = announcements, programs
        self.pane, self.progress, self.known = pane, progress, known
        self.open_one: Lesson | None = None
        self._program: Path | None = None
        workbench.run_ended.connect(self._look)
        workbench.program_changed.connect(self._program_changed)
        pane.step_asked.connect(player.go_to)
        pane.comparison_asked.connect(self._compare)
        pane.judged.connect(self._judged)

    def open(self, lesson: Lesson) -> None:
        """Show a lesson and record its program, after asking about unsaved changes."""
        if not self._files.may_leave():
            return
        program = self._program_of(lesson)
        with suppress(OSError):
            program.parent.mkdir(parents=True, exist_ok=True)
        if not self._files.write(program, lesson.program.encode(), "notification.lesson"):
            return
        self.open_one, self._program = lesson, program
        self.pane.show_lesson(lesson)
        self._workbench.open(program, example=True)
        self._show()
        if not lesson.path.is_relative_to(resource("lessons")):
            self.known.note(lesson.path)
        self.opened.emit(lesson)
        if self._files.record():
            self.began.emit()

    def resume(self, file: Path) -> None:
        """Continue the lesson in ``file``, whose program is open and already recorded.

        Questions that were answered correctly are not asked again; a missing lesson is ignored.
        """
        try:
            lesson = self._workbench.wait(partial(read_lesson, file), file)
        except VisualizerError:
            return
        program = self._program_of(lesson)
        if self._workbench.document.path != program:
            return
        self.open_one, self._program = lesson, program
        self.pane.show_lesson(lesson)
        self._show()
        self._look()
        for key in self.pane.cards:
            if self.progress.of(lesson.key, key).right:
                self.pane.pass_by(key)

    @property
    def file(self) -> Path | None:
        """The open lesson's file."""
        return self.open_one.path.absolute() if self.open_one is not None else None

    @property
    def questions(self) -> tuple[Question, ...]:
        """The open lesson's questions with their answers, if its program is unchanged."""
        lesson, recording = self.open_one, self._player.recording
        if lesson is None or recording is None or not recording.steps:
            return ()
        if self._workbench.recorded_text != lesson.program:
            return ()
        steps = steps_of_marks(lesson.marks, recording)
        return tuple(answered_questions(lesson, recording, steps).values())

    def _program_of(self, lesson: Lesson) -> Path:
        return self._programs / f"{lesson.key}.py"

    def _show(self) -> None:
        self.shown.emit(True)
        self.changed.emit()

    def close(self) -> None:
        """Close the lesson; its program stays open."""
        self.open_one = self._program = None
        self.shown.emit(False)
        self.changed.emit()

    def _program_changed(self) -> None:
        path = self._workbench.document.path
        if self.open_one is not None and path != self._program:
            self.close()

    def answer_with(self, serial: int) -> None:
        """Answer the open question with an object that the user clicked in the diagram."""
        card = self.pane.open_card if self.open_one is not None else None
        if serial and card is not None:
            card.answer_with(serial)

    def _judged(self, key: str, right: bool) -> None:
        if self.open_one is not None:
            self.progress.note(self.open_one.key, key, right=right)

    def _compare(self, before: int, after: int) -> None:
        recording = self._player.recording
        if recording is not None:
            self.comparison_asked.emit((recording.path, before), (recording.path, after))

    # ---- recordings of its program ----

    def _look(self) -> None:
        lesson, recording = self.open_one, self._player.recording
        if lesson is None or recording is None or not recording.steps:
            return
        if self._workbench.recorded_text == lesson.program:
            self._player.read(lambda: self._show_own(lesson, recording), None)
        else:
            self._player.read(lambda: self._show_changed(lesson, recording), None)

    def _show_own(self, lesson: Lesson, recording: Recording) -> None:
        steps = steps_of_marks(lesson.marks, recording)
        texts = {
            lesson.texts[language]: fill(lesson.texts[language], recording, steps)
            for language in LANGUAGES
        }
        self.pane.show_run(steps, answered_questions(lesson, recording, steps), texts)
        self.pane.show_tasks({})

    def _show_changed(self, lesson: Lesson, recording: Recording) -> None:
        judged = {task.key: judge_task(task, recording) for task in lesson.tasks}
        self.pane.show_tasks(judged)
        for key, checks in judged.items():
            right = all(good for _, good in checks)
            if right or not self.progress.of(lesson.key, key).right:
                self.progress.note(lesson.key, key, right=right)
