"""Lists the built-in lessons and the user's own."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from visualizer.lessons.lesson import Lesson, LessonFault
from visualizer.lessons.reading import read_lesson
from visualizer.resources import resource

SUFFIX = ".md"


@cache
def built_in_lessons() -> tuple[Lesson, ...]:
    """Return the built-in lessons in their order; raises ``LessonFault``."""
    found = [read_lesson(path) for path in resource("lessons").glob(f"*{SUFFIX}")]
    return tuple(sorted(found, key=lambda one: (one.order, one.key)))


def own_lessons(
    folder: Path, others: Iterable[Path] = ()
) -> tuple[tuple[Lesson, ...], tuple[LessonFault, ...]]:
    """Return the valid lessons of the user's folder by name, then of ``others``, and the faults.

    Files of ``others`` that no longer exist are skipped.
    """
    found, faults = [], []
    inside = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    for path in (*inside, *(one for one in others if one not in inside and one.is_file())):
        try:
            found.append(read_lesson(path))
        except LessonFault as fault:
            faults.append(fault)
    return tuple(found), tuple(faults)
