"""The makers of the blocks of a recording's steps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from visualizer.layout.analysis.facts import Facts
from visualizer.layout.analysis.unfinished import heap_of
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.measures import NAME_LETTERS
from visualizer.layout.blocks.watched import Keeping
from visualizer.layout.folding.folds import Folds
from visualizer.layout.folding.hidden import HiddenCache
from visualizer.layout.measure import TextMeasure
from visualizer.model import Generator, State


class GeneratorNames(Mapping[int, str]):
    """The names of a step's generators by serial, computed on first use.

    They are those of the functions that they run, found by the code of a paused frame.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._names: dict[int, str] | None = None

    def __getitem__(self, serial: int) -> str:
        thing = self._state.heap[serial]
        if not isinstance(thing.content, Generator):
            raise KeyError(serial)
        if self._names is None:
            self._names = {code.address: code.name for code in self._state.codes.values()}
        addresses = (part.address for part in thing.parts)
        return next((self._names[one] for one in addresses if one in self._names), "")

    def __iter__(self) -> Iterator[int]:
        things = self._state.heap.values()
        return (one.serial for one in things if isinstance(one.content, Generator))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(slots=True)
class Making:
    """The parts of a recording's makers that are the same at every step."""

    facts: Facts
    measure: TextMeasure
    room: float = 0.0
    """The maximum width of a block, in pixels at 100 %."""
    folds: Folds = field(default_factory=Folds)
    known: Keeping = field(default_factory=Keeping)
    hidden: HiddenCache = field(default_factory=dict)
    names: int = NAME_LETTERS[-1]
    """The maximum number of letters of a name in a frame."""
    column: float = 0.0
    """The width of the column of frames; 0 while it is not known."""

    def give_room(self, room: float, column: float = 0.0) -> None:
        """Change the maximum width of a block, and the width of the column of frames."""
        self.room, self.column = room, column
        self.known.clear()

    def maker(self, state: State, folds: Folds | None = None) -> Maker:
        """Return the maker of a step's blocks; ``folds`` are other foldings than the planned."""
        step = state.step.number if state.step is not None else 0
        return Maker(
            heap_of(state, self.facts.unfinished),
            self.facts,
            self.measure,
            step,
            self.room,
            GeneratorNames(state),
            self.known,
            folds or self.folds,
            self.hidden,
            self.names,
            self.column,
        )
