"""The current theme, fonts, text scale and motion: the user's choice, else the system's.

The window needs the colours first, so fonts and styles are imported late.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollBar

from visualizer.diagram.themes import THEMES, system_theme
from visualizer.shell.appearance.look import SCALES, THEME, percent, px, set_percent
from visualizer.shell.settings.preferences import Preferences

_WORD_SIZE = 13
SYSTEM = "system"
CHOICES = (SYSTEM, *THEMES)
PARTS = {"word_family": "words", "code_family": "code"}
"""Keys of the preferences, and the kind of font that each key names."""
MOTIONS = (SYSTEM, "reduced", "full")


class Appearance(QObject):
    """The appearance of the window; ``changed`` follows each change.

    Parts that store colours follow ``THEME``, which changes first.
    """

    changed = Signal()
    text_scaled = Signal(int)
    """The scale of all text has changed; carries the percentage."""
    fonts_changed = Signal()
    """Text and code may have other fonts, and so other widths."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._fonts_found = self._other_font = False
        self.choice = preferences.text("theme", CHOICES, SYSTEM)
        hints = QGuiApplication.styleHints()
        # Read only here: later, PySide6 6.12 believes that this object was deleted.
        accessibility = hints.accessibility()
        self._system_contrast = accessibility.contrastPreference()
        self._system_motion = accessibility.motionPreference()
        THEME.name = self._name()
        self.missing_fonts: tuple[str, ...] = ()
        set_percent(preferences.number("text_percent", SCALES[0], SCALES[-1], SCALES[0]))
        hints.colorSchemeChanged.connect(self._use)
        accessibility.contrastPreferenceChanged.connect(self._contrast_changed)
        accessibility.motionPreferenceChanged.connect(self._motion_changed)

    @property
    def name(self) -> str:
        """The name of the current theme."""
        return THEME.name

    def choose(self, choice: str) -> None:
        """Use a theme of ``CHOICES``."""
        self.choice = choice
        self._preferences.put("theme", choice)
        self._use()

    @property
    def motion(self) -> str:
        """The choice of ``MOTIONS``."""
        return self._preferences.text("motion", MOTIONS, SYSTEM)

    @property
    def reduced_motion(self) -> bool:
        """Whether to avoid animations: the user's choice, else the system's."""
        chosen = self.motion
        if chosen != SYSTEM:
            return chosen == "reduced"
        return self._system_motion is Qt.MotionPreference.ReducedMotion

    def reduce_motion(self, reduced: bool) -> None:
        """Turn animations off or on, regardless of the system."""
        self.choose_motion("reduced" if reduced else "full")

    def choose_motion(self, choice: str) -> None:
        """Choose one of ``MOTIONS``."""
        self._preferences.put("motion", choice)
        self.changed.emit()

    def scale_text(self, wanted: int, *, keep: bool = True) -> None:
        """Scale all text to ``wanted`` percent of the usual size; ``keep`` it for later windows."""
        if wanted != percent():
            set_percent(wanted)
            if keep:
                self._preferences.put("text_percent", wanted)
            self._apply_anew()
            self.text_scaled.emit(wanted)

    def step_text(self, by: int) -> None:
        """Change to the next larger (1) or smaller (-1) available scale of text."""
        place = SCALES.index(percent()) + by
        self.scale_text(SCALES[max(0, min(place, len(SCALES) - 1))])

    def choose_font(self, part: str, family: str) -> None:
        """Use a font for ``word_family`` or ``code_family``; an empty name is the default."""
        self._preferences.put(part, family) if family else self._preferences.forget(part)
        self.use_fonts()

    def use_fonts(self) -> None:
        """Use the fonts in the preferences."""
        self._find_fonts()
        self._apply_anew()
        self.fonts_changed.emit()

    def _find_fonts(self) -> None:
        """Use the chosen text and code fonts, as far as they are installed."""
        from visualizer.diagram.fonts import choose_families, families_to_choose

        names = ((kind, self._preferences.string(part)) for part, kind in PARTS.items())
        chosen = {kind: name for kind, name in names if name}
        found = {kind: name for kind, name in chosen.items() if name in families_to_choose(kind)}
        choose_families(**{kind: found.get(kind, "") for kind in PARTS.values()})
        self.missing_fonts = tuple(name for kind, name in chosen.items() if kind not in found)
        self._fonts_found = True

    def next(self) -> None:
        """Change to the next theme."""
        self.choose(THEMES[(THEMES.index(THEME.name) + 1) % len(THEMES)])

    def prepare(self) -> None:
        """Set the application's palette and font, so that new widgets get their right sizes."""
        from visualizer.diagram.fonts import word_font
        from visualizer.shell.appearance.style import palette

        if not self._fonts_found:
            self._find_fonts()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(THEME.now))
            font = word_font(px(_WORD_SIZE))
            if application.font() != font:
                application.setFont(font)
                self._other_font = True

    def apply(self) -> None:
        """Set the application's palette, font and style sheet, and emit ``THEME.changed``."""
        from visualizer.shell.appearance.style import style_sheet

        self.prepare()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            sheet = style_sheet(THEME.now, strong=THEME.name == "high-contrast")
            # Setting even the same sheet polishes every widget, so avoid it; but styled widgets
            # take another font only then.
            if self._other_font or application.styleSheet() != sheet:
                application.setStyleSheet(sheet)
            self._other_font = False
        THEME.changed.emit(THEME.colour)

    def _contrast_changed(self, wanted: Qt.ContrastPreference) -> None:
        self._system_contrast = wanted
        self._use()

    def _motion_changed(self, wanted: Qt.MotionPreference) -> None:
        self._system_motion = wanted
        self.changed.emit()

    def _use(self) -> None:
        name = self._name()
        if name == THEME.name:
            self.changed.emit()
            return
        THEME.name = name
        self._apply_anew()

    def _apply_anew(self) -> None:
        with _keeping_scroll():
            # Changing a style sheet takes many times as long as removing it and setting another.
            remove_style_sheet()
            self.apply()
            self.changed.emit()

    def _name(self) -> str:
        if self.choice != SYSTEM:
            return self.choice
        if self._system_contrast is Qt.ContrastPreference.HighContrast:
            return "high-contrast"
        return system_theme()


def remove_style_sheet() -> None:
    """Remove the style sheet, so that setting the next one is fast; code loses its size."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setStyleSheet("")


@contextmanager
def _keeping_scroll() -> Iterator[None]:
    """Restore the scroll bars, whose range may shrink while the text is smaller for a moment."""
    before = _scroll_values()
    yield
    for bar, place in _scroll_values().items():
        if place < before.get(bar, place):
            bar.setValue(before[bar])


def _scroll_values() -> dict[QScrollBar, int]:
    return {bar: bar.value() for bar in QApplication.allWidgets() if isinstance(bar, QScrollBar)}
