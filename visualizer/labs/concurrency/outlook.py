"""How much of a comparison is done, and how long the rest may take."""

from dataclasses import dataclass

from visualizer.labs.concurrency.comparison import MOST_REPEATS, SERVER_SHARE, Comparison
from visualizer.labs.concurrency.results import Result


@dataclass(frozen=True, slots=True)
class Outlook:
    """``share`` from 0 to 1; where repeats go on until they are enough, at most that is left."""

    share: float
    seconds_left: float


def outlook(comparison: Comparison) -> Outlook:
    """From what each contestant took so far; of one that has not run, from the size of its work."""
    spent = sum(sum(result.seconds) for result in comparison.results.values())
    left = sum(_left(comparison, result) for result in comparison.results.values())
    return Outlook(spent / (spent + left) if left else 1.0, left)


def _left(comparison: Comparison, result: Result) -> float:
    if result.error is not None or (result.repeats and comparison.is_enough(result)):
        return 0.0
    settings = comparison.settings
    wanted = MOST_REPEATS if settings.repeats is None else settings.repeats
    # Nothing takes longer than one job after the other.
    share = SERVER_SHARE if settings.workload == "io" else 1.0
    longest = settings.jobs * settings.steps * settings.scale * share
    each = result.median if result.median is not None else longest
    return max(0, wanted - len(result.repeats)) * each
