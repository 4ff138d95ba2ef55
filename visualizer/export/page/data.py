"""The contents of a page: program, steps, explanations, output, and the picture of each step.

`layout` places everything as in the window. Tables hold repeated items, and a picture lists its
differences from the picture before, so a step takes about a kilobyte at a level.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from visualizer.explain.ending import explain_end
from visualizer.explain.questions.kinds import Question
from visualizer.explain.steps.frames import frame_change, line_that_ran
from visualizer.explain.steps.step import explain_step
from visualizer.explain.steps.streams import Context, context_of
from visualizer.export.output_text import OutputText, written_after
from visualizer.export.page.levels import MakeLevels, PageTables, Report, in_languages, one_by_one
from visualizer.export.page.memory import MemoryChanges
from visualizer.export.page.pictures import Json
from visualizer.export.page.questions import questions_json
from visualizer.export.page.range import PageRange
from visualizer.export.page.sources import coloured_lines
from visualizer.export.page.tables import Table
from visualizer.layout.checkpoints import checkpoint
from visualizer.layout.composing.sheets import CANVAS
from visualizer.layout.measure import TextMeasure
from visualizer.layout.placing import Size
from visualizer.model import DamagedRecording, Delta, Event, State
from visualizer.model.delta import readable_until
from visualizer.recording import Recording

VERSION = 1
_NUMBERS = 3
"""The lowest level whose cards have the numbers of objects."""
_MOST_OUTPUT = 200_000
"""The maximum number of characters of output on a page; later output is left out."""


def page_data(
    recording: Recording,
    found: PageRange,
    measure: TextMeasure,
    report: Report = lambda _: None,
    canvas: Size = CANVAS,
    *,
    questions: Sequence[Question] = (),
    make_levels: MakeLevels = one_by_one,
) -> Json:
    """Return the contents of a recording's page as JSON values.

    The page asks ``questions`` at their steps. Raises ``DamagedRecording`` if a step is not
    readable.
    """
    tables, count = PageTables(), len(found.levels)
    # The layout comes first, because its plans take long.
    parts = make_levels(
        recording, found, measure, canvas, lambda share: report(share * count / (count + 1))
    )
    levels = [tables.add(part) for part in parts]
    collector = _Collector(recording, found, tables.texts)
    steps = collector.steps(lambda share: report((count + share) / (count + 1)))
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
        "layers": tables.layers.rows,
        "classes": tables.classes.rows,
        "texts": tables.texts.rows,
        "contents": collector.contents.rows,
    }


def readable_page(
    recording: Recording,
    found: PageRange,
    measure: TextMeasure,
    report: Report = lambda _: None,
    **others: Any,
) -> tuple[Json, DamagedRecording | None]:
    """Return what ``page_data`` returns, or the steps before the fault, and the fault.

    Raises ``DamagedRecording`` if the first step is not readable.
    """
    try:
        return page_data(recording, found, measure, report, **others), None
    except DamagedRecording:
        last, fault = readable_until(recording, found.first, found.last)
        part = replace(found, last=last)
        return page_data(recording, part, measure, report, **others), fault


class _Collector:
    """Collects the contents of a page except pictures; ``texts`` are the page's."""

    def __init__(self, recording: Recording, found: PageRange, texts: Table) -> None:
        self._recording, self._found = recording, found
        self._texts, self.contents = texts, Table()
        self._files = Table()
        self._room = _MOST_OUTPUT

    # ---- steps ----

    def steps(self, report: Report) -> list[Json]:
        """Return place, explanation and output of each step."""
        cursor, found = self._recording.cursor(), self._found
        outputs = [
            OutputText(self._recording, "stdout", self._recording.typed),
            OutputText(self._recording, "stderr"),
        ]
        memory = MemoryChanges(self.contents)
        steps = []
        for number in found.steps:
            checkpoint()
            before = cursor.seek(number - 1)
            delta = cursor.delta(number)
            step = delta.step
            # The first step of the page has all earlier output.
            shown = delta.before if number > found.first else None
            is_last = number == self._recording.steps
            output = self._output(*(one.until(shown, step, is_last) for one in outputs))
            place = self._place(before, delta)
            says = self._sentences(before, delta, context_of(self._recording, cursor, delta))
            state = cursor.seek(number)
            steps.append(
                {
                    **place,
                    **says,
                    "memory": memory.step(state, delta),
                    **output,
                }
            )
            report((number - found.first + 1) / len(found.steps))
        return steps

    def after(self) -> Json:
        """Return the end of the run and the output after its last step, if the page has it."""
        recording = self._recording
        if self._found.last < recording.steps:
            return {}
        said = explain_end(recording.end) if recording.end is not None else None
        last = recording.cursor().delta(recording.steps).step
        # The sentences of the last step name an uncaught exception.
        is_new = last.event is not Event.UNCAUGHT
        ended = {"end": self._texts.number(in_languages(said))} if said and is_new else {}
        return self._output(*written_after(recording).values()) | ended

    def _output(self, out: str, err: str) -> Json:
        """Return output as far as the page has room for it, with the line ends of browsers."""
        out, err = (text.replace("\r\n", "\n") for text in (out, err))
        kept = {"out": out[: self._room], "err": err[: self._room]}
        self._room -= sum(map(len, kept.values()))
        is_cut = list(kept.values()) != [out, err]
        return {key: text for key, text in kept.items() if text} | ({"cut": 1} if is_cut else {})

    def _place(self, before: State, delta: Delta) -> Json:
        step, ran = delta.step, line_that_ran(frame_change(before, delta), delta)
        place: Json = {"file": self._files.number(step.file), "line": step.line}
        if ran is not None:
            place["ran"] = [self._files.number(ran[0]), ran[1]]
        return place

    def _sentences(self, before: State, delta: Delta, context: Context) -> Json:
        """Return the sentences of a step; without numbers for levels whose cards have none."""
        sources = self._recording.sources
        says, named = (
            [
                [one.level, one.sign, self._texts.number(in_languages(one))]
                for one in explain_step(before, delta, sources, context, are_numbered=are_numbered)
                if are_numbered or one.level < _NUMBERS
            ]
            for are_numbered in (True, False)
        )
        is_other = named != [one for one in says if one[0] in range(_NUMBERS)]
        return {"says": says, **({"named": named} if is_other else {})}

    def files(self) -> list[Json]:
        """Return the files of the steps, with their coloured text."""
        sources = self._recording.sources
        return [
            {"name": name, "lines": coloured_lines(sources[str(name)])}
            if str(name) in sources
            else {"name": name}
            for name in self._files.rows
        ]

    def questions(self, questions: Sequence[Question]) -> list[Json]:
        """Return the questions at the steps of the page."""
        return questions_json(questions, self._found.steps, in_languages)
