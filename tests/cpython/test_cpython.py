"""CPython's own tests have the same outcome under the recorder as plainly, one by one."""

from pathlib import Path

import pytest

from tests.cpython.judged import Verdict, judge, named, report
from tests.cpython.modules import MODULES, Module, differences, is_slow

LIMIT = 10.0
"""The most processor seconds of a test; tests that are known to need more are in ``slow.txt``."""


def hold(module: Module, verdict: Verdict, tests: list[str]) -> None:
    """Compare a verdict with the known differences."""
    said = report(module.name, verdict)
    print(said)
    assert not verdict.recorded.faults, said
    known = [test for test in tests if test in differences()]
    assert sorted(verdict.different) == sorted(known), said


@pytest.mark.share(2)
@pytest.mark.parametrize("module", [one for one in MODULES if one.sample], ids=lambda one: one.name)
def test_a_sample_of_its_tests_comes_out_as_it_does_plainly(module: Module, tmp_path: Path) -> None:
    tests = [f"{module.name}.{test}" for test in module.sample]
    verdict = judge(tmp_path, module.name, LIMIT, tests)
    hold(module, verdict, tests)
    assert sorted(verdict.compared) == sorted(tests)


@pytest.mark.full
@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.name)
def test_every_test_comes_out_as_it_does_plainly(module: Module, tmp_path: Path) -> None:
    every = named(tmp_path / "named", module.name)
    tests = [test for test in every if not is_slow(test)]
    verdict = judge(tmp_path, module.name, LIMIT, tests)
    hold(module, verdict, tests)
    assert len(verdict.compared) >= module.least


def test_over_a_thousand_tests_are_compared_in_a_full_run() -> None:
    assert sum(module.least for module in MODULES) >= 1000


def test_known_differences_are_still_there_in_the_sample() -> None:
    sampled = {f"{module.name}.{test}" for module in MODULES for test in module.sample}
    assert set(differences()) <= sampled
    assert all(reason.strip() for reason in differences().values())
