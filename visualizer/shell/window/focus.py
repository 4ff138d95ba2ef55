"""Moves the keyboard focus between panes, and draws a ring around the pane that has it."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from visualizer.shell.appearance.look import THEME
from visualizer.shell.lessons.lesson_pane import LessonPane
from visualizer.shell.window.sides import Sides

_WIDTH = 3


class PaneFocus(QObject):
    """Moves the focus through ``panes``, in their order."""

    def __init__(
        self,
        window: QWidget,
        panes: Callable[[], Sequence[QWidget]],
        lesson: LessonPane,
        sides: Sides,
    ) -> None:
        super().__init__(window)
        self._window, self._panes = window, panes
        self._lesson, self._sides = lesson, sides
        self._ring: FocusRing | None = None

    def move(self, direction: int) -> None:
        """Go to the next pane (``direction`` 1) or the previous one (-1).

        In a lesson the next open question precedes the next pane.
        """
        lesson, sides = self._lesson, self._sides
        focus: QWidget | None = self._window.focusWidget()
        if direction > 0 and focus is not None and lesson.isAncestorOf(focus):
            question = lesson.open_card
            if question is not None and not question.isAncestorOf(focus):
                question.setFocus()
                return
        there = [
            one
            for one in self._panes()
            if one.isEnabled() and (one.isVisible() or sides.hides(one))
        ]
        at = _place_of(focus, there, direction)
        pane = there[(at + direction) % len(there)]
        sides.bring_up(pane)
        question = lesson.open_card if pane is lesson else None
        (question or pane).setFocus()
        _scroll_to(pane)
        self._ring = self._ring or FocusRing(self._window)
        self._ring.show_about(pane)


def _place_of(focus: QWidget | None, panes: Sequence[QWidget], direction: int) -> int:
    """Return the index of the pane with the focus, or of the last one that the keys passed."""
    for widget in _by_tab(focus, -direction):
        part: QWidget | None = widget
        while part is not None and part not in panes:
            part = part.parentWidget()
        if part is not None:
            return panes.index(part)
    return -1 if direction > 0 else 0


def _scroll_to(pane: QWidget) -> None:
    """Bring the pane into view, as Tab would."""
    above: QWidget | None = pane.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(pane)
        above = above.parentWidget()


def _by_tab(start: QWidget | None, direction: int) -> Iterator[QWidget]:
    """Yield all widgets from ``start`` on, in the order of Tab (``direction`` 1) or Shift+Tab."""
    widget = start
    while widget is not None:
        yield widget
        widget = widget.nextInFocusChain() if direction > 0 else widget.previousInFocusChain()
        if widget is start:
            return


class FocusRing(QWidget):
    """Stays while its pane has the focus; mouse events pass through it."""

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
        """The pane inside the ring; None while the ring is hidden."""
        return self._pane if self.isVisible() else None

    def show_about(self, pane: QWidget) -> None:
        """Show the ring around ``pane``."""
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
        """Follow a pane that grows or moves, such as an answered question.

        A closed page hides its panes before Qt deletes them; then the ring leaves.
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
        """Draw the ring just inside the pane's edge."""
        painter = QPainter(self)
        painter.setPen(QPen(THEME.colour("accent"), _WIDTH))
        half = _WIDTH / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
