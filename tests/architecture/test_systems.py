"""The operating systems differ in one room, and in the flags of Qt."""

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "visualizer"
ASKS = re.compile(r"\bsys\.platform\b|\bos\.name\b")
ELSEWHERE = {
    # Runs in the program's process, which must import none of our other rooms.
    "recorder",
    # A separate process that imports none of our modules, so that it ends at once.
    "labs/janitor.py",
    # These methods use Linux's abstract addresses and names of semaphores.
    "labs/shared_memory/methods/carriers.py",
    "labs/shared_memory/methods/segments.py",
    "labs/shared_memory/methods/starting.py",
    # Compiler options, and a cache by the type of machine.
    "session/engine/build_choice.py",
    "session/engine/building.py",
    "session/engine/compiling.py",
    # A menu entry for Linux desktops.
    "cli/__init__.py",
}


def test_differences_between_systems_stand_in_one_room() -> None:
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


def inverts_a_flag(code: str) -> bool:
    """Return whether the code inverts a value, as ``held & ~Qt.KeyboardModifier.ShiftModifier``."""
    return any(isinstance(node, ast.Invert) for node in ast.walk(ast.parse(code)))


def test_no_flag_of_qt_is_inverted() -> None:
    """On Windows the result lacks the flags above the inverted one, so Ctrl or Alt is lost."""
    assert inverts_a_flag("held = modifiers & ~SHIFT\n")
    assert not inverts_a_flag("held = modifiers | SHIFT  # not ~SHIFT\n")
    for room in ("diagram", "shell"):
        files = list((PACKAGE / room).rglob("*.py"))
        assert files
        assert [
            path.name for path in files if inverts_a_flag(path.read_text(encoding="utf-8"))
        ] == []
