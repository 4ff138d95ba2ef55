"""The ledgers of a recording: do the references of each object add up to its count?"""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.recorder.runs import program_version
from visualizer.explain.references.ledger import Ledger
from visualizer.model import ClassBody, Function, HeapObject, Module, Other, State
from visualizer.recording import Recording


@dataclass
class Account:
    """Counts over all objects and steps: ``total`` and what of it is ``other``, by type.

    ``foreign`` is the same for what the program only uses: modules, builtin functions, classes
    of the library. ``too_many`` names the objects that are said to be held more often than they
    are; ``causes`` gathers (type, remainder) with where it was first seen.
    """

    total: Counter[str] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    foreign: Counter[str] = field(default_factory=Counter)
    too_many: list[str] = field(default_factory=list)
    causes: Counter[tuple[str, int]] = field(default_factory=Counter)
    examples: dict[tuple[str, int], str] = field(default_factory=dict)


def add(path: Path, account: Account) -> None:
    """Take in every step of a recording."""
    for state in states(path):
        ledger = Ledger(state)
        for one in state.heap.values():
            if one.refcount is None:
                continue
            entries = ledger.entries(one.serial)
            assert sum(count for _, _, count in entries) == one.refcount
            rest = sum(count for kind, where, count in entries if (kind, where) == ("other", ""))
            step = state.step.number if state.step else 0
            place = f"{path}, step {step}, object {one.serial}, {one.type}"
            if rest < 0 or any(count <= 0 for _, _, count in entries):
                account.too_many.append(f"{place}: {entries}")
            if is_foreign(one):
                account.foreign.update(total=one.refcount, other=rest)
                continue
            account.total[one.type] += one.refcount
            if rest:
                account.other[one.type] += rest
                account.causes[one.type, rest] += 1
                account.examples.setdefault((one.type, rest), place)


def states(path: Path) -> Iterator[State]:
    """The state of every step; each is good until the next."""
    with closing(Recording.open(path)) as recording:
        cursor = recording.cursor()
        for number in range(1, recording.steps + 1):
            yield cursor.seek(number)


def is_foreign(one: HeapObject) -> bool:
    """Whether the program only uses it: the library holds it wherever it likes."""
    match one.content:
        case Module():
            return True
        case ClassBody(bases=()):
            return True
        case Function(code=None):
            return True
        case Other():
            # From 3.15 on all classes share those that ``object`` has.
            return one.type == "getset_descriptor" and program_version() >= (3, 15)
    return False
