"""What a page shows: program, steps, explanations, output, and the picture of each step.

Everything is placed by `layout` as in the window. What occurs often stands in a table, and a
picture is told by what differs from the one before, so a step takes about a kilobyte at a level.
"""

from collections.abc import Callable, Sequence

from visualizer.explain.questions.kinds import Question
from visualizer.explain.sentence import Sentence
from visualizer.explain.steps.outcomes import frame_change, line_that_ran
from visualizer.explain.steps.step import explain_step
from visualizer.export.output_text import OutputText, written_after
from visualizer.export.page.drawing import Drawing
from visualizer.export.page.memory import MemoryChanges
from visualizer.export.page.pictures import Json, Pictures
from visualizer.export.page.questions import questions_json
from visualizer.export.page.range import PageRange
from visualizer.export.page.sources import coloured_lines
from visualizer.export.page.tables import Table
from visualizer.layout.analysis.facts import Level
from visualizer.layout.checkpoints import checkpoint
from visualizer.layout.composing.sheets import CANVAS, Sheets, walk_of
from visualizer.layout.measure import Text, TextMeasure
from visualizer.layout.placing import Size
from visualizer.model import Delta, State, Step
from visualizer.recording import Recording
from visualizer.words import LANGUAGES, Translatable, translate, written_table

VERSION = 1
_MOST_PRINTED = 4_096
"""Bytes of a step's output that an explanation looks at."""
_MOST_OUTPUT = 200_000
"""Characters of output that a page has; what the program writes after them is left out."""

type Report = Callable[[float], None]
"""Is called often with the share of the work that is done, 0 … 1."""


def _no_report(_: float) -> None:
    """Tell nobody."""


def page_data(
    recording: Recording,
    found: PageRange,
    measure: TextMeasure,
    report: Report = _no_report,
    canvas: Size = CANVAS,
    *,
    questions: Sequence[Question] = (),
) -> Json:
    """Return what a page shows of a recording, as JSON can hold it.

    ``questions`` are asked at their steps. Raises ``DamagedRecording`` where a step cannot be read.
    """
    collector = _Collector(recording, found, measure)
    parts = len(found.levels) + 1
    # The layout comes first: its plans are what takes long.
    levels = [
        collector.level(level, canvas, _share(report, number, parts))
        for number, level in enumerate(found.levels)
    ]
    steps = collector.steps(_share(report, parts - 1, parts))
    return {
        "version": VERSION,
        "program": recording.header.program,
        "python": recording.header.python,
        "recorded": recording.steps,
        "first": found.first,
        "bookmarks": [[step, note] for step, note in recording.bookmarks if step in found.steps],
        "questions": collector.questions(questions),
        "files": collector.files(),
        "steps": steps,
        "after": collector.after(),
        "levels": levels,
        "layers": collector.layers.rows,
        "classes": collector.classes.rows,
        "texts": collector.texts.rows,
        "contents": collector.contents.rows,
    }


def _share(report: Report, number: int, parts: int) -> Report:
    return lambda share: report((number + share) / parts)


class _Collector:
    """Collects the parts of a page, which share tables of texts, classes and shapes."""

    def __init__(self, recording: Recording, found: PageRange, measure: TextMeasure) -> None:
        self._recording, self._found, self._measure = recording, found, measure
        self.texts, self.classes, self.layers = Table(), Table(), Table()
        self.contents = Table()
        self._files = Table()
        self._room = _MOST_OUTPUT
        self._languages = [written_table(language) for language in LANGUAGES]
        self._drawing = Drawing(self.classes, self.texts, self._say, measure)

    def _say(self, text: Text | Translatable) -> object:
        """Return a text that is code as it is, words as a list with each language."""
        if isinstance(text, str):
            return text
        return [translate(text, table) for table in self._languages]

    # ---- steps ----

    def steps(self, report: Report) -> list[Json]:
        """Return place, explanation and output of each step."""
        cursor, found = self._recording.cursor(), self._found
        outputs = [OutputText(self._recording, "stdout"), OutputText(self._recording, "stderr")]
        memory = MemoryChanges(self.contents)
        steps = []
        for number in found.steps:
            checkpoint()
            before = cursor.seek(number - 1)
            delta = cursor.delta(number)
            step = delta.step
            written = [
                one.until(delta.before, step, number == self._recording.steps) for one in outputs
            ]
            if number == found.first > 1:
                written = self._written_before(step)
            output = self._output(*written)
            place = self._place(before, delta)
            said = self._sentences(before, delta)
            state = cursor.seek(number)
            steps.append(
                {
                    **place,
                    "says": said,
                    "memory": memory.step(state, delta),
                    **output,
                }
            )
            report((number - found.first + 1) / len(found.steps))
        return steps

    def after(self) -> Json:
        """Return what was written after the last step, if the page has that one."""
        if self._found.last < self._recording.steps:
            return {}
        return self._output(*written_after(self._recording).values())

    def _output(self, out: str, err: str) -> Json:
        """Return output as far as the page has room for it; lines end as a browser has it."""
        out, err = (text.replace("\r\n", "\n") for text in (out, err))
        kept = {"out": out[: self._room], "err": err[: self._room]}
        self._room -= sum(map(len, kept.values()))
        is_cut = list(kept.values()) != [out, err]
        return {key: text for key, text in kept.items() if text} | ({"cut": 1} if is_cut else {})

    def _written_before(self, step: Step) -> list[str]:
        """Return all that was written up to the first step of a page that begins later."""
        output = self._recording.output
        written = output("stdout", 0, step.stdout_end), output("stderr", 0, step.stderr_end)
        return [data.decode("utf-8", "backslashreplace") for data in written]

    def _place(self, before: State, delta: Delta) -> Json:
        step, ran = delta.step, line_that_ran(frame_change(before, delta), delta)
        place: Json = {"file": self._files.number(step.file), "line": step.line}
        if ran is not None:
            place["ran"] = [self._files.number(ran[0]), ran[1]]
        return place

    def _sentences(self, before: State, delta: Delta) -> list[list[int | str]]:
        start = delta.before.stdout_end if delta.before is not None else 0
        end = min(delta.step.stdout_end, start + _MOST_PRINTED)
        printed = self._recording.output("stdout", start, end) if end > start else b""
        said: Sequence[Sentence] = explain_step(before, delta, self._recording.sources, printed)
        return [[one.level, one.sign, self.texts.number(self._say(one))] for one in said]

    def files(self) -> list[Json]:
        """Return the files that the steps are in, with their coloured text."""
        sources = self._recording.sources
        return [
            {"name": name, "lines": coloured_lines(sources[str(name)])}
            if str(name) in sources
            else {"name": name}
            for name in self._files.rows
        ]

    def questions(self, questions: Sequence[Question]) -> list[Json]:
        """Return the questions at the steps of the page."""
        return questions_json(questions, self._found.steps, self._say)

    # ---- pictures ----

    def level(self, level: Level, canvas: Size, report: Report) -> Json:
        """Return the pictures of all steps at a level."""
        recording, found = self._recording, self._found
        walk = walk_of(recording, found.first, found.last)
        sheets = Sheets(walk, recording.sources, self._measure, level, canvas)
        sheets.plan()
        cursor = recording.cursor()
        pictures = Pictures(level, self._drawing, self.layers)
        for number in found.steps:
            delta = cursor.delta(number)
            pictures.add(sheets.sheet(cursor.seek(number), delta))
            report((number - found.first + 1) / len(found.steps))
        return pictures.found()
