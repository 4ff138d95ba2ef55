"""The gallery's pictures of diagrams."""

from pathlib import Path

from tests.gallery.films import Films, global_named, step_at
from tests.gallery.shots import Shot
from visualizer.diagram.painting.sheet_picture import picture_of_sheet
from visualizer.diagram.picture import ensure_application, sheet_at
from visualizer.diagram.themes import theme
from visualizer.layout.analysis.facts import Level
from visualizer.recording import Recording


def take(shot: Shot, films: Films, folder: Path) -> Path:
    """Make one picture; return its path."""
    ensure_application()
    recording = Recording.open(films.path(shot.program))
    step = step_at(recording, shot.line)
    sheet = sheet_at(recording, step, tuple(Level)[shot.level - 1])
    chosen = global_named(recording.cursor().seek(step), shot.selected) if shot.selected else None
    out = folder / f"{shot.name}.png"
    picture = picture_of_sheet(
        sheet, theme(shot.theme), shot.zoom, language=shot.language, selected=chosen
    )
    out.write_bytes(picture)
    recording.close()
    return out
