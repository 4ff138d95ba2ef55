"""The diagram of this step as a picture: into a file, or onto the clipboard."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtGui import QGuiApplication, QImage

from visualizer.diagram.painting.sheet_picture import FORMATS, picture_of_sheet
from visualizer.model import NotKept
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.dialogs import Asks

_SVG = "image/svg+xml"
_ON_CLIPBOARD = 2.0


class PictureCommands(QObject):
    """Paints what the pane shows, all of it, by the painter of ``export``."""

    def __init__(
        self, pane: DiagramPane, player: Player, dialogs: Asks, announcements: Announcements
    ) -> None:
        super().__init__(pane)
        self._pane, self._player = pane, player
        self._dialogs, self._announcements = dialogs, announcements

    def export(self) -> None:
        """Ask for a place and a scale, and write the picture there."""
        if not self._player.step:
            return
        recording = self._player.recording
        name = Path(recording.header.program).stem if recording else ""
        chosen = self._dialogs.place_for_picture(Path.home() / f"{name}-{self._player.step}.png")
        if chosen is None:
            return
        path, scale = chosen
        kind = path.suffix[1:].lower()
        try:
            path.write_bytes(self.painted(kind if kind in FORMATS else "png", scale))
        except NotKept as too_large:
            self._announcements.problem("band.not_saved", too_large)
        except OSError as error:
            told = NotKept("{file}: cannot be written: {reason}", file=path, reason=error.strerror)
            self._announcements.problem("band.not_saved", told)

    def copy(self) -> None:
        """Put the picture on the clipboard, as pixels and as lines."""
        if not self._player.step:
            return
        clipboard = QGuiApplication.clipboard()
        try:
            clipboard.setImage(QImage.fromData(self.painted("png", _ON_CLIPBOARD)))
        except NotKept as too_large:
            self._announcements.problem("band.not_saved", too_large)
            return
        # Added to what Qt made: data made here would outlive Python and end it with a crash.
        clipboard.mimeData().setData(_SVG, QByteArray(self.painted("svg", 1.0)))

    def painted(self, kind: str, scale: float) -> bytes:
        """The picture in a format of ``FORMATS``, at a scale."""
        sheet, look = self._pane.shown_sheet, self._pane.scene.look
        assert sheet is not None
        return picture_of_sheet(sheet, look.theme, scale, format=kind, language=look.language)
