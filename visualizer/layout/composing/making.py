"""The maker of the blocks of a recording's steps, put at one step after another."""

from collections.abc import Callable
from dataclasses import replace

from visualizer.layout.analysis.unfinished import heap_of
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.folding.folds import Folds
from visualizer.model import Generator, State


def maker_at(usual: Maker, state: State, folds: Folds | None = None) -> Maker:
    """Return the maker of a step's blocks; ``folds`` are other foldings than the planned."""
    return replace(
        usual,
        heap=heap_of(state, usual.facts.unfinished),
        step=state.step.number if state.step is not None else 0,
        generator_name=_generator_names(state),
        folds=folds or usual.folds,
    )


def _generator_names(state: State) -> Callable[[int], str]:
    """Return what names a generator by its function, found by the code of a paused frame."""

    def name(serial: int) -> str:
        thing = state.heap[serial]
        if not isinstance(thing.content, Generator):
            return ""
        names = {code.address: code.name for code in state.codes.values()}
        addresses = (part.address for part in thing.parts)
        return next((names[one] for one in addresses if one in names), "")

    return name
