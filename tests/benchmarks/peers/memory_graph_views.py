"""The steps as memory_graph draws them, laid out by Graphviz."""

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.benchmarks.peers.views import Area, Line, Spot, View, curve

RUNNER = Path(__file__).with_name("graph_every_step.py")
PIXELS = 96 / 72
"""Pixels per point."""

MARGIN = 8.0, 4.0
"""Points that Graphviz leaves around the table in a node."""


def views(program: Path, folder: Path, python: str, dot: str) -> list[View]:
    """Run the program under memory_graph and lay out each step with ``dot``."""
    out = folder / f"{program.stem}.jsonl"
    command = [python, str(RUNNER), str(program), str(out)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    found = []
    for line in out.read_text(encoding="utf-8").splitlines():
        source, names = json.loads(line)
        told = subprocess.run(
            [dot, "-Tjson0"], input=source, text=True, check=True, capture_output=True
        )
        found.append(_view(json.loads(told.stdout), names))
    return found


def _view(graph: dict[str, Any], names: dict[str, str]) -> View:
    *_, width, height = map(float, graph["bb"].split(","))
    boxes = {
        names.get(node["name"], node["name"]): _box(node, height)
        for node in graph.get("objects", [])
        if "pos" in node
    }
    seen = [edge for edge in graph.get("edges", []) if edge.get("style") != "invis"]
    lines = tuple(_line(edge["pos"], height) for edge in seen)
    return View(boxes, lines, width * PIXELS, height * PIXELS, len(lines))


def _box(node: dict[str, Any], height: float) -> Area:
    x, y = map(float, node["pos"].split(","))
    wide = 72 * float(node["width"]) - 2 * MARGIN[0]
    high = 72 * float(node["height"]) - 2 * MARGIN[1]
    left, top = x - wide / 2, height - y - high / 2
    return left * PIXELS, top * PIXELS, wide * PIXELS, high * PIXELS


def _line(text: str, height: float) -> Line:
    """Parse an edge: ``e,x,y`` is the tip of its arrow, the rest its curve's control points."""
    tip: tuple[Spot, ...] = ()
    control = []
    for part in text.split():
        *mark, x, y = part.split(",")
        spot = float(x) * PIXELS, (height - float(y)) * PIXELS
        if mark:
            tip = (spot,)
        else:
            control.append(spot)
    return Line(curve(control) + tip)
