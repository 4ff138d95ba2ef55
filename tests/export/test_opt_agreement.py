"""Our export agrees with Online Python Tutor's own tracer, entry by entry.

Its traces of the programs in ``tests/programs/opt`` are stored next to them. To make new ones, run
``pytest tests/export/test_opt_agreement.py --opt-peer OPT_RUN.py --opt-python PYTHON``, where the
script takes a program, a limit of steps and an output file. Run it with Python 3.11 or 3.12 first,
then with each version of ``opt_traces.VERSIONS``, which writes the traces that differ there.
``golden/opt_agreement.txt`` lists the known differences; ``--update-golden`` rewrites it.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.export.opt_comparison import Agreement, compare
from tests.export.opt_traces import (
    HASH_SEED,
    PROGRAMS,
    exported_traces,
    golden_trace,
    make_golden,
)


def test_an_export_agrees_in_97_percent_of_the_steps_and_wholly_in_90_percent_of_the_programs(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    golden: Callable[[str, str], None],
) -> None:
    programs = sorted(PROGRAMS.glob("*.py"))
    tracer = request.config.getoption("--opt-peer", None)
    if tracer is not None:
        make_golden(programs, tracer, request.config.getoption("--opt-python"))
    for name, value in HASH_SEED.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")  # as for the other tool, on every system
    traces = exported_traces(programs, tmp_path)
    found = {
        program.stem: compare(golden_trace(program), ours)
        for program, ours in zip(programs, traces, strict=True)
    }
    entries = sum(agreement.entries for agreement in found.values())
    differing = sum(len(agreement.differences) for agreement in found.values())
    whole = sum(not agreement.differences for agreement in found.values())
    report = as_text(found)
    assert len(programs) >= 45
    assert 1 - differing / entries >= 0.97, report
    assert whole / len(programs) >= 0.9, report
    golden("opt_agreement.txt", report)


def as_text(found: dict[str, Agreement]) -> str:
    """List the differences, one per line; reference numbers vary from run to run."""
    lines = []
    for name, agreement in found.items():
        if agreement.differences:
            lines.append(f"{name}: {len(agreement.differences)} of {agreement.entries} entries")
            lines.extend(
                "    " + re.sub(r"'REF', \d+", "REF", difference)[:160]
                for difference in agreement.differences
            )
    whole = sum(not agreement.differences for agreement in found.values())
    differing = sum(len(agreement.differences) for agreement in found.values())
    lines.append(f"{whole} of {len(found)} programs agree wholly, {differing} entries do not")
    return "\n".join(lines) + "\n"
