"""The top of the window: the menu, the mark, the tabs, language, theme, help."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.text_sizes import keep_height
from visualizer.shell.appearance.words import LANGUAGES, Words
from visualizer.shell.widgets.controls import Button, Segments, follow_action, labelled
from visualizer.shell.widgets.layouts import in_row
from visualizer.shell.window.skeleton import HEAD
from visualizer.shell.window.tab_bar import Tabs

_SPACING = 6
_LANGUAGE_NAMES = {"ko": "한국어", "en": "EN"}
"""Each language is named in itself, for users who speak only that language."""
_THEME_SIGNS = {"light": "sun", "dark": "moon", "high-contrast": "contrast"}


class Header(QWidget):
    """The menu button opens the whole menu; ``actions`` has the theme and help actions by key."""

    language_picked = Signal(str)

    def __init__(self, menu: QMenu, actions: dict[str, QAction], words: Words) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "true")
        keep_height(self, HEAD)
        self.menu_button = Button("icon", "menu")
        labelled(self.menu_button, words, "menu.name", "Alt+M")
        self.menu_button.setShortcut("Alt+M")
        self.menu_button.clicked.connect(
            lambda: menu.popup(self.menu_button.mapToGlobal(QPointF(0, 44).toPoint()))
        )
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
            button.clicked.connect(actions[key].trigger)
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
