"""A step as a picture file: SVG, PNG or PDF."""

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.painting.painting_thread import paint_on_one_thread
from visualizer.diagram.painting.sheet_picture import FORMATS, picture_of_sheet
from visualizer.diagram.themes import theme as theme_named
from visualizer.layout.addresses.scenery import Scenery
from visualizer.layout.addresses.sheets import address_sheet
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.sheets import CANVAS, Sheets, part_of, walk_of
from visualizer.layout.composing.walking import WalkableRecording
from visualizer.layout.sheet import Sheet
from visualizer.model import NotKept, WrongUsage
from visualizer.platform.screens import draw_without_screen

SHARPNESS = 2
"""Pixels of a PNG for each pixel at 100 %."""


def export_picture(
    recording: WalkableRecording,
    step: int,
    format: str,  # noqa: A002
    out: Path | None = None,
    *,
    level: Level = Level.COUNTS,
    theme: str = "light",
    language: str = "en",
    scale: float | None = None,
) -> bytes:
    """Return the picture of a step as ``svg``, ``png`` or ``pdf``; write it to ``out`` if given.

    At ``scale`` 1 it is as large as in the window at 100 %; a PNG is twice that by default. Raises
    ``WrongUsage`` for another format or a missing step, ``NotKept`` if ``out`` cannot be written or
    there would be too many pixels.
    """
    _check(recording, step, format)
    ensure_application()
    sheet = sheet_at(recording, step, level)
    data = picture_of_sheet(
        sheet, theme_named(theme), _scale(format, scale), format=format, language=language
    )
    if out is not None:
        try:
            out.write_bytes(data)
        except OSError as error:
            reason = error.strerror
            raise NotKept("{file}: cannot be written: {reason}", file=out, reason=reason) from error
    return data


def export_addresses(
    recording: WalkableRecording,
    step: int,
    format: str,  # noqa: A002
    *,
    theme: str = "light",
    language: str = "en",
    scale: float | None = None,
) -> bytes:
    """The address space of a step, as ``export_picture`` has its diagram."""
    _check(recording, step, format)
    ensure_application()
    cursor = recording.cursor()
    earlier = cursor.delta(step - 1) if step > 1 else None
    delta = cursor.delta(step)
    state = cursor.seek(step)
    scene = Scenery(state, delta, earlier, QtMeasure(), CANVAS.width, is_still=True)
    sheet = address_sheet(scene)
    return picture_of_sheet(
        sheet, theme_named(theme), _scale(format, scale), format=format, language=language
    )


def _check(recording: WalkableRecording, step: int, format: str) -> None:  # noqa: A002
    if format not in FORMATS:
        known = ", ".join(FORMATS)
        raise WrongUsage(
            "{format}: no picture format; there are {known}", format=format, known=known
        )
    if not 1 <= step <= recording.steps:
        last = recording.steps
        raise WrongUsage("step {step}: the recording has steps 1 to {last}", step=step, last=last)


def _scale(format: str, scale: float | None) -> float:  # noqa: A002
    if scale is not None:
        return scale
    return SHARPNESS if format == "png" else 1.0


def sheet_at(recording: WalkableRecording, step: int, level: Level = Level.COUNTS) -> Sheet:
    """A step as the window would draw it, with the part of the recording known that it is in."""
    first, last = part_of(recording.steps, step)
    cursor = recording.cursor()
    sheets = Sheets(walk_of(recording, first, last), recording.sources, QtMeasure(), level)
    delta = cursor.delta(step)
    return sheets.sheet(cursor.seek(step), delta)


def ensure_application() -> QGuiApplication:
    """The application that fonts need: the one there is, or one of our own, off screen if need be.

    A picture must come out on a machine without a display too.
    """
    there = QApplication.instance()
    if isinstance(there, QGuiApplication):
        return there
    display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if not display:
        draw_without_screen()
    paint_on_one_thread()
    global _application  # noqa: PLW0603
    _application = QApplication([])
    return _application


_application: QApplication | None = None
