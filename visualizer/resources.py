"""Finds the files of lessons, example programs, words and themes."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources_folder() -> Path:
    """Return the folder of all resources: next to the package in a checkout, inside it once
    installed. Raises FileNotFoundError if an installation lost it.
    """
    for folder in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{_PACKAGE}: its resources are missing; install visualizer again")


def resource(name: str) -> Path:
    """Return the path of a resource by its name in that folder: "examples/call_example.py"."""
    return resources_folder() / name


def compiled_words(language: str) -> Path | None:
    """Return the compiled words of a language; None if they are missing or old. Installed words
    match their sources; in a checkout the sources may have changed since.
    """
    compiled = resource(f"words/{language}.qm")
    try:
        made = compiled.stat().st_mtime_ns
        if resources_folder().parent == _PACKAGE:
            return compiled
        written = resource("words").glob(f"*_{language}.ts")
        return compiled if all(path.stat().st_mtime_ns <= made for path in written) else None
    except OSError:
        return None
