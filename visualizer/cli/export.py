"""The verb ``export``."""

import argparse
import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import BinaryIO, TextIO

from visualizer.cli.destination import writing
from visualizer.cli.language import language
from visualizer.model import CannotRun, DamagedRecording, VisualizerError, WrongUsage
from visualizer.platform.screens import draw_without_screen
from visualizer.recording import Recording

PICTURES = ("svg", "png", "pdf")


def export(found: argparse.Namespace) -> int:
    """Write a recording in another format; of a damaged one what can be read."""
    if found.ledger and found.format != "jsonl":
        raise WrongUsage("--ledger works only with --format jsonl")
    if found.steps is not None and found.format != "html":
        raise WrongUsage("--steps works only with --format html")
    if found.step is not None and found.format == "html":
        raise WrongUsage("--format html has a range of steps; use --steps A-B")
    if found.format == "html" and found.theme == "high-contrast":
        raise WrongUsage("--format html begins with the theme light or dark")
    if found.canvas is not None and found.format != "layout":
        raise WrongUsage("--canvas works only with --format layout")
    if found.scale is not None and found.format not in PICTURES:
        raise WrongUsage("--scale works only with pictures (svg, png, pdf)")
    if found.step is not None and found.format == "opt":
        raise WrongUsage("--step does not work with --format opt, which always has all steps")
    with closing(Recording.open(found.recording)) as recording:
        if found.step is not None and not 1 <= found.step <= recording.steps:
            raise VisualizerError(
                "{file}: there is no step {step}; the last is {last}",
                file=found.recording,
                step=found.step,
                last=recording.steps,
            )
        _write(recording, found)
        if recording.damage is not None:
            raise DamagedRecording(recording.damage)
    return 0


def _write(recording: Recording, found: argparse.Namespace) -> None:
    if found.format in PICTURES:
        picture = _picture(recording, found)
        with writing(found.output, found.recording, binary=found.format != "svg") as out:
            out.write(picture)
        return
    with (
        writing(found.output, found.recording, binary=False) as out,
        # Closing it would close ``out``, which is not ours.
        _text(out) as text,
    ):
        if found.format == "opt":
            from visualizer.export.opt import write_opt

            write_opt(recording, text)
        elif found.format == "layout":
            _write_layout(recording, text, found)
        elif found.format == "html":
            text.write(_page(recording, found))
        else:
            from visualizer.export.jsonl import write_jsonl

            write_jsonl(recording, text, found.step, ledger=found.ledger)


@contextmanager
def _text(out: BinaryIO) -> Iterator[TextIO]:
    """``out`` as UTF-8; what was written is there also when the recording ends in a fault."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        yield text
    finally:
        text.detach()


def _write_layout(recording: Recording, out: TextIO, found: argparse.Namespace) -> None:
    with _fonts():
        from visualizer.diagram.fonts import QtMeasure
        from visualizer.diagram.picture import ensure_application
    from visualizer.export.layout import write_layout
    from visualizer.layout.composing.sheets import CANVAS
    from visualizer.layout.course.facts import Level
    from visualizer.layout.placing import Size

    ensure_application()
    canvas = Size(*found.canvas) if found.canvas else CANVAS
    level = Level(found.level or Level.VALUES)
    write_layout(recording, out, QtMeasure(), level, canvas, step=found.step)


def _page(recording: Recording, found: argparse.Namespace) -> str:
    with _fonts():
        from visualizer.diagram.fonts import QtMeasure
        from visualizer.diagram.picture import ensure_application
    from visualizer.export.page.data import page_data
    from visualizer.export.page.document import page_document
    from visualizer.export.page.range import choose_range
    from visualizer.layout.course.facts import Level

    level = Level(found.level) if found.level else None
    chosen = choose_range(recording, found.recording, found.steps, level)
    ensure_application()
    data = page_data(recording, chosen, QtMeasure())
    return page_document(data, language=found.language or "", theme=found.theme or "")


@contextmanager
def _fonts() -> Iterator[None]:
    """What needs Qt is imported within: no screen is needed, but its libraries are."""
    draw_without_screen()
    try:
        yield
    except ImportError as error:
        raise CannotRun(
            "pictures cannot be drawn: {reason};"
            " install PySide6-Essentials and the libraries it needs",
            reason=error,
        ) from error


def _picture(recording: Recording, found: argparse.Namespace) -> bytes:
    if not recording.steps:
        raise VisualizerError("{file}: there is no step to show", file=found.recording)
    with _fonts():
        from visualizer.diagram.picture import export_picture
    from visualizer.layout.course.facts import Level

    return export_picture(
        recording,
        found.step or recording.steps,
        found.format,
        None,
        level=Level(found.level or Level.COUNTS),
        theme=found.theme or "light",
        language=found.language or language(),
        scale=found.scale,
    )
