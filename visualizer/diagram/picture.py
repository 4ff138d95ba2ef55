"""A step as a picture file: SVG, PNG or PDF."""

import os

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.painting.painting_thread import paint_on_one_thread
from visualizer.diagram.painting.sheet_picture import picture_of_sheet
from visualizer.diagram.themes import theme as theme_named
from visualizer.layout.addresses.scenery import Scenery
from visualizer.layout.addresses.sheets import address_sheet
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.sheets import CANVAS, sheets_around
from visualizer.layout.sheet import Sheet
from visualizer.model import WrongUsage
from visualizer.model.delta import SteppedRecording
from visualizer.platform.screens import draw_without_screen

SHARPNESS = 2
"""The number of pixels of a PNG, along one side, for each pixel at 100 %."""


def export_picture(
    recording: SteppedRecording,
    step: int,
    format: str,  # noqa: A002
    *,
    level: Level | None = Level.COUNTS,
    theme: str = "light",
    language: str = "en",
    scale: float | None = None,
) -> bytes:
    """Return the picture of a step as ``svg``, ``png`` or ``pdf``.

    It shows the diagram at a level of detail, or the address space if ``level`` is None. At
    ``scale`` 1 it is as large as in the window at 100 %; a PNG is twice that by default. Raises
    ``WrongUsage`` for another format or a missing step, ``NotKept`` if there would be too many
    pixels.
    """
    if not 1 <= step <= recording.steps:
        last = recording.steps
        raise WrongUsage("step {step}: the recording has steps 1 to {last}", step=step, last=last)
    ensure_application()
    sheet = _addresses_at(recording, step) if level is None else sheet_at(recording, step, level)
    if scale is None:
        scale = SHARPNESS if format == "png" else 1.0
    return picture_of_sheet(sheet, theme_named(theme), scale, format=format, language=language)


def _addresses_at(recording: SteppedRecording, step: int) -> Sheet:
    cursor = recording.cursor()
    earlier = cursor.delta(step - 1) if step > 1 else None
    delta = cursor.delta(step)
    state = cursor.seek(step)
    return address_sheet(Scenery(state, delta, earlier, QtMeasure(), CANVAS.width, is_still=True))


def sheet_at(recording: SteppedRecording, step: int, level: Level = Level.COUNTS) -> Sheet:
    """Return a step as the window draws it, with a plan of the step's part of the recording."""
    sheets, _ = sheets_around(recording, step, QtMeasure(), level)
    cursor = recording.cursor()
    delta = cursor.delta(step)
    return sheets.sheet(cursor.seek(step), delta)


def ensure_application() -> QGuiApplication:
    """Return the application that fonts need: the existing one, or a new one.

    Without a display, the new one draws off screen.
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
