"""A view as large as its contents fit, until somebody chooses another size."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QWidget

from visualizer.diagram.motion.movement import Motion
from visualizer.diagram.view.zooming import ZoomingView


class FittedView(ZoomingView):
    """``resized`` follows when the available room changes, or the contents are to fit again.

    ``enlargement`` is the scale of text, 1 by default.
    """

    resized = Signal()

    def __init__(self, scene: QGraphicsScene, motion: Motion, parent: QWidget | None) -> None:
        super().__init__(scene, motion, parent)
        self.enlargement = 1.0
        self.is_fitted = True
        """Whether the size follows from the contents; not once somebody has chosen one."""
        self._room = QSize()

    @property
    def canvas(self) -> QSize:
        """The room for a sheet, in pixels at 100 %, as it is without scroll bars."""
        return self.maximumViewportSize() / self.enlargement

    def set_scale(self, scale: float) -> None:
        """Show sheets at a scale, unless somebody has chosen another."""
        zoom = scale * self.enlargement
        if self.is_fitted and zoom != self.zoom:
            # A view on its way would go on to the scale of an earlier sheet.
            self.glide.finish()
            self.set_zoom(zoom)

    @property
    def chosen_zoom(self) -> float | None:
        """The size that somebody has chosen; None where it follows from the sheet."""
        return None if self.is_fitted else self.zoom

    def choose_zoom(self, zoom: float | None) -> None:
        """Show sheets at a size from now on; None: as large as they fit."""
        if zoom is None:
            self.fit()
        else:
            self.is_fitted = False
            self.set_zoom(zoom)

    def fit(self) -> None:
        """As large as it fits, from now on."""
        self.is_fitted = True
        self.resized.emit()

    # ---- a size of somebody's own ----

    def zoom_in(self) -> None:
        """A quarter larger."""
        self.is_fitted = False
        super().zoom_in()

    def zoom_out(self) -> None:
        """A quarter smaller."""
        self.is_fitted = False
        super().zoom_out()

    def zoom_reset(self) -> None:
        """To 100 %."""
        self.is_fitted = False
        super().zoom_reset()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.is_fitted = False
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another room for sheets."""
        super().resizeEvent(event)
        # Scroll bars come and go with the contents, which is no reason for another sheet.
        if self._room != (room := self.maximumViewportSize()):
            self._room = room
            self.resized.emit()
