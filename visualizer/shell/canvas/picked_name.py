"""Which name is selected: the row of a call or module that the ring in the diagram is at."""

from visualizer.diagram.view.meaning import NameOf, name_of
from visualizer.diagram.view.view import SheetView
from visualizer.explain import MODULE, WatchedName, watched_name
from visualizer.layout import Key
from visualizer.model import State
from visualizer.shell.playback.player import Player


def name_at(state: State, key: Key, name: str) -> WatchedName | None:
    """The name in a row of a frame's card, or of a module's."""
    if key.kind == "globals":
        known = name in dict(state.globals.get(str(key.name), ()))
        return WatchedName(str(key.name), MODULE, name) if known else None
    for frames in state.stacks.values():
        for frame in frames:
            if key.kind == "frame" and frame.serial == key.name and name in dict(frame.locals):
                return watched_name(frame, name)
    return None


def focused_name(view: SheetView) -> NameOf | None:
    """The name that has the focus in a view; None where keys do not go there."""
    if not view.hasFocus():
        return None
    at = view.walk.at
    return name_of(*at.field) if at is not None and at.field is not None else None


class PickedName:
    """It stays the same where its call has ended, until another row is picked.

    There is none where keys do not go to the diagram, or its ring is not at a name.
    """

    def __init__(self, player: Player, view: SheetView) -> None:
        self._player, self._view = player, view
        self._known: tuple[NameOf, WatchedName] | None = None

    def __call__(self) -> WatchedName | None:
        """The name; None where there is none."""
        at = focused_name(self._view)
        if at is None:
            return None
        found = name_at(self._player.state, at.frame, at.name)
        if found is not None:
            self._known = at, found
        if self._known is not None and self._known[0] == at:
            return self._known[1]
        return None
