"""Programs made at random; ``python -m tests.recorder.fuzz FROM TO`` tries many more."""

from pathlib import Path

import pytest

from tests.recorder.ledgers import Account, add
from tests.recorder.random_programs import faults, random_program
from tests.recorder.runs import record, write_program
from visualizer.model import EndReason


@pytest.mark.parametrize("seed", range(24))
def test_a_random_program_reads_what_its_recording_shows(tmp_path: Path, seed: int) -> None:
    recorded = record(write_program(tmp_path, random_program(seed)))
    assert (recorded.end.reason, recorded.stderr) == (EndReason.FINISHED, "")
    checked, found = faults(recorded)
    assert found == []
    assert checked > 400
    account = Account()
    add(recorded.path, account)
    assert account.too_many == []
