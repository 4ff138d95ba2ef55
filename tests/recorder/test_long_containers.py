"""Long containers: the recording agrees with the program's own checksum after any change."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from tests.recorder.runs import record_unread, write_program
from visualizer.model import Instance, Mapping, Scalar, Sequence, State
from visualizer.recording import Recording

PROGRAM = """
import random, zlib
from collections import OrderedDict, deque
from itertools import islice
class Own(list): pass
chance = random.Random({size})
items = list(range(0, {size} * 1000, 1000))
numbers = dict(zip(items, range(0, {size} * 3000, 3000)))
texts = dict(zip(map(str, range({size})), range(0, {size} * 5000, 5000)))
members = set(range(0, {size} * 7000, 7000))
ordered = OrderedDict(numbers)
queue = deque(range(0, {size} * 11, 11))
own = Own(range(0, {size} * 900, 900))
def any_of(all_):
    return chance.choice(list(all_))
def place():
    return chance.randrange(len(items))
def value():
    return chance.randrange(10 ** 6)
def swap():
    i, j = place(), place()
    items[i], items[j] = items[j], items[i]
def ends():
    items[0] = items[-1] = items[len(items) // 2] = value()
def come_again():
    i, v, key = place(), 1000 + value(), any_of(numbers)
    items[i] = v + 1; numbers[key] = v + 2
    items[i] = None; items[i] = v + 3
    numbers[key] = None; numbers[key] = v + 4
changes = [
    swap, ends, come_again, come_again, come_again, lambda: ends() or items.pop(),
    lambda: ends() or items.append(value()),
    lambda: items.__setitem__(place(), value()), lambda: items.insert(place(), value()),
    lambda: items.pop(place()), lambda: items.insert(0, value()), lambda: items.pop(0),
    lambda: items.__setitem__(slice(5, 9), [value()] * chance.randrange(9)),
    items.reverse, items.sort, lambda: items.extend([1, 2, 3]), lambda: items.pop(),
    lambda: numbers.__setitem__(value(), value()), lambda: numbers.pop(next(iter(numbers))),
    lambda: numbers.__setitem__(any_of(numbers), value()), lambda: numbers.popitem(),
    lambda: numbers.__setitem__(value(), numbers.pop(any_of(numbers))),
    lambda: ordered.move_to_end(any_of(ordered), chance.random() < 0.5), ordered.popitem,
    lambda: (ordered.pop(any_of(ordered)), ordered.__setitem__(value(), value())),
    lambda: (items.pop(0), items.append(value())), lambda: (items.pop(), items.insert(0, value())),
    lambda: texts.__setitem__(str(value()), 1), lambda: texts.pop(any_of(texts)),
    lambda: texts.__setitem__(any_of(texts), value()),
    lambda: members.add(value()), lambda: members.discard(any_of(members)), members.pop,
    lambda: queue.append(value()), lambda: queue.popleft(), lambda: queue.appendleft(value()),
    lambda: queue.rotate(3), lambda: queue.__setitem__(5, value()), lambda: queue.pop(),
    lambda: own.insert(1, value()), lambda: own.pop(0), lambda: own.__setitem__(0, value()),
]
def told(all_):
    return zlib.crc32(repr(list(islice(all_, 10_000))).encode())
for turn in range({turns}):
    for change in chance.choices(changes, k=4): change()
    print(*map(told, (items, numbers.items(), texts.items(), ordered.items(), members, queue, own)))
end = 1
"""
NAMES = ("items", "numbers", "texts", "ordered", "members", "queue", "own")
LINES = PROGRAM.strip().splitlines()
PRINTS = 1 + next(n for n, line in enumerate(LINES) if line.startswith("    print("))


def told(state: State, serial: int) -> int:
    """Return the checksum that the program prints of a container, from the recording."""
    content = state.heap[serial].content
    if isinstance(content, Instance):
        content = content.base or content
    if isinstance(content, Mapping):
        all_ = [f"({text(state, key)}, {text(state, one)})" for key, one in content.entries]
    else:
        assert isinstance(content, Sequence)
        all_ = [text(state, one) for one in content.items]
    return zlib.crc32(f"[{', '.join(all_)}]".encode())


def text(state: State, serial: int) -> str:
    content = state.heap[serial].content
    assert isinstance(content, Scalar)
    return content.text


@pytest.mark.needs_core
@pytest.mark.parametrize(("size", "turns"), [(20, 100), (700, 60), (9_999, 25)])
def test_any_change_of_a_long_container_is_recorded(size: int, turns: int, tmp_path: Path) -> None:
    run = record_unread(write_program(tmp_path, PROGRAM.format(size=size, turns=turns)))
    with closing(Recording.open(run.path)) as recording:
        recording.check()
        (file,), cursor = recording.sources, recording.cursor()
        places = {(file, PRINTS)}
        found = []
        for _, steps in recording.lines.stretches(places, 1, 1):
            for step, _ in steps:
                state = cursor.seek(step)
                names = dict(state.globals[file])
                found.append(" ".join(str(told(state, names[name])) for name in NAMES))
    assert len(found) == turns
    assert found == run.stdout.splitlines()


CHANGING = """
from collections import OrderedDict, deque
items = list(range(0, 2_000_000, 1000))
table = dict.fromkeys(items, 5000)
ordered = OrderedDict(table)
fresh = [i + 0.5 for i in range(2000)]
cache = dict(zip(fresh, map(str, items)))
queue = deque(items)
long = list(range(0, 20_000_000, 1000))
for i in range(200):
    {change}
"""
LONGEST = 600
"""The most bytes of the records of such a round."""


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> int:
    """The bytes of the records without a change."""
    return bytes_of("pass", tmp_path_factory.mktemp("unchanged"))


def bytes_of(change: str, folder: Path) -> int:
    """Return the bytes of a program's records."""
    run = record_unread(write_program(folder, CHANGING.format(change=change)))
    with closing(sqlite3.connect(run.path)) as connection:
        ((size,),) = connection.execute("SELECT sum(size) FROM chunk")
    assert isinstance(size, int)
    return size


@pytest.mark.needs_core
@pytest.mark.parametrize(
    "change",
    [
        *("items[i * 10] = -i", "items[i * 10 - 1] = None", "items.append(i)", "items.pop()"),
        *("items.insert(0, i)", "items.pop(0)", "items[i], items[-i] = items[-i], items[i]"),
        *("table[items[i * 10]] = -i", "table[-i] = i", "table.pop(items[i])"),
        *("table[items[i * 9]] = table.pop(items[i * 9])", "table[-i] = table.pop(items[i])"),
        *("ordered.move_to_end(i * 9000)", "ordered.move_to_end(i * 9000, False)"),
        "items.insert(i * 3, items.pop(900 + i))",
        *("fresh.pop(0); fresh.append(i + 0.5)", "cache.pop(i + .5); cache[i + 9000.5] = i + .5"),
        *("queue.rotate()", "queue.append(queue.popleft())", "queue[i * 10] = -i"),
        *("long[i * 50] = -i", "long.insert(i, i)", "del long[i]", "long.append(i)"),
    ],
)
def test_a_small_change_of_a_long_container_is_a_short_record(
    change: str, unchanged: int, tmp_path: Path
) -> None:
    assert bytes_of(change, tmp_path) - unchanged < 200 * LONGEST
