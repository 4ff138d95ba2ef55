"""A program's own readings, printed by its lines, against the step of each line.

A line of output ``sample NAME COUNT ADDRESS SIZE`` was printed by the line of the previous
step, from its count, ``id(NAME)`` and ``sys.getsizeof(NAME)``; a line
``refers NAME [ADDRESS…]`` lists the object's references, ``value NAME REPR`` its value. The count
is read from an item: from 3.14 on a variable is lent to the call, and not counted for it.
"""

import ast

from tests.recorder.references import references
from tests.recorder.runs import Moment, Recorded
from visualizer.model import Instance, Scalar

IMMORTAL = 1 << 31
PRELUDE = "from sys import getrefcount, getsizeof\n"


def sample(*names: str) -> str:
    """Return a line that reads the objects of these names."""
    return "; ".join(
        f'print("sample", "{name}", getrefcount(({name},)[0]) - 1, id({name}), getsizeof({name}))'
        for name in names
    )


def refers(name: str, addresses: str) -> str:
    """Return a line that prints the references; ``addresses`` is an iterable's expression."""
    return f'print("refers", "{name}", list({addresses}))'


def value(name: str) -> str:
    """Return a line that prints a value."""
    return f'print("value", "{name}", repr({name}))'


def wrong_samples(recorded: Recorded) -> tuple[int, list[str]]:
    """Return the number of compared readings, and those that the recording contradicts."""
    checked, wrong = 0, []
    for moment in recorded.moments:
        for line in moment.printed.splitlines():
            kind, _, rest = line.partition(" ")
            if kind in ("sample", "refers", "value"):
                name, told = rest.split(" ", 1)
                # In a comprehension of a module or class the frame lacks some names.
                if name not in moment.names:
                    continue
                checked += 1
                found, true = _compare(moment, kind, name, told)
                if found != true:
                    where = f"step {moment.step.number}, line {moment.step.line}"
                    wrong.append(f"{where}: {line}: recorded {found}")
    return checked, wrong


def _compare(moment: Moment, kind: str, name: str, told: str) -> tuple[object, object]:
    entry = moment.object(name)
    if kind == "sample":
        count, address, size = map(int, told.split())
        true = None if count >= IMMORTAL else count
        return (entry.refcount, entry.address, entry.size), (true, address, size)
    if kind == "refers":
        found = [moment.heap[serial].address for serial in references(entry.content)]
        return found, ast.literal_eval(told)
    content = entry.content
    if isinstance(content, Instance):
        content = content.base  # type: ignore[assignment]
    return content.text if isinstance(content, Scalar) else content, told
