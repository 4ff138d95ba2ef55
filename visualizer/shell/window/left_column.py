"""Editor above output; where the window is too small for it elsewhere, the dock for the output."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from visualizer.shell.output.pane import OutputPane
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.window.skeleton import BELOW_PART

_HEIGHTS = [480, 200]
"""Of editor and output."""
_READ_PART = 0.54
"""The share leaves six lines of code and nine of a lesson in 500 pixels."""
_PREFERENCE = "left"


class LeftColumn(QSplitter):
    """A guest that was taken in stands in the place of the output while it is shown."""

    def __init__(self, source: QWidget, output: OutputPane) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._output = output
        self._guest: QWidget | None = None
        self._before = QByteArray()
        self._lent: list[int] = []
        self._lends = True
        self._part = BELOW_PART
        self.addWidget(source)
        self.addWidget(output)
        self.setSizes(_HEIGHTS)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        output.room_wanted.connect(self._lend)
        self.splitterMoved.connect(self._keep_lent)

    def _lend(self, height: int) -> None:
        """Let the output have so much of the editor's room, up to half of what both have.

        It keeps it when one steps back, so that no line of code moves to and fro; another
        recording gives it back.
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
        """Someone has chosen the heights."""
        self._lent, self._lends = [], False

    def insert(self, guest: QWidget) -> None:
        """Have it below the editor; ``show_guest`` shows it."""
        self._lend(0)
        self._before, self._guest = self.saveState(), guest
        self.addWidget(guest)

    def show_guest(self, shown: bool) -> None:
        """Show the guest in the place of the output, or the output."""
        if self._guest is not None:
            self._guest.setVisible(shown)
            self._output.setVisible(not shown)
            self._share()

    def give_more(self, more: bool) -> None:
        """Give a guest that is read, not glanced at, the larger part of the height."""
        self._part = _READ_PART if more else BELOW_PART
        if self._guest is not None and not self._guest.isHidden():
            self._share()

    def _share(self) -> None:
        whole = max(2, sum(self.sizes()))
        below = round(whole * self._part)
        self.setSizes([whole - below, below, below])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a guest its share of the height, unless somebody has moved the splitter."""
        super().resizeEvent(event)
        if self._guest is not None and self._lends:
            self._share()

    def let_go(self) -> None:
        """Return the guest; the output gets back its place and height."""
        if self._guest is not None:
            self._guest.setParent(None)
            self._guest = None
            self._output.show()
            if self._before.isEmpty():
                self.setSizes(_HEIGHTS)
            else:
                self.restoreState(self._before)

    def reset(self) -> None:
        """As high as on the first day."""
        self._lend(0)
        self._before = QByteArray()
        if self._guest is None:
            self.setSizes(_HEIGHTS)

    def remember(self, preferences: Preferences) -> None:
        """Write down the heights."""
        self._lend(0)
        state = self.saveState() if self._guest is None else self._before
        if not state.isEmpty():
            preferences.put(_PREFERENCE, state)

    def recall(self, preferences: Preferences) -> None:
        """Take the heights that were written down, if there are any."""
        self.restoreState(preferences.blob(_PREFERENCE))
