"""Moves the keyboard focus from pane to pane."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollArea, QWidget

from visualizer.shell.lessons.lesson_pane import LessonPane
from visualizer.shell.window.focus_ring import FocusRing
from visualizer.shell.window.sides import Sides


class PaneFocus(QObject):
    """Goes round the panes of ``window``, which ``panes`` lists in their order."""

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

        In a lesson the next open question comes first.
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
    """Return the place of the pane with the focus, or of the last one passed on the way there."""
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
    """Go through all widgets from ``start`` on, as Tab does (``direction`` 1) or Shift+Tab."""
    widget = start
    while widget is not None:
        yield widget
        widget = widget.nextInFocusChain() if direction > 0 else widget.previousInFocusChain()
        if widget is start:
            return
