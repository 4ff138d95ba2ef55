"""Drags the diagram of a step out of the window, into a document or a folder."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QAction, QDrag, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication

from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.picture_commands import ON_CLIPBOARD, SVG, PictureCommands
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.controls import Button, keys_of

_SHOWN = 240
"""The longer side of the picture next to the pointer, in pixels."""


class PictureDrag(QObject):
    """Starts a drag when the pointer leaves ``handle`` pressed; a click on ``handle`` copies.

    The drag offers an image, SVG, and a PNG file for programs that take files. The file stays until
    the next drag or the end of the window, because the receiver may read it late.
    """

    def __init__(
        self,
        handle: Button,
        pictures: PictureCommands,
        player: Player,
        copy: QAction,
        words: Words,
    ) -> None:
        super().__init__(handle)
        self._handle, self._pictures, self._player = handle, pictures, player
        self._copy, self._words = copy, words
        self._pressed: QPoint | None = None
        self._folder: QTemporaryDir | None = None
        handle.installEventFilter(self)
        for signal in (copy.changed, words.changed):
            signal.connect(self._speak)
        self._speak()

    def _speak(self) -> None:
        self._handle.setToolTip(self._words("picture.drag", keys=keys_of(self._copy)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn mouse events of the handle into a drag."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed = event.position().toPoint() if self._player.step else None
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() is QEvent.Type.MouseMove and self._pressed is not None:
            way = event.position().toPoint() - self._pressed
            if way.manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self._handle.setDown(False)
                self._drag()
                return True
        return False

    def _drag(self) -> None:
        if not (png := self._pictures.painted("png", ON_CLIPBOARD)):
            return
        data, image = self._dragged(png)
        drag = QDrag(self._handle)
        drag.setMimeData(data)
        mode = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        drag.setPixmap(QPixmap.fromImage(image.scaled(_SHOWN, _SHOWN, *mode)))
        drag.exec(Qt.DropAction.CopyAction)

    def _dragged(self, png: bytes) -> tuple[QMimeData, QImage]:
        """Return the data to drop, and the image alone."""
        image = QImage.fromData(png)
        data = QMimeData()
        data.setImageData(image)
        data.setData(SVG, QByteArray(self._pictures.painted("svg", 1.0)))
        # Without room for a file the image itself can still be dropped.
        self._folder = QTemporaryDir()
        if self._folder.isValid():
            recording = self._player.recording
            name = Path(recording.header.program).stem if recording is not None else "picture"
            file = Path(self._folder.path(), f"{name}-{self._player.step}.png")
            file.write_bytes(png)
            data.setUrls([QUrl.fromLocalFile(str(file))])
        return data, image
