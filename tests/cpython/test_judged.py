"""The comparison of tests that were run twice, without running CPython's tests."""

import json
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

import pytest

from tests.cpython import judged
from tests.cpython.__main__ import is_well
from tests.cpython.arranged import OWN, folder_of_tests
from tests.cpython.judged import (
    Batch,
    Once,
    Ran,
    Verdict,
    output_of,
    run_batch,
    told,
    without_name,
)
from tests.cpython.modules import CLOSE, MODULES
from tests.cpython.pruned import pruned
from tests.systems import needs_scripts

ONE, TWO = "test.test_list.A.test_one", "test.test_list.A.test_two"


def batch(*tests: str) -> Batch:
    """Return a batch of a module that comes with every Python."""
    return Batch("test.test_list", tests, limit=5.0)


def script(*runs: list[tuple[str, ...]], ends: tuple[str, ...] = ()) -> judged.RunOnce:
    """Return a stand-in for a process: each run logs the given rows and ends as given."""
    waiting, ending = list(runs), list(ends)

    def run(program: Path, arguments: tuple[str, ...], go_on: Callable[[], bool]) -> Once:
        with open(arguments[0], "a", encoding="utf-8") as log:
            for row in waiting.pop(0):
                log.write(json.dumps(row) + "\n")
        (program.parent / "output").write_text(f"at 0x7fff12 in {program.parent}\n")
        while go_on() and not log.closed:
            pass
        return Once(ending.pop(0) if ending else "0", "", 10)

    return run


def passed(test: str) -> list[tuple[str, ...]]:
    """Return the log of a test that passes."""
    return [("start", test, "0.0"), ("pass", test), ("stop", test, "0.1")]


def test_a_batch_that_ends_has_outcomes_steps_and_output(tmp_path: Path) -> None:
    rows = [*passed(ONE), *passed(TWO), ("done", "test.test_list")]
    found = run_batch(tmp_path, batch(ONE, TWO), script(rows))
    assert found.outcomes == {ONE: (("pass",),), TWO: (("pass",),)}
    assert (found.faults, found.too_slow, found.crashed) == ([], [], {})
    assert found.steps == 10
    assert found.outputs == {ONE: "at … in FOLDER\n"}


def test_a_test_that_takes_the_process_down_is_left_and_the_rest_goes_on(tmp_path: Path) -> None:
    rest: list[tuple[str, ...]] = [*passed(TWO), ("done", "test.test_list")]
    runs = script([("start", ONE, "0.0")], rest, ends=("-11", "0"))
    found = run_batch(tmp_path, batch(ONE, TWO), runs)
    assert found.crashed == {ONE: "-11"}
    assert found.outcomes == {TWO: (("pass",),)}


@pytest.mark.parametrize("after", [[], [("stop", TWO, "9.1")]])
def test_a_test_that_is_late_is_no_outcome_even_if_it_ends_while_it_is_ended(
    after: list[tuple[str, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judged.Log, "is_over", lambda log, _: log.running == ONE)

    def run(program: Path, arguments: tuple[str, ...], go_on: Callable[[], bool]) -> Once:
        def log(*rows: tuple[str, ...]) -> None:
            with open(arguments[0], "a", encoding="utf-8") as file:
                file.writelines(json.dumps(row) + "\n" for row in rows)

        (program.parent / "output").touch()
        if "01" in program.parts:
            log(*passed(TWO), ("done", "test.test_list"))
            return Once("0")
        log(("start", ONE, "0.0"))
        assert not go_on()
        log(("stop", ONE, "9.0"), ("start", TWO, "9.0"), *after)
        return Once("stopped: by Ctrl+C")

    found = run_batch(tmp_path, batch(ONE, TWO), run)
    assert found.too_slow == [ONE]
    assert found.outcomes == {TWO: (("pass",),)}
    assert found.faults == []


def test_each_different_test_and_different_output_is_found() -> None:
    plain = Ran({ONE: (("pass",),), TWO: (("pass",),)}, outputs={ONE: "a\nb\n"})
    watched = Ran({ONE: (("fail", "1 != 2"),)}, outputs={ONE: "a\n"})
    watched.crashed[TWO] = "-11"
    verdict = Verdict(plain, watched)
    assert verdict.different == [ONE, TWO]
    assert verdict.outputs == [f"from {ONE}: 'b' and '(nothing)'"]
    assert not is_well(verdict)


def test_a_run_with_known_differences_alone_passes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = "test.test_gc.GCTests.test_get_count"
    plain, watched = Ran({known: (("pass",),)}), Ran({known: (("fail", "3 != 2"),)})
    assert not is_well(Verdict(plain, watched))
    monkeypatch.setattr("tests.cpython.__main__.differences", lambda: {known: "Why."})
    assert is_well(Verdict(plain, watched))


def test_an_exit_is_described_by_its_code_and_any_other_end_by_its_last_line() -> None:
    assert told({"reason": "exited", "detail": "", "exit_code": 3}) == "3"
    detail = 'Traceback:\n  File "a.py", line 1, in f\n  File "b.py", line 2, in g\nKeyError: 5'
    end = {"reason": "recorder-failed", "detail": detail, "exit_code": -9}
    assert told(end) == 'recorder-failed: KeyError: 5 File "b.py", line 2, in g'


def test_addresses_times_and_places_are_left_out_of_an_output(tmp_path: Path) -> None:
    text = f"<a at 0x7f12ab> in {tmp_path}, pid 4711, 0.123s\n"
    (tmp_path / "output").write_text(text)
    assert output_of(tmp_path / "prog.py") == "<a at …> in FOLDER, …, …\n"


def test_text_of_a_newer_python_stays_as_it_is() -> None:
    text = "def test_a():\n    not python at all\n"
    assert pruned(text, {("A", "test_a")}) == text


def test_the_tests_of_the_own_interpreter_are_found_by_asking_it() -> None:
    assert (folder_of_tests(OWN) / "test_list.py").is_file()


@needs_scripts
def test_an_interpreter_without_tests_is_reported(tmp_path: Path) -> None:
    stub = tmp_path / "python"
    stub.write_text("#!/bin/sh\nexit 1\n")
    stub.chmod(0o755)
    with pytest.raises(FileNotFoundError, match="without its own tests"):
        folder_of_tests(stub)


def test_a_quoted_path_names_the_folder_of_no_run() -> None:
    folder = PureWindowsPath(r"C:\runs\1")
    said = json.dumps(f"no {str(folder / 'data')!r}: {folder}")
    assert json.loads(without_name(folder, said)) == r"no 'FOLDER\\data': FOLDER"


def test_the_suite_covers_all_tests_that_are_judged_by_hand() -> None:
    assert set(CLOSE) - {module.name for module in MODULES} <= {"test.test_class"}
