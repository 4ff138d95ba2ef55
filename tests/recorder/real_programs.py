"""Record other people's programs, and compare: ``python -m tests.recorder.real_programs``.

    --mirror FOLDER [--python PATH] [--recorder core|python|auto] [--limit N] [--only TEXT]
    [--jobs N] [--seconds S] [--steps N] [--counts [--seed N]] [--json FILE]

``real_programs.json`` lists them; their text comes from copies of the collections below FOLDER,
and must match the list. Each runs plainly and recorded, in a copy of its folder at the same
path; the command compares standard output, standard error, exit code and the reason of the end,
checks the recording, and measures the speed. With ``--counts`` it rewrites programs
so that they read counts, addresses and sizes at random places (``real_counts``), and compares these
with the recording and with a plain run. ``--limit`` takes that many, spread over the list.

The verdicts "equal" and "cut" (by ``--seconds`` or ``--steps``, with the beginning of the output)
are good; a program whose plain runs differ says nothing. Exit 1 if any differs or failed.
"""

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from tests.recorder import real_counts
from tests.recorder.real_mirror import (
    Collection,
    Entry,
    Mirror,
    MirrorError,
    ProgramList,
    sha256_of,
)
from tests.recorder.real_runs import (
    CUT,
    ENOUGH,
    Commands,
    Limits,
    Run,
    Verdict,
    judged,
    percentile,
    rate_of,
    start_up,
    visualizer,
)

PATIENCE = 30.0
"""The most seconds of a plain run."""
KINDS = ("equal", "cut", "differs", "failed", "unsteady", "changed", "missing", "no places")
BAD = ("differs", "failed")
CUT_SHORT = "cut"
FEW = 4
"""The number of a program's differences that are printed."""
SLOWEST = 12
"""The number of programs that are listed with their steps per second."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges programs, each in a separate folder below ``folder``."""

    collections: dict[str, Collection]
    commands: Commands
    folder: Path
    start: tuple[float, float]
    seed: int | None = None

    def verdict(self, entry: Entry, number: int) -> Verdict:
        """Return the verdict on a program."""
        collection = self.collections.get(entry.repository)
        try:
            if collection is None:
                return Verdict("missing")
            text = collection.text(entry.path)
        except MirrorError:
            return Verdict("missing")
        if sha256_of(text) != entry.sha256:
            return Verdict("changed")
        with tempfile.TemporaryDirectory(dir=self.folder, prefix=f"{number}-") as place:
            one = _Program(collection, entry, Path(place), self.commands)
            if self.seed is None:
                verdict = one.judged()
            else:
                asking = real_counts.rewritten(text, self.seed + int(entry.sha256[:8], 16))
                verdict = Verdict("no places") if asking is None else one.counted(asking)
        if verdict.recorded is None:
            return verdict
        recorded, plain = self.start
        # A program that was cut did less than in its plain run.
        own = 0.0 if verdict.kind == CUT_SHORT else max(0.0, verdict.seconds - plain)
        rate, net = (rate_of(verdict.recorded, recorded + more) for more in (0.0, own))
        return replace(verdict, rate=rate, net=net)


@dataclass(frozen=True, slots=True)
class _Program:
    """A program, and its folder."""

    collection: Collection
    entry: Entry
    place: Path
    commands: Commands

    def judged(self) -> Verdict:
        """Compare a plain run with a recorded run."""
        plain = self._plain()
        recorded = self.commands.record(self._copy(), self.place / "recording.memtrace")
        verdict = replace(judged(plain, recorded), seconds=plain.seconds)
        if verdict.kind == "differs" and not all(_same(plain, self._plain()) for _ in range(2)):
            return replace(verdict, kind="unsteady")
        return verdict

    def counted(self, asking: real_counts.Rewritten) -> Verdict:
        """Compare its readings with its recording; output and end too, as of any program."""
        samples = self._program.with_name(real_counts.FILE)
        runs, plainly = list[Run](), list[dict[real_counts.Sample, list[real_counts.Reading]]]()
        for _ in range(2):
            runs.append(self._plain(asking.text))
            plainly.append(real_counts.readings(samples))
        plain, is_steady = runs[0], _same(*runs)
        recording = self.place / "recording.memtrace"
        recorded = self.commands.record(self._copy(asking.text), recording)
        verdict = replace(judged(plain, recorded), seconds=plain.seconds)
        if verdict.kind == "failed":
            return verdict
        lines = {place.line: number for number, place in enumerate(asking.places)}
        command = visualizer("export", str(recording), "--format", "jsonl")
        steps = real_counts.steps_at(command, self._program.name, lines)
        is_cut = recorded.end in CUT
        read = real_counts.readings(samples)
        steady = real_counts.same_twice(*plainly)
        found = real_counts.compared(asking, steps, read, steady, is_cut=is_cut)
        notes: dict[str, object] = {"samples": found.samples, "wrong": len(found.wrong)}
        notes |= {"unlike plain": len(found.unlike_plain), "examples": found.unlike_plain[:FEW]}
        differences = (*verdict.differences, *found.wrong)
        kind = verdict.kind
        if found.wrong:
            kind = "differs"
        elif kind == "differs" and not is_steady:
            kind = "unsteady"
        return replace(verdict, kind=kind, differences=differences, notes=notes)

    @property
    def _program(self) -> Path:
        return self.place / "copy" / Path(self.entry.path).name

    def _plain(self, text: str | None = None) -> Run:
        return self.commands.plain(self._copy(text), PATIENCE)

    def _copy(self, text: str | None = None) -> Path:
        """Make a fresh copy of its folder, always at the same place, perhaps with another text."""
        shutil.rmtree(self.place / "copy", ignore_errors=True)
        self.collection.copy_folder(self.entry.folder, self.place / "copy")
        if text is not None:
            self._program.write_text(text, encoding="utf-8", errors="surrogatepass")
        return self._program


def _same(one: Run, other: Run) -> bool:
    """Whether two runs had the same output and exit code, however long they took."""
    return replace(one, seconds=0.0) == replace(other, seconds=0.0)


@dataclass(slots=True)
class Summary:
    """The counts of all verdicts."""

    kinds: Counter[str] = field(default_factory=Counter)
    bad: list[tuple[Entry, Verdict]] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    net: list[float] = field(default_factory=list)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    recorders: Counter[str] = field(default_factory=Counter)
    steps: int = 0

    def add(self, entry: Entry, verdict: Verdict) -> None:
        """Add a program, and print it unless the verdict is good."""
        self.kinds[verdict.kind] += 1
        if verdict.kind in BAD:
            self.bad.append((entry, verdict))
        if verdict.recorded is not None:
            self.steps += verdict.recorded.steps
            self.recorders[verdict.recorded.recorder] += 1
        if verdict.rate is not None:
            self.rates.append(verdict.rate)
            self.net.append(verdict.net or verdict.rate)
            steps = verdict.recorded.steps if verdict.recorded else 0
            self.slowest = sorted([*self.slowest, (verdict.rate, steps, entry.name)])[:SLOWEST]
        for name, value in verdict.notes.items():
            if isinstance(value, int):
                self.notes[name] += value
        if verdict.kind in (*BAD, "unsteady") or verdict.notes.get("examples"):
            shown = (*verdict.differences[:FEW], *verdict.notes.get("examples", ()))
            lines = [f"{verdict.kind}: {entry.name}", *(one[:300] for one in shown)]
            print(*lines, sep="\n    ", flush=True)

    def __str__(self) -> str:
        """Format it as a few lines."""
        kinds = [f"{self.kinds[kind]} {kind}" for kind in KINDS if self.kinds[kind]]
        lines = [f"{self.kinds.total()} programs: {', '.join(kinds)}; {self.steps:,} steps"]
        recorders = ", ".join(f"{name or 'none'} {n}" for name, n in self.recorders.items())
        lines.append(f"recorders: {recorders}")
        if self.notes:
            lines.append(", ".join(f"{value:,} {name}" for name, value in self.notes.items()))
        if self.rates:
            lines.append(f"{len(self.rates)} programs of {ENOUGH} steps and more, steps/s:")
            lines.append(f"    whole, less start-up: {_shares(self.rates)}")
            lines.append(f"    less what the programs take themselves: {_shares(self.net)}")
            lines += [f"    {rate:,.0f} of {steps:,}: {name}" for rate, steps, name in self.slowest]
        return "\n".join(lines)

    def told(self) -> dict[str, object]:
        """Return it as JSON."""
        rates = sorted(self.rates)
        return {
            "kinds": dict(self.kinds),
            "steps": self.steps,
            "notes": dict(self.notes),
            "recorders": dict(self.recorders),
            "median": statistics.median(rates) if rates else None,
            "p5": percentile(rates, 0.05) if rates else None,
            "rates": rates,
            "net": sorted(self.net),
            "bad": [
                {"program": entry.name, "kind": one.kind, "differences": one.differences[:FEW]}
                for entry, one in self.bad
            ],
        }


def _shares(rates: Sequence[float]) -> str:
    told = [(f"p{share}", percentile(rates, share / 100)) for share in (5, 25, 75, 95)]
    told.insert(2, ("median", statistics.median(rates)))
    return ", ".join(f"{name} {rate:,.0f}" for name, rate in told)


def spread[T](things: Sequence[T], most: int | None) -> list[T]:
    """Return that many of them, evenly spread."""
    if most is None or most >= len(things):
        return list(things)
    return [things[number * len(things) // most] for number in range(most)]


def main() -> int:
    """Judge what the arguments name; return the exit code."""
    asked = _asked()
    warnings.simplefilter("ignore", SyntaxWarning)  # the programs' own, while they are rewritten
    listed = ProgramList.read()
    entries = [one for one in listed.programs if asked.only in one.name]
    entries = spread(entries, asked.limit)
    mirror, collections = Mirror(asked.mirror), dict[str, Collection]()
    for repository in {entry.repository for entry in entries}:
        try:
            collections[repository] = mirror.collection(repository, listed.commits[repository])
        except MirrorError as error:
            print(error, file=sys.stderr)
    limits = Limits(asked.seconds, asked.steps or (2_000 if asked.counts else 20_000))
    commands = Commands(asked.python.absolute(), asked.recorder, limits)
    summary = Summary()
    with tempfile.TemporaryDirectory(prefix="visualizer-real-") as folder:
        start = start_up(commands, Path(folder, "start"))
        print(f"start-up {start[0]:.2f} s, {len(entries)} programs", flush=True)
        seed = asked.seed if asked.counts else None
        judge = Judge(collections, commands, Path(folder), start, seed)
        with ThreadPoolExecutor(asked.jobs) as pool:
            verdicts = pool.map(partial(_safely, judge), entries, range(len(entries)))
            for number, (entry, verdict) in enumerate(zip(entries, verdicts, strict=True), 1):
                summary.add(entry, verdict)
                if number % 50 == 0:
                    print(f"... {number} of {len(entries)}", file=sys.stderr, flush=True)
    print(summary)
    if asked.json:
        asked.json.write_text(json.dumps(summary.told(), indent=1) + "\n", encoding="utf-8")
    return 1 if summary.bad else 0


def _safely(judge: Judge, entry: Entry, number: int) -> Verdict:
    """Return the verdict; a fault of the judge does not stop the other programs."""
    try:
        return judge.verdict(entry, number)
    except (OSError, ValueError, KeyError, RecursionError) as error:
        return Verdict("failed", (f"not judged: {type(error).__name__}: {error}",))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.recorder.real_programs",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--mirror", type=Path, required=True, help="the collections' copies")
    parser.add_argument("--python", type=Path, default=Path(sys.executable), metavar="PATH")
    parser.add_argument("--recorder", choices=("auto", "core", "python"), default="auto")
    parser.add_argument("--limit", type=int, metavar="N", help="so many, spread over the list")
    parser.add_argument("--only", default="", metavar="TEXT", help="whose name has it")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=20.0, help="for a recorded program")
    parser.add_argument("--steps", type=int, help="of a recording (20,000; with counts 2,000)")
    parser.add_argument("--counts", action="store_true", help="compare counts at random places")
    parser.add_argument("--seed", type=int, default=0, help="which places")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the summary there, too")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
