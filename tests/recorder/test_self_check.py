"""What the scan in C believes is read again now and then, and mended where it is wrong."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from tests.recorder.runs import Recorded, record, write_program
from visualizer.cli import main
from visualizer.model import Mapping, Scalar, Sequence
from visualizer.recorder.core.loading import load
from visualizer.recording import Recording

LIVE = """
    class One:
        def __init__(self, n): self.n = n
    many = [One(n * 1000) for n in range(300)]
    victim, names, text = [1], {{"a": 1}}, ["a word"]
    seen = dict(one=id(victim), two=id(names), word=id(text[0]))
    exec(compile({fault!r}, "<fault>", "exec"), dict(seen))
    for n in range({rounds}):
        max(n, 0)
    victim.append(7); names["b"] = 2
    for n in range({rounds}):
        max(n, 0)
    end = True
"""
WRAPPED = """
import gc
tracker = next(it for it in gc.get_objects() if type(it).__name__ == "Tracker")
tracker.self_check.every = 2
known, real = tracker.objects, tracker.core
class Wrong:
    def __getattr__(self, name): return getattr(real, name)
"""
"""What the program brings into the recorder, unseen: a part in C that is wrong about something."""
HIDES = (
    WRAPPED
    + """
    def scan_(self, *arguments):
        real.scan_(*arguments)
        slots, changed = [known.slots.get(one), known.slots.get(two)], arguments[5]
        changed[:] = [change for change in changed if change[0] not in slots]
tracker.core = Wrong()
"""
)
MISCOUNTS = (
    WRAPPED
    + """
    def tell_counts_(self, *arguments):
        real.tell_counts_(*arguments)
        known.counts[known.slots[one]] += 1
tracker.core = Wrong()
"""
)
MISREADS = (
    WRAPPED
    + """
    def scan_(self, *arguments):
        slot = known.slots[word]
        known.contents[slot] = right
        real.scan_(*arguments)
        known.contents[slot] = 5
right = known.contents[known.slots[word]]
tracker.core = Wrong()
"""
)

needs_core = pytest.mark.skipif(load() is None, reason="there is no part in C here")


def with_fault(folder: Path, fault: str, rounds: int = 700) -> Recorded:
    """A run of many objects in which the part in C is made to be wrong."""
    return record(write_program(folder, LIVE.format(fault=fault, rounds=rounds)))


def checked(run: Recorded) -> tuple[int, ...]:
    """How many objects were read again and how many mended."""
    with closing(Recording.open(run.path)) as recording:
        return recording.self_check


@needs_core
def test_a_run_in_which_nothing_is_wrong_says_how_much_was_read_again(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run = with_fault(tmp_path, "")
    read, mended = checked(run)
    assert read > 20
    assert mended == 0
    assert main(["info", str(run.path)]) == 0
    assert f"self-check: {read} objects read again, 0 mended" in capfd.readouterr().out
    assert main(["info", "--json", str(run.path)]) == 0
    assert json.loads(capfd.readouterr().out)["self_check"] == {"read": read, "mended": 0}


@needs_core
def test_a_change_that_was_passed_over_is_found_told_and_counted(tmp_path: Path) -> None:
    run = with_fault(tmp_path, HIDES)
    assert checked(run)[1] >= 1
    last = run.last
    items = last.content("victim", Sequence).items
    assert [last.value(item) for item in items] == ["1", "7"]
    assert last.content("names", Mapping).length == 2


@needs_core
def test_a_count_that_is_not_true_is_told_anew(tmp_path: Path) -> None:
    run = with_fault(tmp_path, MISCOUNTS)
    assert checked(run)[1] >= 1
    assert run.last.object("victim").refcount == 1


@needs_core
def test_what_was_taken_for_another_is_entered_anew(tmp_path: Path) -> None:
    run = with_fault(tmp_path, MISREADS)
    assert checked(run)[1] >= 1
    (word,) = run.last.content("text", Sequence).items
    assert run.last.heap[word].content == Scalar("'a word'")


def test_without_the_part_in_c_there_is_nothing_to_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", "python")
    assert checked(with_fault(tmp_path, "", rounds=3)) == (0, 0)
