"""Draws both sides of a comparison at one size."""

from functools import partial

from PySide6.QtCore import QObject

from visualizer.shell.comparing.side import CompareSide


class Alike(QObject):
    """Takes the smaller of both scales; where somebody has chosen a size, that of both."""

    def __init__(self, sides: tuple[CompareSide, CompareSide], parent: QObject) -> None:
        super().__init__(parent)
        self._sides = sides
        self._is_scaling = False
        for side in sides:
            side.zoomed.connect(partial(self._zoom, side))
            side.feed.shown.connect(self._scale)

    def _scale(self) -> None:
        sheets = [side.scene.sheet for side in self._sides]
        scales = [sheet.scale for sheet in sheets if sheet is not None]
        if len(scales) == len(self._sides) and not self._is_scaling:
            self._is_scaling = True
            for side in self._sides:
                side.view.set_scale(min(scales))
                side.view.follow()
            self._is_scaling = False

    def _zoom(self, side: CompareSide) -> None:
        if not self._is_scaling and not side.view.is_fitted:
            self._is_scaling = True
            self._sides[1 - side.number].view.choose_zoom(side.view.chosen_zoom)
            self._is_scaling = False
