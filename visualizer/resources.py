"""Where lessons, example programs, words and themes lie."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources_folder() -> Path:
    """The folder of all resources: beside the package in a checkout, inside it once installed.

    Raises FileNotFoundError where an installation lost it.
    """
    for folder in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{_PACKAGE}: its resources are missing; install visualizer again")


def resource(name: str) -> Path:
    """The path of one resource, named from the resources' folder: "examples/call_example.py"."""
    return resources_folder() / name


def compiled_words(language: str) -> Path | None:
    """The words of a language as Qt Linguist compiled them; None where there are none, or old ones.

    Installed ones were compiled with what lies beside them; in a checkout somebody may have written
    others since.
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
