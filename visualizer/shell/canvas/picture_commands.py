"""Saves the diagram of a step as a picture, or copies it to the clipboard."""

import base64
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtGui import QGuiApplication, QImage

from visualizer.diagram.painting.sheet_picture import picture_of_sheet
from visualizer.diagram.words import translate
from visualizer.model import NotKept, WrongUsage
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.canvas.printing import step_title
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.playback.player import Player
from visualizer.shell.program.file_commands import FileCommands

SVG = "image/svg+xml"
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~!&]")
ON_CLIPBOARD = 2.0


class PictureCommands(QObject):
    """Paints the whole sheet of the pane, with the painter of ``export``."""

    def __init__(
        self,
        pane: DiagramPane,
        player: Player,
        files: FileCommands,
        announcements: Announcements,
        words: Words,
    ) -> None:
        super().__init__(pane)
        self._pane, self._player, self._words = pane, player, words
        self._files, self._announcements = files, announcements
        self.paint_instead: Callable[[str, float], bytes] | None = None
        """Paints the cover of the diagram, in a format and scale; None without a cover."""

    def export(self) -> None:
        """Ask for a file and a scale, and save the picture."""
        if not self._player.step:
            return
        recording = self._player.recording
        name = Path(recording.header.program).stem if recording else ""
        suggestion = self._files.dialogs.place() / f"{name}-{self._player.step}.png"
        if (chosen := self._files.dialogs.place_for_picture(suggestion)) is None:
            return
        path, scale = chosen
        if picture := self.painted(path.suffix[1:].lower(), scale):
            self._files.export(path, picture)

    def copy(self) -> None:
        """Copy the picture to the clipboard, as an image and as SVG."""
        if not self._player.step or not (picture := self.painted("png", ON_CLIPBOARD)):
            return
        clipboard = QGuiApplication.clipboard()
        clipboard.setImage(QImage.fromData(picture))
        # Added to Qt's own QMimeData: one made here would outlive Python and crash at exit.
        clipboard.mimeData().setData(SVG, QByteArray(self.painted("svg", 1.0)))

    def copy_markdown(self) -> None:
        """Copy the step to the clipboard as Markdown: its sentences and its embedded picture."""
        if not self._player.step or not (painted := self.painted("png", 1.0)):
            return
        picture = base64.b64encode(painted).decode()
        title = step_title(self._player, self._words)
        sentences = [translate(one, self._words.language) for one in self._player.sentences]
        image = f"![{escaped(title)}](data:image/png;base64,{picture})"
        parts = [f"**{escaped(title)}**", *map(with_code, sentences), image]
        QGuiApplication.clipboard().setText("\n\n".join(parts) + "\n")

    def painted(self, kind: str, scale: float) -> bytes:
        """Return the picture; if it is too large or ``kind`` is no format, say so: no bytes."""
        try:
            if self.paint_instead is not None:
                return self.paint_instead(kind, scale)
            sheet, look = self._pane.shown_sheet, self._pane.scene.look
            assert sheet is not None
            return picture_of_sheet(sheet, look.theme, scale, format=kind, language=look.language)
        except (NotKept, WrongUsage) as problem:
            self._announcements.problem("notification.not_saved", problem)
            return b""


def escaped(text: str) -> str:
    """Escape ``text`` for Markdown (https://spec.commonmark.org)."""
    return _MARKUP.sub(r"\\\g<0>", text)


def with_code(sentence: str) -> str:
    """Escape a sentence for Markdown, except for its code in back ticks."""
    return "".join(
        f"`{part}`" if number % 2 else escaped(part)
        for number, part in enumerate(sentence.split("`"))
    )
