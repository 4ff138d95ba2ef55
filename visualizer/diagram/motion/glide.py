"""Lets a view move to where it would have jumped."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from visualizer.diagram.motion.movement import VIEW, Motion


class _Place(NamedTuple):
    """Where a view stands: its scale, and how far it is scrolled."""

    zoom: float
    x: int
    y: int


class Glide:
    """The movements of one view; without motion it jumps."""

    def __init__(self, view: QGraphicsView, motion: Motion) -> None:
        self._view, self._motion = view, motion

    def go(self, change: Callable[[], object]) -> None:
        """Move to where ``change`` leads."""
        self._motion.finish()
        before = self._place()
        change()
        after = self._place()
        if after != before:
            self._motion.play(VIEW, partial(self._show_between, before, after))

    def finish(self) -> None:
        """Be where the movement under way leads."""
        self._motion.finish()

    def _place(self) -> _Place:
        view = self._view
        across, along = view.horizontalScrollBar(), view.verticalScrollBar()
        return _Place(view.transform().m11(), across.value(), along.value())

    def _show_between(self, before: _Place, after: _Place, share: float) -> None:
        view = self._view
        zoom = before.zoom * (after.zoom / before.zoom) ** share
        if zoom != view.transform().m11():
            view.setTransform(QTransform.fromScale(zoom, zoom))
        view.horizontalScrollBar().setValue(round(before.x + (after.x - before.x) * share))
        view.verticalScrollBar().setValue(round(before.y + (after.y - before.y) * share))
        # The pixels on screen are scrolled; traces of items would be scrolled too.
        view.viewport().update()
