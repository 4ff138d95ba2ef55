"""Only the room for systems asks which one this is, and few others, each with a reason."""

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "visualizer"
ASKS = re.compile(r"\bsys\.platform\b|\bos\.name\b")
ELSEWHERE = {
    # Runs in the program's process, which must import none of our other rooms.
    "recorder",
    # A process of its own, which imports nothing of ours, so that it ends at once.
    "labs/janitor.py",
    # Linux's abstract addresses and names of semaphores are what these methods are about.
    "labs/shared_memory/methods/carriers.py",
    "labs/shared_memory/methods/segments.py",
    "labs/shared_memory/methods/starting.py",
    # Options of compilers, and a cache by the kind of machine.
    "session/engine/build_choice.py",
    "session/engine/building.py",
    "session/engine/compiling.py",
    # An entry in the menu as Linux' desktops have it.
    "cli/__init__.py",
}


def test_what_systems_do_differently_stands_in_one_room() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if ASKS.search(path.read_text(encoding="utf-8")) and "/programs/" not in path.as_posix()
    }
    outside = {name for name in found if not name.startswith("platform/")}
    allowed = {
        name
        for name in outside
        if any(name == one or name.startswith(f"{one}/") for one in ELSEWHERE)
    }
    assert outside == allowed
    assert all(
        any(name == one or name.startswith(f"{one}/") for name in found) for one in ELSEWHERE
    )
