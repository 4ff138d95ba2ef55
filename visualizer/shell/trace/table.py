"""The trace table below the diagram: a row for each step, a column for each watched value."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView

from visualizer.diagram.fonts import code_font
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.trace.delegate import ROW, TraceDelegate
from visualizer.shell.trace.menu import TraceMenu
from visualizer.shell.trace.model import CODE, FIXED, TraceModel
from visualizer.shell.trace.watching import Watching
from visualizer.shell.widgets.controls import Button, icon_button
from visualizer.shell.widgets.layouts import in_column, in_row, text_label, words_label
from visualizer.shell.widgets.pane import Pane

_WIDTHS = (84, 52, 240)
_NARROWEST, _WIDEST = 104, 260
"""The least and greatest width of a column before the user changes it."""
_NARROW = 640
"""A narrower table has buttons without text, and no hint after the title."""
_SOON = 120
"""Milliseconds between two updates while results arrive."""


class _View(QTableView):
    """Up and Down go to the step of the next row; Enter to the step of the current row."""

    asked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the step of the row that a key has made current."""
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        now = self.currentIndex().row()
        if now != before or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(now)


_EMPTY_HEIGHT, _LEAST_HEIGHT, _MOST_HEIGHT = 128, 176, 16_777_215
"""Heights of the empty table, and the limits of a filled table: the last is Qt's maximum."""


class TraceTable(Pane):
    """Shows the trace; a click on a row goes to its step, and the current step's row is marked."""

    closed = Signal()
    saved = Signal()

    def __init__(self, player: Player, watching: Watching, words: Words, code: QFont) -> None:
        super().__init__()
        self._player, self._watching, self._words = player, watching, words
        self.model = TraceModel(player, watching, words)
        self.menu = TraceMenu(player, watching, words, self.model, self)
        self.title = words_label(words, "trace.title", "title")
        self.hint = text_label("caption")
        self.empty = text_label("second", wraps=True)
        self.add, self.save = Button("plain", "plus"), Button("plain", "download")
        self.only, self.counts = Button("plain", "list-filter"), Button("plain", "hash")
        self._cross = icon_button(words, "x", "trace.close", self.closed)
        self.view = self._made_view(code)
        self._stack = QStackedWidget()
        self._soon = QTimer(self, singleShot=True)
        self._widths: dict[int, int] = {}
        self._usual, self._scale = code, 1.0
        self._lay_out()
        self._connect()
        self._renew()
        self.hide()

    def _made_view(self, code: QFont) -> _View:
        view = _View()
        view.setModel(self.model)
        self.delegate = TraceDelegate(self.model, code, view)
        view.setItemDelegate(self.delegate)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setFrameShape(view.Shape.NoFrame)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        down = view.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW)
        across = view.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsMovable(True)
        across.setSectionsClickable(True)
        across.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        return view

    def _lay_out(self) -> None:
        for button in (self.only, self.counts):
            button.setCheckable(True)
        self.only.setChecked(self.model.only_changes)
        row = in_row(
            None,
            *(self.title, self.hint, None, self.add),
            *(self.only, self.counts, self.save, self._cross),
            margins=(16, 6, 8, 6),
            spacing=8,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        in_column(self, row, (self._stack, 1), spacing=0)
        self.setMinimumHeight(140)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.menu.open_at(_below(self.add)))
        self.only.toggled.connect(self._show_only)
        self.counts.toggled.connect(self._show_counts)
        self.save.clicked.connect(self.saved)
        self.view.clicked.connect(lambda index: self._go_to(index.row()))
        self.view.asked.connect(self._go_to)
        across = self.view.horizontalHeader()
        across.sectionMoved.connect(self._move)
        across.sectionResized.connect(self._keep_width)
        across.customContextMenuRequested.connect(self._open_header)
        self._watching.changed.connect(self._renew)
        self._watching.read.connect(self._later)
        self._soon.timeout.connect(self._read_on)
        self._player.step_changed.connect(self._show_step)
        self._words.changed.connect(self._speak)
        THEME.changed.connect(self._use_fonts)
        self._speak()

    # ---- contents ----

    def _use_fonts(self) -> None:
        self._usual = code_font(self._usual.pixelSize())
        self.delegate.font = code_font(self.delegate.font.pixelSize())
        # The text size may have changed.
        self._speak()

    def show_large(self, pixels: int | None) -> None:
        """Use letters of at least that size and hide the buttons; None restores the usual view."""
        font = QFont(self._usual)
        self._scale = 1.0 if pixels is None else max(1.0, pixels / font.pixelSize())
        font.setPixelSize(round(font.pixelSize() * self._scale))
        self.delegate.font = font
        self.view.verticalHeader().setDefaultSectionSize(round(ROW * self._scale))
        sheet = "" if pixels is None else f"font-size: {pixels}px"
        for words in (self.view.horizontalHeader(), self.empty, self.hint):
            words.setStyleSheet(sheet)
        for widget in (self.title, self.add, self.only, self.counts, self.save, self._cross):
            widget.setVisible(pixels is None)
        # The code pane shows the program, and the values need the room.
        self.view.setColumnHidden(CODE, pixels is not None)
        self._speak()
        self._share()
        self._show_step()

    def mark(self, steps: frozenset[int]) -> None:
        """Mark the rows of steps with a bookmark."""
        self.delegate.marked = steps
        self.view.viewport().update()

    def _renew(self) -> None:
        self.model.renew()
        there = bool(self.model.columns)
        self._stack.setCurrentIndex(1 if there else 0)
        # While nothing is watched, the diagram needs the room more.
        self.setMaximumHeight(_MOST_HEIGHT if there else px(_EMPTY_HEIGHT))
        self.setMinimumHeight(px(_LEAST_HEIGHT) if there else 0)
        self.save.setEnabled(there)
        self._share()
        self._show_step()
        self._later()

    def _share(self) -> None:
        """Give each column its width."""
        across = self.view.horizontalHeader()
        # Keep only widths that the user chooses, not these.
        across.sectionResized.disconnect(self._keep_width)
        for section in range(self.model.columnCount()):
            # A hidden column keeps its width for when it is shown again.
            if not across.isSectionHidden(section):
                across.resizeSection(section, self._width(section))
        across.sectionResized.connect(self._keep_width)

    def _width(self, section: int) -> int:
        if self.view.isColumnHidden(section):
            return 0
        if section < FIXED:
            return round(self._widths.get(-section, _WIDTHS[section]) * self._scale)
        # The scroll bar may appear later, and would cover a part of the last column.
        there = self.view.width() - self.view.verticalScrollBar().sizeHint().width() - 4
        there -= sum(self._width(fixed) for fixed in range(FIXED))
        fair = there // len(self.model.columns)
        width = max(round(_NARROWEST * self._scale), min(fair, round(_WIDEST * self._scale)))
        own = self._widths.get(self.model.columns[section - FIXED].token)
        return width if own is None else round(own * self._scale)

    def _keep_width(self, section: int, _: int, width: int) -> None:
        token = -section if section < FIXED else self.model.columns[section - FIXED].token
        self._widths[token] = round(width / self._scale)

    def _later(self) -> None:
        if self._watching.is_complete:
            self._soon.stop()
            self._read_on()
        elif not self._soon.isActive():
            self._soon.start(_SOON)

    def _read_on(self) -> None:
        self.model.read_on()
        self._show_progress()
        self._show_step()

    def _show_progress(self) -> None:
        """Show next to the title how far the recording has been read; then, what a row is."""
        watching, words = self._watching, self._words
        step, steps = f"{watching.reached:,}", f"{self._player.steps:,}"
        reads = not watching.is_complete
        self.hint.setText(
            words("trace.reading", step=step, steps=steps) if reads else words("trace.hint")
        )
        roomy = self._scale == 1.0 and self.width() >= px(1.4 * _NARROW)
        self.hint.setVisible(reads or roomy)

    def _show_step(self) -> None:
        row = self.model.row_of(self._player.step)
        if row == len(self.model.rows) - 1 and not self._watching.is_complete:
            # Rows of later steps, perhaps of this one, are still being read.
            row = -1
        self.delegate.current = row
        self.view.viewport().update()
        if row >= 0 and self.view.isVisible():
            index = self.model.index(row, max(0, self.view.currentIndex().column()))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(self.model.index(row, 0))

    def _show_only(self, only: bool) -> None:
        self.model.only_changes = only
        self._renew()

    def _show_counts(self, counts: bool) -> None:
        self.model.with_counts = counts
        self._renew()

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self._player.go_to(self.model.rows[row])

    # ---- columns ----

    def _move(self, logical: int, old: int, new: int) -> None:
        """Reorder the watched values after a drag of a column; the header keeps its own order."""
        across = self.view.horizontalHeader()
        across.sectionMoved.disconnect(self._move)
        across.moveSection(new, old)
        across.sectionMoved.connect(self._move)
        if logical >= FIXED:
            QTimer.singleShot(0, self, lambda: self._watching.move(old - FIXED, new - FIXED))

    def _open_header(self, at: QPoint) -> None:
        across = self.view.horizontalHeader()
        section = across.logicalIndexAt(at)
        if section >= FIXED:
            self.menu.open_column(section - FIXED, across.mapToGlobal(at))

    # ---- texts and layout ----

    def _speak(self) -> None:
        words, roomy = self._words, self.width() >= px(_NARROW)
        for button, key in (
            (self.add, "trace.add"),
            (self.only, "trace.only"),
            (self.counts, "trace.counts"),
            (self.save, "trace.save"),
        ):
            button.set_words(words(key) if roomy else "")
            button.setToolTip(words(f"{key}_hint"))
            button.setAccessibleName(words(key))
        self._show_progress()
        self.view.setAccessibleName(words("trace.title"))
        self.model.headerDataChanged.emit(
            Qt.Orientation.Horizontal, 0, self.model.columnCount(QModelIndex()) - 1
        )
        self.view.viewport().update()

    def fit(self) -> None:
        """Fit the buttons' texts and the columns into the new width."""
        self._speak()
        self._share()

    def showEvent(self, event: object) -> None:
        """Bring the row of the current step into view."""
        self._show_step()


def _below(button: Button) -> QPoint:
    return button.mapToGlobal(button.rect().bottomLeft())
