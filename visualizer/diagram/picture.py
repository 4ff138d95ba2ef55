"""A step as a picture file: SVG, PNG or PDF."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from visualizer.diagram.painting import paint_on_one_thread
from visualizer.diagram.scene import DiagramScene
from visualizer.diagram.story import Recorded, story_of
from visualizer.diagram.svg import DOTS_PER_INCH, as_wide_as_here
from visualizer.explain import explain_step
from visualizer.layout import Signatures
from visualizer.model import NotKept, WrongUsage

FORESEEN = 20_000
"""Steps that are looked at in advance: more would take longer than a picture is worth."""

SHARPNESS = 2
"""Pixels of a PNG for each pixel at 100 %."""
_WIDEST, _MOST_PIXELS = 32_767, 1 << 28
"""So wide or high an image of Qt can be painted on; and pixels that take a gigabyte."""


def export_picture(
    recording: Recorded,
    step: int,
    format: str,  # noqa: A002
    out: Path | None = None,
    *,
    level: int = 3,
    theme: str = "light",
    language: str = "en",
    scale: float | None = None,
) -> bytes:
    """The picture of a step as ``svg``, ``png`` or ``pdf``; written to ``out`` too if given.

    At ``scale`` 1 it is as large as in the window at 100 %, a PNG twice that where none is given.
    Raises ``WrongUsage`` for another format or a step that there is not, ``NotKept`` where ``out``
    cannot be written, or these were too many pixels.
    """
    if format not in PAINTERS:
        known = ", ".join(PAINTERS)
        raise WrongUsage(
            "{format}: no picture format; there are {known}", format=format, known=known
        )
    if not 1 <= step <= recording.steps:
        last = recording.steps
        raise WrongUsage("step {step}: the recording has steps 1 to {last}", step=step, last=last)
    ensure_application()
    scene = scene_at(recording, step, level=level, theme=theme, language=language)
    usual = SHARPNESS if format == "png" else 1.0
    data = PAINTERS[format](scene, usual if scale is None else scale)
    if out is not None:
        try:
            out.write_bytes(data)
        except OSError as error:
            reason = error.strerror
            raise NotKept("{file}: cannot be written: {reason}", file=out, reason=reason) from error
    return data


def scene_at(
    recording: Recorded, step: int, *, level: int = 3, theme: str = "light", language: str = "en"
) -> DiagramScene:
    """A scene that shows a step as the window would, laid out with all of the recording known."""
    scene = DiagramScene(theme=theme, level=level, language=language)
    cursor = recording.cursor()
    foresight = scene.new_foresight(Signatures(lambda: recording.sources))
    if recording.steps <= FORESEEN:
        for number in range(1, recording.steps + 1):
            foresight.add(cursor.delta(number))
        foresight.close()
        scene.reset(foresight)
    delta = cursor.delta(step)
    sentences = explain_step(cursor.seek(step - 1), delta, recording.sources)
    state = cursor.seek(step)
    scene.show_step(state, delta, story=story_of(recording, state, sentences))
    return scene


def ensure_application() -> QGuiApplication:
    """The application that fonts need: the one there is, or one of our own, off screen if need be.

    A picture must come out on a machine without a display too.
    """
    there = QApplication.instance()
    if isinstance(there, QGuiApplication):
        return there
    display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and not display:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    paint_on_one_thread()
    global _application  # noqa: PLW0603
    _application = QApplication([])
    return _application


_application: QApplication | None = None


def paint_png(scene: DiagramScene, sharpness: float = SHARPNESS) -> bytes:
    """The scene as PNG, ``sharpness`` pixels for each of its own."""
    source = source_of(scene)
    size = (source.size() * sharpness).toSize().expandedTo(QSize(1, 1))
    too_wide = max(size.width(), size.height()) > _WIDEST
    if too_wide or size.width() * size.height() > _MOST_PIXELS:
        raise NotKept(
            "a picture of {width} by {height} pixels is too large; take a lower scale",
            width=size.width(),
            height=size.height(),
        )
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(scene.theme.colour("canvas"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(image.rect()), source)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def _paint_svg(scene: DiagramScene, scale: float = 1.0) -> bytes:
    source = source_of(scene)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(DOTS_PER_INCH)
    generator.setSize((source.size() * scale).toSize())
    generator.setViewBox(QRectF(0, 0, source.width(), source.height()))
    generator.setTitle("visualizer")
    _paint_on(generator, scene, QRectF(0, 0, source.width(), source.height()))
    return as_wide_as_here(bytes(data.data()).decode()).encode()


def _paint_pdf(scene: DiagramScene, scale: float = 1.0) -> bytes:
    source = source_of(scene)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("visualizer")
    # At scale 1 one pixel of the picture is one point of the page.
    writer.setPageSize(QPageSize(QSizeF(source.size()) * scale, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(288)
    _paint_on(writer, scene, QRectF(0, 0, writer.width(), writer.height()))
    return bytes(data.data())


def _paint_on(device: QSvgGenerator | QPdfWriter, scene: DiagramScene, target: QRectF) -> None:
    painter = QPainter(device)
    painter.fillRect(target, scene.theme.colour("canvas"))
    scene.render(painter, target, source_of(scene))
    painter.end()


def source_of(scene: DiagramScene) -> QRectF:
    """The part of the scene that a picture shows: all of it, in whole pixels."""
    rect = scene.sceneRect()
    return QRectF(rect.toAlignedRect())


PAINTERS: Mapping[str, Callable[[DiagramScene, float], bytes]] = {
    "svg": _paint_svg,
    "png": paint_png,
    "pdf": _paint_pdf,
}
