"""The items that the start page shows with a picture: programs and lessons."""

from dataclasses import dataclass

from visualizer.lessons.examples import Example, examples
from visualizer.lessons.lesson import Lesson
from visualizer.lessons.shelf import built_in_lessons


@dataclass(frozen=True, slots=True)
class Shown:
    """An example or a lesson; ``file`` identifies its picture."""

    what: Example | Lesson

    @property
    def file(self) -> str:
        """A unique file name."""
        return self.what.file if isinstance(self.what, Example) else f"{self.what.key}.md"

    @property
    def program(self) -> str:
        """The text of the program."""
        return self.what.program

    def words(self, language: str) -> tuple[str, str]:
        """Return the title and the description."""
        return self.what.title[language], self.what.about[language]


def all_shown() -> tuple[Shown, ...]:
    """Return the example programs, then the built-in lessons."""
    return (*map(Shown, examples()), *map(Shown, built_in_lessons()))
