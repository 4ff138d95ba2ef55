"""Compile the words: `resources/words/*.ts`, which Qt Linguist edits, into the files that the
window reads.

Run as a script, by a Python that has PySide6 and with it Qt's `lrelease` and `lupdate`, it compiles
the words of a folder; with `--update` it first copies new words into every language. The compiled
files are not in git; without them the application reads the `.ts`, more slowly.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = Path(__file__).resolve().parents[1] / "resources" / "words"
SOURCE = "en"


class NotCompiled(Exception):
    """The words could not be compiled; the message says why."""


def languages(folder: Path = WORDS) -> list[str]:
    """Return the languages that have words."""
    return sorted(path.stem.partition("_")[2] for path in folder.glob("words_*.ts"))


def sources(language: str, folder: Path = WORDS) -> list[Path]:
    """Return the files with the words of one language."""
    return sorted(folder.glob(f"*_{language}.ts"))


def are_compiled(folder: Path = WORDS) -> bool:
    """Whether every language is compiled and unchanged since."""
    try:
        return all(
            path.stat().st_mtime_ns <= (folder / f"{language}.qm").stat().st_mtime_ns
            for language in languages(folder)
            for path in sources(language, folder)
        )
    except OSError:
        return False


def compile_words(target: Path = WORDS, folder: Path = WORDS) -> None:
    """Compile every language into `target`; an unfinished message is an error."""
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
    """Run Qt's `lrelease` and return its output. Raises NotCompiled with it on failure."""
    return _run("lrelease", *arguments)


def update_words(folder: Path = WORDS) -> None:
    """Copy additions, changes and removals of English into every language. New and changed messages
    become unfinished, for Qt Linguist to show. Every file has the form that Linguist writes.
    """
    for language in languages(folder):
        for path in sources(language, folder):
            kind = path.stem.partition("_")[0]
            # The code, or Qt, lists the other kinds.
            listed = folder / f"{kind}_{SOURCE}.ts" if kind == "words" else path
            _take_over(listed, path)


def _take_over(listed: Path, path: Path) -> None:
    """Have Qt's `lupdate` find in `path` exactly the messages that `listed` has."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="visualizer-words-") as scratch:
        code = Path(scratch, "words.cpp")
        code.write_text(_as_code(listed), encoding="utf-8")
        options = ("-silent", "-locations", "none", "-no-sort", "-no-obsolete")
        _run("lupdate", *options, code, "-ts", path)


def _as_code(listed: Path) -> str:
    """Return the messages of a file as C++ code, which lupdate reads."""
    from xml.etree import ElementTree as Tree

    lines = []
    for context in Tree.parse(listed).getroot().iter("context"):
        for message in context.iter("message"):
            source = _literal(message.findtext("source"))
            lines += [
                f"//: {line}" for line in (message.findtext("extracomment") or "").split("\n")
            ]
            if message.get("id"):
                lines += [f"//@ {message.findtext('label')}", f"//% {source}"]
                call = f"qtTrId({_literal(message.get('id'))}"
            else:
                call = f"QCoreApplication::translate({_literal(context.findtext('name'))}, {source}"
                call += ", 0" if message.get("numerus") else ""
            lines.append(f"{call}, n);" if message.get("numerus") else f"{call});")
    return "\n".join(("void words() {", *lines, "}"))


def _literal(text: str | None) -> str:
    escaped = (text or "").replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
    return f'"{escaped}"'


def _run(tool: str, *arguments: str | Path) -> str:
    import subprocess

    command = [_tool(tool), *arguments]
    answer = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=120
    )
    said = os.fsdecode(answer.stdout)
    if answer.returncode:
        raise NotCompiled(said.strip())
    return said


def _tool(tool: str) -> Path:
    """Return the path of one of Qt's tools from PySide6. Raises NotCompiled without it."""
    from importlib.util import find_spec

    found = find_spec("PySide6")
    for folder in found.submodule_search_locations or () if found is not None else ():
        for name in (tool, f"{tool}.exe"):
            if (path := Path(folder, name)).is_file():
                return path
    raise NotCompiled(f"{tool}: not there; it comes with PySide6-Essentials")


def main(arguments: Sequence[str]) -> int:
    """Compile the words of a folder, or the checkout's; errors go to standard error."""
    folders = [argument for argument in arguments if argument != "--update"]
    folder = Path(*folders) if folders else WORDS
    try:
        if "--update" in arguments:
            update_words(folder)
        compile_words(folder, folder)
    except (NotCompiled, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
