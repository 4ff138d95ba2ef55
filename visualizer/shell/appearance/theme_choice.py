"""Which theme is on: the one chosen, else the system's.

The window asks for the colours before anything else: fonts and styles are imported when used.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollBar

from visualizer.diagram.themes import THEMES, Theme, system_theme, theme
from visualizer.shell.appearance.text_sizes import SCALES, px, set_percent
from visualizer.shell.settings.preferences import Preferences

_WORD_SIZE = 13
SYSTEM = "system"
CHOICES = (SYSTEM, *THEMES)
MOTIONS = (SYSTEM, "reduced", "full")


class Appearance(QObject):
    """``changed`` says that everything has to be drawn in other colours."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._fonts_found = self._other_font = False
        self.choice = preferences.text("theme", CHOICES, SYSTEM)
        hints = QGuiApplication.styleHints()
        # Asked once: PySide6 6.12 takes its own object for deleted later on.
        asked = hints.accessibility()
        self._system_contrast, self._system_motion = (
            asked.contrastPreference(),
            asked.motionPreference(),
        )
        self.name = self._name()
        self.missing_fonts: tuple[str, ...] = ()
        set_percent(preferences.number("text_percent", SCALES[0], SCALES[-1], SCALES[0]))
        hints.colorSchemeChanged.connect(self._system_changed)
        asked.contrastPreferenceChanged.connect(self._contrast_changed)
        asked.motionPreferenceChanged.connect(self._motion_changed)

    @property
    def theme(self) -> Theme:
        """The colours of the theme that is on."""
        return theme(self.name)

    def choose(self, choice: str) -> None:
        """Use this theme from now on."""
        self.choice = choice
        self._preferences.put("theme", choice)
        self._use()

    @property
    def motion(self) -> str:
        """What was chosen: as the system asks, reduced, full."""
        return self._preferences.text("motion", MOTIONS, SYSTEM)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing should move: as chosen, else as the system asks."""
        chosen = self.motion
        if chosen != SYSTEM:
            return chosen == "reduced"
        return self._system_motion is Qt.MotionPreference.ReducedMotion

    def reduce_motion(self, reduced: bool) -> None:
        """Let things move, or not, from now on."""
        self.choose_motion("reduced" if reduced else "full")

    def choose_motion(self, choice: str) -> None:
        """Let things move, or not, or as the system asks, from now on."""
        self._preferences.put("motion", choice)
        self.changed.emit()

    def scale_text(self, percent: int) -> None:
        """Write all words that large, in percent of the usual, from now on."""
        set_percent(percent)
        self._preferences.put("text_percent", percent)
        self.apply()
        self.changed.emit()

    def choose_font(self, part: str, family: str) -> None:
        """Write words or code in this font from now on; an empty name is the usual one."""
        self._preferences.put(part, family) if family else self._preferences.forget(part)
        self.use_fonts()

    def use_fonts(self) -> None:
        """Write in the fonts that the preferences name."""
        self._find_fonts()
        self.apply()
        self.changed.emit()

    def _find_fonts(self) -> None:
        from visualizer.shell.appearance.font_families import use_fonts

        self.missing_fonts = use_fonts(self._preferences)
        self._fonts_found = True

    def next(self) -> None:
        """Go on to the next of the three."""
        self.choose(THEMES[(THEMES.index(self.name) + 1) % len(THEMES)])

    def prepare(self) -> None:
        """Palette and font of the application: what is made then is measured as it will be."""
        from visualizer.diagram.fonts import word_font
        from visualizer.shell.appearance.style import palette

        if not self._fonts_found:
            self._find_fonts()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(self.theme))
            font = word_font(px(_WORD_SIZE))
            if application.font() != font:
                application.setFont(font)
                self._other_font = True

    def apply(self) -> None:
        """Dress the application."""
        from visualizer.shell.appearance.style import style_sheet

        self.prepare()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            sheet = style_sheet(self.theme, strong=self.name == "high-contrast")
            # Setting it takes Qt to every widget there is, also where it is the same: those that
            # it dresses take no other font by themselves.
            if self._other_font or application.styleSheet() != sheet:
                application.setStyleSheet(sheet)
            self._other_font = False

    def _system_changed(self) -> None:
        self._use()

    def _contrast_changed(self, asked: Qt.ContrastPreference) -> None:
        self._system_contrast = asked
        self._use()

    def _motion_changed(self, asked: Qt.MotionPreference) -> None:
        self._system_motion = asked
        self.changed.emit()

    def _use(self) -> None:
        name = self._name()
        if name == self.name:
            self.changed.emit()
            return
        self.name = name
        with _scrolled_as_it_is():
            # Changed, a style sheet takes many times as long as taken off and put on.
            take_off_style_sheet()
            self.apply()
            self.changed.emit()

    def _name(self) -> str:
        if self.choice != SYSTEM:
            return self.choice
        if self._system_contrast is Qt.ContrastPreference.HighContrast:
            return "high-contrast"
        return system_theme()


def take_off_style_sheet() -> None:
    """Have the next one put on, not changed; code has its first size meanwhile."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setStyleSheet("")


@contextmanager
def _scrolled_as_it_is() -> Iterator[None]:
    """Where letters are smaller for a moment there is less to scroll."""
    before = _scrolled()
    yield
    for bar, place in _scrolled().items():
        if place < before.get(bar, place):
            bar.setValue(before[bar])


def _scrolled() -> dict[QScrollBar, int]:
    return {bar: bar.value() for bar in QApplication.allWidgets() if isinstance(bar, QScrollBar)}
