"""Opens a lesson and judges the runs of its program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from visualizer.explain.questions.kinds import Question
from visualizer.lessons.facts import fill
from visualizer.lessons.lesson import LANGUAGES, Lesson, LessonFault
from visualizer.lessons.marks import answered_questions, steps_of_marks
from visualizer.lessons.reading import read_lesson
from visualizer.lessons.tasks import judge_task
from visualizer.model import CannotRun
from visualizer.resources import resource
from visualizer.shell.program.recent_files import RecentFiles

if TYPE_CHECKING:
    from visualizer.recording import Recording
    from visualizer.shell.lessons.lesson_pane import LessonPane
    from visualizer.shell.lessons.progress import Progress
    from visualizer.shell.window.window import MainWindow


class Lessons(QObject):
    """At most one lesson is open; ``changed``: another one, or none."""

    changed = Signal()

    def __init__(self, window: MainWindow, pane: LessonPane, progress: Progress) -> None:
        super().__init__(window)
        self._window, self.pane, self.progress = window, pane, progress
        self.known = RecentFiles(window.preferences, "lessons/known")
        self.open_one: Lesson | None = None
        self._program: Path | None = None
        window.workbench.run_ended.connect(self._look)
        window.workbench.program_changed.connect(self._program_changed)
        pane.step_asked.connect(window.player.go_to)
        pane.comparison_asked.connect(self._compare)
        pane.pointed.connect(lambda serial: window.diagram.flash((serial,)))
        pane.judged.connect(self._judged)
        window.diagram.object_selected.connect(self._picked)

    def open(self, lesson: Lesson) -> None:
        """Show a lesson and record its program, after asking about unsaved changes."""
        window = self._window
        if not window.files.may_leave():
            return
        program = self._program_of(lesson)
        try:
            program.parent.mkdir(parents=True, exist_ok=True)
            program.write_text(lesson.program, encoding="utf-8")
        except OSError as error:
            reason = error.strerror or str(error)
            fault = CannotRun("{file}: cannot be written: {reason}", file=program, reason=reason)
            window.announcements.problem("band.lesson", fault)
            return
        self.open_one, self._program = lesson, program
        self.pane.show_lesson(lesson)
        window.workbench.open(program, example=True)
        self._show()
        if not lesson.path.is_relative_to(resource("lessons")):
            self.known.note(lesson.path)
        if lesson.expressions and self._can_record_expressions():
            options = replace(window.run_memory.options, expressions=True)
            window.run_memory.choose(options)
        window.files.record()
        window.diagram.view.setFocus()

    def _can_record_expressions(self) -> bool:
        """Whether our own interpreter runs programs, and has the recorder in C."""
        from visualizer.session.engine.build_choice import has_installed_build

        settings = self._window.workbench.settings
        return settings.python is None and settings.recorder != "python" and has_installed_build()

    def resume(self, file: Path) -> None:
        """Continue the lesson in ``file``, whose program is open and already recorded.

        Questions that were answered correctly are not asked again; a missing lesson is ignored.
        """
        try:
            lesson = read_lesson(file)
        except LessonFault:
            return
        program = self._program_of(lesson)
        if self._window.workbench.document.path != program:
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
        """The open lesson's questions with their answers, if its program runs as it is."""
        lesson, recording = self.open_one, self._window.player.recording
        if lesson is None or recording is None or not recording.steps:
            return ()
        if self._window.workbench.recorded_text != lesson.program:
            return ()
        steps = steps_of_marks(lesson.marks, recording)
        return tuple(answered_questions(lesson, recording, steps).values())

    def _program_of(self, lesson: Lesson) -> Path:
        return self._window.places.state / "lesson-programs" / f"{lesson.key}.py"

    def _show(self) -> None:
        self._window.dock.show_lesson(True)
        self._window.arrangement.show_dock(True)
        self.changed.emit()

    def close(self) -> None:
        """Close the lesson; its program stays open."""
        self.open_one = self._program = None
        self._window.dock.show_lesson(False)
        self.changed.emit()

    def _program_changed(self) -> None:
        path = self._window.workbench.document.path
        if self.open_one is not None and path != self._program:
            self.close()

    def _picked(self, serial: int) -> None:
        """A click on an object of the diagram answers the question."""
        card = self.pane.open_card if self.open_one is not None else None
        if serial and card is not None:
            card.take(serial)

    def _judged(self, key: str, right: bool) -> None:
        if self.open_one is not None:
            self.progress.note(self.open_one.key, key, right=right)

    def _compare(self, before: int, after: int) -> None:
        recording = self._window.player.recording
        if recording is not None:
            self._window.comparing.show((recording.path, before), (recording.path, after))

    # ---- its program was recorded ----

    def _look(self) -> None:
        window, lesson = self._window, self.open_one
        recording = window.player.recording
        if lesson is None or recording is None or not recording.steps:
            return
        if window.workbench.recorded_text == lesson.program:
            window.player.read(lambda: self._show_own(lesson, recording), None)
        else:
            window.player.read(lambda: self._show_changed(lesson, recording), None)

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
