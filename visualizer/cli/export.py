"""The verb ``export``."""

import argparse
import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from visualizer.cli.destination import writing
from visualizer.cli.language import language
from visualizer.model import (
    CannotRun,
    DamagedRecording,
    VisualizerError,
    WrongUsage,
)
from visualizer.model.delta import readable_until
from visualizer.platform.interrupts import leaving_in_order
from visualizer.platform.screens import draw_without_screen
from visualizer.recording import Recording, save_range
from visualizer.recording.collector import without_collector

if TYPE_CHECKING:
    from visualizer.explain.questions.kinds import Question
    from visualizer.layout.analysis.facts import Level

PICTURES = ("svg", "png", "pdf")
ANIMATIONS = ("webp", "gif")
_ONLY_WITH = {
    "ledger": ("jsonl",),
    "expressions": ("jsonl",),
    "lesson": ("html",),
    "canvas": ("layout",),
    "scale": (*PICTURES, *ANIMATIONS),
    "steps": ("html", "memtrace", "pdf", *ANIMATIONS),
    "pace": ANIMATIONS,
}
"""By option: the formats for which it works."""


def export(found: argparse.Namespace) -> int:
    """Write a recording in another format; of a damaged one the readable part."""
    _check_usage(found)
    _check_view(found)
    with closing(Recording.open(found.recording)) as recording:
        for step in (found.step, *(found.steps or ())):
            if step is not None:
                recording.require_step(step)
        # An export makes many objects and few cycles.
        with without_collector():
            _write(recording, found)
        recording.require_whole()
    return 0


def _check_usage(found: argparse.Namespace) -> None:
    """Raise ``WrongUsage`` for options that exclude each other."""
    _check_range(found)
    for option, formats in _ONLY_WITH.items():
        if getattr(found, option) not in (None, False) and found.format not in formats:
            listed = ", ".join(formats)
            raise WrongUsage(
                "--{option} works only with --format {formats}", option=option, formats=listed
            )
    if found.format == "html" and found.theme == "high-contrast":
        raise WrongUsage("--format html begins with the theme light or dark")
    if found.format == "memtrace" and (found.output is None or str(found.output) == "-"):
        raise WrongUsage("a recording cannot go to standard output; name a file with -o")


def _check_range(found: argparse.Namespace) -> None:
    """Raise ``WrongUsage`` if the format does not support the chosen steps."""
    if found.step is not None and found.format in ("html", "memtrace", *ANIMATIONS):
        raise WrongUsage(
            "--format {format} has a range of steps; use --steps A-B", format=found.format
        )
    if found.step is not None and found.steps is not None:
        raise WrongUsage("--step and --steps do not go together")
    if found.per_page is not None and (found.format != "pdf" or found.steps is None):
        raise WrongUsage("--per-page works only with --format pdf and --steps")
    if found.step is not None and found.format == "opt":
        raise WrongUsage("--step does not work with --format opt, which always has all steps")


def _check_view(found: argparse.Namespace) -> None:
    """Raise ``WrongUsage`` if the format cannot show the address space."""
    if found.view == "addresses" and (found.format not in PICTURES or found.steps is not None):
        raise WrongUsage("--view addresses works only with a picture of one step (svg, png, pdf)")


def _write(recording: Recording, found: argparse.Namespace) -> None:
    if found.format == "memtrace":
        recording.require_step()
        first, last = found.steps or (1, recording.steps)
        with leaving_in_order():
            save_range(recording, found.output, first, last)
        return
    if found.format in (*PICTURES, *ANIMATIONS):
        picture, fault = _picture(recording, found)
        with writing(found.output, found.recording, binary=found.format != "svg") as out:
            out.write(picture)
        if fault is not None:
            raise fault
        return
    with (
        writing(found.output, found.recording, binary=False) as out,
        # Closing it would close ``out``, which the caller owns.
        _text(out) as text,
    ):
        if found.format == "opt":
            from visualizer.export.opt import write_opt

            write_opt(recording, text)
        elif found.format == "layout":
            _write_layout(recording, text, found)
        elif found.format == "html":
            _write_page(recording, text, found)
        else:
            from visualizer.export.jsonl import write_jsonl

            write_jsonl(
                recording,
                text,
                found.step,
                ledger=found.ledger,
                with_expressions=found.expressions,
            )


@contextmanager
def _text(out: BinaryIO) -> Iterator[TextIO]:
    """Yield ``out`` as UTF-8; text written before a fault stays there."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        yield text
    finally:
        text.detach()


def _write_layout(recording: Recording, out: TextIO, found: argparse.Namespace) -> None:
    with fonts():
        from visualizer.diagram.fonts import QtMeasure
        from visualizer.diagram.picture import ensure_application
    from visualizer.export.layout import write_layout
    from visualizer.layout.analysis.facts import Level
    from visualizer.layout.composing.sheets import CANVAS
    from visualizer.layout.placing import Size

    ensure_application()
    canvas = Size(*found.canvas) if found.canvas else CANVAS
    level = Level(found.level or Level.VALUES)
    write_layout(recording, out, QtMeasure(), level, canvas, step=found.step)


def _write_page(recording: Recording, out: TextIO, found: argparse.Namespace) -> None:
    """Write the page; of a damaged recording, its steps before the fault."""
    with fonts():
        from visualizer.diagram.fonts import QtMeasure, chosen_families
        from visualizer.diagram.picture import ensure_application
    from visualizer.export.page.data import readable_page
    from visualizer.export.page.document import page_document
    from visualizer.export.page.range import choose_range
    from visualizer.export.page.side_by_side import SideBySide
    from visualizer.layout.analysis.facts import Level

    level = Level(found.level) if found.level else None
    chosen = choose_range(recording, found.steps, level)
    ensure_application()
    asked = _questions(recording, found.lesson) if found.lesson else ()
    side_by_side = SideBySide(chosen_families())
    data, fault = readable_page(
        recording, chosen, QtMeasure(), questions=asked, make_levels=side_by_side
    )
    out.write(page_document(data, language=found.language or "", theme=found.theme or ""))
    if fault is not None:
        raise fault


def _questions(recording: Recording, name: str) -> "tuple[Question, ...]":
    """Return the questions of a lesson, by its key or its file, with their answers."""
    from visualizer.lessons.lesson import LessonFault
    from visualizer.lessons.marks import questions_of_lesson
    from visualizer.lessons.reading import read_lesson
    from visualizer.lessons.shelf import built_in_lessons

    lesson = next((one for one in built_in_lessons() if one.key == name), None)
    try:
        lesson = lesson or read_lesson(Path(name))
    except LessonFault as error:
        if isinstance(error.__cause__, FileNotFoundError):
            raise VisualizerError(
                "{lesson}: no such lesson, and no such file; see visualizer lessons", lesson=name
            ) from None
        raise
    program = recording.header.program
    if recording.sources.get(program, "").strip() != lesson.program.strip():
        raise VisualizerError(
            "{file}: is not a recording of the program of lesson {lesson}; record that program",
            file=recording.path,
            lesson=lesson.key,
        )
    return tuple(questions_of_lesson(lesson, recording, name).values())


@contextmanager
def fonts() -> Iterator[None]:
    """Import Qt within: it draws without a screen, but needs its libraries."""
    draw_without_screen()
    try:
        yield
    except ImportError as error:
        raise CannotRun(
            "pictures cannot be drawn: {reason};"
            " install PySide6-Essentials and the libraries it needs",
            reason=error,
        ) from error


def _picture(
    recording: Recording, found: argparse.Namespace
) -> tuple[bytes, DamagedRecording | None]:
    """Return the picture, and the fault before which it ends."""
    recording.require_step()
    with fonts():
        from visualizer.diagram.picture import export_picture
    from visualizer.layout.analysis.facts import Level

    theme, spoken = found.theme or "light", found.language or language()
    drawn = Level(found.level or Level.COUNTS)
    if found.format in ANIMATIONS or found.steps is not None:
        return _several_steps(recording, found, drawn, (theme, spoken))
    picture = export_picture(
        recording,
        found.step or recording.steps,
        found.format,
        level=None if found.view == "addresses" else drawn,
        theme=theme,
        language=spoken,
        scale=found.scale,
    )
    return picture, None


def _several_steps(
    recording: Recording, found: argparse.Namespace, level: "Level", look: tuple[str, str]
) -> tuple[bytes, DamagedRecording | None]:
    """Return an animated picture or a handout, and the fault before which it ends."""
    with fonts():
        from visualizer.diagram.animation import MOST_STEPS, export_animation
        from visualizer.diagram.handout import export_handout
        from visualizer.diagram.step_series import StepRange

    first, last = found.steps or (1, recording.steps)
    is_animated, (theme, spoken) = found.format in ANIMATIONS, look
    if not is_animated and found.scale is not None:
        raise WrongUsage("--scale does not work with --steps: a handout fills its pages")
    if is_animated and last - first >= MOST_STEPS:
        raise VisualizerError(
            "{file}: an animated picture has at most {most} steps, and these are {steps};"
            " choose some with --steps A-B",
            file=found.recording,
            most=MOST_STEPS,
            steps=last - first + 1,
        )
    last, fault = readable_until(recording, first, last)
    steps = StepRange(first, last, level)
    if is_animated:
        pace, scale = found.pace or 1.0, found.scale or 1.0
        picture = export_animation(recording, steps, found.format, pace, look=look, scale=scale)
    else:
        many = found.per_page or 1
        picture = export_handout(recording, steps, many, theme=theme, language=spoken)
    return picture, fault
