"""Puts our pictures next to the target pictures of the same scenes, two to a sheet."""

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from tests.gallery.labs import LABS, LabShot
from tests.gallery.shots import DIAGRAMS, WINDOWS, Shot

GAP = 24
GROUND = QColor("#5c6876")


def sheets(made: Path, targets: Path, out: Path) -> list[Path]:
    """Make a sheet for each picture in ``made`` with a target in ``targets``; return the paths."""
    out.mkdir(parents=True, exist_ok=True)
    shots = [shot for shot in (*WINDOWS, *DIAGRAMS, *LABS) if shot.like]
    return [
        _sheet(shot, made, targets, out)
        for shot in shots
        if (made / f"{shot.name}.png").exists() and (targets / f"{shot.like}.png").exists()
    ]


def _sheet(shot: Shot | LabShot, made: Path, targets: Path, out: Path) -> Path:
    ours, target = (
        QPixmap(str(path)) for path in (made / f"{shot.name}.png", targets / f"{shot.like}.png")
    )
    # Scaled to the target's height: diagrams vary in size, and the sheet compares, not measures.
    ours = ours.scaledToHeight(target.height(), Qt.TransformationMode.SmoothTransformation)
    size = QSize(ours.width() + target.width() + 3 * GAP, target.height() + 2 * GAP)
    sheet = QPixmap(size)
    sheet.fill(GROUND)
    painter = QPainter(sheet)
    painter.drawPixmap(QPoint(GAP, GAP), ours)
    painter.drawPixmap(QPoint(ours.width() + 2 * GAP, GAP), target)
    painter.end()
    path = out / f"sheet-{shot.like}.png"
    sheet.save(str(path))
    return path
