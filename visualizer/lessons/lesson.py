"""What a lesson is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from visualizer.explain.questions.kinds import Kind
from visualizer.model import VisualizerError

LANGUAGES = ("en", "ko")
SUBJECTS = (
    *("first", "names", "memory", "functions", "iteration", "text", "models", "errors"),
    *("concurrency", "own"),
)
"""What lessons are about, in the order in which they are listed; ``own`` are the user's."""

PLACE = re.compile(r"^\{\{(question|task) ([a-z0-9_]+)\}\}[ \t]*$", re.MULTILINE)
"""A line of a text where a question or a task stands."""

type Told = Mapping[str, str]
"""The same in each language."""
type Check = Mapping[str, object]
"""What has to hold of a recording, as the schema of lessons has it."""


class LessonFault(VisualizerError):
    """A file is no lesson: the message names the file, the place in it and the mend."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A step: the one at which ``line`` is about to run for the ``time``-th time.

    ``line`` 0 is the end of the recording.
    """

    line: int
    time: int = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A question at a mark, about names; its answer comes from a recording."""

    key: str
    kind: Kind
    mark: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A change to make to the program, and what holds of the recording of who has made it."""

    key: str
    ask: Told
    checks: tuple[Check, ...]
    solution: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """``texts`` are Markdown, by language; ``published`` are figures that others measured.

    ``path`` is the file that it was read from.
    """

    key: str
    subject: str
    level: int
    order: int
    title: Told
    about: Told
    program: str
    texts: Told
    marks: Mapping[str, Mark]
    questions: tuple[Asked, ...]
    tasks: tuple[Task, ...] = ()
    lab: str = ""
    published: tuple[str, ...] = field(default=())
    path: Path = Path()
