"""The window of the guide."""

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPainter, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from visualizer.resources import resource
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.dialog_size import Dialog
from visualizer.shell.widgets.layouts import in_column

_MARGIN = 28
_EDGE = "#8a929c"
_BESIDE = 2 * _MARGIN + 24
"""Pixels that a picture leaves free of the text's width."""


class _Pages(QTextBrowser):
    """Shows the guide's pictures as wide as the text."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture of the guide's folder, scaled to the width of the text."""
        picture = QImage(str(resource(f"guide/{QUrl(name).fileName()}")))
        if kind != QTextDocument.ResourceType.ImageResource.value or picture.isNull():
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        width = round(min(max(self.viewport().width() - _BESIDE, 320), picture.width()) * ratio)
        picture = picture.convertToFormat(QImage.Format.Format_RGB32).scaledToWidth(
            width, Qt.TransformationMode.SmoothTransformation
        )
        painter = QPainter(picture)
        painter.setPen(QColor(_EDGE))
        painter.drawRect(0, 0, picture.width() - 1, picture.height() - 1)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def space_out(self) -> None:
        """Leave room between paragraphs, and more above headings."""
        self.document().setDocumentMargin(_MARGIN)
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setTopMargin(24 if form.headingLevel() else 8)
            form.setBottomMargin(8)
            form.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            QTextCursor(block).setBlockFormat(form)
            block = block.next()


class GuideWindow(Dialog):
    """Shows the guide; when the language changes, it keeps the place in the text."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words, "guide.title", (900, 760), parent)
        self.pages = _Pages()
        self.pages.setOpenExternalLinks(False)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        in_column(self, self.pages)
        words.changed.connect(self._speak)
        self._speak()

    def _speak(self) -> None:
        words, bar = self._words, self.pages.verticalScrollBar()
        read = bar.value() / max(bar.maximum(), 1)
        self.pages.setAccessibleName(words("guide.title"))
        text = resource(f"guide/guide.{words.language}.md").read_text(encoding="utf-8")
        self.pages.setMarkdown(text)
        self.pages.space_out()
        bar.setValue(round(read * bar.maximum()))
