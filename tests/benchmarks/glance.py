"""How well the pictures of programs read: what fits, is in view, moves, crosses.

Lays out every step of every program as the window would, and judges it by its geometry alone.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from pathlib import Path
from statistics import mean

from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.picture import ensure_application
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.sheets import CANVAS, Sheets, walk_of
from visualizer.layout.picture import Key, Point, Rect
from visualizer.layout.sheet import Arrow, Sheet
from visualizer.recording import Recording

LEAST_SCALE = 0.7

FAR = 250
"""The length in pixels from which an arrow counts as long."""


@dataclass(slots=True)
class Tally:
    """The counts of a program."""

    name: str
    steps: int = 0
    fit: int = 0
    fit_small: int = 0
    in_view: int = 0
    moved: int = 0
    moved_alone: int = 0
    arrows: int = 0
    long: int = 0
    stubs: int = 0
    mute_stubs: int = 0
    crossings: int = 0
    through: int = 0
    overlaps: int = 0
    scale: float = 1.0
    largest: float = 0
    unseen: list[int] = field(default_factory=list)


def judge(name: str, recording: Recording, level: Level, most: int) -> Tally:
    """Lay out the first ``most`` steps of a program, and count."""
    sheets = Sheets(walk_of(recording), recording.sources, QtMeasure(), level)
    tally, cursor = Tally(name), recording.cursor()
    before: Sheet | None = None
    for number in range(1, min(recording.steps, most) + 1):
        delta = cursor.delta(number)
        sheet = sheets.sheet(cursor.seek(number), delta)
        _count(tally, sheet)
        if before is not None:
            _count_moved(tally, before, sheet)
        before = sheet
    return tally


def _count(tally: Tally, sheet: Sheet) -> None:
    tally.steps += 1
    width, height = CANVAS
    whole = sheet.drawn
    tally.fit += whole.width <= width and whole.height <= height
    tally.fit_small += whole.width <= width / LEAST_SCALE and whole.height <= height / LEAST_SCALE
    rects = {box.key: box.rect for box in sheet.boxes}
    if all(_is_within(rects[key], sheet.view) for key in sheet.must_see if key in rects):
        tally.in_view += 1
    else:
        tally.unseen.append(sheet.step)
    tally.scale = sheet.scale
    tally.largest = max(tally.largest, whole.width * whole.height)
    drawn = [arrow for arrow in sheet.arrows if arrow.points]
    tally.arrows += len(sheet.arrows)
    tally.long += sum(_length(arrow) > FAR for arrow in drawn)
    tally.stubs += len(sheet.arrows) - len(drawn)
    tally.mute_stubs += sum(
        not arrow.points and (arrow.stub is None or not arrow.stub.text) for arrow in sheet.arrows
    )
    tally.crossings += sum(crosses(one, other) for one, other in combinations(drawn, 2))
    tally.through += sum(_runs_through(arrow, rects) for arrow in drawn)
    labels = [tag.label.rect for tag in sheet.tags]
    owners: list[Key | None] = [tag.box for tag in sheet.tags]
    for arrow in sheet.arrows:
        if arrow.stub is not None:
            labels.append(arrow.stub.rect)
            owners.append(arrow.start)
    tally.overlaps += sum(_overlapping(labels, owners, rects))


def _is_within(inner: Rect, outer: Rect) -> bool:
    """Whether a rectangle lies within another, up to half a pixel."""
    return (
        inner.x >= outer.x - 0.5
        and inner.y >= outer.y - 0.5
        and inner.right <= outer.right + 0.5
        and inner.bottom <= outer.bottom + 0.5
    )


def _count_moved(tally: Tally, before: Sheet, now: Sheet) -> None:
    """Count the moved boxes; ``moved_alone`` leaves out the step's most common movement."""
    places = {box.key: (box.x, box.y) for box in before.boxes}
    ways: dict[tuple[float, float], int] = {}
    for box in now.boxes:
        if box.key in places:
            way = box.x - places[box.key][0], box.y - places[box.key][1]
            if way != (0, 0):
                ways[way] = ways.get(way, 0) + 1
    moved = sum(ways.values())
    tally.moved += moved
    tally.moved_alone += moved - max(ways.values(), default=0)


def crosses(one: Arrow, other: Arrow) -> bool:
    """Whether two arrows cross; near a shared end they run together instead."""
    for first in pairwise(one.points):
        for second in pairwise(other.points):
            at = _meeting(first, second)
            if at is None:
                continue
            end = one.points[-1]
            near = abs(at.x - end.x) + abs(at.y - end.y) < 14
            if one.target != other.target or not near:
                return True
    return False


def _length(arrow: Arrow) -> float:
    return sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(arrow.points))


def _meeting(one: tuple[Point, Point], other: tuple[Point, Point]) -> Point | None:
    upright = [abs(a.x - b.x) < 0.01 for a, b in (one, other)]
    if upright[0] == upright[1]:
        return None
    (top, bottom), (left, right) = (one, other) if upright[0] else (other, one)
    low, high = sorted((top.y, bottom.y))
    first, last = sorted((left.x, right.x))
    if first < top.x < last and low < left.y < high:
        return Point(top.x, left.y)
    return None


def _runs_through(arrow: Arrow, rects: dict[Key, Rect]) -> int:
    found = 0
    for key, rect in rects.items():
        if key in (arrow.start, arrow.end):
            continue
        found += any(
            min(a.x, b.x) < rect.right - 1
            and max(a.x, b.x) > rect.x + 1
            and min(a.y, b.y) < rect.bottom - 1
            and max(a.y, b.y) > rect.y + 1
            for a, b in pairwise(arrow.points)
        )
    return found


def _overlapping(
    labels: list[Rect], owners: list[Key | None], rects: dict[Key, Rect]
) -> Iterator[int]:
    for place, (label, owner) in enumerate(zip(labels, owners, strict=True)):
        inner = label.grown(-1)
        yield sum(inner.overlaps(rect) for key, rect in rects.items() if key != owner)
        yield sum(inner.overlaps(other.grown(-1)) for other in labels[:place])


def recorded(program: Path, folder: Path, most: int) -> Path:
    """Record a program."""
    out = folder / f"{program.stem}.memtrace"
    command = [sys.executable, "-m", "visualizer", "record", str(program), "-o", str(out)]
    command += ["--max-steps", str(most), "--time-limit", "20"]
    subprocess.run(
        command, cwd=program.parent, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return out


def programs_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Find the programs among files and folders."""
    for path in paths:
        yield from sorted(path.glob("*.py")) if path.is_dir() else [path]


def main(arguments: list[str]) -> None:
    """Judge programs, and print a line for each and one for all."""
    parser = argparse.ArgumentParser(prog="glance")
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--level", default="values", choices=[*Level])
    parser.add_argument("--most", type=int, default=3000, help="steps of each program")
    found = parser.parse_args(arguments)
    ensure_application()
    tallies = []
    print(
        f"{'program':24} steps scale fit  70%  view moved  arrows  long stubs cross thr over area"
    )
    with tempfile.TemporaryDirectory() as folder:
        for program in programs_in(found.paths):
            file = recorded(program.resolve(), Path(folder), found.most)
            if not file.exists():
                continue
            with closing(Recording.open(file)) as recording:
                if not recording.steps:
                    continue
                tally = judge(program.stem, recording, Level(found.level), found.most)
            tallies.append(tally)
            print(_line(tally), flush=True)
    print(_summary(tallies))


def _line(tally: Tally) -> str:
    steps = tally.steps
    shares = " ".join(
        f"{100 * one / steps:4.0f}" for one in (tally.fit, tally.fit_small, tally.in_view)
    )
    return (
        f"{tally.name:24} {steps:5} {tally.scale:4.2f} {shares} {tally.moved / steps:6.3f} "
        f"{tally.arrows / steps:6.1f} {tally.long / steps:5.2f} {tally.stubs / steps:5.2f} "
        f"{tally.crossings / steps:5.2f} "
        f"{tally.through:3} {tally.overlaps:4} {tally.largest / 1000:5.0f}k {tally.unseen[:3]}"
    )


def _summary(tallies: list[Tally]) -> str:
    count = len(tallies)
    whole = sum(one.fit == one.steps for one in tallies)
    small = sum(one.fit_small == one.steps for one in tallies)
    seen = sum(one.in_view == one.steps for one in tallies)
    arrows = sum(one.arrows for one in tallies) or 1
    return (
        f"{count} programs: {whole} fit at every step, {small} at 70 %, in {seen} all that must "
        f"be seen is in view; {mean(one.moved / one.steps for one in tallies):.3f} boxes moved "
        f"a step; "
        f"{sum(one.crossings for one in tallies) / arrows:.3f} crossings an arrow, "
        f"{sum(one.long for one in tallies) / arrows:.2f} long ones, "
        f"{sum(one.stubs for one in tallies) / arrows:.2f} stubs, "
        f"{sum(one.mute_stubs for one in tallies)} without a value, "
        f"{sum(one.through for one in tallies)} arrows through boxes, "
        f"{sum(one.overlaps for one in tallies)} labels over something"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
