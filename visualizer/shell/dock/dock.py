"""The right dock, which may float: the step's sentences, variables, calls, types, inspector."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.dock.bookmark_panel import BookmarkPanel
from visualizer.shell.dock.bytecode_pane import BytecodePane
from visualizer.shell.dock.call_tree import CallTree
from visualizer.shell.dock.step_pane import StepPane
from visualizer.shell.dock.type_table import TypeTable
from visualizer.shell.dock.variable_table import VariableTable
from visualizer.shell.inspector.inspector import Inspector
from visualizer.shell.lessons.lesson_pane import LessonPane
from visualizer.shell.lessons.question_card import QuestionCard
from visualizer.shell.widgets.controls import Segments, icon_button
from visualizer.shell.widgets.dialog_size import scrolled
from visualizer.shell.widgets.folding import Section
from visualizer.shell.widgets.layouts import DOCK_HEAD, in_column, in_row, rule, words_label

_STEP, _LESSON, _OUTPUT = range(3)
"""The available pages; the output appears in place of the dock."""


class Dock(QFrame):
    """Holds the panels, and passes on the objects that the user picks in them."""

    object_picked = Signal(int)
    closed = Signal()
    lesson_shown = Signal(bool)
    output_asked = Signal()

    def __init__(
        self,
        step_pane: StepPane,
        bookmarks: BookmarkPanel,
        types: TypeTable,
        inspector: Inspector,
        bytecode: BytecodePane,
        *,
        variables: VariableTable,
        calls: CallTree,
        lesson: LessonPane,
        prediction: QuestionCard,
        words: Words,
    ) -> None:
        super().__init__()
        self.setProperty("pane", "true")
        self.setProperty("dock", "true")
        self.setMinimumWidth(240)
        self.step_pane, self.types, self.inspector = step_pane, types, inspector
        self.variables, self.calls = variables, calls
        self.bookmarks, self.bytecode = bookmarks, bytecode
        self.lesson, self.prediction = lesson, prediction
        self.pages, self._stack = Segments(3), QStackedWidget()
        self._close = icon_button(words, "panel-right-close", "dock.close", self.closed, "Ctrl+I")
        self._title = words_label(words, "step.title", "title")
        self.has_lesson = self._shares_place = self._is_large = False
        self._lay_out(words)
        for signal in (step_pane.object_picked, variables.object_picked, inspector.object_picked):
            signal.connect(self.object_picked)

    def _lay_out(self, words: Words) -> None:
        head = in_row(None, self._title, self.pages, None, self._close, margins=DOCK_HEAD)
        inside = QWidget()
        self._parts = parts = in_column(inside, spacing=0)
        shown = (
            *(self.step_pane, self.bookmarks, self.variables, self.calls),
            *(self.types, self.inspector, self.bytecode),
        )
        for number, part in enumerate(shown):
            # The bookmarks draw their own rule, because they are not always visible.
            if number and part is not self.bookmarks:
                line = rule()
                parts.addWidget(line)
                if part is self.types:
                    self._above_types = line
            parts.addWidget(part)
        parts.addStretch()
        self.area = scrolled(inside)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words.bind(self.area.setAccessibleName, "step.title")
        self.area.verticalScrollBar().rangeChanged.connect(self._limit_lists)
        self._lay_out_pages(words)
        in_column(self, head, self._stack, spacing=0)
        # Last, because showing a widget without a parent would open a window.
        self._choose_head()

    def _lay_out_pages(self, words: Words) -> None:
        self.pages.name(words, ("step.title", "lesson.title", "output.title"))
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.lesson)
        self.pages.picked.connect(self._show_page)
        self.prediction.setProperty("inset", "true")
        self.prediction.hide()
        self.insert(self.prediction)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        self._show_page(_STEP)

    def _show_page(self, page: int) -> None:
        """Show a page, or ask for the output, which appears in place of the dock."""
        if page == _OUTPUT:
            self.output_asked.emit()
        elif page == _LESSON or not self._is_large:
            self._stack.setCurrentIndex(page)
        self.pages.show_picked(self._stack.currentIndex())

    def focus_page(self) -> None:
        """Set the keyboard focus on the button of the current page."""
        self.pages.buttons[self._stack.currentIndex()].setFocus()

    def _choose_head(self) -> None:
        """Show buttons if there are several pages, else a title."""
        self.pages.buttons[_STEP].setHidden(self._is_large)
        self.pages.buttons[_LESSON].setVisible(self.has_lesson)
        self.pages.buttons[_OUTPUT].setVisible(self._shares_place)
        is_choice = self.has_lesson or self._shares_place
        self.pages.setVisible(is_choice)
        self._title.setVisible(not is_choice)
        self._close.setHidden(self._shares_place)

    def show_lesson(self, shown: bool) -> None:
        """Add the page of the lesson and show it, or remove it."""
        self.has_lesson = shown
        self._choose_head()
        self._show_page(_LESSON if shown else _STEP)
        self.lesson_shown.emit(shown)

    def show_large(self, pixels: int | None) -> None:
        """Present only the lesson, in letters of ``pixels``; None restores the usual size."""
        self._is_large = pixels is not None
        self.pages.setStyleSheet(f"QPushButton {{ font-size: {pixels}px; }}" if pixels else "")
        self.lesson.show_large(pixels)
        self._show_page(_LESSON if self.has_lesson else _STEP)
        self._choose_head()

    def insert(self, question: QuestionCard) -> None:
        """Insert a question above the sentences; it scrolls with them, so it keeps its height."""
        self._parts.insertWidget(0, question)

    def show_question(self, shown: bool) -> None:
        """Bring the question into view, if one is ``shown``."""
        if shown:
            self._show_page(_STEP)
            self.area.verticalScrollBar().setValue(0)

    def share_place(self, sharing: bool) -> None:
        """Offer the output as a page while dock and output share a place."""
        self._shares_place = sharing
        self._choose_head()

    def show_types(self, shown: bool) -> None:
        """Show or hide the table of types."""
        self._above_types.setVisible(shown)
        self.types.setVisible(shown)

    def show_inspector(self) -> None:
        """Bring the inspector into view."""
        self._show_page(_STEP)
        if (layout := self.layout()) is not None:
            layout.activate()
        self.area.verticalScrollBar().setValue(self.inspector.y())

    @property
    def sections(self) -> dict[str, Section]:
        """The sections that commands open, by the commands' keys."""
        return {"variables": self.variables, "call_tree": self.calls}

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.prediction.isAncestorOf(now):
            self.bring_up(now)

    def _limit_lists(self) -> None:
        """Let a section be no higher than the visible part, so that its current row is in it."""
        room = self.area.viewport().height()
        for section in (self.variables, self.calls):
            if section.is_open:
                around = section.sizeHint().height() - section.view.maximumHeight()
                section.view.keep_below(room - around)

    def bring_up(self, part: QWidget) -> None:
        """Show the page of a part, and scroll to it once the layout has given it its size."""
        if self.area.isAncestorOf(part):
            self._show_page(_STEP)
        QTimer.singleShot(0, part, lambda: self.area.ensureWidgetVisible(part))
