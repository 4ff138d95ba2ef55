"""Windows with other people's programs, each as used alone, in a class and on a laptop."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.gallery.films import Films
from tests.gallery.shots import Shot
from tests.gallery.windows import present, take
from visualizer.model import Scalar, State
from visualizer.recording import Recording

MOST = 3_000
"""The number of steps among which the fullest is sought."""


@dataclass(frozen=True, slots=True)
class Use:
    """A use of the window: its size, its theme and its language."""

    name: str
    size: tuple[int, int]
    theme: str
    language: str
    is_presented: bool = False


USES = (
    Use("alone", (1440, 900), "light", "en"),
    Use("presented", (1280, 720), "dark", "ko", is_presented=True),
    Use("small", (1024, 700), "light", "ko"),
)


def make_of(programs: Path, films: Films, out: Path, scratch: Path) -> Iterator[Path]:
    """Make a picture for each use of each program, at its fullest step; yield the paths."""
    for program in sorted(programs.glob("*.py")):
        # Some programs write files.
        path = program.resolve()
        with contextlib.chdir(scratch):
            step = fullest(films.path(path))
        for use in USES if step else ():
            name, look = f"{program.stem}-{use.name}", (use.theme, use.language)
            shot = Shot(name, path, 0, 1, *look, size=use.size)
            arrange = present if use.is_presented else None
            yield take(shot, films, out, scratch, arrange, step=step)


def fullest(recording: Path) -> int:
    """Return the step with the most calls, and among these the most objects; 0 without steps."""
    opened = Recording.open(recording)
    try:
        cursor = opened.cursor()
        steps = range(1, min(opened.steps, MOST) + 1)
        sizes = {n: _size(cursor.seek(n)) for n in steps}
    finally:
        opened.close()
    return max(sizes, key=lambda n: (sizes[n], n), default=0)


def _size(state: State) -> tuple[int, int]:
    objects = (one for one in state.heap.values() if not isinstance(one.content, Scalar))
    return len(state.frames), sum(1 for _ in objects)
