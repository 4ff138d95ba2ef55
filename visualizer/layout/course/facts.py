"""What is decided for the whole recording."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from visualizer.layout.course.source import Source


class Level(StrEnum):
    """How much a picture tells; each level tells all of those before it."""

    VALUES = "values"
    OBJECTS = "objects"
    COUNTS = "counts"
    REGIONS = "regions"

    @property
    def has_counts(self) -> bool:
        """Whether reference counts are shown."""
        return self in (Level.COUNTS, Level.REGIONS)


class StructureKind(StrEnum):
    """How objects that refer to others of their class stand."""

    CHAIN = "chain"
    TREE = "tree"


class Node(NamedTuple):
    """The place of an object in its structure: column and row count from 0."""

    structure: int
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Structure:
    """``links`` are the attributes that lead on, in the order in which the class sets them.

    ``size`` is how many nodes it ever has, at whatever time.
    """

    kind: StructureKind
    links: tuple[str, ...]
    size: int

    @property
    def is_large(self) -> bool:
        """Whether its nodes stand without title and names, to need less room."""
        return self.size > 16


class Raised(NamedTuple):
    """Where an exception was seen: at which step, in which function, at which line."""

    step: int
    function: str
    line: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What the picture of every step goes by. The numbers are serials, but where it says otherwise.

    ``holding`` are functions and classes that at some time refer to something of their own,
    ``pills`` values that at some time several slots or a name refer to. ``homes`` gives what is
    drawn inside another the serial of that, and ``brothers`` how many are drawn in it. ``longest``
    is of each container how many items it ever has, ``widest`` how many letters its widest value;
    ``linked`` are containers that ever hold what is a card, ``indexed`` lists that a name indexes.
    ``parents`` are the nodes of trees under which others stand, ``lives`` the steps at which each
    node came and went. ``recursive`` are functions that are ever on a stack twice, ``lasting``
    names of the program that one object has all along. ``digits`` are those of the highest count
    that an object ever has, where there are more than one, ``codes`` the numbers of all code of the
    program that is ever there. ``is_ever_lost`` says whether objects are ever there that no name
    leads to, ``hidden`` are the types of objects that are not to be drawn.
    """

    level: Level = Level.VALUES
    holding: frozenset[int] = frozenset()
    pills: frozenset[int] = frozenset()
    homes: Mapping[int, int] = field(default_factory=dict)
    brothers: Mapping[int, int] = field(default_factory=dict)
    longest: Mapping[int, int] = field(default_factory=dict)
    widest: Mapping[int, int] = field(default_factory=dict)
    linked: frozenset[int] = frozenset()
    indexed: frozenset[int] = frozenset()
    nodes: Mapping[int, Node] = field(default_factory=dict)
    structures: Mapping[int, Structure] = field(default_factory=dict)
    parents: Mapping[int, int] = field(default_factory=dict)
    lives: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    recursive: frozenset[str] = frozenset()
    lasting: Mapping[str, int] = field(default_factory=dict)
    raised: Mapping[int, tuple[Raised, ...]] = field(default_factory=dict)
    source: Source = field(default_factory=Source)
    digits: Mapping[int, int] = field(default_factory=dict)
    codes: tuple[int, ...] = ()
    is_ever_lost: bool = False
    hidden: frozenset[str] = frozenset()
