"""Judge CPython's tests by hand: ``python -m tests.cpython [OPTION…] [MODULE[,TEST…]…]``.

Without modules it judges those that depend most on the interpreter. Prints for each how many tests
have the same outcome plainly and recorded, the differences, and the slowest; exit 1 if
a difference is missing from ``differences.toml``, or something failed.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.cpython.judged import BATCH, Interpreter, Verdict, judge, named, report
from tests.cpython.modules import CLOSE, differences, is_slow


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge what the arguments name; return the exit code."""
    asked = _asked(arguments)
    interpreter = Interpreter(asked.python.absolute(), asked.recorder)
    are_well = list[bool]()
    with tempfile.TemporaryDirectory(prefix="visualizer-cpython-") as made:
        folder = (asked.folder or Path(made)).resolve()
        for one in asked.modules or CLOSE:
            are_well.append(_judge_one(one, folder, interpreter, asked))
    print(f"{sum(are_well)} of {len(are_well)} modules are well")
    return 0 if all(are_well) else 1


def _judge_one(one: str, folder: Path, interpreter: Interpreter, asked: argparse.Namespace) -> bool:
    """Judge one module, and print the result; return whether all is well."""
    module, *tests = one.split(",")
    module = module if module.startswith("test.") else f"test.{module}"
    place, begun = folder / module, time.monotonic()
    ids = [f"{module}.{test}" for test in tests] or named(place / "named", module, interpreter)
    ids = [test for test in ids if tests or asked.slow or not is_slow(test)]
    verdict = judge(place, module, asked.limit, ids, interpreter=interpreter, size=asked.batch)
    slowest = sorted(verdict.recorded.seconds.items(), key=lambda entry: -entry[1])[:5]
    text = report(module, verdict)
    text += f"\n  all: {time.monotonic() - begun:.0f} s, slowest: "
    text += ", ".join(f"{t.removeprefix(module + '.')} {s:.1f}" for t, s in slowest)
    print(text, flush=True)
    return bool(ids) and is_well(verdict)


def is_well(verdict: Verdict) -> bool:
    """Whether nothing failed, and only known tests differ."""
    new = [test for test in verdict.different if test not in differences()]
    return not (new or verdict.recorded.faults or verdict.outputs)


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.cpython",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("modules", nargs="*", metavar="MODULE[,TEST…]", help="as test_dict")
    parser.add_argument("--python", type=Path, default=Path(sys.executable), metavar="PATH")
    parser.add_argument("--recorder", choices=("auto", "core", "python"), default="auto")
    parser.add_argument(
        "--limit", type=float, default=10.0, help="seconds of the processor for a test"
    )
    parser.add_argument(
        "--batch",
        type=int,
        default=BATCH,
        help="tests in a process; 0: all of a module, and nothing is taken out of its text",
    )
    parser.add_argument("--slow", action="store_true", help="those of slow.txt, too")
    parser.add_argument("--folder", type=Path, help="where everything is left to be looked at")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
