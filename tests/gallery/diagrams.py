"""The gallery's pictures of diagrams."""

from pathlib import Path

from tests.gallery.films import Films, global_named, step_at
from tests.gallery.shots import Shot
from visualizer.diagram.picture import ensure_application, paint_png, scene_at
from visualizer.recording import Recording


def take(shot: Shot, films: Films, folder: Path) -> Path:
    """Make one picture; returns where it is."""
    ensure_application()
    recording = Recording.open(films.path(shot.program))
    step = step_at(recording, shot.line)
    scene = scene_at(recording, step, level=shot.level, theme=shot.theme, language=shot.language)
    if shot.selected:
        scene.select(global_named(recording.cursor().seek(step), shot.selected))
    out = folder / f"{shot.name}.png"
    out.write_bytes(paint_png(scene, shot.zoom))
    recording.close()
    return out
