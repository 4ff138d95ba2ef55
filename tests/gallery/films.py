"""Records the programs of the gallery, each once."""

from pathlib import Path

from visualizer.model import Event, State
from visualizer.recording import Recording
from visualizer.session.options import Options
from visualizer.session.record import record_program


class Films:
    """The recordings of the gallery's programs, in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._nothing = folder / "nothing.txt"
        self._nothing.touch()

    def path(self, program: Path) -> Path:
        """Return the recording of a program; record it at the first request."""
        out = self._folder / f"{program.stem}.memtrace"
        if not out.exists():
            with self._nothing.open("rb") as nothing:
                options = Options(program, stdin=nothing.fileno(), allocator=True, expressions=())
                record_program(options, out, tee=False, quiet=True)
        return out


def step_at(recording: Recording, line: int) -> int:
    """Return the last step just before ``line`` runs; for 0 the last step of all."""
    if not line:
        return recording.steps
    cursor = recording.cursor()
    steps = (cursor.delta(number).step for number in range(recording.steps, 0, -1))
    return next(s.number for s in steps if s.line == line and s.event is Event.LINE)


def global_named(state: State, name: str) -> int | None:
    """Return the serial of a name's object in the program's own module."""
    for names in state.globals.values():
        for found, serial in names:
            if found == name:
                return serial
    return None
