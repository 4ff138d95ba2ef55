"""The diagram of this step as a picture: into a file, or onto the clipboard."""

import base64
import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtGui import QGuiApplication, QImage

from visualizer.diagram.painting.sheet_picture import FORMATS, picture_of_sheet
from visualizer.diagram.words import say
from visualizer.model import NotKept
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.canvas.printing import step_title
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.dialogs import Asks

_SVG = "image/svg+xml"
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~!&]")
_ON_CLIPBOARD = 2.0


class PictureCommands(QObject):
    """Paints what the pane shows, all of it, by the painter of ``export``."""

    def __init__(
        self,
        pane: DiagramPane,
        player: Player,
        dialogs: Asks,
        announcements: Announcements,
        words: Words,
    ) -> None:
        super().__init__(pane)
        self._pane, self._player, self._words = pane, player, words
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

    def copy_markdown(self) -> None:
        """Put the step on the clipboard as Markdown: what it did, and its picture in the text."""
        if not self._player.step:
            return
        try:
            picture = base64.b64encode(self.painted("png", 1.0)).decode()
        except NotKept as too_large:
            self._announcements.problem("band.not_saved", too_large)
            return
        title = step_title(self._player, self._words)
        said = [say(one, self._words.language) for one in self._player.sentences]
        image = f"![{escaped(title)}](data:image/png;base64,{picture})"
        parts = [f"**{escaped(title)}**", *map(with_code, said), image]
        QGuiApplication.clipboard().setText("\n\n".join(parts) + "\n")

    def painted(self, kind: str, scale: float) -> bytes:
        """The picture in a format of ``FORMATS``, at a scale."""
        sheet, look = self._pane.shown_sheet, self._pane.scene.look
        assert sheet is not None
        return picture_of_sheet(sheet, look.theme, scale, format=kind, language=look.language)


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown (https://spec.commonmark.org) shows it as it is."""
    return _MARKUP.sub(r"\\\g<0>", text)


def with_code(sentence: str) -> str:
    """Return a sentence whose code stands in back ticks; nothing else in it is markup."""
    return "".join(
        f"`{part}`" if number % 2 else escaped(part)
        for number, part in enumerate(sentence.split("`"))
    )
