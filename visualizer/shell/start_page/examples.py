"""The programs and the lessons that come with the application, as the start page shows them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from visualizer.lessons.lesson import Lesson
from visualizer.lessons.shelf import built_in
from visualizer.resources import resource
from visualizer.shell.words import Words


@dataclass(frozen=True, slots=True)
class Example:
    """A program; ``step`` is the one that its picture shows, ``title`` and ``about`` are keys of
    words.
    """

    file: str
    step: int
    title: str
    about: str

    @property
    def path(self) -> Path:
        """Where it lies; it is never written over."""
        return resource(f"examples/{self.file}")

    @property
    def program(self) -> str:
        """Its text."""
        return self.path.read_text(encoding="utf-8")

    def words(self, words: Words) -> tuple[str, str]:
        """What it is called, and what it is about."""
        return words(self.title), words(self.about)


@dataclass(frozen=True, slots=True)
class LessonExample:
    """A lesson, whose picture shows what the line of its first question does."""

    lesson: Lesson

    @property
    def file(self) -> str:
        """By which its picture is asked for."""
        return f"{self.lesson.key}.md"

    @property
    def program(self) -> str:
        """The text of its program."""
        return self.lesson.program

    def words(self, words: Words) -> tuple[str, str]:
        """What it is called, and what it is about."""
        return self.lesson.title[words.language], self.lesson.about[words.language]


type Shown = Example | LessonExample


EXAMPLES = (
    Example("two_names.py", 6, "start.names", "start.names_about"),
    Example("call_example.py", 9, "start.call", "start.call_about"),
    Example("bubble_sort.py", 17, "start.sort", "start.sort_about"),
    Example("factorial.py", 14, "start.recursion", "start.recursion_about"),
    Example("linked_list.py", 30, "start.linked", "start.linked_about"),
    Example("search_tree.py", 122, "start.tree", "start.tree_about"),
)


@cache
def lesson_examples() -> tuple[LessonExample, ...]:
    """The lessons that come along."""
    return tuple(LessonExample(one) for one in built_in())


def all_examples() -> tuple[Shown, ...]:
    """The programs, then the lessons."""
    return (*EXAMPLES, *lesson_examples())
