"""Writes BENCHMARKS.md and its pictures from the stored figures of the benchmarks.

    python -m tests.benchmarks.page FIGURES.json

The figures come from ``python -m tests.benchmarks --json``, or from ``scaling`` alone. Nothing on
the page is typed: run both commands again after a change of speed.
"""

import json
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.benchmarks.racers import ROOT
from visualizer.charts.lines import Line, LinePlot
from visualizer.charts.markers import Manner
from visualizer.charts.scales import LogScale
from visualizer.diagram.themes import theme
from visualizer.shell.app import make_application

PICTURES = ROOT / "resources" / "pictures"
SIZE = (760, 380)
PLOTS = {
    "a step": ("growth-objects", "Processor time of a step, by live objects", "live objects", "µs"),
    "a recording": ("growth-steps", "Processor time of a recording, by steps", "steps", "s"),
}
"""For the figures of ``scaling``: the picture's name, its title, its axis, its unit."""
MANNERS = {
    "core": Manner("s1", "disc"),
    "core, idle": Manner("s1", "disc"),
    "core, mutated": Manner("s1", "disc", (2.0, 2.0), hollow=True),
    "python": Manner("s2", "square"),
    "python, idle": Manner("s2", "square"),
    "python, mutated": Manner("s2", "square", (2.0, 2.0), hollow=True),
}
"""The C recorder and the Python recorder; dashed where each step changes an object."""
_FIGURE = re.compile(r"(a step|a recording): (.+), (\d+)")


def main() -> int:
    """Write the page."""
    if len(sys.argv) != 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    told = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    benchmarks = told.get("benchmarks", [told])
    make_application()
    drawn = [name for each in benchmarks for name in _pictures(each["figures"])]
    page = [*_head(told), *_shown(drawn), *(row for each in benchmarks for row in _table(each))]
    (ROOT / "BENCHMARKS.md").write_text("\n".join(page) + "\n", encoding="utf-8")
    return 0


def _head(told: dict[str, Any]) -> Iterable[str]:
    facts = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in told["machine"].items())
    yield "# Benchmarks"
    yield ""
    yield "`python -m tests.benchmarks.page` wrote this page; see CONTRIBUTING.md."
    if told.get("quick"):
        yield "A short round: it shows that everything runs; its figures are not precise."
    yield f"The machine: {facts}. The load was measured at the start."
    yield ""
    yield "The time of a step is the difference between a long and a short run. If it is smaller"
    yield "than the variation between runs, it can be negative; the plots omit such points."


def _shown(drawn: Iterable[str]) -> Iterable[str]:
    for name in drawn:
        title = next(plot[1] for plot in PLOTS.values() if plot[0] == name)
        dark, light = (f"resources/pictures/{name}-{one}.png" for one in ("dark", "light"))
        yield ""
        yield f'<picture><source media="(prefers-color-scheme: dark)" srcset="{dark}">'
        yield f'<img alt="{title}" src="{light}"></picture>'
        yield ""
        yield f"{title}; medians."


def _table(each: dict[str, Any]) -> Iterable[str]:
    yield ""
    yield f"## {each['benchmark'].capitalize()}"
    yield ""
    yield "| figure | unit | median | p95 | least | most | repeats | asked |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in each["figures"]:
        numbers = " | ".join(f"{row[key]:,.4g}" for key in ("median", "p95", "least", "most"))
        missed = ", missed" if row["holds"] is False else ""
        asked = "" if row["asked"] is None else f"{row['asked']:g} ({row['of']}{missed})"
        yield f"| {row['name']} | {row['unit']} | {numbers} | {row.get('repeats', '')} | {asked} |"


def _pictures(figures: list[dict[str, Any]]) -> list[str]:
    """Plot the available pictures of ``PLOTS``; return their names."""
    lines: dict[str, dict[str, list[tuple[float, float]]]] = {}
    for row in figures:
        found = _FIGURE.fullmatch(row["name"])
        if found and row["median"] > 0:
            of = lines.setdefault(found[1], {}).setdefault(found[2], [])
            of.append((float(found[3]), row["median"]))
    for kind, by_key in lines.items():
        for name in ("light", "dark"):
            _plot(by_key, *PLOTS[kind], theme_name=name)
    return [PLOTS[kind][0] for kind in lines]


def _plot(
    by_key: dict[str, list[tuple[float, float]]],
    file: str,
    title: str,
    axis: str,
    unit: str,
    *,
    theme_name: str,
) -> None:
    def amount(value: float) -> str:
        return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"

    def count(value: float) -> str:
        return f"{value:,.0f}"

    colours = theme(theme_name)
    plot = LinePlot(colours.colour, LogScale(count, count), LogScale(amount, amount))
    plot.right, plot.named = 128, lambda line, _: (line.points[-1], line.key)
    palette = plot.palette()
    palette.setColor(plot.backgroundRole(), colours.colour("pane"))
    plot.setPalette(palette)
    plot.resize(*SIZE)
    plot.set_words(title, axis, lambda line, at: f"{line.key}: {amount(line.points[at][1])}")
    shown = [Line(key, MANNERS[key], tuple(points)) for key, points in by_key.items()]
    plot.show_lines(shown, sorted({x for line in shown for x, _ in line.points}))
    plot.show()
    plot.grab().save(str(PICTURES / f"{file}-{theme_name}.png"))
    plot.close()


if __name__ == "__main__":
    sys.exit(main())
