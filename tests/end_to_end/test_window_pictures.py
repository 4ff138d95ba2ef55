"""A saved, copied or dragged picture equals the window's picture of that step."""

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.diagram.pixels import colours_of
from tests.shell.recordings import ADDING
from tests.shell.windows import Desk
from visualizer.diagram.painting.sheet_picture import MARGIN
from visualizer.resources import resources_folder

EXAMPLES = resources_folder() / "examples"
PROGRAMS = {
    "adding": ADDING,
    **{
        name: (EXAMPLES / f"{name}.py").read_text(encoding="utf-8")
        for name in ("linked_list", "closure", "grid")
    },
}
_NEAR = 48
"""The most by which a colour channel may differ at smooth edges."""
_MOST = 0.004
"""The most of the pixels that may differ: edges of letters and lines."""


def shown(desk: Desk, saved: QImage) -> QImage:
    """Paint the part of the window's scene that the picture shows, at the picture's size."""
    sheet = desk.window.diagram.shown_sheet
    assert sheet is not None
    look = desk.window.diagram.scene.look
    source = QRectF(QRectF(*sheet.drawn.grown(MARGIN)).toAlignedRect())
    assert source.size().toSize() == saved.size()
    image = QImage(saved.size(), QImage.Format.Format_RGB32)
    image.fill(look.colour("canvas"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    desk.window.diagram.scene.render(painter, QRectF(image.rect()), source)
    painter.end()
    return image


def different(one: QImage, other: QImage) -> float:
    """Return the share of pixels whose colours differ clearly."""
    apart = np.abs(colours_of(one) - colours_of(other)).max(axis=2)
    return float((apart > _NEAR).mean())


def is_shown(desk: Desk, step: int) -> bool:
    """Whether the window shows the picture of a step."""
    sheet = desk.window.diagram.shown_sheet
    return sheet is not None and sheet.step == step


@pytest.mark.share(2)
@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_picture_equals_the_window(desk: Desk, program: str, level: int) -> None:
    desk.put_in(PROGRAMS[program])
    desk.record()
    window = desk.window
    desk.press(f"level_{level}")
    steps = window.player.steps
    for step in (steps // 3, steps // 2, steps):
        window.player.go_to(step)
        desk.until(partial(is_shown, desk, step))
        window.diagram.view.clearFocus()
        saved = QImage.fromData(window.pictures.painted("png", 1.0))
        saved = saved.convertToFormat(QImage.Format.Format_RGB32)
        assert different(shown(desk, saved), saved) <= _MOST
