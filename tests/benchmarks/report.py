"""The common report of all benchmarks: machine, figures with their spread, table, JSON."""

import argparse
import json
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """Repeats of a measurement, in ``unit``; ``asked`` is its limit, if any.

    ``of`` names the statistic that the limit applies to.
    """

    name: str
    unit: str
    values: Sequence[float]
    asked: float | None = None
    of: str = "p95"

    def statistics(self) -> dict[str, float]:
        """Median, 95th percentile, least and most."""
        found = sorted(self.values)
        at = min(len(found) - 1, int(len(found) * 0.95))
        return {
            "median": statistics.median(found),
            "p95": found[at],
            "least": found[0],
            "most": found[-1],
        }

    @property
    def holds(self) -> bool | None:
        """Whether the figure keeps its limit; None if it has none."""
        return None if self.asked is None else self.statistics()[self.of] <= self.asked


def machine() -> dict[str, object]:
    """Describe the machine that the figures depend on."""
    names = [line for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "processor": names[0].partition(":")[2].strip() if names else platform.machine(),
        "processors": os.cpu_count(),
        "memory_bytes": memory,
        "load": round(os.getloadavg()[0], 2),
    }


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def options(program: str, doc: str | None) -> argparse.ArgumentParser:
    """Return a parser with the options that all benchmarks have."""
    parser = argparse.ArgumentParser(
        prog=f"python -m tests.benchmarks.{program}".rstrip("."),
        description=doc,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures there, too")
    return parser


ROW = "{:<58}{:>11}{:>10}{:>10}{:>10}{:>10}{:>10}"


def row_of(told: dict[str, Any]) -> str:
    """Return the table's line for the JSON of a figure."""
    numbers = [f"{told[key]:.4g}" for key in ("median", "p95", "least", "most")]
    asked = "" if told["asked"] is None else f"{told['asked']:g}"
    missed = "  missed" if told["holds"] is False else ""
    return ROW.format(told["name"], told["unit"], *numbers, asked) + missed


def told_of(figure: Figure) -> dict[str, Any]:
    """Return the JSON of a figure."""
    return (
        {"name": figure.name, "unit": figure.unit, **figure.statistics()}
        | {"asked": figure.asked, "of": figure.of, "holds": figure.holds}
        | {"repeats": len(figure.values)}
    )


def with_ratios(name: str, times: list[float], floors: list[float], floor: str) -> list[Figure]:
    """Return the figures of measured microseconds, and of their ratios to a floor."""
    ratios = [one / other for one, other in zip(times, floors, strict=True)]
    return [Figure(name, "µs", times), Figure(f"{name}: against {floor}", "", ratios)]


def tell(figures: Sequence[Figure], facts: dict[str, object], out: Path | None, title: str) -> None:
    """Print a table, and write everything as JSON if ``out`` is given."""
    print(f"{title}: " + ", ".join(f"{key} {value}" for key, value in facts.items()))
    print(ROW.format("", "unit", "median", "p95", "least", "most", "asked"))
    rows = [told_of(one) for one in figures]
    for row in rows:
        print(row_of(row))
    if out is not None:
        told = {"benchmark": title, "machine": facts, "figures": rows}
        out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
