"""The steps of a range with their pictures and sentences, for papers and animations."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.step_page import StepPage
from visualizer.diagram.words import table, translate
from visualizer.explain.steps.step import explain_step
from visualizer.explain.steps.streams import context_of
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.model.delta import ReadableRecording
from visualizer.words import translate_key

_SENTENCES_OF = {Level.VALUES: 1, Level.OBJECTS: 2, Level.REGIONS: 4}
"""The highest level of sentences that a level of detail shows; 3 for the others."""


class Header(Protocol):
    """The program and files that a recording comes from."""

    @property
    def program(self) -> str:
        """The program's path."""
        ...


class ExplainedRecording(ReadableRecording, Protocol):
    """The part of a recording that describes its steps."""

    @property
    def header(self) -> Header:
        """The recording's header."""
        ...


class StepRange(NamedTuple):
    """The steps ``first`` to ``last`` of a recording at a level of detail."""

    first: int
    last: int
    level: Level


def step_pages(recording: ExplainedRecording, steps: StepRange, look: Look) -> Iterator[StepPage]:
    """Yield the steps as pages to print. Raises ``DamagedRecording``."""
    walk = walk_of(recording, steps.first, steps.last)
    sheets = Sheets(walk, recording.sources, QtMeasure(), steps.level)
    sheets.plan()
    cursor, most = recording.cursor(), _SENTENCES_OF.get(steps.level, 3)
    name = Path(recording.header.program).name
    for number in range(steps.first, steps.last + 1):
        before = cursor.seek(number - 1)
        delta = cursor.delta(number)
        context = context_of(recording, cursor, delta)
        said = explain_step(
            before, delta, recording.sources, context, are_numbered=steps.level.has_counts
        )
        title: dict[str, str | int] = {
            "name": name,
            "step": f"{number:,}",
            "steps": f"{recording.steps:,}",
            "line": delta.step.line,
        }
        yield StepPage(
            translate_key("print.title", title, table(look.language)),
            tuple(translate(one, look.language) for one in said if one.level <= most),
            sheets.sheet(cursor.seek(number), delta),
            look,
        )
