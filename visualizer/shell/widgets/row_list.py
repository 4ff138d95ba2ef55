"""A list of lines of code in the dock: only those that are seen are ever made."""

from PySide6.QtCore import QAbstractListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

from visualizer.shell.appearance.text_sizes import px

ROW, LETTERS = 26, 14
"""Heights of a line and of its letters, at the usual size of words."""


class RowList(QTableView):
    """``pointed`` follows when a key or click chose a row; ``clicked`` also follows a click.

    ``opened``: Enter; ``removed``: Delete; ``folded``: minus or plus. ``pressed_at`` is the
    distance of the last press from the left.
    """

    pointed = Signal(int)
    opened = Signal(int)
    removed = Signal(int)
    folded = Signal(int, bool)

    def __init__(self, model: QAbstractListModel, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setProperty("rows", "true")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(lambda index: self.pointed.emit(index.row()))
        self.pressed_at = 0
        self.resize_rows()

    def resize_rows(self) -> None:
        """Words may be larger or smaller now."""
        self.verticalHeader().setDefaultSectionSize(px(ROW))

    def fit(self, least: int, most: int) -> None:
        """Be as high as the rows there are, from ``least`` to ``most`` of them."""
        rows = min(max(self.model().rowCount(), least), most)
        self.setFixedHeight(rows * px(ROW) + 4)

    def bring_up(self, row: int) -> None:
        """Scroll as little as shows a row, and one above and below it."""
        for near in (row - 1, row + 1, row):
            if 0 <= near < self.model().rowCount():
                self.scrollTo(self.model().index(near, 0))

    def rows_seen(self) -> tuple[int, int]:
        """The first row that is seen, and the first below the last."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        count = self.model().rowCount()
        return max(first, 0), (last + 1 if last >= 0 else count) if first >= 0 else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where."""
        self.pressed_at = round(event.position().x())
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Report keys that choose, open, remove or fold a row."""
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        now = self.currentIndex().row()
        if now < 0:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(now)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(now)
        elif event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Plus):
            self.folded.emit(now, event.key() == Qt.Key.Key_Minus)
        elif now != before:
            self.pointed.emit(now)
