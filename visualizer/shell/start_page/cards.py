"""The items of the start page: examples with their pictures, and files by name and folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap

from visualizer.diagram.fonts import code_font
from visualizer.lessons.lesson import LANGUAGES
from visualizer.shell.appearance.look import THEME, px, sized
from visualizer.shell.program.recent_files import folder_of
from visualizer.shell.start_page.shown import Shown
from visualizer.shell.widgets.controls import Button

WIDTH, _PICTURE, _EDGE = 264, 150, 12
_CODE_SIZE, _TITLE_SIZE, _ABOUT_SIZE = 11, 14, 12
_ROUND = 8
_WORDS = Qt.TextFlag.TextWordWrap
_LINES = 2
"""The number of lines of an example's description."""


class ExampleCard(Button):
    """A picture of the program, or its first lines until it is painted, above its description."""

    def __init__(self, shown: Shown) -> None:
        super().__init__("card")
        self.shown = shown
        self._file, self._picture = "", QPixmap()
        self._title = self._about = self.code = ""

    def show_words(self, title: str, about: str, program: str) -> None:
        """Set the title and the program, both in the current language."""
        self._title, self._about = title, about
        self.code = "\n".join(program.splitlines()[:9])
        self.setAccessibleName(f"{title}. {about}")
        self.updateGeometry()
        self.update()

    def fits(self, wanted: Sequence[str]) -> bool:
        """Whether title, description, file name or program contain every wanted word.

        All languages count: many users know a term by its English name.
        """
        words = " ".join(text for one in LANGUAGES for text in self.shown.words(one))
        text = f"{words} {self.shown.file} {self.shown.program}".casefold()
        return all(word in text for word in wanted)

    def show_picture(self, file: str) -> None:
        """Show the picture in ``file``, or the code if there is none; it is read when painted."""
        if file != self._file:
            self._file, self._picture = file, QPixmap()
        self.update()

    def read_picture(self) -> bool:
        """Read the picture if it is not read yet, and return whether there is one."""
        return not self._picture.isNull() or self._picture.load(self._file)

    def sizeHint(self) -> QSize:
        """Return room for the picture, the title and two lines."""
        title = QFontMetrics(sized(self.font(), _TITLE_SIZE)).height()
        about = QFontMetrics(sized(self.font(), _ABOUT_SIZE)).lineSpacing()
        return QSize(px(WIDTH), px(_PICTURE) + title + _LINES * about + 3 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        """Return the preferred size: a card never shrinks."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture as large as it fits, but never enlarged."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        near = self.hasFocus() or self.underMouse()
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(THEME.colour("accent" if near else "hair"), 2 if near else 1))
        painter.setBrush(THEME.colour("pane"))
        painter.drawRoundedRect(whole, _ROUND, _ROUND)
        stage = QRect(_EDGE, _EDGE, self.width() - 2 * _EDGE, px(_PICTURE) - _EDGE)
        painter.fillRect(stage, THEME.colour("canvas"))
        if self.read_picture():
            self._paint_picture(painter, stage)
        else:
            painter.setFont(code_font(px(_CODE_SIZE)))
            painter.setPen(THEME.colour("ink2"))
            painter.setClipRect(stage)
            painter.drawText(stage.adjusted(8, 6, 0, 0), Qt.AlignmentFlag.AlignLeft, self.code)
            painter.setClipping(False)
        self._paint_words(painter, px(_PICTURE) + _EDGE)

    def _paint_picture(self, painter: QPainter, stage: QRect) -> None:
        size = self._picture.size()
        if size.width() > stage.width() or size.height() > stage.height():
            size = size.scaled(stage.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(stage.topLeft(), size)
        place.moveCenter(stage.center())
        painter.drawPixmap(place, self._picture)

    def _paint_words(self, painter: QPainter, top: int) -> None:
        room = self.width() - 2 * _EDGE
        title = sized(self.font(), _TITLE_SIZE)
        title.setWeight(QFont.Weight.DemiBold)
        painter.setFont(title)
        painter.setPen(THEME.colour("ink"))
        high = painter.fontMetrics().height()
        painter.drawText(QRect(_EDGE, top, room, high), Qt.AlignmentFlag.AlignLeft, self._title)
        painter.setFont(sized(self.font(), _ABOUT_SIZE))
        painter.setPen(THEME.colour("ink2"))
        about = QRect(_EDGE, top + high + 2, room, self.height() - top - high - 2)
        painter.drawText(about, _WORDS | Qt.AlignmentFlag.AlignTop, self._about)


class FileRow(Button):
    """A recent file: its name, and its folder in a paler colour."""

    def __init__(self, path: Path) -> None:
        super().__init__("file")
        self.path = path
        self._folder = folder_of(path)
        self.setAccessibleName(f"{path.name}, {self._folder}")
        self.setToolTip(str(path))

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(px(WIDTH), 2 * self.fontMetrics().height() + 12)

    def minimumSizeHint(self) -> QSize:
        """Return the preferred size: a row never shrinks."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name above the folder."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            ring = THEME.colour("accent") if self.hasFocus() else THEME.colour("cardHead")
            painter.setPen(QPen(ring, 2 if self.hasFocus() else 1))
            painter.setBrush(THEME.colour("cardHead"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        room, high = self.width() - 20, self.fontMetrics().height()
        middle = Qt.TextElideMode.ElideMiddle
        for text, ink, top in ((self.path.name, "ink", 5), (self._folder, "ink3", 5 + high)):
            painter.setPen(THEME.colour(ink if self.isEnabled() else "ink3"))
            shown = self.fontMetrics().elidedText(text, middle, room)
            painter.drawText(QRect(10, top, room, high), Qt.AlignmentFlag.AlignLeft, shown)
