"""A ring about the pane to which the keys for the next pane have led."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from visualizer.shell.appearance.current_theme import THEME

_WIDTH = 3


class FocusRing(QWidget):
    """Stays while that pane has the focus; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._pane: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._went)

    @property
    def pane(self) -> QWidget | None:
        """The pane that it is about; None while it is not seen."""
        return self._pane if self.isVisible() else None

    def show_about(self, pane: QWidget) -> None:
        """Show it about a pane."""
        self._leave()
        self._pane = pane
        pane.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()
        self.update()

    def _follow(self) -> None:
        window, pane = self.parentWidget(), self._pane
        if window is not None and pane is not None:
            self.setGeometry(pane.rect().translated(pane.mapTo(window, pane.rect().topLeft())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A pane may grow or move while it has the focus: a question that was answered does.

        A page that is closed hides its panes before Qt deletes them.
        """
        if watched is self._pane and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._follow()
        elif watched is self._pane and event.type() is QEvent.Type.Hide:
            self._leave()
        return False

    def _went(self, old: QWidget | None, now: QWidget | None) -> None:
        pane = self._pane
        if pane is not None and now is not None and now is not pane and not pane.isAncestorOf(now):
            self._leave()

    def _leave(self) -> None:
        if self._pane is not None:
            self._pane.removeEventFilter(self)
            self._pane = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Just within the pane's edge."""
        painter = QPainter(self)
        painter.setPen(QPen(THEME.colour("accent"), _WIDTH))
        half = _WIDTH / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
