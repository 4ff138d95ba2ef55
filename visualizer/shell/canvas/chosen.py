"""Keeps the same object or frame selected when a program is recorded again."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from visualizer.diagram.view.scene import SheetScene
from visualizer.layout.picture import Key
from visualizer.layout.visibility import frame_key
from visualizer.model import State, own_names
from visualizer.shell.playback.player import Player

type _Name = tuple[str, str]
"""The function or file that contains a name, and the name."""


class _Call(NamedTuple):
    """Identifies a frame across recordings: its function, and its depth in the stack."""

    function: str
    depth: int


class _Wanted(NamedTuple):
    """The former selection: an object's serial and names, or the call of a frame."""

    selected: int | None
    names: tuple[_Name, ...]
    call: _Call | None


class Chosen(QObject):
    """Restores the selection in a new recording of the same program.

    An object is the same if it was created in the same way, or else has the same name. The same
    frame runs the same function at the same depth of the stack. An object or frame that does not
    exist at the first step shown is selected at a later step, unless the user goes elsewhere or
    selects something before. A recording of another program starts without a selection.
    """

    def __init__(self, player: Player, scene: SheetScene) -> None:
        super().__init__(scene)
        self._player, self._scene = player, scene
        self._names: tuple[_Name, ...] = ()
        self._call: _Call | None = None
        self._wanted: _Wanted | None = None
        self._chooses = False
        player.recording_changed.connect(self._begin_recording)
        player.step_changed.connect(self._show)
        player.asked.connect(self._give_up)
        scene.object_selected.connect(self._note_choice)
        scene.frame_chosen.connect(self._note_choice)

    def _begin_recording(self) -> None:
        if self._player.former is None:
            self._wanted = None
            if self._scene.is_chosen:
                self._scene.choose_frame(None)
        elif self._scene.is_chosen:
            self._wanted = _Wanted(self._scene.selected, self._names, self._call)

    def _show(self) -> None:
        """Select the wanted object or frame if it exists at the player's step."""
        if self._wanted is not None and self._player.step:
            self._chooses = True
            if self._choose(self._wanted):
                self._wanted = None
            elif self._scene.is_chosen:
                self._scene.choose_frame(None)
            self._chooses = False
        self._note()

    def _choose(self, wanted: _Wanted) -> bool:
        """Restore the former selection; return whether it exists."""
        if wanted.selected is not None:
            serial = self._found(wanted.selected, wanted.names)
            if serial is not None:
                self._scene.select(serial)
            return serial is not None
        key = _calls(self._player.state).get(wanted.call)
        if key is not None:
            self._scene.choose_frame(key)
        return key is not None

    def _give_up(self) -> None:
        """Stop waiting: the user has gone to another step."""
        self._wanted = None

    def _note_choice(self) -> None:
        if not self._chooses:
            if self._scene.is_chosen:
                self._wanted = None
            self._note()

    def _found(self, selected: int, names: tuple[_Name, ...]) -> int | None:
        player = self._player
        same = player.former.serial(selected) if player.former is not None else None
        if same is not None and same in player.state.heap:
            return same
        named = _named(player.state)
        return next((serial for name, serial in named if name in names), None)

    def _note(self) -> None:
        """Remember the names of the selected object, or the place of the selected frame."""
        if self._wanted is not None:
            return
        selected, chosen, state = self._scene.selected, self._scene.chosen, self._player.state
        if selected is not None:
            named = _named(state)
            self._names = tuple(name for name, serial in named if serial == selected)
        found = (call for call, key in _calls(state).items() if key == chosen)
        self._call = next(found, self._call if chosen is not None else None)


def _calls(state: State) -> dict[_Call | None, Key]:
    """Return the frames of the step's thread by call, and the module, which may have no frame."""
    calls: dict[_Call | None, Key] = {
        _Call("<module>", 0): Key("globals", file) for file in list(state.globals)[:1]
    }
    for depth, frame in enumerate(state.frames):
        calls[_Call(frame.function, depth)] = frame_key(frame)
    return calls


def _named(state: State) -> list[tuple[_Name, int]]:
    """Return all names with the serials they refer to, names of the innermost call first."""
    found = [
        ((frame.function, name), serial)
        for frame in reversed(state.frames)
        for name, serial in own_names(frame)
    ]
    for file, names in state.globals.items():
        found += [((file, name), serial) for name, serial in names]
    return found
