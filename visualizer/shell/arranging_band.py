"""Says that cards are being arranged anew where that takes longer, and stops it."""

from PySide6.QtCore import QObject, QTimer

from visualizer.shell.bands import Action, Bands
from visualizer.shell.foresight_feed import ForesightFeed
from visualizer.shell.words import Words

_PATIENCE = 500
"""Milliseconds after which one wants to know."""


class ArrangingBand(QObject):
    """There while ``feed`` lays out what was asked for, and not done within that time."""

    def __init__(self, bands: Bands, feed: ForesightFeed, words: Words) -> None:
        super().__init__(bands)
        self._band, self._words = bands.arranging, words
        self._stop = Action(lambda: words("band.leave"), feed.stop_laying_out, symbol="square")
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PATIENCE)
        self._late.timeout.connect(self._show)
        feed.laying_out.connect(self._follow)

    def _follow(self, working: bool) -> None:
        if working:
            self._late.start()
        else:
            self._late.stop()
            self._band.hide()

    def _show(self) -> None:
        words = self._words
        said = lambda: (words("band.arranging"), words("band.arranging_why"))  # noqa: E731
        self._band.show_words(said, self._stop, lasting=True)
