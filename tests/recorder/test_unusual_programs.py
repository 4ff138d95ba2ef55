"""Programs with unusual language and library features agree with their recordings."""

import re
from pathlib import Path

import pytest

from tests.recorder.agreement import differences
from tests.recorder.invariants import broken
from tests.recorder.ledgers import Account, add
from tests.recorder.runs import record, run_plainly, write_program
from tests.recorder.samples import PRELUDE, sample, wrong_samples
from visualizer.model import EndReason

PROGRAMS = sorted(Path(__file__).parents[1].joinpath("programs", "unusual").glob("*.py"))
FEWEST = 30
"""The least number of readings of each program."""


def with_readings(text: str) -> str:
    """Return the program with its comments ``# sample NAME…`` as lines that read the names."""
    return PRELUDE + re.sub(r"# sample (.*)", lambda found: sample(*found[1].split()), text)


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_its_readings_are_recorded_accounted_for_and_those_of_a_plain_run(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    program = write_program(tmp_path, with_readings(path.read_text(encoding="utf-8")))
    recorded = record(program)
    assert recorded.end.reason is EndReason.FINISHED
    checked, wrong = wrong_samples(recorded)
    assert wrong == []
    assert checked == sum(line.startswith("sample ") for line in recorded.stdout.splitlines())
    assert checked >= FEWEST
    assert list(broken(recorded)) == []
    assert list(differences(recorded, run_plainly(program))) == []
    account = Account()
    add(recorded.path, account)
    assert account.too_many == []
