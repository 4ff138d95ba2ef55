"""The example programs that are shipped, by subject."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from visualizer.lessons.lesson import LocalizedText, Mark
from visualizer.lessons.reading import mark_in
from visualizer.resources import resource

SUBJECTS = (
    *("names", "lists", "functions", "classes", "recursion", "iterators", "exceptions"),
    *("memory", "threads"),
)
"""The subjects of the examples, in the order of the list."""
_FOLDER, _END = "examples", Mark(0)


@dataclass(frozen=True, slots=True)
class Example:
    """An example program; ``shows`` is the step of its picture."""

    file: str
    subject: str
    shows: Mark
    title: LocalizedText
    about: LocalizedText

    @property
    def path(self) -> Path:
        """The path of the program, which must not be overwritten."""
        return resource(f"{_FOLDER}/{self.file}")

    @property
    def program(self) -> str:
        """The text of the program."""
        return self.path.read_text(encoding="utf-8")


@cache
def examples() -> tuple[Example, ...]:
    """Return all examples in their order.

    Raises ``LessonFault`` if a mark is not a line of its program.
    """
    path = resource(f"{_FOLDER}/catalogue.toml")
    entry = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_example(one, path) for one in entry["example"])


def _example(entry: Mapping[str, Any], catalogue: Path) -> Example:
    file = entry["file"]
    shows = _END
    if "shows" in entry:
        program = catalogue.with_name(file).read_text(encoding="utf-8")
        shows = mark_in(program, file, entry["shows"], catalogue)
    return Example(file, entry["subject"], shows, entry["title"], entry["about"])
