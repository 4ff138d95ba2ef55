"""Moves the keyboard focus from pane to pane."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

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
        at = next(
            (
                place
                for place, pane in enumerate(there)
                if focus is pane or (focus is not None and pane.isAncestorOf(focus))
            ),
            -1 if direction > 0 else 0,
        )
        pane = there[(at + direction) % len(there)]
        sides.bring_up(pane)
        question = lesson.open_card if pane is lesson else None
        (question or pane).setFocus()
        self._ring = self._ring or FocusRing(self._window)
        self._ring.show_about(pane)
