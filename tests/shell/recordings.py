"""Recordings of short programs, for code that follows a player without a window."""

from pathlib import Path
from textwrap import dedent

from visualizer.session.options import Options
from visualizer.session.record import record_program
from visualizer.shell.playback.player import Player

ADDING = """\
def add(items, n):
    items.append([n])
    return items
found = []
for n in range(3):
    add(found, n)
last = found[2]
print(last)
"""


def recorded(folder: Path, text: str, **others: str) -> Path:
    """Record ``text`` as ``prog.py``, with other modules in the folder."""
    for name, source in others.items():
        folder.joinpath(f"{name}.py").write_text(dedent(source), encoding="utf-8")
    program = folder / "prog.py"
    program.write_text(dedent(text), encoding="utf-8")
    out = folder / "prog.memtrace"
    record_program(Options(program), out, tee=False)
    return out


def playing(folder: Path, text: str, **others: str) -> Player:
    """Return a player at the first step of that recording."""
    player = Player()
    player.show(recorded(folder, text, **others))
    return player
