"""The tabs at the top of the window, one for each room."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QWidget

from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.text_sizes import sign_px
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button, keys_of, name_of
from visualizer.shell.widgets.layouts import in_row
from visualizer.shell.window.tabs import PAGES

_ICON, _BAR, _GAP, _EDGE, _DOT = 18, 3, 8, 10, 4.5


class Tab(Button):
    """Shows an icon, its name if there is room or its page is open, and then a bar below.

    News replace the name; without room for text they appear as a dot.
    """

    def __init__(self, symbol: str) -> None:
        super().__init__("tab", checkable=True)
        self._sign = symbol
        self._wordless = False
        self._name = self._keys = self.news = ""

    def show_word(self, shown: bool) -> None:
        """Show the name next to the icon always, or only while the page is open."""
        self._wordless = not shown
        self.updateGeometry()
        self.update()

    def show_name(self, name: str, keys: str) -> None:
        """Show the name, and the keys that open the page."""
        self._name, self._keys = name, keys
        self.show_news(self.news)

    def show_news(self, news: str) -> None:
        """Show ``news`` instead of the name; an empty text shows the name again."""
        self.news = news
        said = news or self._name
        self.setText(said)
        self.setToolTip(f"{said}  {self._keys}".rstrip())
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    @property
    def has_word(self) -> bool:
        """Whether the tab has room for its name."""
        return not self._wordless or self.isChecked()

    def sizeHint(self) -> QSize:
        """Fit the name in the bold font of the open tab."""
        least = self.minimumSizeHint()
        # Qt elides a text that exactly fits.
        word = _GAP + QFontMetrics(self._bold).horizontalAdvance(self.text()) + 1
        return QSize(least.width() + word, least.height()) if self.has_word else least

    def minimumSizeHint(self) -> QSize:
        """Return the room for the icon: a word without room ends in three dots."""
        return QSize(2 * _EDGE + sign_px(_ICON), 44)

    @property
    def _bold(self) -> QFont:
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        return font

    @property
    def word(self) -> str:
        """The part of the text for which there is room."""
        room = self.width() - self.minimumSizeHint().width() - _GAP
        font = self._bold if self.isChecked() else self.font()
        return QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the background and focus ring, then icon, name and bar."""
        chosen, painter = self.isChecked(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(THEME.colour("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -5), 6, 6)
        elif self.underMouse() and not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(THEME.colour("cardHead"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 4, 0, -6), 6, 6)
        size = sign_px(_ICON)
        icon: QPixmap = pixmap(self._sign, THEME.colour("accent" if chosen else "ink2"), size, 2)
        middle = (self.height() - _BAR) // 2
        painter.drawPixmap(_EDGE, middle - size // 2, icon)
        if self.news:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(THEME.colour("accent"))
            painter.drawEllipse(QPointF(_EDGE + size, middle - size / 2), _DOT, _DOT)
        if self.has_word:
            painter.setFont(self._bold if chosen else self.font())
            painter.setPen(THEME.colour("ink" if chosen else "ink2"))
            left = _EDGE + size + _GAP
            words = QRectF(left, 0, self.width() - left, self.height() - _BAR)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.word)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(THEME.colour("accent"))
            painter.drawRoundedRect(QRectF(0, self.height() - _BAR, self.width(), _BAR), 1, 1)
        painter.end()


class Tabs(QWidget):
    """A tab for each page; a click triggers the command of the page."""

    def __init__(self, actions: dict[str, QAction], words: Words) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.tabs: dict[str, Tab] = {}
        row = in_row(self, spacing=4)
        for entry in PAGES:
            tab = self.tabs[entry.key] = Tab(entry.symbol)
            action = actions[f"page_{entry.key}"]
            action.changed.connect(lambda tab=tab, action=action: _name(tab, action))
            _name(tab, action)
            tab.clicked.connect(action.trigger)
            # A screen reader then calls it a radio button, not a check box.
            tab.setAutoExclusive(True)
            self._group.addButton(tab)
            row.addWidget(tab)
        words.changed.connect(self.updateGeometry)

    def show_picked(self, key: str) -> None:
        """Mark the tab of the open page."""
        self.tabs[key].setChecked(True)
        for tab in self.tabs.values():
            tab.updateGeometry()

    def set_narrow(self, narrow: bool) -> None:
        """Show the name only on the open tab."""
        for tab in self.tabs.values():
            tab.show_word(not narrow)


def _name(tab: Tab, action: QAction) -> None:
    tab.show_name(name_of(action), keys_of(action))
