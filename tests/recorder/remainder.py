"""How much of the counts has no known holder: ``python -m tests.recorder.remainder [PROGRAMS]``.

Records every program of the tests, the examples, and that many random programs (12 by default),
and prints the share of all counts that is ``other``, by type of object, and the first place of each
amount. Exit 1 if a ledger claims more than the count.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.recorder.ledgers import Account, add
from tests.recorder.random_programs import random_programs
from tests.recorder.runs import record, write_program

ROOT = Path(__file__).parents[2]
FOLDERS = ("tests/programs", "tests/programs/opt", "tests/programs/recorder", "resources/examples")


def corpus(folder: Path, programs: int) -> Iterator[Path]:
    """Yield every program, in a folder of its own."""
    for name in FOLDERS:
        for source in sorted(ROOT.joinpath(name).glob("*.py")):
            own = folder / f"{source.parent.name}-{source.stem}"
            own.mkdir()
            beside = source.with_suffix("")
            if beside.is_dir():
                shutil.copytree(beside, own, dirs_exist_ok=True)
            yield Path(shutil.copyfile(source, own / "prog.py"))
    for number, text in enumerate(random_programs(0, programs)):
        yield write_program(folder / f"random-{number}", text)


def main(programs: int = 12) -> int:
    """Record and print; return the exit code."""
    account = Account()
    with tempfile.TemporaryDirectory(prefix="visualizer-remainder-") as folder:
        for program in corpus(Path(folder), programs):
            os.environ["PYTHONHASHSEED"] = "0"
            add(record(program).path, account)
    total, other = account.total.total(), account.other.total()
    print(f"{total} references to the program's objects, {other} other: {other / total:.2%}")
    total, other = account.foreign["total"], account.foreign["other"]
    print(f"{total} to modules, builtins and classes of the library, {other} other")
    for kind, count in account.other.most_common(30):
        print(f"{kind:24} {count:8} of {account.total[kind]:8}  {count / account.total[kind]:.1%}")
    for cause, count in account.causes.most_common(40):
        print(f"{count:6} × {cause[0]} {cause[1]}: {account.examples[cause]}")
    print(*account.too_many, sep="\n")
    return 1 if account.too_many else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
