"""The displayed source is the code that runs; as a small program it runs too, step by step."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from visualizer.labs.concurrency import ways
from visualizer.labs.concurrency.contestants import CONTESTANTS, DEFAULT
from visualizer.labs.concurrency.jobs import Job
from visualizer.labs.concurrency.sources import small_program, source
from visualizer.labs.concurrency.workloads import WORKLOADS, Fetch, Sleep, Spin

STEPS = {"sleep": Sleep, "cpu": Spin, "io": Fetch}


@pytest.mark.parametrize("workload", STEPS)
def test_the_shown_sources_are_in_the_files_that_run(workload: str) -> None:
    assert set(STEPS) == set(WORKLOADS)
    for one in CONTESTANTS:
        shown = source(one.key, workload)
        ast.parse(shown)
        assert inspect.getsource(Job).strip() in shown
        assert inspect.getsource(STEPS[workload]).strip() in shown


def test_helpers_and_programs_kept_as_text_are_shown_too() -> None:
    assert inspect.getsource(ways._send).strip() in source("multiprocessing", "sleep")
    assert "_INSIDE = " in source("interpreters", "cpu")
    patched = source("gevent-patched", "sleep")
    assert patched.index("monkey.patch_all()") < patched.index("gevent.spawn")


@pytest.mark.parametrize("workload", STEPS)
@pytest.mark.parametrize("key", [key for key in DEFAULT if key != "interpreters"])
def test_a_small_program_does_both_jobs(key: str, workload: str, tmp_path: Path) -> None:
    if workload == "io" and key not in ("threading", "asyncio", "gevent-patched"):
        workload = "sleep"
    program = tmp_path / "small.py"
    program.write_text(small_program(key, workload))
    answer = subprocess.run(
        [sys.executable, program], capture_output=True, text=True, check=True, timeout=20
    )
    assert sorted(answer.stdout.splitlines()) == ["letters [1, 2]", "numbers [1, 2]"]
    assert not answer.stderr


def test_a_method_without_a_visible_effect_has_no_small_program() -> None:
    assert small_program("interpreters", "sleep") == ""
