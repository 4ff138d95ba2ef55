"""A list of lines of code in the dock; it makes only the visible ones."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from visualizer.diagram.fonts import code_font
from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.look import THEME, px

ROW, LETTERS = 26, 14
"""The heights of a line and of its letters at the usual text size."""
FOLD = 14
"""The width of the sign that folds a row."""
_LEAST = 3
"""The minimum number of rows with room."""


class RowDelegate(QStyledItemDelegate):
    """Paints rows in ``font``; ``paint_row`` paints one, without the frame of the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.font = code_font(px(LETTERS))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        self.paint_row(painter, rect, index.row())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(THEME.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def paint_row(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Paint row ``number``."""
        raise NotImplementedError

    def paint_chosen(self, painter: QPainter, rect: QRect) -> None:
        """Paint the background of an emphasized row, with a bar at its left."""
        painter.fillRect(rect, THEME.colour("accentSoft"))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), THEME.colour("accent"))

    def paint_fold(self, painter: QPainter, left: int, rect: QRect, *, is_folded: bool) -> None:
        """Paint the sign of a foldable row."""
        sign = "chevron-right" if is_folded else "chevron-down"
        scale = max(1, round(painter.device().devicePixelRatioF()))
        top = rect.top() + (rect.height() - FOLD) // 2
        painter.drawPixmap(left, top, pixmap(sign, THEME.colour("ink2"), FOLD, scale))


class RowList(QTableView):
    """As high as its rows, up to ``most`` and ``keep_below``.

    ``delegate``'s font has the current text size.

    ``pointed`` follows when a key or click selects a row; ``clicked`` also follows a click.
    ``opened``: Enter; ``removed``: Delete; ``folded``: minus or plus. ``pressed_at`` is the
    distance of the last press from the left.
    """

    pointed = Signal(int)
    opened = Signal(int)
    removed = Signal(int)
    folded = Signal(int, bool)

    def __init__(self, model: QAbstractListModel, delegate: RowDelegate, most: int) -> None:
        super().__init__()
        self._delegate, self._most, self._rows = delegate, most, _LEAST
        self._highest: int | None = None
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
        THEME.changed.connect(self._use_font)
        self._use_font()

    def _use_font(self) -> None:
        self._delegate.font = code_font(px(LETTERS))
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.fit()

    def begin(self) -> None:
        """Return to the least height, for another recording; the caller then calls ``fit``."""
        self._rows = _LEAST

    def fit(self) -> None:
        """Adapt the height to the number of rows.

        The height never shrinks, so that the return of a call does not move the panels below.
        """
        self._rows = max(self._rows, min(self.model().rowCount(), self._most))
        rows = self._rows
        if self._highest is not None:
            rows = min(rows, max(_LEAST, (self._highest - 4) // px(ROW)))
        self.setFixedHeight(rows * px(ROW) + 4)

    def keep_below(self, pixels: int) -> None:
        """Be no higher than ``pixels``: what surrounds the list shows no more of it."""
        self._highest = pixels
        self.fit()

    def bring_up(self, row: int) -> None:
        """Scroll as little as possible to show a row and its neighbours."""
        for near in (row - 1, row + 1, row):
            if 0 <= near < self.model().rowCount():
                self.scrollTo(self.model().index(near, 0))

    def rows_seen(self) -> tuple[int, int]:
        """Return the first visible row, and the first row after the last visible one."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        count = self.model().rowCount()
        return max(first, 0), (last + 1 if last >= 0 else count) if first >= 0 else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note the distance from the left."""
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
