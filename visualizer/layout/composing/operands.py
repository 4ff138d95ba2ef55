"""Puts the evaluation stack of a call below the call's frame."""

from collections.abc import Container

from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.evaluation_stack import (
    EvaluationStack,
    count_key,
    evaluation_stack,
)
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.composing.attempts import Plan
from visualizer.layout.composing.reach import ReachedBlocks
from visualizer.layout.composing.regions import SWITCH
from visualizer.layout.composing.tall_frames import GAP
from visualizer.layout.measure import Text, phrase
from visualizer.layout.sheet import BoxKind, Count, Placed
from visualizer.layout.visibility import frame_key
from visualizer.model import FrameKind, State

_CLOSE = 3
"""The gap between a frame and its evaluation stack."""


def with_operands(
    maker: Maker,
    state: State,
    *,
    boxes: tuple[Placed, ...],
    found: ReachedBlocks,
    plan: Plan,
    operands: EvaluationStack,
) -> tuple[Placed, ...]:
    """Return the boxes with the evaluation stack; without it if its frame is not drawn.

    The stack is below its frame, or below all frames if another box is in the way.
    """
    calls = (one for stack in state.stacks.values() for one in stack)
    frame = next((one for one in calls if one.serial == operands.frame), None)
    key = frame_key(frame) if frame is not None else None
    home = next((box for box in boxes if box.key == key), None)
    if frame is None or home is None:
        return boxes
    drawn = found.inside.keys()
    block = evaluation_stack(maker, operands, "", plan.column, drawn)
    made = Placed(operands.key, BoxKind.FRAME, home.x, home.rect.bottom + _CLOSE, block)
    is_module = frame.kind is FrameKind.MODULE
    # A module's names belong to the data region, its evaluation stack does not.
    leaves_region = is_module and maker.facts.level is Level.REGIONS
    if leaves_region or any(box.rect.overlaps(made.rect) for box in boxes):
        function: Text = phrase("module") if is_module else frame.function
        block = evaluation_stack(maker, operands, function, plan.column, drawn)
        frames = (box for box in boxes if box.kind is BoxKind.FRAME)
        above = max(frames, key=lambda box: box.rect.bottom)
        gap = GAP + SWITCH if above is home and leaves_region else GAP
        made = Placed(operands.key, BoxKind.FRAME, home.x, above.rect.bottom + gap, block)
        home = above
    place = boxes.index(home) + 1
    return (*boxes[:place], made, *boxes[place:])


def counts_of(operands: EvaluationStack, heap: Container[int]) -> dict[int, Count]:
    """Return the counts of new objects, each as it was read when the object was made."""
    return {
        count_key(place): Count(value.refcount, None)
        for place, value in enumerate(operands.values)
        if value.is_new(heap)
    }
