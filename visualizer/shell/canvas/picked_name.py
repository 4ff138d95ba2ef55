"""Finds the selected name: the row of a frame or module that has the diagram's focus ring."""

from visualizer.diagram.view.meaning import NameOf, name_of
from visualizer.diagram.view.view import SheetView
from visualizer.explain.watched.looks import MODULE, WatchedName
from visualizer.explain.watched.traces import watched_name
from visualizer.layout.picture import Key
from visualizer.model import State
from visualizer.shell.playback.player import Player


def name_at(state: State, key: Key, name: str) -> WatchedName | None:
    """Return the name in a row of a frame's or module's card; None if the row no longer exists."""
    if key.kind == "globals":
        known = name in dict(state.globals.get(str(key.name), ()))
        return WatchedName(str(key.name), MODULE, name) if known else None
    for frames in state.stacks.values():
        for frame in frames:
            if key.kind == "frame" and frame.serial == key.name and name in dict(frame.locals):
                return watched_name(frame, name)
    return None


def focused_name(view: SheetView) -> NameOf | None:
    """Return the name that has the focus in ``view``, or None."""
    if not view.hasFocus():
        return None
    at = view.walk.at
    return name_of(*at.field) if at is not None and at.field is not None else None


class PickedName:
    """The selected name, even after its call has returned, until another row is selected."""

    def __init__(self, player: Player, view: SheetView) -> None:
        self._player, self._view = player, view
        self._known: tuple[NameOf, WatchedName] | None = None

    def __call__(self) -> WatchedName | None:
        """Return the selected name; None if the diagram or no name has the focus."""
        at = focused_name(self._view)
        if at is None:
            return None
        found = name_at(self._player.state, at.frame, at.name)
        if found is not None:
            self._known = at, found
        if self._known is not None and self._known[0] == at:
            return self._known[1]
        return None
