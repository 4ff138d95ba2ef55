"""The styles of the streaming lab: the squares of some of n numbers. The source shown is what runs.

Each function gives its items to whoever asks; what it does before the first is part of its style.
"""

from __future__ import annotations

import importlib.util
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CHUNK = 1 << 16
"""Numbers that numpy takes at a time where it takes them in chunks."""


def as_list(count: int) -> Iterable[int]:
    """All of them in a list, before anybody asks."""
    found = []
    for number in range(count):
        if number % 3:
            found.append(number * number)
    return found


def comprehension(count: int) -> Iterable[int]:
    """The same, written in one line."""
    return [number * number for number in range(count) if number % 3]


def generator(count: int) -> Iterator[int]:
    """A function that stops at each yield until the next is asked for."""
    for number in range(count):
        if number % 3:
            yield number * number


def generator_expression(count: int) -> Iterator[int]:
    """The one line again, in parentheses for brackets."""
    return (number * number for number in range(count) if number % 3)


class Squares:
    """What a generator does, written out: an iterator is what has these two methods."""

    def __init__(self, count: int) -> None:
        self.number = -1
        self.count = count

    def __iter__(self) -> Squares:
        return self

    def __next__(self) -> int:
        self.number += 1
        while self.number % 3 == 0:
            self.number += 1
        if self.number >= self.count:
            raise StopIteration
        return self.number * self.number


def with_itertools(count: int) -> Iterator[int]:
    """Iterators of the library, one behind the other."""
    chosen = itertools.filterfalse(lambda number: number % 3 == 0, range(count))
    return map(lambda number: number * number, chosen)  # noqa: C417 - a chain is the point


def numpy_whole(count: int) -> Iterable[NDArray[np.uint64]]:
    """One array of all."""
    import numpy as np

    numbers = np.arange(count, dtype=np.uint64)
    chosen = numbers[numbers % np.uint64(3) != 0]
    return [chosen * chosen]


def numpy_chunks(count: int) -> Iterator[NDArray[np.uint64]]:
    """An array at a time."""
    import numpy as np

    for start in range(0, count, CHUNK):
        numbers = np.arange(start, min(start + CHUNK, count), dtype=np.uint64)
        chosen = numbers[numbers % np.uint64(3) != 0]
        yield chosen * chosen


def file_eager(path: Path) -> Iterable[int]:
    """The whole file is read before the first line is looked at."""
    numbers = [int(line) for line in path.read_text().splitlines()]
    return [number * number for number in numbers if number % 3]


def file_lazy(path: Path) -> Iterator[int]:
    """A line is read when it is asked for."""
    with path.open() as file:
        for line in file:
            number = int(line)
            if number % 3:
                yield number * number


@dataclass(frozen=True, slots=True)
class Style:
    """``make`` is given the count, or the file that has the numbers where ``reads`` a file."""

    key: str
    make: Callable[..., Iterable[object]]
    lazy: bool
    reads: bool = False
    module: str = ""

    def absent(self) -> str:
        """Why it cannot take part on this machine; empty where it can."""
        if self.module and importlib.util.find_spec(self.module) is None:
            return f"{self.module} is not installed"
        return ""


STYLES = (
    Style("list", as_list, lazy=False),
    Style("list-comprehension", comprehension, lazy=False),
    Style("generator", generator, lazy=True),
    Style("generator-expression", generator_expression, lazy=True),
    Style("iterator-class", Squares, lazy=True),
    Style("itertools", with_itertools, lazy=True),
    Style("numpy", numpy_whole, lazy=False, module="numpy"),
    Style("numpy-chunks", numpy_chunks, lazy=True, module="numpy"),
    Style("file-eager", file_eager, lazy=False, reads=True),
    Style("file-lazy", file_lazy, lazy=True, reads=True),
)


def style(key: str) -> Style:
    """The one of that name; ``KeyError`` where there is none."""
    for one in STYLES:
        if one.key == key:
            return one
    raise KeyError(key)
