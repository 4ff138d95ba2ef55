"""Where lessons, example programs, translations and themes lie."""

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
