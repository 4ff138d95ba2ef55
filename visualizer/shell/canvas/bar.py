"""The bar above the diagram: levels, search, filter, zoom."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from visualizer.layout.analysis.facts import Level
from visualizer.shell.appearance.look import keep_height
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button, Segments, follow_action
from visualizer.shell.widgets.layouts import in_row
from visualizer.shell.widgets.pane import Pane
from visualizer.shell.widgets.search_bar import SearchBar
from visualizer.shell.window.skeleton import HEAD

LEVELS = len(Level)
_AROUND_WORDS, _NARROWEST = 26, 400
"""Pixels around the name of a level; a narrower bar keeps the layout of this width."""
_EDGES, _BETWEEN = 28, 4
"""Pixels at the ends of the bar and after the levels, together; pixels between buttons."""
_ICONS = (
    ("find_object", "search"),
    ("addresses", "memory-stick"),
    ("copy_picture", "image"),
    ("zoom_out", "zoom-out"),
    ("zoom_in", "zoom-in"),
    ("fit", "maximize"),
    ("dock", "panel-right"),
)
_ALWAYS = ("addresses", "find_object", "fit", "dock")
"""The buttons that every bar shows while no search is open."""


class DiagramBar(Pane):
    """The bar; ``actions`` maps the key of each button to its action.

    In a narrow bar, or beside a search, the names of the levels shrink to digits and the buttons of
    zoom and picture disappear, beside a search also further ones, so that it moves no pane: keys,
    the menu and the wheel also do their work.
    """

    def __init__(
        self, words: Words, actions: dict[str, QAction], search: SearchBar, filter_button: Button
    ) -> None:
        super().__init__()
        keep_height(self, HEAD)
        self._words, self._search, self._filter = words, search, filter_button
        self.levels = Segments(LEVELS)
        self._zoom = QLabel("100%", alignment=Qt.AlignmentFlag.AlignCenter)
        self._icons = {key: Button("icon", symbol) for key, symbol in _ICONS}
        for key, button in self._icons.items():
            follow_action(button, actions[key])
        self._lay_out()
        for signal in (search.opened, search.closed, search.counted, words.changed):
            signal.connect(self.fit)
        self.show_zoom(1.0)
        self.fit()

    def _lay_out(self) -> None:
        in_row(
            self,
            *(self.levels, (self._search, 1), None),
            *(self._icons["addresses"], self._icons["find_object"]),
            *(self._filter, self.picture, *self._zooming, self._icons["fit"], self._icons["dock"]),
            margins=(12, 0, 8, 0),
            spacing=_BETWEEN,
        )

    @property
    def picture(self) -> Button:
        """The button that copies the picture, and from which it is dragged."""
        return self._icons["copy_picture"]

    @property
    def _zooming(self) -> tuple[QWidget, ...]:
        return self._icons["zoom_out"], self._zoom, self._icons["zoom_in"]

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom of the diagram, 1.0 for 100 %."""
        self._zoom.setText(f"{round(100 * zoom)}%")
        self._zoom.setMinimumWidth(self._zoom_width)

    @property
    def _zoom_width(self) -> int:
        return max(52, self._zoom.fontMetrics().horizontalAdvance("400%") + 8)

    def fit(self) -> None:
        """Shorten the levels for the search field; hide the zoom buttons if there is no room."""
        is_searching = not self._search.isHidden()
        self._icons["find_object"].setHidden(is_searching)
        always = _width(*(self._icons[key] for key in _ALWAYS), self._filter)
        self._name_levels(is_short=is_searching or not self._has_room(self._names_width + always))
        always_and_picture = self.levels.sizeHint().width() + always + _width(self.picture)
        zooming = (
            _width(self.picture, self._icons["zoom_out"], self._icons["zoom_in"]) + self._zoom_width
        )
        has_room = self._has_room(self.levels.sizeHint().width() + always + zooming)
        self.picture.setVisible(self._has_room(always_and_picture))
        for part in self._zooming:
            # The menu, keys and the wheel zoom too.
            part.setVisible(has_room)
        needed = self.levels.sizeHint().width() + _width(self._icons["dock"])
        for button in (self._icons["fit"], self._filter, self._icons["addresses"]):
            needed += _width(button)
            button.setVisible(not is_searching or self._has_room(needed))

    def _has_room(self, width: int) -> bool:
        if not self._search.isHidden():
            width += self._search.minimumSizeHint().width() + _BETWEEN
        return width + _EDGES <= max(self.width(), _NARROWEST)

    @property
    def _names(self) -> list[str]:
        return [self._words(f"level.{number}") for number in range(1, LEVELS + 1)]

    @property
    def _names_width(self) -> int:
        """The width of the levels with their names, in pixels."""
        metrics = self.levels.buttons[0].fontMetrics()
        around = _AROUND_WORDS * LEVELS + 12
        return around + sum(metrics.horizontalAdvance(f"0 {name}") for name in self._names)

    def _name_levels(self, *, is_short: bool) -> None:
        """Label the levels with their digits, and with their names unless ``is_short``."""
        for number, (button, name) in enumerate(
            zip(self.levels.buttons, self._names, strict=True), start=1
        ):
            button.setText(f"{number}" if is_short else f"{number} {name}")
            button.setAccessibleName(f"{number} {name}")
            button.setToolTip(f"{self._words(f'level.{number}.hint')}  {number}")
        self.levels.setAccessibleName(self._words("level.name"))


def _width(*buttons: QWidget) -> int:
    return sum(button.sizeHint().width() + _BETWEEN for button in buttons)
