"""Makes text tables of a methylation study from a seed: the same on every machine."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

CHROMOSOMES = tuple(f"chr{name}" for name in (*range(1, 23), "X"))
_AT_ONCE = 1 << 16
_MOST_BETWEEN, _LENGTH = 1_400, 248_000_000
_MOST_READS = 60


def make_tables(folder: Path, files: int, rows: int, seed: int = 1) -> Iterator[Path]:
    """Write ``files`` tables of ``rows`` rows, and yield each path when it exists. Raises
    ``OSError``.

    A row is ``chr pos pct c t``, separated by tabs: ``pct`` percent of the ``c + t`` reads at that
    position were methylated.
    """
    for number in range(files):
        path = folder / f"table_{number + 1:03}.tsv"
        dice = np.random.default_rng([seed, number])
        with path.open("wb", buffering=0) as out:
            for first in range(0, rows, _AT_ONCE):
                out.write(_some_rows(dice, first, min(_AT_ONCE, rows - first), rows))
        yield path


def _some_rows(dice: np.random.Generator, first: int, count: int, of: int) -> bytes:
    """Join fields as matrices of characters, padded with blanks, and remove the blanks."""
    chromosome = np.arange(first, first + count) * len(CHROMOSOMES) // of
    position = (np.cumsum(dice.integers(1, _MOST_BETWEEN, count)) + first * 700) % _LENGTH
    methylated = dice.integers(0, _MOST_READS, count)
    others = dice.integers(1, _MOST_READS, count)
    share = methylated * 1_000_000 // (methylated + others)
    names = np.array(CHROMOSOMES, "S5")[chromosome].view(np.uint8).reshape(count, -1)
    tab, point = (np.full((count, 1), ord(sign), np.uint8) for sign in "\t.")
    fields: list[NDArray[Any]] = [
        *(np.where(names, names, ord(" ")), tab, _digits(position, 9), tab),
        *(_digits(share // 10_000, 3), point, _digits(share % 10_000, 4, "0"), tab),
        *(_digits(methylated, 2), tab, _digits(others, 2), np.full_like(tab, ord("\n"))),
    ]
    text = np.concatenate(fields, axis=1).astype(np.uint8).ravel()
    found: bytes = text[text != ord(" ")].tobytes()
    return found


def _digits(numbers: NDArray[np.int64], width: int, before: str = " ") -> NDArray[np.uint8]:
    """Return a row of digits for each number, padded on the left."""
    found = np.empty((len(numbers), width), np.uint8)
    left = numbers
    for place in range(width - 1, -1, -1):
        left, digit = np.divmod(left, 10)
        found[:, place] = digit + ord("0")
    if before == " ":
        leading = np.maximum.accumulate(found != ord("0"), axis=1)
        leading[:, -1] = True
        found[~leading] = ord(" ")
    return found
