"""The programs of ``typical`` and ``heaps`` have the properties that the benchmarks assume."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.heaps import CHANGES, LIVE, Change, card, changed, made
from tests.benchmarks.pace import ALL_STEPS, Length, Outcome, Repeated, Track, longer
from tests.benchmarks.racers import Racer
from tests.benchmarks.scaling import MOST_STEPS, WORTH, long_enough
from tests.benchmarks.typical import PROGRAMS, TYPICAL, Typical, text_of

COUNTED = """\
import sys
program = compile(sys.stdin.read(), "program", "exec")
events = 0
def trace(frame, event, argument):
    global events
    if frame.f_code.co_filename != "program":
        return None
    events += 1
    return trace
sys.settrace(trace)
exec(program, {"__name__": "__main__"})
sys.settrace(None)
print(events, file=sys.stderr)
"""


def ran(text: str, seed: int = 0) -> tuple[str, int]:
    """Return a program's output, and the number of events that ``sys.settrace`` reports."""
    done = subprocess.run(
        [sys.executable, "-c", COUNTED],
        input=text,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )
    return done.stdout, int(done.stderr)


def test_every_program_that_lies_there_is_raced() -> None:
    assert sorted(one.path for one in TYPICAL) == sorted(PROGRAMS.glob("*.py"))
    assert len({one.name for one in TYPICAL}) == len(TYPICAL) >= 16


@pytest.mark.parametrize("program", TYPICAL, ids=lambda one: one.file)
def test_a_typical_program_has_thousands_of_steps_and_writes_the_same_twice(
    program: Typical,
) -> None:
    output, events = ran(text_of(program))
    assert 2_000 <= events <= 20_000
    assert output
    assert ran(text_of(program), seed=1) == (output, events)


@pytest.mark.parametrize("program", TYPICAL, ids=lambda one: one.file)
def test_a_second_round_of_a_program_is_like_the_first(program: Typical) -> None:
    output, events = ran(text_of(program))
    twice, more = ran(text_of(program, rounds=2))
    assert twice == output * 2
    assert 1.5 * events < more < 2.5 * events


def test_a_program_that_does_not_declare_its_size_is_refused(tmp_path: Path) -> None:
    class Elsewhere(Typical):
        __slots__ = ()

        @property
        def path(self) -> Path:
            return tmp_path / "program.py"

    (tmp_path / "program.py").write_text("ROUNDS = 1\n")
    with pytest.raises(ValueError, match="SIZE"):
        text_of(Elsewhere("program", "program", 3))


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.name)
def test_a_heap_can_be_changed_in_each_way(change: Change) -> None:
    _, events = ran(changed(20, change, 2))
    assert events > 800


def test_the_making_of_a_heap_is_counted() -> None:
    _, events = ran(made(20, 1))
    assert events > 20 * 5 + 2 * 20 * 20


def test_the_card_of_heaps_has_every_way_for_every_size() -> None:
    assert len({one.name for one in card()}) == len(LIVE) * (len(CHANGES) + 1)


def test_a_run_that_was_cut_early_gets_more_steps() -> None:
    assert longer(Length(1, 300), 300, 0.1, 1.0) == Length(1, 3_000)


def test_a_program_that_ended_early_gets_more_rounds_and_is_no_longer_cut() -> None:
    following = longer(Length(1, 30_000), 5_000, 0.1, 1.0)
    assert following == Length(10, ALL_STEPS)
    assert not following.is_cut


def test_a_run_never_grows_by_more_than_the_one_before_can_predict() -> None:
    following = longer(Length(1, 300), 300, 0.0001, 100.0)
    assert following is not None
    assert following.most <= 300 * 25


def test_a_run_that_lasts_is_kept() -> None:
    assert longer(Length(1, 300), 300, 0.9, 1.0) is None
    assert longer(Length(7, ALL_STEPS), 50_000, 0.9, 1.0) is None


def test_a_racer_that_refuses_a_program_has_no_rate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "refuses.py"
    script.write_text("import json, sys\njson.dump({'trace': [1]}, open(sys.argv[2], 'w'))\n")
    racer = Racer("peer", (sys.executable, str(script), "{program}", "{out}"))
    track = Track(tmp_path, 1.0, 1)
    track.warm_up([racer])
    outcome = Outcome([racer])
    outcome.race(track, Repeated("loop", lambda rounds: f"print({rounds})\n"))
    assert "peer does not run loop" in capsys.readouterr().err
    assert outcome.figures + outcome.summary() == []
    assert [figure.name for figure in track.start_ups()] == ["start-up: peer"]


def test_lengths_grow_until_a_run_lasts() -> None:
    asked = list[int]()

    def seconds(steps: int) -> float:
        asked.append(steps)
        return 0.5 + steps * 1e-6

    steps = long_enough(seconds, 360, 0.5)
    assert steps * 1e-6 >= WORTH
    assert steps < 3_000_000
    assert asked == sorted(asked)


def test_lengths_end_where_nothing_lasts() -> None:
    assert long_enough(lambda _: 0.5, 360, 0.5) == MOST_STEPS
