"""The styles of the streaming lab: the squares of some of n numbers. The source shown is what runs.

Each yields its items; what it does before the first one is a part of the style.
"""

import importlib.util
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from visualizer.labs.streaming.programs import variants


@dataclass(frozen=True, slots=True)
class Style:
    """``make`` gets what ``takes`` names: the numbers, their count, or a file of them."""

    key: str
    make: Callable[..., Iterable[Any]]
    lazy: bool
    takes: str = "numbers"
    module: str = ""
    in_chunks: bool = False

    @property
    def reads(self) -> bool:
        """Whether the style reads a file."""
        return self.takes == "file"

    @property
    def source(self) -> str:
        """The code that runs."""
        return inspect.getsource(self.make)

    def absent(self) -> str:
        """Return why the style cannot run on this machine; empty if it can."""
        if self.module and importlib.util.find_spec(self.module) is None:
            return f"{self.module} is not installed"
        return ""


STYLES = (
    Style("list", variants.as_list, lazy=False),
    Style("list-comprehension", variants.comprehension, lazy=False),
    Style("generator", variants.generator, lazy=True),
    Style("generator-expression", variants.generator_expression, lazy=True),
    Style("iterator-class", variants.Squares, lazy=True),
    Style("itertools", variants.with_itertools, lazy=True),
    Style("numpy", variants.numpy_whole, lazy=False, takes="count", module="numpy"),
    Style(
        "numpy-chunks",
        variants.numpy_chunks,
        lazy=True,
        takes="count",
        module="numpy",
        in_chunks=True,
    ),
    Style("file-eager", variants.file_eager, lazy=False, takes="file"),
    Style("file-lazy", variants.file_lazy, lazy=True, takes="file"),
)
style = {one.key: one for one in STYLES}.__getitem__
"""Returns the style of a key; raises ``KeyError`` if there is none."""
