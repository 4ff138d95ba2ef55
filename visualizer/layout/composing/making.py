"""Makes the maker of a step's blocks from the maker of a recording."""

from collections.abc import Callable
from dataclasses import replace

from visualizer.layout.analysis.unfinished import heap_of
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.folding.folds import Folds
from visualizer.model import Generator, State


def maker_at(usual: Maker, state: State, folds: Folds | None = None) -> Maker:
    """Return the maker of a step's blocks; ``folds`` replace the planned foldings."""
    return replace(
        usual,
        heap=heap_of(state, usual.facts.unfinished),
        step=state.step.number if state.step is not None else 0,
        generator_name=_generator_names(state),
        folds=folds or usual.folds,
    )


def _generator_names(state: State) -> Callable[[int], str]:
    """Return a function that names a generator by the code of its paused frame."""

    def name(serial: int) -> str:
        thing = state.heap[serial]
        if not isinstance(thing.content, Generator):
            return ""
        names = {code.address: code.name for code in state.codes.values()}
        addresses = (part.address for part in thing.parts)
        return next((names[one] for one in addresses if one in names), "")

    return name
