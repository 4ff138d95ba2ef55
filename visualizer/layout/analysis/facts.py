"""The facts about a whole recording on which the picture depends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple

from visualizer.layout.analysis.boards import Boards
from visualizer.layout.analysis.clocks import in_effect
from visualizer.layout.analysis.matrices import Matrix
from visualizer.layout.analysis.source import Source
from visualizer.layout.analysis.suspended import SuspendedFrames
from visualizer.layout.analysis.unfinished import Unfinished
from visualizer.layout.blocks.measures import FEW_COLUMNS, FEW_PIECES
from visualizer.model.run import Routine

_MAX_NAMED = 16
"""In a structure with more nodes, no node shows its title and names."""
_MOST_MORE = 4
"""The number of places that are not left out: the sign for them takes a row itself."""


class Level(StrEnum):
    """The level of detail of a picture; each level includes all earlier ones."""

    VALUES = "values"
    OBJECTS = "objects"
    COUNTS = "counts"
    REGIONS = "regions"

    @property
    def has_counts(self) -> bool:
        """Whether reference counts are shown."""
        return self in (Level.COUNTS, Level.REGIONS)


class StructureKind(StrEnum):
    """The arrangement of objects that refer to others of their class or family of classes."""

    CHAIN = "chain"
    TREE = "tree"


class NodeForm(IntEnum):
    """The contents of a node of a chain or tree, the fullest first.

    These are the title and the values with their names, the values alone, the values with few
    letters, or one value.
    """

    NAMED = 0
    VALUES = 1
    SHORT_VALUES = 2
    VALUE = 3


class Node(NamedTuple):
    """The place of an object in its structure: column and row count from 0."""

    structure: int
    column: int
    row: int


class Shape(NamedTuple):
    """The places of a tree's nodes, and the parent of each node that has one."""

    nodes: Mapping[int, Node]
    parents: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Structure:
    """A chain or tree; ``links`` are the attributes that lead to the next nodes, in order.

    ``size`` is the number of places for nodes over the whole recording; ``has_lists`` is true if a
    tree's nodes keep their children in lists or dicts. ``telling`` is the attribute by which nodes
    differ; ``has_types`` is true if they are of several types.
    """

    kind: StructureKind
    links: tuple[str, ...]
    size: int
    has_lists: bool = False
    telling: str = ""
    has_types: bool = False

    @property
    def forms(self) -> tuple[NodeForm, ...]:
        """The forms that its nodes may have; the first that fits is used."""
        return tuple(NodeForm)[self.size > _MAX_NAMED :]

    @property
    def folded_form(self) -> NodeForm:
        """The form of its nodes where it is folded; in a small structure they keep their values."""
        return self.forms[-2] if NodeForm.NAMED in self.forms[:-1] else self.forms[-1]


class RaisePoint(NamedTuple):
    """The step, function and line at which an exception was observed."""

    step: int
    function: str
    line: int


@dataclass(frozen=True, slots=True)
class Facts:
    """The basis of every step's picture. Numbers are serials unless stated otherwise.

    ``holding`` are functions and classes that ever refer to objects of their own; ``shared`` are
    objects that ever have several referring slots or a name, ``value_labels`` the values among
    them; ``container_of`` maps a nested object to its container, ``homes`` one that moves to all
    its containers, ``siblings`` a container to the number of objects nested in it; ``matrices`` are
    containers whose nested objects are rows of plain values, ``boards`` those whose rows also have
    pieces. ``digits`` is the number of digits of an object's highest count, if more than one.
    ``has_unreachable`` is true if an object is ever unreachable; ``suspended`` are generators whose
    frames wait to continue; ``unfinished`` maps items to the container that a literal makes of
    them, at levels without counts; ``of_blocks`` maps what blocks keep on the evaluation stack to
    the step since when it is known; ``hidden`` are the types that are not drawn.

    ``longest`` is the maximum number of items, ``widest`` the maximum columns of a value;
    ``linked`` are containers that ever hold an object with a card, ``short_entries`` long dicts
    of short values, with the maximum columns of an entry; ``indexed`` lists that a name indexes,
    ``indexed_across`` lists whose rows one indexes; ``from_end`` are names that count from the end
    of a list, by function: they are ever below −1.

    ``shapes`` has the shapes of each tree with their first steps, ``nodes`` and ``parents`` what
    they are in the last one; ``members`` are the nodes of each structure. ``child_lists`` are the
    lists and dicts in which nodes have their children; ``sentinels`` have the names of objects that
    stand for nothing where nodes refer to them; ``lives`` maps nodes to the steps of their
    creation and death.

    ``recursive`` are functions that are ever on a stack twice, with the names whose values differ
    there, ``recurring`` the calls in which the function that made them is called again; ``lasting``
    are global names that refer to one object throughout the recording, ``codes`` the numbers of all
    code objects of the program.
    """

    level: Level = Level.VALUES
    holding: frozenset[int] = frozenset()
    value_labels: frozenset[int] = frozenset()
    shared: frozenset[int] = frozenset()
    container_of: Mapping[int, int] = field(default_factory=dict)
    homes: Mapping[int, Sequence[int]] = field(default_factory=dict)
    siblings: Mapping[int, int] = field(default_factory=dict)
    matrices: Mapping[int, Matrix] = field(default_factory=dict)
    boards: Boards = field(default_factory=Boards)
    longest: Mapping[int, int] = field(default_factory=dict)
    widest: Mapping[int, int] = field(default_factory=dict)
    linked: frozenset[int] = frozenset()
    short_entries: Mapping[int, int] = field(default_factory=dict)
    indexed: frozenset[int] = frozenset()
    indexed_across: frozenset[int] = frozenset()
    from_end: frozenset[tuple[str, str]] = frozenset()
    nodes: Mapping[int, Node] = field(default_factory=dict)
    members: Mapping[int, Sequence[int]] = field(default_factory=dict)
    structures: Mapping[int, Structure] = field(default_factory=dict)
    shapes: Mapping[int, Sequence[tuple[int, Shape]]] = field(default_factory=dict)
    parents: Mapping[int, int] = field(default_factory=dict)
    child_lists: frozenset[int] = frozenset()
    sentinels: Mapping[int, str] = field(default_factory=dict)
    lives: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    recursive: Mapping[Routine, frozenset[str]] = field(default_factory=dict)
    recurring: frozenset[int] = frozenset()
    lasting: Mapping[str, int] = field(default_factory=dict)
    raised: Mapping[int, tuple[RaisePoint, ...]] = field(default_factory=dict)
    source: Source = field(default_factory=Source)
    digits: Mapping[int, int] = field(default_factory=dict)
    codes: tuple[int, ...] = ()
    has_unreachable: bool = False
    suspended: SuspendedFrames = field(default_factory=SuspendedFrames)
    unfinished: Mapping[int, Unfinished] = field(default_factory=dict)
    of_blocks: Mapping[int, int] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()

    def shape(self, structure: int, step: int) -> Shape:
        """Return the shape of a tree at a step."""
        found = self.shapes[structure]
        return in_effect(found, step, found[0][1])

    def node(self, serial: int, step: int) -> Node | None:
        """Return the place of an object in its structure at a step."""
        node = self.nodes.get(serial)
        if node is None or node.structure not in self.shapes:
            return node
        return self.shape(node.structure, step).nodes.get(serial, node)

    def slots(self, serial: int, most: int) -> int:
        """Return the number of slots of a container that may show ``most`` places.

        A container that never has many more shows all of them.
        """
        longest = self.longest.get(serial, 0)
        return longest if most < longest <= most + _MOST_MORE else most

    def fewest_columns(self, serial: int) -> int:
        """Return the number of columns of a matrix that always fits."""
        return FEW_PIECES if serial in self.boards.found else FEW_COLUMNS

    def passes(self, exception: int, step: int) -> bool:
        """Whether an exception arrives at a step from a frame that it has left."""
        seen = [one for one in self.raised.get(exception, ()) if one.step <= step][-2:]
        if len(seen) < 2 or seen[1].step != step:
            return False
        return seen[0].step == step - 1 or seen[0].function != seen[1].function

    def card_of(self, serial: int) -> int:
        """Return the object whose card contains an object: itself, if it is not nested."""
        while (container := self.container_of.get(serial)) is not None:
            serial = container
        return serial
