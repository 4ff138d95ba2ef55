"""A peeked of a step on the way agrees with a cursor at that step."""

import random
from pathlib import Path

import pytest

from tests.recorder.runs import record_unread, write_program
from tests.recording.conftest import Open
from tests.recording.files import FINISHED, long_script, write
from tests.recording.following import QUESTIONS
from tests.recording.random_runs import random_run
from visualizer.explain.conditions import OfState
from visualizer.model import State
from visualizer.recording import Writer
from visualizer.recording.read.chunk_reader import PeekedRecording


@pytest.mark.parametrize("far", [1, 7, 400])
def test_states_are_those_of_a_cursor(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch, far: int
) -> None:
    monkeypatch.setattr("visualizer.recording.write.record_log._LEAST", 50)
    monkeypatch.setattr("visualizer.recording.write.record_log._OBJECT_WEIGHT", 1)
    monkeypatch.setattr("visualizer.recording.read.chunk_reader._FEW", 50)
    records, _ = long_script(900)
    writer = Writer(tmp_path / "one.memtrace", "prog.py")
    for record in records:
        writer.add(record)
    writer.finish(FINISHED)
    recording = opened(tmp_path / "one.memtrace")
    peeked, cursor, chance = recording.peek(), recording.cursor(), random.Random(far)
    step, seen = 0, 0
    while (step := step + chance.randrange(1, far + 1)) <= recording.steps:
        compare(peeked.at(step), cursor.seek(step))
        seen += 1
    assert seen > 2
    for step in (recording.steps, 3, 500, 500, 0):
        compare(peeked.at(step), cursor.seek(step))


@pytest.mark.parametrize("seed", range(5))
def test_so_they_are_in_a_run_of_everything(tmp_path: Path, opened: Open, seed: int) -> None:
    write(tmp_path / "run.memtrace", *random_run(seed, 60).records)
    recording = opened(tmp_path / "run.memtrace")
    peeked, cursor = recording.peek(), recording.cursor()
    for step in range(recording.steps + 1):
        compare(peeked.at(step), cursor.seek(step))


@pytest.mark.parametrize("is_plain", [False, True])
def test_a_function_of_a_hidden_module_does_not_read_the_names_of_the_shown_one(
    is_plain: bool, tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = """
        import other
        limit = 2
        def f(): return limit
        if __name__ == "__main__":
            limit = 3
            other.load().f()
            f()
    """
    write_program(tmp_path, "def load():\n    import prog\n    return prog\n", "other.py")
    recording = opened(record_unread(write_program(tmp_path, text, "prog.py")).path)
    if is_plain:
        monkeypatch.setattr("visualizer.recording.follow.follower.native", None)
    peeked, cursor, seen = recording.peek(), recording.cursor(), []
    for step in range(1, recording.steps + 1):
        compare(peeked.at(step), state := cursor.seek(step))
        if state.frames and state.frames[-1].function == "f":
            name = peeked.at(step).global_name("limit")
            seen.append(name and dict(state.globals[state.frames[-1].file])["limit"] == name)
    assert None in seen, "the function of the module that is not shown"
    assert True in seen, "the one of the program itself"


def compare(peeked: PeekedRecording, state: State) -> None:
    """Compare all answers of a peeked with a cursor's."""
    whole = OfState(state, peeked.sources)
    assert peeked.running() == whole.running()
    names = {name for names in state.globals.values() for name, _ in names}
    names |= {name for frame in state.frames for name, _ in frame.locals} | {"no such name"}
    for name in names:
        assert peeked.local_name(name) == whole.local_name(name)
        assert peeked.global_name(name) == whole.global_name(name)
    for serial in (*state.heap, max(state.heap, default=0) + 1):
        assert peeked.shown(serial) == state.heap.get(serial)
        for ask in QUESTIONS:
            assert ask(peeked, serial) == ask(whole, serial)
