"""The column of editor and output; in a small window the dock may replace the output."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from visualizer.shell.output.pane import OutputPane
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.window.skeleton import BELOW_PART

_HEIGHTS = [480, 200]
"""Default heights of editor and output."""
_READ_PART = 0.54
"""The guest's share when it is read: leaves 6 lines of code and 9 of a lesson in 500 pixels."""
_PREFERENCE = "left"


class LeftColumn(QSplitter):
    """Holds editor and output; an inserted guest replaces the output while it is shown."""

    def __init__(self, source: QWidget, output: OutputPane) -> None:
        super().__init__(Qt.Orientation.Vertical, handleWidth=1, childrenCollapsible=False)
        self._output = output
        self._guest: QWidget | None = None
        self._before = QByteArray()
        self._lent: list[int] = []
        self._lends = True
        self._part = BELOW_PART
        self.addWidget(source)
        self.addWidget(output)
        self.setSizes(_HEIGHTS)
        output.room_wanted.connect(self._lend)
        self.splitterMoved.connect(self._keep_lent)

    def _lend(self, height: int) -> None:
        """Enlarge the output to ``height``, at most to half of the column.

        The output keeps that height when the user steps back, so that the code does not jump; 0,
        for another recording, restores the former heights.
        """
        if self._guest is not None:
            return
        sizes = self.sizes()
        wanted = min(height, sum(sizes) // 2)
        if height and wanted > sizes[1] and self._lends:
            self._lent = self._lent or sizes
            self.setSizes([sum(sizes) - wanted, wanted])
        elif not height:
            if self._lent:
                self.setSizes(self._lent)
            self._lent, self._lends = [], True

    def _keep_lent(self) -> None:
        """Keep the heights that the user has chosen."""
        self._lent, self._lends = [], False

    def insert(self, guest: QWidget) -> None:
        """Insert ``guest`` below the editor; ``show_guest`` shows it."""
        self._lend(0)
        self._before, self._guest = self.saveState(), guest
        self.addWidget(guest)

    def show_guest(self, shown: bool) -> None:
        """Show the guest in the place of the output, or the output."""
        if self._guest is not None:
            chosen = None if self._lends else sum(self.sizes()[1:])
            self._guest.setVisible(shown)
            self._output.setVisible(not shown)
            self._share(chosen)

    def give_more(self, more: bool) -> None:
        """Give a guest with text to read the larger part of the height."""
        self._part = _READ_PART if more else BELOW_PART
        if self._guest is not None and not self._guest.isHidden():
            self._share()

    def _share(self, chosen: int | None = None) -> None:
        """Give the output or the guest its share of the height, or the height that is chosen."""
        whole = max(2, sum(self.sizes()))
        below = chosen or round(whole * self._part)
        self.setSizes([whole - below, below, below])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a guest its share of the height, unless the user has moved the splitter."""
        super().resizeEvent(event)
        if self._guest is not None and self._lends:
            self._share()

    def let_go(self) -> None:
        """Remove the guest; the output gets back its place and height."""
        if self._guest is not None:
            self._guest.setParent(None)
            self._guest = None
            self._output.show()
            if self._before.isEmpty():
                self.setSizes(_HEIGHTS)
            else:
                self.restoreState(self._before)

    def reset(self) -> None:
        """Restore the default heights."""
        self._lend(0)
        self._before = QByteArray()
        if self._guest is None:
            self.setSizes(_HEIGHTS)

    def remember(self, preferences: Preferences) -> None:
        """Save the heights."""
        self._lend(0)
        state = self.saveState() if self._guest is None else self._before
        if not state.isEmpty():
            preferences.put(_PREFERENCE, state)

    def recall(self, preferences: Preferences) -> None:
        """Restore the saved heights, if there are any."""
        self.restoreState(preferences.blob(_PREFERENCE))
