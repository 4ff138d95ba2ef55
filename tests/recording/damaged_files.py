"""Damage recordings in every way and read them: the result is an error in words, or data.

    python -m tests.recording.damaged_files [--number N] [--seed N] [RECORDING…]

Each is a copy of a recording (of random runs, if none is given) with changed bytes, a missing
end, changed rows, or changed records under a correct checksum. The command opens it, walks it,
asks every query, and checks it. It counts errors of other types than ours, readings that take more
than two seconds, and those that need more than 500 MB of memory.
"""

import argparse
import random
import resource
import signal
import sqlite3
import sys
import tempfile
import traceback
import zlib
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from tests.recording.files import write
from tests.recording.following import lie
from tests.recording.random_runs import random_run
from visualizer.model import Event, VisualizerError
from visualizer.recorder import wire
from visualizer.recording import Recording
from visualizer.recording.storage import pack_records, seal, unpack_records

SECONDS, MEMORY = 2, 500 << 20
_TABLES = ("head", "names", "source", "chunk", "keyframe", "output", "touched", "lines")


class _Slow(BaseException):
    """The reading took too long."""


def main() -> int:
    """Damage, read, and print the results."""
    parser = argparse.ArgumentParser(prog="python -m tests.recording.damaged_files")
    parser.add_argument("recordings", nargs="*", type=Path)
    parser.add_argument("--number", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    found = parser.parse_args()
    signal.signal(signal.SIGALRM, _too_slow)
    resource.setrlimit(resource.RLIMIT_AS, (_in_use() + MEMORY, -1))
    told = Counter[str]()
    with tempfile.TemporaryDirectory(prefix="visualizer-damaged-") as folder:
        whole = [path.read_bytes() for path in found.recordings or _runs(Path(folder))]
        for number in range(found.seed, found.seed + found.number):
            chance = random.Random(number)
            path = Path(folder) / "damaged.memtrace"
            path.write_bytes(chance.choice(whole))
            damage = chance.choice(DAMAGES)
            with suppress(sqlite3.Error):
                damage(path, chance)
            outcome = _outcome(path)
            told[outcome] += 1
            if outcome not in FINE:
                print(f"{number}: {damage.__name__}: {outcome}", flush=True)
    for outcome, times in told.most_common():
        print(f"{times:>7,} {outcome}")
    return 0 if told.keys() <= FINE else 1


def _runs(folder: Path) -> list[Path]:
    paths = [folder / f"run{seed}.memtrace" for seed in range(12)]
    for seed, path in enumerate(paths):
        write(path, *random_run(seed, 60, in_parts=seed % 2 == 0).records)
    return paths


def _in_use() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def _too_slow(_number: int, _frame: object) -> None:
    raise _Slow


# ---- damages ----


def bytes_changed(path: Path, chance: random.Random) -> None:
    """Change some bytes anywhere."""
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 1, 3, 50))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)


def cut_off(path: Path, chance: random.Random) -> None:
    """Cut off the end."""
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def row_changed(path: Path, chance: random.Random) -> None:
    """Delete a row, or change a value in it without its checksum."""
    table = chance.choice(_TABLES)
    with closing(sqlite3.connect(path)) as connection:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        values = ("NULL", "0", "-1", "1 << 62", "'text'", "zeroblob(9)", "x'78da'")
        statement = f"UPDATE {table} SET {chance.choice(columns)}={chance.choice(values)}"
        connection.execute(chance.choice((statement, f"DELETE FROM {table}")))
        connection.commit()


def records_lie(path: Path, chance: random.Random) -> None:
    """Change a record under a correct checksum."""
    table, place = chance.choice((("chunk", 7), ("keyframe", 4)))
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()
        if not rows:
            return
        *row, _ = chance.choice(rows)
        size = row[4] if table == "chunk" else row[3]
        with suppress(ValueError, zlib.error):
            data = unpack_records(row[place], size)
            records = [data[start:end] for start, end in wire.split(data)[0]]
            lie(records, chance) if len(records) > 2 else None
            changed = b"".join(records)
            row[place], row[4 if table == "chunk" else 3] = pack_records(changed), len(changed)
        marks = ",".join("?" * (len(row) + 1))
        connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", (*row, seal(*row)))
        connection.commit()


type Damage = Callable[[Path, random.Random], None]
DAMAGES: tuple[Damage, ...] = (bytes_changed, cut_off, row_changed, records_lie, records_lie)
FINE = {"read", "an error in words"}


# ---- reading ----


def _outcome(path: Path) -> str:
    signal.alarm(SECONDS)
    try:
        _read_all(path)
    except VisualizerError:
        return "an error in words"
    except _Slow:
        return "too slow"
    except MemoryError:
        return "too much memory"
    except Exception:
        return traceback.format_exc().splitlines()[-1]
    finally:
        signal.alarm(0)
    return "read"


def _read_all(path: Path) -> None:
    """Ask every query; after the whole walk raise the first of our own errors."""
    errors = list[VisualizerError]()

    def ask(look: Callable[[], object]) -> None:
        try:
            look()
        except VisualizerError as error:
            errors.append(error)

    with closing(Recording.open(path)) as recording:
        cursor, steps = recording.cursor(), recording.steps
        for step in (*range(min(steps, 80) + 1), steps, steps // 2):
            ask(partial(cursor.seek, step))
        ask(recording.run_profile.refresh)
        ask(lambda: [recording.steps_with(event) for event in Event])
        with suppress(ValueError):
            ask(lambda: recording.lives.life(1))
        ask(lambda: [*recording.lines.stretches([("prog.py", 1)], 1, 1)])
        ask(lambda: [*recording.change_index.stretches(1, 1, 1)])
        ask(lambda: recording.output("stdout"))
        ask(lambda: recording.peek().at(steps).running())
        ask(recording.check)
    if errors:
        raise errors[0]


if __name__ == "__main__":
    sys.exit(main())
