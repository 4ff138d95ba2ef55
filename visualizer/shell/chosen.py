"""Keeps the same object selected when the program is recorded again."""

from PySide6.QtCore import QObject

from visualizer.diagram.sheet.scene import SheetScene
from visualizer.model import State
from visualizer.shell.player import Player

type _Name = tuple[str, str]
"""The function in which a name is, or the file, and the name."""


class Chosen(QObject):
    """The object that was made in the same way; else the one that has the same name now.

    In a recording of another program nothing is selected.
    """

    def __init__(self, player: Player, scene: SheetScene) -> None:
        super().__init__(scene)
        self._player, self._scene = player, scene
        self._names: tuple[_Name, ...] = ()
        self._wanted: tuple[int, tuple[_Name, ...]] | None = None
        player.recording_changed.connect(self._another)
        player.step_changed.connect(self._show)
        scene.object_selected.connect(self._note)

    def _another(self) -> None:
        selected = self._scene.selected
        self._wanted = None
        if selected is None:
            return
        if self._player.former is None:
            self._scene.select(None)
        else:
            self._wanted = selected, self._names

    def _show(self) -> None:
        """The first step of another recording is there, or another step of this one."""
        if self._wanted is not None and self._player.step:
            (selected, names), self._wanted = self._wanted, None
            self._scene.select(self._found(selected, names))
        self._note()

    def _found(self, selected: int, names: tuple[_Name, ...]) -> int | None:
        player = self._player
        same = player.former.serial(selected) if player.former is not None else None
        if same is not None and same in player.state.heap:
            return same
        named = _named(player.state)
        return next((serial for name, serial in named if name in names), None)

    def _note(self) -> None:
        selected = self._scene.selected
        if selected is not None and self._wanted is None:
            named = _named(self._player.state)
            self._names = tuple(name for name, serial in named if serial == selected)


def _named(state: State) -> list[tuple[_Name, int]]:
    """All names, those of the innermost call first."""
    found = [
        ((frame.function, name), serial)
        for frame in reversed(state.frames)
        for name, serial in frame.locals
    ]
    for file, names in state.globals.items():
        found += [((file, name), serial) for name, serial in names]
    return found
