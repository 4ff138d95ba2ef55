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
    """Counts over all objects and steps: ``total``, and ``other`` as a part of it, by type.

    ``foreign`` is the same for objects that the program only uses: modules, builtins, classes
    of the library. ``too_many`` names the objects whose entries exceed their count;
    ``causes`` counts (type, remainder), ``examples`` has the first place of each.
    """

    total: Counter[str] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    foreign: Counter[str] = field(default_factory=Counter)
    too_many: list[str] = field(default_factory=list)
    causes: Counter[tuple[str, int]] = field(default_factory=Counter)
    examples: dict[tuple[str, int], str] = field(default_factory=dict)


def add(path: Path, account: Account) -> None:
    """Add every step of a recording."""
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
    """Yield the state of every step; each is valid until the next."""
    with closing(Recording.open(path)) as recording:
        cursor = recording.cursor()
        for number in range(1, recording.steps + 1):
            yield cursor.seek(number)


def is_foreign(one: HeapObject) -> bool:
    """Whether the program only uses the object: the library may hold it anywhere."""
    match one.content:
        case Module():
            return True
        case ClassBody(bases=()):
            return True
        case Function(code=None):
            return True
        case Other():
            # From 3.15 on all classes share the descriptors of ``object``.
            return one.type == "getset_descriptor" and program_version() >= (3, 15)
    return False
