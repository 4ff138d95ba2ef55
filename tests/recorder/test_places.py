"""Objects' addresses, against another process's readings of the program's memory.

The program waits at each step; meanwhile the test reads its memory through the system,
with only the addresses of the recording and the layouts of CPython's ``Objects/obmalloc.c``.
"""

import random
import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.recorder.runs import program_python, record, run_plainly, write_program
from tests.systems import needs_proc
from visualizer.model import (
    AddressSpace,
    Capacity,
    Event,
    HeapObject,
    Mapping,
    Pool,
    Region,
    State,
    address_space,
    capacity_of,
)
from visualizer.recording import Recording, Writer
from visualizer.session.options import Options
from visualizer.session.session import Session

pytestmark = [pytest.mark.needs_core, needs_proc]

POOL, HEAD, ALIGNMENT = 16 * 1024, 48, 16
_header = struct.Struct("<Q Q Q Q I I I I")
"""The used blocks, the free list, two links, arena, size class, and two offsets."""
ALL_STEPS, SOME_STEPS = 2_500, 250


@pytest.mark.parametrize("seed", range(4))
def test_pools_blocks_and_free_lists_are_those_of_the_process_at_each_step(
    seed: int, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    most = ALL_STEPS if pytestconfig.getoption("full") else SOME_STEPS
    program = write_program(tmp_path, churning_program(seed), f"churn{seed}.py")
    known: Known = {}
    steps = 0
    for state, read in watched(program, most=most):
        assert_as_in_memory(state, read, known)
        steps += 1
    assert len(known) > 10
    assert steps == most


def test_second_blocks_are_at_the_address_in_the_object(tmp_path: Path) -> None:
    program = write_program(tmp_path, churning_program(99))
    seen, deleted = set[str](), 0
    for state, read in watched(program, most=600):
        for one in state.heap.values():
            if one.type in POINTERS:
                assert one.apart == second_block(one, read), one
                assert one.deleted == deleted_entries(one, read), one
                deleted = max(deleted, one.deleted)
                seen.add(one.type) if one.apart else None
    assert seen == set(POINTERS)
    assert deleted > 1


def test_lists_and_dicts_grow_by_the_rules_of_cpython(tmp_path: Path) -> None:
    """``list_resize`` of Objects/listobject.c, and ``GROWTH_RATE`` of Objects/dictobject.c."""
    recorded = record(write_program(tmp_path, GROWS))
    grown, renewed = {"list": 0, "dict": 0}, 0
    before: dict[int, Capacity] = {}
    for moment in recorded.moments:
        for name in ("a", "b", "d", "e", "f", "g"):
            if name not in moment.names:
                continue
            one = moment.object(name)
            now, was = capacity_of(one), before.get(one.serial)
            if now is None:
                continue
            before[one.serial] = now
            assert now.used <= now.places
            is_another = was is not None and now.deleted < was.deleted
            if was is None or (now.places == was.places and not is_another):
                continue
            grown[one.type] += 1
            if one.type == "list":
                assert now.places == list_places(was, now.used)
            else:
                assert now.places == dict_places(was.used)
                assert not was.spare, "deleted entries keep their places until then"
                renewed += was.deleted > 0
    assert grown["list"] > 20
    assert grown["dict"] > 5
    assert renewed > 1


GROWS = """
a, b, d, e, f, g = [], [], {}, {}, {0: 0, 1: 1, 2: 2, 3: 3}, dict.fromkeys(range(20))
for i in range(300):
    a.append(i)
    d[i] = i
for i in range(40):
    b += range(i)
while a:
    del a[-1]
for i in range(100):
    e['k%d' % i] = i
    del f[i]
    f[i + 4] = i
    if i % 3:
        g.popitem()
    g[i + 20] = i
"""


def list_places(was: Capacity, length: int) -> int:
    if length == 0:
        return 0
    found = (length + (length >> 3) + 6) & ~3
    if length - was.used > found - length:
        found = (length + 3) & ~3
    return found


def dict_places(entries: int) -> int:
    """Return the capacity of a dict's table after that many entries overflowed it."""
    slots = 8
    while slots < 3 * entries:
        slots *= 2
    return slots * 2 // 3


def test_arenas_and_blocks_agree_with_pythons_report_on_its_allocator(tmp_path: Path) -> None:
    """``sys._debugmallocstats`` counts all blocks; the recording knows pools with recorded blocks.

    It reports nothing if the allocator is hooked, so a plain run prints it. The
    program's allocations between two calls are the same in both.
    """
    program = write_program(tmp_path, GROWS_AND_SHRINKS)
    path = program.with_suffix(".memtrace")
    session = Session(options(program), Writer(path, program.name))
    session.start()
    session.close_input()
    session.wait()
    with closing(Recording.open(path)) as recording:
        told = [*debug_statistics(run_plainly(program).stderr)]
        cursor = recording.cursor()
        lines = {n for n, text in enumerate(GROWS_AND_SHRINKS.split("\n"), 0) if "stats()" in text}
        steps = (cursor.delta(n).step for n in range(1, recording.steps + 1))
        at = [one.number for one in steps if one.event is Event.LINE and one.line in lines]
        assert len(told) == len(at) >= 5
        arenas = set[int]()
        first = address_space(cursor.seek(at[0]).memory)
        used_before = told[0][1][RARE][1], in_use(first, RARE)
        assert abs(used_before[0] - used_before[1]) <= MONITORED
        for (count, classes), number in zip(told, at, strict=True):
            space = address_space(cursor.seek(number).memory)
            assert len(space.arenas) == count
            arenas.add(count)
            told_before, before = used_before
            used_before = classes[RARE][1], in_use(space, RARE)
            assert used_before[0] - told_before == used_before[1] - before
            for size, (pools, used, free) in classes.items():
                assert used + free == pools * ((POOL - HEAD) // size)
    assert len(arenas) > 1


RARE, MONITORED = 512, 1
"""The size of blocks that hardly anyone but the program uses; and the number that a recorded run
may have more than a plain one: from 3.14 on there is one from the start.
"""
GROWS_AND_SHRINKS = f"""
import sys
stats = sys._debugmallocstats
kept = list(map(b'x'.__mul__, [{RARE} - 33 - 7] * 4000))
stats()
more = list(map(b'x'.__mul__, [200] * 9000))
stats()
del more
stats()
kept = kept[::3]
stats()
kept.extend(map(b'x'.__mul__, [{RARE} - 33 - 7] * 3000))
stats()
"""


def test_without_being_asked_the_recording_has_size_classes_but_no_free_lists(
    tmp_path: Path,
) -> None:
    program = write_program(tmp_path, "a = [1000, 2.5]\nb = a * 3\n")
    session = Session(options(program, allocator=False), Writer(tmp_path / "a.memtrace", "a"))
    session.start()
    session.close_input()
    session.wait()
    with closing(Recording.open(tmp_path / "a.memtrace")) as recording:
        state = recording.cursor().seek(recording.steps)
    space = address_space(state.memory)
    assert space.pools
    assert not space.has_free_lists
    number = next(one for one in state.heap.values() if one.type == "float")
    block = space.block_at(number.address)
    assert block is not None
    assert (block.start, block.size) == (number.address, 32)


def test_another_allocator_has_no_arenas(tmp_path: Path) -> None:
    program = write_program(tmp_path, "a = [1000, 2.5]\nb = a * 3\n")
    path = program.with_suffix(".memtrace")
    chosen = options(program)._replace(environment=(("PYTHONMALLOC", "malloc"),))
    session = Session(chosen, Writer(path, program.name))
    session.start()
    session.close_input()
    session.wait()
    with closing(Recording.open(path)) as recording:
        state = recording.cursor().seek(recording.steps)
    space = address_space(state.memory)
    assert not space.arenas
    assert not space.pools
    number = next(one for one in state.heap.values() if one.type == "float")
    assert space.region_of(number.address) is Region.HEAP


# ---- programs ----


MAKERS = (
    *("[n] * {k}", "list(range(n, n + {k}))", "dict.fromkeys(range({k}), n)", "{{n, n + 1, {k}}}"),
    *("set(range({k}))", "'x' * {k}", "'\\uac00' * {k}", "bytes({k})", "bytearray({k})", "n * 1.5"),
    *("n ** {k}", "Thing(n)", "(n,) * {k}", "[[] for _ in range({k})]", "(lambda: n)", "iter([n])"),
    *("frozenset(range({k}))", "[str(i) * 3 for i in range({k})]"),
)
CHANGES = (
    "if type(one) is list: one.append(n)",
    "if type(one) is list: del one[::2]",
    "if type(one) is set and one: one.pop()",
    "if type(one) is set: one.add(n)",
    "if type(one) is dict: one[n] = n",
    "if type(one) is dict: one.clear()",
    "if type(one) is dict and one: del one[next(iter(one))]",
    "if type(one) is dict and one: one.popitem()",
    "if type(one) is dict: one['gone'] = n; del one['gone']",
)


def churning_program(seed: int) -> str:
    """Return a program that makes objects of many kinds and sizes and frees them, in any order."""
    chance = random.Random(seed)
    lines = list[str]()
    for n in range(300, 600):
        act, key = chance.random(), chance.randrange(40)
        if act < 0.6:
            maker = chance.choice(MAKERS).format(k=chance.randrange(40))
            lines += (f"n = {n}", f"kept[{key}] = {maker}")
        elif act < 0.8:
            lines.append(f"kept.pop({key}, None)")
        else:
            lines += ("for one in list(kept.values()):", f"    {chance.choice(CHANGES)}")
    head = "kept = {}\nn = 0\nclass Thing:\n    def __init__(self, a): self.a = a\nwhile True:\n"
    return head + "\n".join(f"    {line}" for line in lines) + "\n"


def options(program: Path, *, allocator: bool = True, credit: int = 0) -> Options:
    return Options(
        program,
        python=program_python(),
        directory=program.parent,
        credit=credit,
        allocator=allocator,
    )


type Read = Callable[[int, int], bytes]


def watched(program: Path, most: int) -> Iterator[tuple[State, Read]]:
    """Yield the state at each step, while the program waits there, and a reader of its memory."""
    path = program.with_suffix(".memtrace")
    session = Session(options(program, credit=1), Writer(path, program.name))
    session.start()
    try:
        running = session._running
        assert running is not None
        with open(f"/proc/{running.child.pid}/mem", "rb", buffering=0) as memory:

            def read(address: int, size: int) -> bytes:
                memory.seek(address)
                return memory.read(size)

            while session.steps < 1:
                assert session.poll()
            with closing(Recording.open(path)) as recording:
                cursor = recording.cursor()
                for step in range(1, most + 1):
                    session.allow(step)
                    while session.steps < step or not session.waits_for_credit:
                        assert session.poll()
                        session.pause()
                    while recording.steps < step:
                        assert session.poll() or recording.steps
                        recording.refresh()
                    yield cursor.seek(step), read
    finally:
        session.close()


# ---- reading ----


type Known = dict[int, tuple[bytes, Pool]]
"""The header of each compared pool, and its recorded state."""


def assert_as_in_memory(state: State, read: Read, known: Known) -> None:
    """Compare every pool with a recorded object, and every block of such an object.

    A free list is walked again only after a change of its pool's header or of the recording: no
    block appears or disappears without one.
    """
    space = address_space(state.memory)
    for pool in space.pools:
        header = read(pool.start, HEAD)
        if known.get(pool.start) == (header, pool):
            continue
        known[pool.start] = header, pool
        memory = read(pool.start, POOL)
        used, first, _, _, _, size_class, fresh, _ = _header.unpack_from(memory)
        assert pool.block_size == (size_class + 1) * ALIGNMENT
        assert pool.used == used & 0xFFFFFFFF
        assert pool.fresh == fresh
        assert pool.free == free_list(first, pool.start, memory)
    for one in state.heap.values():
        for address in filter(None, (one.address, one.apart)):
            assert_block_is_in_use(one, address, space)


def assert_block_is_in_use(one: HeapObject, address: int, space: AddressSpace) -> None:
    arena = space.arena_at(address)
    block = space.block_at(address)
    assert (block is None) == (arena is None), one
    if block is None:
        return
    assert block.start <= address < block.start + block.size
    assert not block.pool.is_free(block.start)


def free_list(first: int, start: int, memory: bytes) -> tuple[int, ...]:
    found = []
    while first:
        found.append(first)
        (first,) = struct.unpack_from("<Q", memory, first - start)
    return tuple(found)


POINTERS = {"list": 24, "dict": 32, "set": 40}
"""The offset in an object of its second block's address."""


def second_block(one: HeapObject, read: Read) -> int:
    """Return the second block's address from the object's own words; 0 if it has none."""
    (found,) = struct.unpack("<Q", read(one.address + POINTERS[one.type], 8))
    if one.type == "set":
        return 0 if found == one.address + 64 else int(found)
    if one.type == "dict":
        (values,) = struct.unpack("<Q", read(one.address + 40, 8))
        usable, entries = struct.unpack("<2Q", read(found + 16, 16))
        return 0 if values or (not usable and not entries) else int(found)
    return int(found)


def deleted_entries(one: HeapObject, read: Read) -> int:
    """Return the number of deleted entries of a dict, from the header of its table."""
    if one.type != "dict" or not one.apart:
        return 0
    (slots,) = read(one.apart + 8, 1)
    (usable,) = struct.unpack("<Q", read(one.apart + 16, 8))
    assert isinstance(one.content, Mapping)
    return (2 << slots) // 3 - int(usable) - one.content.length


def debug_statistics(text: str) -> Iterator[tuple[int, dict[int, tuple[int, int, int]]]]:
    """Parse ``_debugmallocstats``: arenas, and by size pools, blocks in use and free."""
    classes: dict[int, tuple[int, int, int]] = {}
    for line in text.splitlines():
        words = line.replace(",", "").split()
        if len(words) == 5 and all(word.isdigit() for word in words):
            _, size, pools, used, free = map(int, words)
            classes[size] = pools, used, free
        elif words[:4] == ["#", "arenas", "allocated", "current"]:
            yield int(words[-1]), classes
            classes = {}


def in_use(space: AddressSpace, size: int) -> int:
    return sum(pool.used or 0 for pool in space.pools if pool.block_size == size)
