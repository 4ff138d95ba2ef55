"""What the layout makes of each kind of program: how long it takes, how large, how clear.

    python -m tests.benchmarks.layout [NAME...]

Programs are recorded for it. Times are milliseconds for the whole recording, known in advance, on
one run: compare them within a run only. ``place`` and ``route`` are for one order of placing,
``all`` is what is done in the window: of a small recording several orders are tried. Crossings are
those at the fullest step, the mean over steps, and the most that any one arrow has that did not
change in that step; chips those of the step with the most, and how many arrows there are then;
``outer`` those among them that are chips by the rule for calls that wait, the others are because it
is crowded.
``zeros`` must always be 0, see `Zeros`. As in the window, Python's cyclic collector does not run
while something is laid out.

Without names, or with ``growing``, a second table follows: what one more object, or one more
reference, costs while a recording grows.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from tests.benchmarks import growing
from tests.gallery.films import Films
from tests.layout import audit
from tests.layout.crossings import UNCHANGED, crossings
from visualizer.layout import ArrowKind, FixedMeasure, Foresight, Layout, Picture
from visualizer.layout.plan import Plan
from visualizer.model import Delta
from visualizer.recording import Recording

TESTS = Path(__file__).parents[1]
PROGRAMS = TESTS / "layout" / "programs"
CALL_EXAMPLE = TESTS.parent / "resources" / "examples" / "call_example.py"
LOOKED_AT = 120
"""Steps of each recording whose pictures are gone through, evenly spread."""


@dataclass(slots=True)
class Zeros:
    """What must never be: cards that move, overlap, are run over; heads too near; bundles."""

    drift: int = 0
    overlaps: int = 0
    run_over: int = 0
    heads: int = 0
    bundles: int = 0

    def include(self, picture: Picture) -> None:
        """Count what is wrong in a picture."""
        self.overlaps += len(audit.overlapping(picture))
        self.run_over += len(audit.passing_over(picture))
        self.heads += len(audit.crowded_heads(picture))
        self.bundles += len(audit.bundled(picture))

    def compare(self, before: Picture, after: Picture) -> None:
        """Count the cards that moved from one step to the next."""
        old = {box.key: box.rect[:2] for box in before.boxes}
        self.drift += sum(old.get(b.key, b.rect[:2]) != b.rect[:2] for b in after.boxes)


@dataclass(slots=True)
class Found:
    """What was found about one program."""

    name: str
    steps: int
    places: int
    references: int
    foresee: float
    place: float
    route: float
    all: float
    step: float
    size: str
    cards: int
    arrows: int
    fullest: int
    mean: float
    most: int
    chips: str
    outer: int
    zeros: str

    def cells(self) -> Iterator[str]:
        """The columns of the table."""
        for value in astuple(self):
            yield f"{value:,.1f}" if isinstance(value, float) else str(value)


type Heads = tuple[tuple[str, int], ...]
"""The columns of a table, with their widths."""

GROWING = "growing"
HEADS: Heads = (
    ("program", 22),
    ("steps", 6),
    ("places", 7),
    ("refs", 7),
    ("foresee", 9),
    ("place", 9),
    ("route", 9),
    ("all", 9),
    ("a step", 7),
    ("picture", 11),
    ("cards", 6),
    ("arrows", 7),
    ("crossings", 10),
    ("mean", 7),
    ("most", 5),
    ("chips", 9),
    ("outer", 6),
    ("zeros", 10),
)


def main() -> int:
    """Lay out every program and print a table."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.layout",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    known = {program.stem: program for program in (CALL_EXAMPLE, *sorted(PROGRAMS.glob("*.py")))}
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join([*known, GROWING]))
    names = parser.parse_args().names or [*known, GROWING]
    asked = [name for name in names if name != GROWING]
    if asked:
        _print((name for name, _ in HEADS), HEADS)
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        films = Films(Path(folder))
        for name in asked:
            recording = Recording.open(films.path(known[name]))
            gc.collect()
            gc.disable()
            found = measured(name, recording)
            gc.enable()
            _print(found.cells(), HEADS)
            recording.close()
    if GROWING in names:
        _print((name for name, _ in growing.HEADS), growing.HEADS)
        for row in growing.rows():
            _print(row, growing.HEADS)
    return 0


def _print(cells: Iterable[str], heads: Heads) -> None:
    row = (
        f"{cell:<{wide}}" if number == 0 else f"{cell:>{wide}}"
        for number, (cell, (_, wide)) in enumerate(zip(cells, heads, strict=True))
    )
    print("".join(row), flush=True)


def measured(name: str, recording: Recording) -> Found:
    """Lay out a whole recording and look at its pictures."""
    cursor = recording.cursor()
    deltas = [cursor.delta(number) for number in range(1, recording.steps + 1)]
    begin = time.perf_counter()
    foresight = foreseen(deltas)
    foresee = time.perf_counter() - begin
    plan = Plan(foresight)
    begin = time.perf_counter()
    plan.places.extend()
    place = time.perf_counter() - begin
    begin = time.perf_counter()
    plan.routes.extend()
    route = time.perf_counter() - begin
    places = sum(1 for _ in plan.places.spots)
    begin = time.perf_counter()
    Plan(foresight).extend()
    whole = time.perf_counter() - begin
    layout = Layout(FixedMeasure(), foreseen(deltas))
    pictures, outer, step = shown(recording, layout)
    fullest = max(pictures, key=lambda picture: len(picture.boxes))
    every = (*UNCHANGED, ArrowKind.NEW, ArrowKind.REBOUND)
    found = [crossings(picture, every) for picture in pictures]
    zeros = Zeros()
    for picture in pictures:
        zeros.include(picture)
    for before, after in steps_after(recording, layout):
        zeros.compare(before, after)
    width = max(picture.bounds.width for picture in pictures)
    height = max(picture.bounds.height for picture in pictures)
    chips = [sum(arrow.chip for arrow in picture.arrows) for picture in pictures]
    most_chips = max(range(len(chips)), key=chips.__getitem__)
    return Found(
        name,
        recording.steps,
        places,
        len(foresight.references),
        1000 * foresee,
        1000 * place,
        1000 * route,
        1000 * whole,
        1000 * step,
        f"{width:.0f}×{height:.0f}",
        len(fullest.boxes),
        len(fullest.arrows),
        crossings(fullest, every).total() // 2,
        statistics.mean(crossed.total() / 2 for crossed in found),
        max(max(crossings(picture).values(), default=0) for picture in pictures),
        f"{chips[most_chips]}/{len(pictures[most_chips].arrows)}",
        outer[most_chips],
        "/".join(map(str, astuple(zeros))),
    )


def foreseen(deltas: list[Delta]) -> Foresight:
    """A foresight that has seen the whole recording."""
    foresight = Foresight(FixedMeasure())
    for delta in deltas:
        foresight.add(delta)
    foresight.close()
    return foresight


def shown(recording: Recording, layout: Layout) -> tuple[list[Picture], list[int], float]:
    """Pictures of steps all over the recording, how many arrows of each are chips because their
    calls wait, and the median seconds that one took."""
    cursor = recording.cursor()
    stride = max(1, recording.steps // LOOKED_AT)
    pictures, outer, times = [], [], []
    for number in range(1, recording.steps + 1, stride):
        state, delta = cursor.seek(number), cursor.delta(number)
        begin = time.perf_counter()
        pictures.append(layout.picture(state, delta))
        times.append(time.perf_counter() - begin)
        outer.append(_of_waiting_calls(layout))
    return pictures, outer, statistics.median(times)


def _of_waiting_calls(layout: Layout) -> int:
    """How many arrows of the step last asked for would be drawn in full if their calls ran."""
    now = layout.now
    there = (r for r in layout._plan.routes.all_routes() if r.start <= now < r.end)
    return sum(not route.chip and route.is_chip(now) for route in there)


def steps_after(recording: Recording, layout: Layout) -> Iterator[tuple[Picture, Picture]]:
    """Pairs of pictures of steps that follow each other, all over the recording."""
    cursor = recording.cursor()
    stride = max(1, recording.steps // LOOKED_AT)
    for number in range(2, recording.steps + 1, stride):
        before = layout.picture(cursor.seek(number - 1), cursor.delta(number - 1))
        yield before, layout.picture(cursor.seek(number), cursor.delta(number))


if __name__ == "__main__":
    sys.exit(main())
