"""The data of a lesson."""

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
"""The subjects of lessons, in the order of the list; ``own`` is for the user's lessons."""

PLACEHOLDER = re.compile(r"^\{\{(question|task) ([a-z0-9_]+)\}\}[ \t]*$", re.MULTILINE)
"""A line of a text that is replaced by a question or a task."""

type LocalizedText = Mapping[str, str]
"""A text in each language."""
type Check = Mapping[str, object]
"""A condition on the recording, in the form that the lessons' schema defines."""


class LessonFault(VisualizerError):
    """A file is not a valid lesson: the message names the file, the place in it and the mend."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The step at which ``line`` is about to run for the ``time``-th time.

    Line 0 is the end of the recording.
    """

    line: int
    time: int = 1


@dataclass(frozen=True, slots=True)
class LessonQuestion:
    """A question about names at a mark; a recording provides the answer."""

    key: str
    kind: Kind
    mark: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A change to make to the program, and the checks for its recording."""

    key: str
    ask: LocalizedText
    checks: tuple[Check, ...]
    solution: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson; ``texts`` are Markdown by language, ``published`` are figures from publications.

    ``path`` is the file of the lesson. With ``expressions`` its program is recorded with the values
    inside its lines.
    """

    key: str
    subject: str
    level: int
    order: int
    title: LocalizedText
    about: LocalizedText
    program: str
    texts: LocalizedText
    marks: Mapping[str, Mark]
    questions: tuple[LessonQuestion, ...]
    tasks: tuple[Task, ...] = ()
    lab: str = ""
    published: tuple[str, ...] = field(default=())
    path: Path = Path()
    expressions: bool = False
