"""The top of the window: the menu, the mark, the tabs and their news, language, theme, help."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QButtonGroup, QMenu, QWidget

from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.look import THEME, keep_height, sign_px
from visualizer.shell.appearance.words import LANGUAGES, Words
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.widgets.controls import (
    Button,
    Segments,
    add_shortcut,
    follow_action,
    keys_of,
    labelled,
    lead_tab,
    name_of,
)
from visualizer.shell.widgets.layouts import announce, in_row
from visualizer.shell.widgets.pane import Pane
from visualizer.shell.window.skeleton import HEAD
from visualizer.shell.window.tabs import PAGES, Pages

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
        lead_tab(self.tabs[key], self.tabs.values())
        for tab in self.tabs.values():
            tab.updateGeometry()

    def set_narrow(self, narrow: bool) -> None:
        """Show the name only on the open tab."""
        for tab in self.tabs.values():
            tab.show_word(not narrow)


def _name(tab: Tab, action: QAction) -> None:
    tab.show_name(name_of(action), keys_of(action))


_SPACING = 6
_LANGUAGE_NAMES = {"ko": "한국어", "en": "EN"}
"""Each language is named in itself, for users who speak only that language."""
_THEME_SIGNS = {"light": "sun", "dark": "moon", "high-contrast": "contrast"}


class Header(Pane):
    """The menu button opens the whole menu; ``actions`` has the theme and help actions by key."""

    language_picked = Signal(str)

    def __init__(self, menu: QMenu, actions: dict[str, QAction], words: Words) -> None:
        super().__init__()
        keep_height(self, HEAD)
        self.menu_button = Button("icon", "menu")
        labelled(self.menu_button, words, "menu.name", "Alt+M")
        self.menu_button.clicked.connect(
            lambda: menu.popup(self.menu_button.mapToGlobal(QPointF(0, 44).toPoint()))
        )
        # Of the window: a presentation hides the button.
        window = menu.parentWidget()
        assert window is not None
        add_shortcut("Alt+M", window, self.menu_button.click, Qt.ShortcutContext.WindowShortcut)
        self._mark = Mark()
        self.tabs = Tabs(actions, words)
        self.languages = Segments(len(LANGUAGES))
        self._name_languages(words)
        self._icons = {
            "theme": Button("icon", _THEME_SIGNS[THEME.name]),
            "present": Button("icon", "presentation"),
            "help": Button("icon", "circle-question-mark"),
            "preferences": Button("icon", "settings"),
        }
        for key, button in self._icons.items():
            follow_action(button, actions[key])
        THEME.changed.connect(self._show_theme)
        in_row(
            self,
            *(self.menu_button, self._mark, self.tabs, None, self.languages, *self._icons.values()),
            margins=(8, 0, 12, 0),
            spacing=_SPACING,
        )

    def event(self, event: QEvent) -> bool:
        """Leave out the mark if the tabs need its room, also with other words or another tab."""
        is_known = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            mark = self._mark.width() + _SPACING
            needed = self.sizeHint().width() + mark * self._mark.isHidden()
            self._mark.setVisible(needed <= self.width())
        return is_known

    def _name_languages(self, words: Words) -> None:
        for language, button in zip(LANGUAGES, self.languages.buttons, strict=True):
            button.setText(_LANGUAGE_NAMES[language])
        words.bind(self.languages.setAccessibleName, "menu.language")
        self.languages.picked.connect(lambda at: self.language_picked.emit(LANGUAGES[at]))
        words.changed.connect(lambda: self._show_language(words))
        self._show_language(words)

    def _show_language(self, words: Words) -> None:
        self.languages.show_picked(LANGUAGES.index(words.language))

    def _show_theme(self) -> None:
        self._icons["theme"].set_symbol(_THEME_SIGNS[THEME.name])


class Mark(QWidget):
    """The application's logo: a name, and the object it refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(44, 32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a dot, a line and a box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = THEME.colour("accent")
        painter.setPen(QPen(accent, 2.4))
        painter.drawLine(QPointF(10, 16), QPointF(22, 16))
        painter.drawRoundedRect(QRectF(22, 9, 15, 14), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(QPointF(9, 16), 4, 4)


class ProgramNews(QObject):
    """Shows on the tab what happened while the program was not visible."""

    def __init__(self, bench: Workbench, tab: Tab, pages: Pages, words: Words) -> None:
        super().__init__(tab)
        self._bench, self._tab, self._rooms, self._words = bench, tab, pages, words
        pages.changed.connect(self.show)
        self._ended = False
        self._shown = ""
        for signal in (bench.run_began, bench.run_progressed, words.changed):
            signal.connect(self.show)
        for end in (bench.run_ended, bench.run_failed):
            end.connect(self._end)

    def _end(self) -> None:
        self._ended = True
        self.show()

    def show(self) -> None:
        """Show the news on the tab, or none while the program is visible."""
        bench, here = self._bench, self._rooms.shows_program
        if here or bench.run.active:
            self._ended = False
        key = "tab.program_waits" if bench.asks else "tab.program_ended" if self._ended else ""
        key = "" if here else key
        tab = self._tab
        tab.show_news(self._words(key) if key else "")
        if key != self._shown:
            self._shown = key
            if key:
                announce(tab, tab.accessibleName())
