"""The makers of the blocks of a recording's steps."""

from dataclasses import dataclass, field

from visualizer.layout.analysis.facts import Facts
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.measures import NAME_LETTERS
from visualizer.layout.blocks.watched import Keeping
from visualizer.layout.composing.generators import GeneratorNames
from visualizer.layout.folding.folds import Folds
from visualizer.layout.folding.hidden import HiddenCache
from visualizer.layout.measure import TextMeasure
from visualizer.model import State


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

    def give_room(self, room: float) -> None:
        """Change the maximum width of a block."""
        self.room = room
        self.known.clear()

    def maker(self, state: State, folds: Folds | None = None) -> Maker:
        """Return the maker of a step's blocks; ``folds`` are other foldings than the planned."""
        step = state.step.number if state.step is not None else 0
        return Maker(
            state.heap,
            self.facts,
            self.measure,
            step,
            self.room,
            GeneratorNames(state),
            self.known,
            folds or self.folds,
            self.hidden,
            self.names,
        )
