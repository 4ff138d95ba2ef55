"""The sentences of all steps of a recording."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from visualizer.explain.sentence import Sentence
from visualizer.explain.steps.step import explain_step
from visualizer.explain.steps.streams import context_of
from visualizer.model import Step
from visualizer.recording import Recording

NOT_ENOUGH = {
    *(f"{what}-{how}" for what in ("ran", "running", "unfinished") for how in ("code", "line")),
    "running-code-in",
}
"""Keys of sentences that only repeat the line."""


def step_sentences(
    path: Path, *, are_numbered: bool = True
) -> Iterator[tuple[Step, tuple[Sentence, ...]]]:
    """Yield every step with its sentences."""
    with closing(Recording.open(path)) as recording:
        cursor = recording.cursor()
        for number in range(1, recording.steps + 1):
            delta = cursor.delta(number)
            before = cursor.seek(number - 1)
            yield (
                delta.step,
                explain_step(
                    before,
                    delta,
                    recording.sources,
                    context_of(recording, cursor, delta),
                    are_numbered=are_numbered,
                ),
            )


def is_explained(sentences: tuple[Sentence, ...]) -> bool:
    """Whether the sentences say more than the line that ran."""
    return bool({one.key for one in sentences} - NOT_ENOUGH)
