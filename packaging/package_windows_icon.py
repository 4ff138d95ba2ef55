"""Makes icons for Windows: one file with a picture of each size, drawn from the SVG."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from package_tools import call

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from package_bundle import Workshop

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
DRAW = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
renderer = QSvgRenderer(sys.argv[1])
for size in map(int, sys.argv[3:]):
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.save(f"{sys.argv[2]}-{size}.png")
"""


def draw_icons(shop: Workshop, folder: Path) -> None:
    """Draw the icons of the application and of recordings into a folder."""
    for name in ("visualizer", "recording"):
        drawing = shop.root / "resources" / "icons" / f"{name}.svg"
        stem = shop.folder / "windows" / name
        call(
            *(shop.installed_python, "-I", "-c", DRAW, drawing, stem),
            *map(str, SIZES),
            variables={"QT_QPA_PLATFORM": "offscreen"},
        )
        pictures = [(stem.parent / f"{name}-{size}.png").read_bytes() for size in SIZES]
        (folder / f"{name}.ico").write_bytes(icon(SIZES, pictures))


def icon(sizes: Sequence[int], pictures: Sequence[bytes]) -> bytes:
    """Return an ICO file of square PNGs; in it, 0 means 256 pixels."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    for size, picture in zip(sizes, pictures):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + b"".join(pictures)
