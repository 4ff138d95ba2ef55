"""The files that register the application with a Linux desktop, below `/usr/share` for instance."""

from __future__ import annotations

import gzip
import time
from typing import TYPE_CHECKING

from package_manual import HEADINGS, manual_page
from package_metainfo import metainfo
from package_tools import ask

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from package_description import Description
    from package_python import Bundle

# The application writes the same entry into a user's own menu (visualizer --install-menu).
WRITE_ENTRY = """
import sys
from pathlib import Path
from visualizer.cli.menu_entry import write_menu_entry
write_menu_entry(Path(sys.argv[1]), sys.argv[2:])
"""
# Some desktops draw no SVG.
DRAW_ICONS = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
for drawing in list(Path(sys.argv[1]).glob("icons/hicolor/scalable/*/*.svg")):
    renderer = QSvgRenderer(str(drawing))
    for size in 16, 24, 32, 48, 64, 128, 256, 512:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        folder = drawing.parents[2] / f"{size}x{size}" / drawing.parent.name
        folder.mkdir(parents=True, exist_ok=True)
        assert image.save(str(folder / f"{drawing.stem}.png"))
"""


def write_share(
    bundle: Bundle, description: Description, share: Path, command: Sequence[str]
) -> None:
    """Write entry, icons, file type, metainfo and manual pages."""
    ask(bundle.python, "-I", "-c", WRITE_ENTRY, share, *command)
    ask(
        *(bundle.python, "-I", "-c", DRAW_ICONS, share),
        variables={"QT_QPA_PLATFORM": "offscreen"},
    )
    path = share / "metainfo" / f"{description.id}.metainfo.xml"
    path.parent.mkdir(parents=True)
    path.write_text(metainfo(description, time.time()), encoding="utf-8")
    for language in HEADINGS:

        def help_of(words: Sequence[str], language: str = language) -> str:
            told = {"VISUALIZER_LANGUAGE": language, "COLUMNS": "80"}
            return ask(bundle.folder / "bin" / "visualizer", *words, "--help", variables=told)

        page = manual_page(description, language, help_of)
        folder = share / "man" / ("man1" if language == "en" else f"{language}/man1")
        folder.mkdir(parents=True)
        packed = gzip.compress(page.encode(), mtime=0)
        (folder / f"{description.name}.1.gz").write_bytes(packed)
