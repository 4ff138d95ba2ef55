"""The lessons that there are: those that come along, and the user's own."""

from collections.abc import Iterable
from pathlib import Path

from visualizer.lessons.lesson import Lesson, LessonFault
from visualizer.lessons.reading import read_lesson
from visualizer.resources import resource

SUFFIX = ".md"


def built_in() -> tuple[Lesson, ...]:
    """Those that come along, in their order; raises ``LessonFault``."""
    found = [read_lesson(path) for path in resource("lessons").glob(f"*{SUFFIX}")]
    return tuple(sorted(found, key=lambda one: (one.order, one.key)))


def own_lessons(
    folder: Path, others: Iterable[Path] = ()
) -> tuple[tuple[Lesson, ...], tuple[LessonFault, ...]]:
    """Those in a folder of the user's, by name, then ``others``; and what is wrong with the rest.

    An other one that has gone is left out.
    """
    found, faults = [], []
    inside = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    for path in (*inside, *(one for one in others if one not in inside and one.is_file())):
        try:
            found.append(read_lesson(path))
        except LessonFault as fault:
            faults.append(fault)
    return tuple(found), tuple(faults)
