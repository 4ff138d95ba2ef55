"""Whether the recording of a generated program, the program itself and a plain run agree."""

import ast
import io
import json
import re
from collections import Counter
from collections.abc import Container, Iterator
from contextlib import closing
from pathlib import Path

from tests.export.jsonl_rules import broken_rules
from tests.recorder.invariants import broken
from tests.recorder.references import references
from tests.recorder.runs import Moment, Recorded, Run
from tests.recorder.samples import IMMORTAL, wrong_samples
from visualizer.export.jsonl import write_jsonl
from visualizer.model import Cell, Instance, Mapping, Method, Scalar, Sequence
from visualizer.recording import Recording

type Row = tuple[int, str, int, int, list[int] | None]
"""A program's facts about an object: address, type, count, size, addresses of its references."""

TRACKED = {"list", "N", "M", "set", "function", "cell", "method", "generator", "L", "D"}
"""Types whose objects the collector tracks for their whole life."""
FEW = 150
"""The most steps of a recording whose export is checked too; it grows with the program's square."""
COMPARED = (Sequence, Mapping, Method, Cell)


def faults(recorded: Recorded, plain: Run) -> tuple[int, list[str]]:
    """Return the number of comparisons, and the disagreements."""
    checked, found = wrong_samples(recorded)
    found += wrong_identities(recorded)
    seen: set[tuple[int, str]] = set()
    for moment, rows in censuses(recorded):
        checked += len(rows)
        found += wrong_census(moment, rows, seen)
    found += wrong_collections(recorded)
    found += broken(recorded)
    found += differences(recorded, plain)
    if len(recorded.moments) <= FEW:
        found += broken_rules(lines_of(recorded.path))
    return checked, found


def lines_of(path: Path) -> list[str]:
    """Return the lines of the export to jsonl."""
    out = io.StringIO()
    with closing(Recording.open(path)) as recording:
        write_jsonl(recording, out)
    return out.getvalue().splitlines()


# ---- the program's own readings ----


def censuses(recorded: Recorded) -> Iterator[tuple[Moment, list[Row]]]:
    """Yield each census with the moment of its line, unless the collector ran in the line."""
    for number, moment in enumerate(recorded.moments):
        for line in moment.printed.splitlines():
            if line.startswith("census ") and not collects(recorded, number):
                yield moment, json.loads(line.removeprefix("census "))


def collects(recorded: Recorded, number: int) -> bool:
    """Whether the collector ran between this moment and the next."""
    after = recorded.moments[number + 1 : number + 2]
    return bool(after and after[0].step.collections)


def wrong_census(moment: Moment, rows: list[Row], seen: set[tuple[int, str]]) -> Iterator[str]:
    """Compare counts, sizes and contents; an object that was ``seen`` but is missing is dead."""
    told = {row[0]: row for row in rows}
    step = f"step {moment.step.number}, line {moment.step.line}"
    for serial, entry in moment.heap.items():
        row = told.get(entry.address)
        if row is None or row[1] != entry.type:
            if entry.type in TRACKED and (entry.address, entry.type) in seen:
                yield f"{step}: {entry} is dead"
            continue
        count = None if row[2] >= IMMORTAL else row[2]
        if (entry.refcount, entry.size) != (count, row[3]):
            yield f"{step}: {entry} has count {count} and size {row[3]}"
        if row[4] is not None and isinstance(entry.content, COMPARED):
            found = [moment.heap[child].address for child in references(entry.content)]
            if found != row[4]:
                yield f"{step}: {serial} is {entry}, which refers to {row[4]}, not to {found}"
    seen.update((row[0], row[1]) for row in rows)


def tags(moment: Moment) -> Iterator[tuple[int, str]]:
    """Yield the serials of objects that contain a number of their own, with it."""
    for serial, entry in moment.heap.items():
        content = entry.content
        first = None
        if isinstance(content, Instance):
            first = dict(content.attributes).get("number")
        elif isinstance(content, Sequence) and entry.type == "list" and content.items:
            first = content.items[0]
        if first is not None:
            tag = moment.heap[first].content
            if isinstance(tag, Scalar) and re.fullmatch(r"1\d{6}", tag.text):
                yield serial, f"{entry.type} {tag.text}"


def wrong_identities(recorded: Recorded) -> Iterator[str]:
    """Check that a numbered instance of a class has one serial, which keeps its number."""
    tag_of: dict[int, str] = {}
    serial_of: dict[str, int] = {}
    for moment in recorded.moments:
        for serial, tag in tags(moment):
            kind, number = tag.split()
            if kind in ("N", "M"):
                if serial_of.setdefault(tag, serial) != serial:
                    yield f"step {moment.step.number}: {tag} is {serial_of[tag]} and {serial}"
                if tag_of.setdefault(serial, number) != number:
                    yield f"step {moment.step.number}: {serial} is {tag_of[serial]} and {tag}"


def wrong_collections(recorded: Recorded) -> Iterator[str]:
    """Check that a full run of the collector frees exactly the unreachable objects."""
    lines = recorded.path.with_suffix(".py").read_text(encoding="utf-8").splitlines()
    for number, moment in enumerate(recorded.moments[:-1]):
        if lines[moment.step.line - 1].strip() == "gc.collect()" and collects(recorded, number):
            after = recorded.moments[number + 1]
            flagged = {serial for serial, one in moment.heap.items() if one.unreachable}
            freed = {serial for one in after.step.collections for serial in one.freed}
            if flagged != freed:
                yield f"step {after.step.number}: freed {freed}, unreachable were {flagged}"


# ---- against a plain run ----


def differences(recorded: Recorded, plain: Run, apart: Container[str] = ()) -> Iterator[str]:
    """Yield the lines in which the plain run differs, apart from addresses.

    Names in ``apart`` are of modules that the recorder uses too, so their counts differ.
    """
    if (recorded.exit_code, without_addresses(recorded.stderr)) != (
        plain.exit_code,
        without_addresses(plain.stderr),
    ):
        yield f"plain: {plain.exit_code}, {plain.stderr}; recorded: {recorded.stderr}"
    pairs = zip(recorded.stdout.splitlines(), plain.stdout.splitlines(), strict=False)
    for number, (ours, theirs) in enumerate(pairs):
        if ours.startswith("census ") and theirs.startswith("census "):
            # In the recorded run the census contains the recorder's objects too.
            missing = outline_of(theirs) - outline_of(ours)
            if missing:
                yield f"output line {number}: the plain run has {missing}"
                return
        elif ours != theirs and renamed(ours) != renamed(theirs) and ours.split()[1] not in apart:
            yield f"output line {number}: {ours[:200]}; plain: {theirs[:200]}"
            return
    if recorded.stdout.count("\n") != plain.stdout.count("\n"):
        yield "the plain run writes another number of lines"


def without_addresses(text: str) -> str:
    """Return the text with all addresses replaced by the same text."""
    return re.sub("0x[0-9a-fA-F]+", "0x", text)


def renamed(line: str) -> object:
    """Return a line's content, each address replaced by its order of appearance."""
    kind, _, rest = line.partition(" ")
    names: dict[int, int] = {}

    def name(address: int) -> int:
        return names.setdefault(address, len(names))

    if kind == "sample":
        told, count, _, size = rest.split()
        return kind, told, count, size
    if kind == "refers":
        told, addresses = rest.split(" ", 1)
        return kind, told, sorted(map(name, ast.literal_eval(addresses)))
    return line


def outline_of(line: str) -> Counter[str]:
    """Return a census without addresses and order: each object with the facts of its items."""
    rows: list[Row] = json.loads(line.removeprefix("census "))
    own = {row[0]: tuple(row[1:4]) for row in rows}
    described = [(own[row[0]], [own.get(child) for child in row[4] or ()]) for row in rows]
    for (type_, _, _), children in described:
        if type_ in ("set", "frozenset"):
            children.sort(key=repr)
    return Counter(map(repr, described))
