"""Which name is selected: the row of a call or module that the ring in the diagram is at."""

from visualizer.diagram.scene import DiagramScene
from visualizer.diagram.view import DiagramView
from visualizer.diagram.walk import Place
from visualizer.explain import MODULE, WatchedName, watched_name
from visualizer.layout import Key
from visualizer.model import State
from visualizer.shell.player import Player


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


class PickedName:
    """It stays the same where its call has ended, until another row is picked.

    There is none where keys do not go to the diagram, or its ring is not at a name.
    """

    def __init__(self, player: Player, view: DiagramView, scene: DiagramScene) -> None:
        self._player, self._view, self._scene = player, view, scene
        self._known: tuple[Place, WatchedName] | None = None

    def __call__(self) -> WatchedName | None:
        """The name; None where there is none."""
        at = self._view.walk.at
        if at is None or at.row is None or not self._view.hasFocus():
            return None
        if at.key in self._scene.items_shown.boxes:
            found = name_at(self._player.state, at.key, str(at.row.slot.name))
            if found is not None:
                self._known = at, found
        if self._known is not None and self._known[0] == at:
            return self._known[1]
        return None
