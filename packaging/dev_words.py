"""Compile the words: `resources/words/*.ts`, which Qt Linguist edits, into what the window reads.

Run as a script, by a Python that has PySide6 and with it Qt's `lrelease`, it compiles those of a
folder. Nothing of it is in git; where it is missing the application reads the `.ts`, more slowly.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = Path(__file__).resolve().parents[1] / "resources" / "words"


class NotCompiled(Exception):
    """The words could not be compiled; the message says why."""


def languages(folder: Path = WORDS) -> list[str]:
    """The languages there are words in."""
    return sorted(path.stem.partition("_")[2] for path in folder.glob("words_*.ts"))


def sources(language: str, folder: Path = WORDS) -> list[Path]:
    """The files that hold the words of one language."""
    return sorted(folder.glob(f"*_{language}.ts"))


def are_compiled(folder: Path = WORDS) -> bool:
    """Whether every language is compiled, and nothing was changed since."""
    try:
        return all(
            path.stat().st_mtime_ns <= (folder / f"{language}.qm").stat().st_mtime_ns
            for language in languages(folder)
            for path in sources(language, folder)
        )
    except OSError:
        return False


def compile_words(target: Path = WORDS, folder: Path = WORDS) -> None:
    """Compile every language into `target`; a message that is unfinished is an error."""
    for language in languages(folder):
        compiled = target / f"{language}.qm"
        # Another process may be reading the old one.
        fresh = compiled.with_name(f"{compiled.name}.{os.getpid()}")
        try:
            release(*sources(language, folder), "-qm", fresh, "-fail-on-unfinished", "-silent")
            fresh.replace(compiled)
        finally:
            fresh.unlink(missing_ok=True)


def release(*arguments: str | Path) -> str:
    """Run Qt's `lrelease`; what it says. Raises NotCompiled with that where it fails."""
    import subprocess

    command = [lrelease(), *arguments]
    answer = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=120
    )
    said = os.fsdecode(answer.stdout)
    if answer.returncode:
        raise NotCompiled(said.strip())
    return said


def lrelease() -> Path:
    """Qt's compiler of words, which comes with PySide6. Raises NotCompiled without it."""
    from importlib.util import find_spec

    found = find_spec("PySide6")
    for folder in found.submodule_search_locations or () if found is not None else ():
        for name in ("lrelease", "lrelease.exe"):
            if (path := Path(folder, name)).is_file():
                return path
    raise NotCompiled("lrelease: not there; it comes with PySide6-Essentials")


def main(arguments: Sequence[str]) -> int:
    """Compile those of a folder, or the checkout's; what went wrong goes to standard error."""
    folder = Path(*arguments) if arguments else WORDS
    try:
        compile_words(folder, folder)
    except (NotCompiled, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
