"""How the pictures of this project compare with those of other tools, program by program.

    python -m tests.benchmarks.peers [--opt OPT_RUN.py --opt-front-end BUNDLE.js] [NAME...]

Prints the tables of COMPARISON.md. The options name what a peer needs; without them the command
uses the peer's stored figures (``figures.json``), as ours change more often than theirs. Nothing
of theirs is part of this project. A step is each tool's own notion of a step.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.peers import memory_graph_views, ours, python_tutor
from tests.benchmarks.peers.views import View, crossings, fullest, moves, run_over
from tests.gallery.films import Films
from visualizer.recording import Recording

ROOT = Path(__file__).parents[3]
TESTS = ROOT / "tests"
PROGRAMS = {
    program.stem: program
    for program in (
        ROOT / "resources" / "examples" / "call_example.py",
        TESTS / "programs" / "layout" / "aliases.py",
        TESTS / "programs" / "layout" / "matrix_6.py",
        TESTS / "programs" / "linked_list.py",
        TESTS / "programs" / "gallery" / "doubly_linked.py",
        TESTS / "programs" / "gallery" / "search_tree.py",
        TESTS / "programs" / "gallery" / "shared.py",
        TESTS / "programs" / "gallery" / "closure.py",
        TESTS / "programs" / "layout" / "recursion_12.py",
        TESTS / "programs" / "generator.py",
        TESTS / "programs" / "doc_classes.py",
        TESTS / "programs" / "exception.py",
    )
}
TOOLS = "ours", "memory_graph", "Python Tutor"
FIGURES = Path(__file__).with_name("figures.json")


@dataclass(slots=True)
class Measured:
    """The measures of a tool's pictures of a program."""

    steps: int
    moved: float
    adrift: float
    most: int
    share: float
    boxes: int
    arrows: int
    chips: int
    crossings: int
    over: int
    width: float
    height: float


@dataclass(slots=True)
class Row:
    """A program and each tool's measures."""

    name: str
    tools: dict[str, Measured] = field(default_factory=dict)


def main() -> int:
    """Measure and print."""
    options = _options()
    kept: dict[str, dict[str, dict[str, Any]]] = json.loads(FIGURES.read_text(encoding="utf-8"))
    rows = []
    with tempfile.TemporaryDirectory(prefix="visualizer-peers-") as folder:
        for name in options.names or PROGRAMS:
            found = dict(_measure(PROGRAMS[name], Path(folder), options))
            print(f"{name}: {', '.join(found)} measured", file=sys.stderr, flush=True)
            figures = kept.setdefault(name, {})
            figures |= {tool: asdict(one) for tool, one in found.items() if tool != TOOLS[0]}
            rows.append(Row(name, {t: Measured(**figures[t]) for t in figures} | found))
    if options.keep:
        FIGURES.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print("\n".join(_moves_table(rows)), end="\n\n")
    print("\n".join(_fullest_table(rows)))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.peers",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PROGRAMS))
    parser.add_argument(
        "--memory-graph-python", metavar="PYTHON", help="a Python that has memory_graph"
    )
    parser.add_argument("--dot", default="dot", help="Graphviz, which memory_graph draws with")
    parser.add_argument("--opt", type=Path, metavar="OPT_RUN.py", help="Python Tutor's tracer")
    parser.add_argument("--opt-python", default="python3", help="the Python to run it with")
    parser.add_argument(
        "--opt-front-end",
        type=Path,
        metavar="BUNDLE.js",
        help="its front end, built to be embedded (pytutor-embed.bundle.js)",
    )
    parser.add_argument("--browser", default="chromium", help="to run the front end in")
    parser.add_argument("--keep", action="store_true", help="write the peers' figures anew")
    found = parser.parse_args()
    if (found.opt is None) != (found.opt_front_end is None):
        parser.error("--opt and --opt-front-end go together")
    return found


def _measure(
    program: Path, folder: Path, options: argparse.Namespace
) -> Iterator[tuple[str, Measured]]:
    recording = Recording.open(Films(folder).path(program))
    pictures = ours.pictures(recording)
    recording.close()
    views = [ours.view(picture) for picture in pictures]
    full = fullest(views)
    found = _measured(views, ours.crossings(pictures[views.index(full)]))
    yield TOOLS[0], found
    if options.memory_graph_python:
        views = memory_graph_views.views(program, folder, options.memory_graph_python, options.dot)
        yield TOOLS[1], _measured(views, crossings(fullest(views).lines))
    if options.opt:
        told = python_tutor.trace(program, folder, options.opt.resolve(), options.opt_python)
        views = python_tutor.views(program, folder, told, options.opt_front_end, options.browser)
        yield TOOLS[2], _measured(views, crossings(fullest(views).lines))


def _measured(views: list[View], crossed: int) -> Measured:
    moved, full = moves(views), fullest(views)
    return Measured(
        steps=len(views),
        moved=moved.each,
        adrift=moved.each_adrift,
        most=moved.most,
        share=moved.share,
        boxes=len(full.boxes),
        arrows=full.references,
        chips=full.references - len(full.lines),
        crossings=crossed,
        over=run_over(full),
        width=full.width,
        height=full.height,
    )


def _moves_table(rows: list[Row]) -> Iterator[str]:
    """Steps, and boxes moved per step: mean, share, beyond the whole picture's movement, most."""
    yield f"| program | steps | {' | '.join(TOOLS)} |"
    yield "|---|--:|--:|--:|--:|"
    for row in rows:
        found = [row.tools.get(tool) for tool in TOOLS]
        steps = " / ".join(str(one.steps) if one else "–" for one in found)
        yield f"| {row.name} | {steps} | {' | '.join(_moved(one) for one in found)} |"


def _moved(one: Measured | None) -> str:
    if one is None:
        return "–"
    if not one.most:
        return "0"
    return f"{one.moved:.2f} ({one.share:.0%}), {one.adrift:.2f}, {one.most}"


def _fullest_table(rows: list[Row]) -> Iterator[str]:
    """The fullest step: boxes and arrows, crossings, boxes that arrows run through, size."""
    yield "| program | boxes, arrows | crossings | through boxes | size |"
    yield "|---|--:|--:|--:|--:|"
    for row in rows:
        found = [row.tools[tool] for tool in TOOLS if tool in row.tools]
        cells = (
            " / ".join(f"{one.boxes}, {_arrows(one)}" for one in found),
            " / ".join(str(one.crossings) for one in found),
            " / ".join(str(one.over) for one in found),
            " / ".join(f"{one.width:.0f}×{one.height:.0f}" for one in found),
        )
        yield f"| {row.name} | {' | '.join(cells)} |"
    tools = [tool for tool in TOOLS if all(tool in row.tools for row in rows)]
    sums = [
        [sum(getattr(row.tools[tool], what) for row in rows) for tool in tools]
        for what in ("boxes", "arrows", "crossings", "over")
    ]
    drawn = " / ".join(f"{boxes}, {arrows}" for boxes, arrows in zip(*sums[:2], strict=True))
    rest = " | ".join(" / ".join(map(str, each)) for each in sums[2:])
    yield f"| together | {drawn} | {rest} | |"


def _arrows(one: Measured) -> str:
    chips = f"{one.chips} chip{'s' * (one.chips > 1)}"
    return f"{one.arrows} ({chips})" if one.chips else str(one.arrows)


if __name__ == "__main__":
    sys.exit(main())
