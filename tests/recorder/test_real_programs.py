"""The judge of other people's programs: its choices, comparisons and counts."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from tests.recorder import real_counts
from tests.recorder.real_counts import Place, Rewritten, compared, readings, rewritten
from tests.recorder.real_mirror import Entry, Mirror, MirrorError, ProgramList, sha256_of
from tests.recorder.real_programs import Judge, Summary, spread
from tests.recorder.real_runs import (
    Commands,
    Limits,
    RecordedRun,
    Run,
    Verdict,
    judged,
    percentile,
    rate_of,
    wrong_end,
)
from tests.recorder.real_selection import Trial, unfit

TEXT = b"""\
'''A program.'''
from __future__ import annotations
import beside

def mean(values: list[float], *rest: float) -> float:
    '''Of them.'''
    total = 0
    for value in (*values, *rest):
        total += value
    return total / len(values)

class Pile:
    kept = []
    def put(self, thing):
        with open(__file__) as file:
            self.kept.append(thing)
        return self

if __name__ == "__main__":
    pile = Pile()
    for number in range(6):
        text = "number " + str(number * 1000)
        pile.put([number, text])
    print(mean([1, 2, 3], 4), len(pile.kept), beside.NAME)
"""


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    """A folder with one collection: a bare git directory, one level down."""
    if which("git") is None:
        pytest.skip("needs git, which is not installed here")
    work, bare = tmp_path / "work", tmp_path / "mirror" / "some+collection" / "repo"
    (work / "sums").mkdir(parents=True)
    (work / "sums" / "mean.py").write_bytes(TEXT)
    (work / "sums" / "beside.py").write_text("NAME = 'beside'\n")
    (work / "deep").mkdir()
    (work / "deep" / "notes.txt").write_text("no program")
    _git(work, "init", "-q")
    _git(work, "add", ".")
    _git(work, "commit", "-qm", "all")
    _git(tmp_path, "clone", "-q", "--bare", str(work), str(bare))
    return tmp_path / "mirror"


def _git(folder: Path, *words: str) -> None:
    own = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *own, *words], cwd=folder, check=True)


ENTRY = Entry("some/collection", "sums/mean.py", sha256_of(TEXT))


@pytest.fixture
def judge(mirror: Path, tmp_path: Path) -> Judge:
    """Judges programs of that collection."""
    collections = {ENTRY.repository: Mirror(mirror).collection(ENTRY.repository)}
    return Judge(collections, Commands(), tmp_path, (0.0, 0.0))


# ---- the sources of programs ----


def test_a_collection_gives_its_python_files_and_a_folder_without_those_in_it(
    mirror: Path, tmp_path: Path
) -> None:
    assert Mirror(mirror).repositories() == ["some/collection"]
    collection = Mirror(mirror).collection("some/collection", "0" * 40)
    assert collection.paths() == ["sums/beside.py", "sums/mean.py"]
    assert collection.text("sums/mean.py") == TEXT
    collection.copy_folder("sums", tmp_path / "copy")
    assert sorted(one.name for one in (tmp_path / "copy").iterdir()) == ["beside.py", "mean.py"]
    collection.copy_folder("", tmp_path / "top")
    assert list((tmp_path / "top").iterdir()) == []


def test_a_package_missing_in_the_mirror_is_reported(mirror: Path) -> None:
    with pytest.raises(MirrorError, match="is not in"):
        Mirror(mirror).collection("other/collection")
    with pytest.raises(MirrorError):
        Mirror(mirror).collection("some/collection").text("none.py")


def test_the_list_is_read_as_it_was_written(tmp_path: Path) -> None:
    listed = ProgramList({"some/collection": "abc"}, (ENTRY,))
    listed.write(tmp_path / "list.json")
    assert ProgramList.read(tmp_path / "list.json") == listed


def test_the_list_that_is_kept_has_five_hundred_programs_each_once() -> None:
    listed = ProgramList.read()
    assert len(listed.programs) >= 500
    assert {one.repository for one in listed.programs} <= set(listed.commits)
    assert Counter(one.sha256 for one in listed.programs).most_common(1)[0][1] == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("import math, numpy, beside\n", ""),
        ("import pandas\n", "imports"),
        ("def f():\n    from urllib.request import urlopen\n", "imports"),
        ("from . import beside\n", "relative import"),
        ("import os\nos.remove('a')\n", "reaches out"),
        ("a = [1]\na.remove(1)\n", ""),
        ("print 'a'\n", "not Python"),
    ],
)
def test_a_program_that_needs_more_or_reaches_out_is_unfit(text: str, reason: str) -> None:
    assert unfit(text.encode(), {"beside"}) == reason


def test_a_program_is_tried_before_it_is_taken(mirror: Path, tmp_path: Path) -> None:
    collection = Mirror(mirror).collection("some/collection")
    trial = Trial(tmp_path / "trial", sys.executable, ())
    assert trial.why_not(collection, "sums/mean.py", 1) == ("", ENTRY.sha256)
    assert trial.why_not(collection, "sums/beside.py", 2)[0] == "too few lines"


# ---- comparisons ----

PLAIN = Run(b"out\n", b"", 0)


def recorded(run: Run = PLAIN, end: str = "finished", **more: Any) -> RecordedRun:
    """Return a recorded run."""
    return RecordedRun(run, end, more.pop("detail", ""), 1_000, "core", **more)


def test_a_run_that_is_the_same_is_equal() -> None:
    assert judged(PLAIN, recorded()).kind == "equal"


@pytest.mark.parametrize(
    ("run", "end", "what"),
    [
        (replace(PLAIN, stdout=b"other\n"), "finished", "stdout: line 1"),
        (replace(PLAIN, stdout=b"out\nmore\n"), "finished", "stdout: 1 and 2 lines"),
        (replace(PLAIN, stderr=b"oh"), "finished", "stderr"),
        (replace(PLAIN, exit_code=1), "finished", "exit code: 0 and 1"),
        (PLAIN, "uncaught", "end: uncaught"),
    ],
)
def test_each_difference_is_reported(run: Run, end: str, what: str) -> None:
    verdict = judged(PLAIN, recorded(run, end))
    assert verdict.kind == "differs"
    assert verdict.differences[0].startswith(what)


def test_a_program_that_was_cut_must_have_written_the_beginning() -> None:
    cut = recorded(replace(PLAIN, stdout=b"ou", exit_code=-9), "step-limit")
    assert judged(PLAIN, cut).kind == "cut"
    other = recorded(replace(PLAIN, stdout=b"no", exit_code=-9), "time-limit")
    assert judged(PLAIN, other).differences == ("stdout",)


def test_a_recorder_that_fails_must_not_harm_the_program() -> None:
    said = replace(PLAIN, stderr=b"visualizer: the recorder failed\n")
    unharmed = judged(PLAIN, recorded(said, "recorder-failed", detail="a\nKeyError: 5"))
    assert (unharmed.kind, unharmed.differences) == ("failed", ("KeyError: 5",))
    harmed = judged(PLAIN, recorded(Run(b"", b"", -9), "recorder-failed"))
    assert [one.partition(":")[0] for one in harmed.differences[1:]] == ["harmed", "harmed"]


def test_a_damaged_recording_is_a_failure_whatever_the_program_did() -> None:
    assert judged(PLAIN, recorded(faults=("check: page 3",))).kind == "failed"


def test_the_reason_of_an_end_must_match_a_plain_run() -> None:
    trace = b"Traceback (most recent call last):\n"
    assert not wrong_end(Run(b"", trace, 1), "uncaught")
    assert not wrong_end(Run(b"", b"", 3), "exited")
    assert not wrong_end(Run(b"", b"", -11), "killed")
    assert wrong_end(Run(b"", b"", 1), "uncaught")
    assert wrong_end(Run(b"", trace, 1), "finished")


def test_rates_are_given_for_long_recordings_without_start_up() -> None:
    run = recorded(replace(PLAIN, seconds=1.5))
    assert rate_of(run, 0.5) == 1_000
    assert rate_of(replace(run, steps=10), 0.5) is None
    assert percentile([5, 1, 3, 2, 4], 0.05) == 1
    assert percentile([5, 1, 3, 2, 4], 0.95) == 5


def test_a_limit_is_spread_over_the_list() -> None:
    assert spread(range(10), 4) == [0, 2, 5, 7]
    assert spread(range(3), 10) == spread(range(3), None) == [0, 1, 2]


def test_the_summary_counts_and_lists_the_failures(capsys: pytest.CaptureFixture[str]) -> None:
    summary = Summary()
    summary.add(ENTRY, Verdict("equal", (), recorded(), rate=200.0))
    summary.add(ENTRY, Verdict("differs", ("stdout: line 1",), recorded(), rate=100.0))
    assert "differs: some/collection:sums/mean.py\n    stdout: line 1" in capsys.readouterr().out
    assert "2 programs: 1 equal, 1 differs; 2,000 steps" in str(summary)
    assert "median 150" in str(summary)
    assert summary.told()["kinds"] == {"equal": 1, "differs": 1}


def test_a_program_is_recorded_and_compared(judge: Judge) -> None:
    verdict = judge.verdict(ENTRY, 1)
    assert (verdict.kind, verdict.differences) == ("equal", ())
    assert verdict.recorded is not None
    assert verdict.recorded.steps > 50


def test_a_program_that_is_cut_has_the_beginning_of_its_output(judge: Judge) -> None:
    commands = Commands(limits=Limits(steps=20))
    verdict = replace(judge, commands=commands).verdict(ENTRY, 1)
    assert (verdict.kind, verdict.differences) == ("cut", ())


def test_a_changed_or_missing_text_is_not_judged(judge: Judge) -> None:
    assert judge.verdict(replace(ENTRY, sha256="0" * 64), 1).kind == "changed"
    assert judge.verdict(replace(ENTRY, path="none.py"), 2).kind == "missing"
    assert judge.verdict(replace(ENTRY, repository="other/one"), 3).kind == "missing"


# ---- counts at random places ----


@pytest.mark.parametrize("seed", range(4))
def test_counts_addresses_and_sizes_are_those_of_the_recording(judge: Judge, seed: int) -> None:
    verdict = replace(judge, seed=seed).verdict(ENTRY, 1)
    assert (verdict.kind, verdict.differences) == ("equal", ())
    assert verdict.notes["samples"] > 10
    assert verdict.notes["unlike plain"] == 0


def test_names_are_asked_for_only_where_they_are_bound() -> None:
    text = b"""\
import sys
def f(a, b=1, *c, d, **e):
    global g
    if a:
        h = 1
    else:
        i = 2
    try:
        j = 3
    except ValueError as k:
        pass
    for m in c:
        n = 4
    del b
    return a
f(1, d=2)
g = 5
"""
    function = [set(names) for names in _askable(text, "f")]
    assert function[0] == {"a", "c", "d", "e"}
    assert set().union(*function) == {"a", "c", "d", "e", "m"}
    assert [set(names) for names in _askable(text, "<module>")][-1] == {"f"}


def _askable(text: bytes, function: str) -> Iterator[tuple[str, ...]]:
    for spot in real_counts._spots_of(ast.parse(text)):
        if spot.function == function:
            yield spot.names


def test_a_place_has_the_line_of_its_reading_and_future_statements_stay_first() -> None:
    program = rewritten(TEXT, 3)
    assert program is not None
    lines = program.text.splitlines()
    assert lines[0].startswith('"""A program.')
    assert lines[1] == "from __future__ import annotations"
    for number, place in enumerate(program.places):
        assert lines[place.line - 1].strip().startswith(f"{real_counts.TELL}({number}, ")
    assert rewritten(TEXT, 3) == program
    assert rewritten(TEXT, 4) != program


def test_a_program_with_threads_or_without_names_has_no_places() -> None:
    assert rewritten(b"import threading\na = 1\nprint(a)\n", 0) is None
    assert rewritten(b"print(1)\n", 0) is None


ASKED = Rewritten("", (Place(3, "f", ("a",)),))


def _step(**facts: int | None) -> dict[str, Any]:
    thing = {"type": "list", "refcount": 1, "address": 96, "size": 56, **facts}
    frame = {"function": "f", "locals": {"a": 7}}
    return {
        "step": 5,
        "frames": [{"function": "<module>", "locals": {}}, frame],
        "heap": {"7": thing},
    }


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({}, []),
        ({"refcount": 2}, ["refcount 2, the program read 1"]),
        ({"refcount": None}, ["refcount None, the program read 1"]),
        ({"address": 98}, ["address 98, the program read 96"]),
        ({"size": 64}, ["size 64, the program read 56"]),
    ],
)
def test_a_difference_of_the_recording_is_found(
    facts: dict[str, int | None], wrong: list[str]
) -> None:
    read = {(0, 1): [(1, 96, 56)]}
    found = compared(ASKED, [((0, 1), _step(**facts))], read, read, is_cut=False)
    assert found.samples == 1
    assert found.wrong == [f"step 5, line 3: a (list) has {words}" for words in wrong]
    assert found.unlike_plain == []


def test_an_immortal_count_is_none_on_every_version() -> None:
    for count in ((1 << 32) - 1, 3 << 30):
        read = {(0, 1): [(count, 96, 56)]}
        found = compared(ASKED, [((0, 1), _step(refcount=None))], read, read, is_cut=False)
        assert found.wrong == []


def test_a_difference_of_a_plain_run_is_found() -> None:
    read, plain = {(0, 1): [(1, 96, 56)]}, {(0, 1): [(2, 48, 56)]}
    found = compared(ASKED, [((0, 1), _step())], read, plain, is_cut=False)
    assert found.wrong == []
    assert found.unlike_plain == ["line 3, a: 1 times, 56 bytes; plainly 2 and 56"]


def test_a_difference_between_two_plain_runs_does_not_count() -> None:
    one = {(0, 1): [(1, 96, 56)], (0, 2): [(1, 96, 56)], (0, 3): [(1, 96, 56)]}
    other = {(0, 1): [(1, 48, 56)], (0, 2): [(2, 96, 56)]}
    assert real_counts.same_twice(one, other) == {(0, 1): [(1, 96, 56)]}


def test_a_reading_without_a_step_is_wrong_but_in_a_recording_that_was_cut() -> None:
    read = {(0, 1): [(1, 96, 56)]}
    assert compared(ASKED, [], read, read, is_cut=False).wrong
    assert not compared(ASKED, [], read, read, is_cut=True).wrong


def test_a_line_that_was_cut_off_is_no_reading(tmp_path: Path) -> None:
    path = tmp_path / "samples"
    path.write_text("0 1 1 96 56\n1 1 2 9")
    assert readings(path) == {(0, 1): [(1, 96, 56)]}
    assert readings(tmp_path / "none") == {}
