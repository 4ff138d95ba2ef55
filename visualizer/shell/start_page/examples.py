"""The programs that come with the application, to be opened from the start page."""

from dataclasses import dataclass
from pathlib import Path

from visualizer.resources import resource


@dataclass(frozen=True, slots=True)
class Example:
    """``step`` is the one that its picture shows; ``title`` and ``about`` are keys of words."""

    file: str
    step: int
    title: str
    about: str

    @property
    def path(self) -> Path:
        """Where the program lies; it is never written over."""
        return resource(f"examples/{self.file}")


EXAMPLES = (
    Example("two_names.py", 6, "start.names", "start.names_about"),
    Example("call_example.py", 9, "start.call", "start.call_about"),
    Example("bubble_sort.py", 17, "start.sort", "start.sort_about"),
    Example("factorial.py", 14, "start.recursion", "start.recursion_about"),
    Example("linked_list.py", 30, "start.linked", "start.linked_about"),
    Example("search_tree.py", 122, "start.tree", "start.tree_about"),
)
