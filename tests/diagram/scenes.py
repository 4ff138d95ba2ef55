"""Scenes for tests: of a film that is known as a whole."""

from tests.layout.film import Film
from visualizer.diagram import DiagramScene


def know(scene: DiagramScene, film: Film) -> None:
    """Let ``scene`` foresee all of ``film``."""
    foresight = scene.new_foresight()
    for delta in film.deltas:
        foresight.add(delta)
    foresight.close()
    scene.reset(foresight)
