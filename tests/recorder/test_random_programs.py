"""Generated programs agree with their recordings; ``fuzz`` tries many more."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.recorder.fuzz import judge
from tests.recorder.random_programs import programs

SAMPLE = settings(
    max_examples=15,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes are fixed, and output is unbuffered: the census lists buffers' memory."""
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")


@SAMPLE
@given(programs())
def test_a_generated_program_reads_the_values_of_its_recording(tmp_path: Path, text: str) -> None:
    assert judge(tmp_path, text)[2] == []


@pytest.mark.full
@settings(SAMPLE, max_examples=4000, derandomize=False)
@given(programs())
def test_many_generated_programs_read_the_values_of_their_recordings(
    tmp_path: Path, text: str
) -> None:
    assert judge(tmp_path, text)[2] == []
