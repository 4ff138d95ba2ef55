"""Random contents of every kind."""

import random
from collections.abc import Iterator as Iterator_
from dataclasses import astuple
from functools import lru_cache

from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Generator,
    Instance,
    Iterator,
    Lock,
    Mapping,
    Method,
    Module,
    Named,
    Other,
    Scalar,
    Sequence,
    WeakReference,
)

TEXTS = ("x", "self", "한글", "\ud800", "a b", "", "__dict__", "𝕏", "line\nbreak")


@lru_cache(4096)
def numbers_in(content: Content) -> frozenset[int]:
    """Return every number in a content: all its serials, and other numbers."""
    return frozenset(_numbers(astuple(content)))


def _numbers(value: object) -> Iterator_[int]:
    if isinstance(value, int):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _numbers(part)


class RandomContents:
    """Random contents; ``known`` are the serials that they may refer to."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def _some(self, known: list[int], most: int = 4) -> tuple[int, ...]:
        return tuple(self.chance.choices(known, k=self.chance.randrange(most))) if known else ()

    def named(self, known: list[int]) -> Named:
        names = self.chance.sample(TEXTS, self.chance.randrange(4))
        return tuple((name, self.chance.choice(known)) for name in names) if known else ()

    def _maybe(self, known: list[int]) -> int | None:
        return self.chance.choice([None, *known])

    def _base(self, known: list[int]) -> Scalar | Sequence | Mapping:
        items = self._some(known)
        extra = self.chance.randrange(3)
        entries = tuple(zip(items, items, strict=True))
        text = self.chance.choice(TEXTS)
        scalar = Scalar(text, self.chance.choice((None, len(text) + extra)))
        return self.chance.choice(
            (scalar, Sequence(items, len(items) + extra), Mapping(entries, len(items) + extra))
        )

    def any(self, known: list[int]) -> Content:
        return self.chance.choice(
            (self._base, self._leaf, self._body, self._reference, self._structure)
        )(known)

    def _leaf(self, known: list[int]) -> Content:
        shape = tuple(self.chance.choices(range(5), k=self.chance.randrange(3)))
        return self.chance.choice(
            (
                Module(self.chance.choice(TEXTS)),
                Array(shape, "float64", shape, self._maybe(known), 80, (("0.0",), ("1.0",)), 8),
                Other(self._some(known)),
                self._held_in_c(known),
                self.chance.choice(
                    (Lock(True, 1, 2), Lock(False, None, 0), Lock(True, None, None))
                ),
            )
        )

    def _held_in_c(self, known: list[int]) -> Other:
        return Other(self._some(known), self.named(known), (("x", "한"),))

    def _reference(self, known: list[int]) -> Content:
        return self.chance.choice(
            (
                Cell(self._maybe(known)),
                WeakReference(self._maybe(known)),
                Iterator(self._maybe(known), self.chance.randrange(9)),
                Method(*self.chance.choices(known, k=2)),
            )
        )

    def _structure(self, known: list[int]) -> Content:
        cls, args, cause, context, traceback = (self._maybe(known) for _ in range(5))
        state = self.chance.choice(("created", "suspended", "running", "closed"))
        return self.chance.choice(
            (
                ExceptionBody(cls, args, cause, context, traceback, self.named(known)),
                Generator(
                    *(state, self.chance.randrange(9), self.named(known)),
                    *self.chance.choice(((), (self._maybe(known),))),
                ),
                Instance(
                    self.chance.choice(known),
                    self.named(known),
                    self.chance.choice((None, self._base(known), self._held_in_c(known))),
                ),
            )
        )

    def _body(self, known: list[int]) -> Content:
        name = self.chance.choice(TEXTS)
        own, other = self.named(known), self.named(known)
        code, some = self._maybe(known), self._some(known)
        return self.chance.choice(
            (ClassBody(name, some, own), Function(name, 3, code, own, some, other))
        )
