"""Record many random programs and compare: ``python -m tests.recorder.fuzz FROM TO``.

Every seed from FROM to before TO makes one program (``random_programs``). What does not agree is
printed with its seed, and the program left in the working folder. Exit 1 if anything was.
"""

import sys
import tempfile
from pathlib import Path

from tests.recorder.random_programs import faults, random_program
from tests.recorder.runs import record, run_plainly, write_program
from visualizer.model import EndReason


def main(first: int, last: int) -> int:
    """Try the seeds; the exit code."""
    checked = failed = 0
    with tempfile.TemporaryDirectory(prefix="visualizer-fuzz-") as folder:
        for seed in range(first, last):
            program = write_program(Path(folder), random_program(seed))
            recorded = record(program)
            compared, found = faults(recorded)
            checked += compared
            if recorded.end.reason is not EndReason.FINISHED:
                found.append(f"{recorded.end}")
                if run_plainly(program).exit_code:
                    found.append("the program itself is faulty")
            if found:
                failed += 1
                kept = Path(f"fuzz-{seed}.py")
                kept.write_text(program.read_text(encoding="utf-8"), encoding="utf-8")
                print(f"seed {seed}, kept as {kept}:", *found[:5], sep="\n    ")
    print(f"{last - first} programs, {checked} comparisons, {failed} programs with faults")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
