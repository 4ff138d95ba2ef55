"""The settings of code, output and diagram: applied at once, and saved in the preferences."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from visualizer.shell.appearance.look import SIZES, STEP, px
from visualizer.shell.canvas.addresses import Pictures
from visualizer.shell.canvas.bar import LEVELS
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.editor.completion.completing import Completing
from visualizer.shell.output.pane import OutputPane
from visualizer.shell.playback.player import Player
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.source.pane import SourcePane

_FIRST_LEVEL = 1


class ViewSettings(QObject):
    """Applies and saves each setting, and checks the command that shows it."""

    def __init__(
        self,
        preferences: Preferences,
        commands: Mapping[str, QAction],
        player: Player,
        diagram: DiagramPane,
        source: SourcePane,
        *,
        output: OutputPane,
        completing: Completing,
    ) -> None:
        super().__init__(source)
        self._preferences, self._commands, self._player = preferences, commands, player
        self._diagram, self._source, self._output = diagram, source, output
        self._completing = completing

    @property
    def level(self) -> int:
        """The level of detail of the diagram."""
        return self._diagram.level

    def show_level(self, level: int) -> None:
        """Draw the diagram at ``level``."""
        self._player.show_level(level)
        self._diagram.show_level(level)
        self._commands[f"level_{level}"].setChecked(True)
        self._preferences.put("level", level)

    def follow_change(self, follows: bool) -> None:
        """Scroll to the changes of each step, or do not scroll."""
        self._diagram.follows = self._diagram.addresses.follows = follows
        self._keep_switch("follow", follows)

    def wrap_code(self, wrapped: bool) -> None:
        """Wrap long lines of code, or scroll sideways."""
        self._source.wrap(wrapped)
        self._keep_switch("wrap", wrapped)

    def suggest(self, on: bool) -> None:
        """Turn completions while typing on or off."""
        self._completing.turn(on)
        self._keep_switch("completion", on)

    def _keep_switch(self, key: str, on: bool) -> None:
        self._commands[key].setChecked(on)
        self._preferences.put(key, on)

    def set_size(self, part: str, pixels: int) -> None:
        """Set the text size of ``code_size`` or ``output_size``."""
        resize = self._source.set_code_size if part == "code_size" else self._output.set_text_size
        resize(px(pixels) // STEP * STEP)
        self._preferences.put(part, pixels)

    def recall(self) -> None:
        """Apply the saved level and switches, or their defaults."""
        preferences = self._preferences
        self.show_level(preferences.number("level", 1, LEVELS, _FIRST_LEVEL))
        self._diagram.addresses.show(Pictures(preferences.number("pictures", 0, 2, 0)))
        self.follow_change(not preferences.has("follow") or preferences.flag("follow"))
        self.wrap_code(preferences.flag("wrap"))
        self.suggest(not preferences.has("completion") or preferences.flag("completion"))

    def recall_sizes(self) -> None:
        """Apply the saved text sizes in the current font and at the current scale."""
        for part, (usual, limits) in SIZES.items():
            self.set_size(part, self._preferences.number(part, *limits, usual))
