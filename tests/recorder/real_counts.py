"""Let a program read counts, addresses and sizes at random places; compare with its recording.

The module rewrites the program's syntax tree: a place is an added line that reads some names which
are bound there on every path. It reads a count as ``getrefcount((name,)[0]) - 1``: that is the
object's own count on every version; from 3.14 on a local is only lent to a call. The readings
go to a file, so that the program's output stays its own; ``exec`` makes the function that writes
it, so that the function makes no steps. The n-th reading at a place belongs to the n-th step at its
line.
"""

import ast
import json
import random
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PLACES = 12
NAMES = 4
MOST = 25
"""The most places, names at each, and readings of each."""
IMMORTAL = 1 << 29
"""Counts from this number on are no counts, on any version."""
FILE = "visualizer-samples"
TELL, COUNT, ADDRESS, SIZE = (f"_visualizer_{name}" for name in ("tell", "count", "id", "size"))
PARALLEL = ("threading", "concurrent", "_thread")
WRITER = f"""
import os
from sys import getrefcount, getsizeof
def made(most):
    seen = {{}}
    file = os.open({FILE!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    write, text, joined = os.write, str, " ".join
    def tell(number, *values):
        seen[number] = seen.get(number, 0) + 1
        if seen[number] <= most:
            write(file, (joined(map(text, (number, seen[number], *values))) + "\\n").encode())
    return tell, getrefcount, id, getsizeof
"""

type Sample = tuple[int, int]
"""A place, and the number of the reading there."""
type Reading = tuple[int, int, int]
"""Count, address and size of one name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of readings: the line, the function's name, the names."""

    line: int
    function: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A program with readings; a place's number is its index."""

    text: str
    places: tuple[Place, ...]


@dataclass(slots=True)
class Counted:
    """The number of comparisons, and the differences from the recording and from a plain run."""

    samples: int = 0
    wrong: list[str] = field(default_factory=list)
    unlike_plain: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A statement before which names can be read."""

    body: list[ast.stmt]
    before: ast.stmt
    names: tuple[str, ...]
    function: str


def rewritten(text: bytes, seed: int) -> Rewritten | None:
    """Return the program with places, chosen by ``seed``; None if it has no safe place."""
    tree = ast.parse(text)
    if any(module in PARALLEL for module in _imported(tree)):
        return None
    chance = random.Random(seed)
    spots = [spot for spot in _spots_of(tree) if spot.names]
    chosen = chance.sample(spots, min(PLACES, len(spots)))
    if not chosen:
        return None
    asked: list[tuple[str, tuple[str, ...]]] = []
    for number, spot in enumerate(chosen):
        names = tuple(chance.sample(spot.names, min(NAMES, len(spot.names))))
        asked.append((spot.function, names))
        at = next(n for n, one in enumerate(spot.body) if one is spot.before)
        spot.body.insert(at, _asking(number, names))
    head = f"{TELL}, {COUNT}, {ADDRESS}, {SIZE} = "
    head += f"(lambda own: exec({WRITER!r}, own) or own['made']({MOST}))({{}})"
    tree.body.insert(_beginning(tree.body), ast.parse(head).body[0])
    made = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    lines = dict(_askings(ast.parse(made)))
    places = [Place(lines[n], function, names) for n, (function, names) in enumerate(asked)]
    return Rewritten(made, tuple(places))


def _asking(number: int, names: Iterable[str]) -> ast.stmt:
    parts = [f"{COUNT}(({name},)[0]) - 1, {ADDRESS}({name}), {SIZE}({name})" for name in names]
    return ast.parse(f"{TELL}({number}, {', '.join(parts)})").body[0]


def _askings(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """Yield the number and line of each place in a rewritten text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == TELL:
            first = node.args[0]
            assert isinstance(first, ast.Constant)
            assert isinstance(first.value, int)
            yield first.value, node.lineno


# ---- where names are bound ----


def _spots_of(tree: ast.Module) -> Iterator[_Spot]:
    unsure = set(_unsure(tree))
    yield from _spots(tree.body, set(), unsure, "<module>", _beginning(tree.body))


def _spots(
    body: list[ast.stmt], bound: set[str], unsure: set[str], function: str, begin: int = 0
) -> Iterator[_Spot]:
    """Yield the spots of a block; ``function`` is empty in a class, which gets none."""
    bound = set(bound)
    for number, statement in enumerate(body):
        if function and number >= begin:
            names = sorted(name for name in bound - unsure if not name.startswith("__"))
            yield _Spot(body, statement, tuple(names), function)
        yield from _spots_within(statement, bound, unsure, function)
        bound |= set(_bound_by(statement))


def _spots_within(
    statement: ast.stmt, bound: set[str], unsure: set[str], function: str
) -> Iterator[_Spot]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        arguments = statement.args
        own = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        own += [one for one in (arguments.vararg, arguments.kwarg) if one is not None]
        names = {one.arg for one in own}
        begin = _beginning(statement.body)
        yield from _spots(statement.body, names, unsure, statement.name, begin)
        return
    if isinstance(statement, ast.ClassDef):
        yield from _spots(statement.body, set(), unsure, "")
        return
    inside = bound | set(_bound_inside(statement))
    for name in ("body", "orelse", "finalbody"):
        block = getattr(statement, name, [])
        yield from _spots(block, inside if name == "body" else bound, unsure, function)
    if isinstance(statement, ast.Try | ast.TryStar):
        for handler in statement.handlers:
            yield from _spots(handler.body, bound, unsure, function)
    if isinstance(statement, ast.Match):
        for case in statement.cases:
            yield from _spots(case.body, bound, unsure, function)


def _bound_by(statement: ast.stmt) -> Iterator[str]:
    """Yield names that are bound after a statement on every path."""
    targets = list[ast.expr]()
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AugAssign | ast.AnnAssign) and statement.value is not None:
        targets = [statement.target]
    elif isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield statement.name
    for target in targets:
        yield from _names_in(target)


def _bound_inside(statement: ast.stmt) -> Iterator[str]:
    """Yield names that are bound at the beginning of a statement's body."""
    if isinstance(statement, ast.For | ast.AsyncFor):
        yield from _names_in(statement.target)
    if isinstance(statement, ast.With | ast.AsyncWith):
        for item in statement.items:
            if item.optional_vars is not None:
                yield from _names_in(item.optional_vars)


def _names_in(target: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, ast.Tuple | ast.List):
        for one in target.elts:
            yield from _names_in(one)
    elif isinstance(target, ast.Starred):
        yield from _names_in(target.value)


def _unsure(tree: ast.AST) -> Iterator[str]:
    """Yield names that may be unbound: deleted ones, another scope's, and ``except`` names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Delete):
            for target in node.targets:
                yield from _names_in(target)
        elif isinstance(node, ast.Global | ast.Nonlocal):
            yield from node.names
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name


def _beginning(body: list[ast.stmt]) -> int:
    """Return the index of the first statement that may follow an added line."""
    begin = 0
    for number, statement in enumerate(body):
        is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        is_future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
        if not (is_future or (is_text and number == 0)):
            break
        begin = number + 1
    return begin


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


# ---- the readings, and the recording's facts ----


def readings(path: Path) -> dict[Sample, list[Reading]]:
    """Read a run's file; skips a line that was cut off."""
    found: dict[Sample, list[Reading]] = {}
    text = path.read_text(encoding="ascii") if path.exists() else ""
    for line in text.splitlines(keepends=True):
        if line.endswith("\n"):
            number, which, *values = map(int, line.split())
            triples = zip(values[::3], values[1::3], values[2::3], strict=True)
            found[number, which] = list(triples)
    return found


def same_twice(
    one: dict[Sample, list[Reading]], other: dict[Sample, list[Reading]]
) -> dict[Sample, list[Reading]]:
    """Return the readings on which two plain runs agree, apart from addresses."""

    def steady(triples: list[Reading]) -> list[tuple[int, int]]:
        return [(count, size) for count, _, size in triples]

    both = one.keys() & other.keys()
    return {sample: one[sample] for sample in both if steady(one[sample]) == steady(other[sample])}


def steps_at(
    command: list[str], program: str, wanted: dict[int, int]
) -> Iterator[tuple[Sample, Any]]:
    """Yield the steps at the lines of places, from an export to jsonl, each with its sample.

    ``wanted`` maps a line to the number of its place.
    """
    seen: dict[int, int] = defaultdict(int)
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        for line in child.stdout:
            head = line[:2_000].partition(b', "stdout"')[0]
            if b'"event": "line"' not in head:
                continue
            place = json.loads(head + b"}")
            if place["file"] != program or place["line"] not in wanted:
                continue
            number = wanted[place["line"]]
            seen[number] += 1
            if seen[number] <= MOST:
                yield (number, seen[number]), json.loads(line)


def compared(
    program: Rewritten,
    steps: Iterable[tuple[Sample, Any]],
    read: dict[Sample, list[Reading]],
    plain: dict[Sample, list[Reading]],
    *,
    is_cut: bool,
) -> Counted:
    """Compare a recorded program's readings with its recording and with its plain readings."""
    found, waiting = Counted(), dict(read)
    for sample, step in steps:
        if sample in waiting:
            _compare_step(program.places[sample[0]], step, waiting.pop(sample), found)
    if waiting and not is_cut:
        found.wrong.append(f"{len(waiting)} readings without a step, as {next(iter(waiting))}")
    for sample in read.keys() & plain.keys():
        place = program.places[sample[0]]
        for name, one, other in zip(place.names, read[sample], plain[sample], strict=True):
            if (one[0], one[2]) != (other[0], other[2]):
                words = f"{one[0]} times, {one[2]} bytes; plainly {other[0]} and {other[2]}"
                found.unlike_plain.append(f"line {place.line}, {name}: {words}")
    return found


def _compare_step(place: Place, step: Any, triples: list[Reading], found: Counted) -> None:
    frame = step["frames"][-1]
    where = f"step {step['step']}, line {place.line}"
    if frame["function"] != place.function:
        found.wrong.append(f"{where}: in {frame['function']}, not {place.function}")
        return
    for name, (count, address, size) in zip(place.names, triples, strict=True):
        found.samples += 1
        thing = step["heap"].get(str(frame["locals"].get(name)))
        if thing is None:
            found.wrong.append(f"{where}: {name} is not there")
            continue
        asked = {"refcount": None if count >= IMMORTAL else count, "address": address, "size": size}
        for what, value in asked.items():
            if thing[what] != value:
                words = f"{what} {thing[what]}, the program read {value}"
                found.wrong.append(f"{where}: {name} ({thing['type']}) has {words}")
