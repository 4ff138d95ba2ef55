"""A program's questions to its interpreter, with hooks, tracers and tools of its own."""

from pathlib import Path

import pytest

from tests.recorder.runs import record, run_plainly, write_program
from tests.systems import needs_signals
from visualizer.session.engine.build_choice import has_installed_build

FACTS = Path(__file__).parents[1] / "programs" / "untouched" / "facts.py"

DEEP = """
import sys
sys.setrecursionlimit(200)
depth = 0
def f():
    global depth
    depth += 1
    f()
for i in range(3):
    depth = 0
    try: f()
    except RecursionError as error: print(depth)
"""


@needs_signals
def test_hooks_tracers_tools_and_the_order_of_ends_are_those_of_a_plain_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    program = write_program(tmp_path, FACTS.read_text(encoding="utf-8"))
    plain, recorded = run_plainly(program), record(program)
    assert recorded.stdout.splitlines() == plain.stdout.splitlines()
    assert recorded.plainly == plain
    assert not plain.stderr


@pytest.mark.parametrize("recorder", ["core", "python"])
def test_the_recursion_limit_comes_as_it_does_but_one_call_early_where_the_callback_is_in_python(
    recorder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    program = write_program(tmp_path, DEEP)
    plain, recorded = run_plainly(program), record(program)
    early = recorder == "python" or not has_installed_build()
    depths = [int(line) - early for line in plain.stdout.split()]
    assert [int(line) for line in recorded.stdout.split()] == depths
