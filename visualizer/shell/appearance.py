"""Which theme is on: the one chosen, else the system's."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from visualizer.diagram.themes import THEMES, Theme
from visualizer.shell.preferences import Preferences
from visualizer.shell.style import palette, style_sheet

SYSTEM = "system"
CHOICES = (SYSTEM, "light", "dark", "high-contrast")


class Appearance(QObject):
    """``changed`` says that everything has to be drawn in other colours."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.choice = preferences.text("theme", CHOICES, SYSTEM)
        self.name = self._name()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def theme(self) -> Theme:
        """The colours of the theme that is on."""
        return THEMES[self.name]

    def choose(self, choice: str) -> None:
        """Use this theme from now on."""
        self.choice = choice
        self._preferences.put("theme", choice)
        self._use()

    def next(self) -> None:
        """Go on to the next of the three."""
        themes = CHOICES[1:]
        self.choose(themes[(themes.index(self.name) + 1) % len(themes)])

    def apply(self) -> None:
        """Dress the application."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(self.theme))
            application.setStyleSheet(
                style_sheet(self.theme, strong=self.name == "high-contrast")
            )

    def _system_changed(self) -> None:
        self._use()

    def _use(self) -> None:
        name = self._name()
        if name != self.name:
            self.name = name
            self.apply()
        self.changed.emit()

    def _name(self) -> str:
        if self.choice != SYSTEM:
            return self.choice
        hints = QGuiApplication.styleHints()
        # Qt 6.10 and later know the system's wish for contrast; before, light or dark is all.
        wish = getattr(hints, "accessibility", None)
        if wish is not None and wish().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return "high-contrast"
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"
