"""A kill of any process at any instant leaves a usable recording.

``python -m tests.end_to_end.kills`` kills 200 times, at other instants each time.
"""

from pathlib import Path

import pytest

from tests.end_to_end.kills import KINDS, SHORT, kill_once


@pytest.mark.share(2)
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", KINDS)
def test_every_step_up_to_the_last_complete_one_is_kept(
    kind: str, seed: int, tmp_path: Path
) -> None:
    found = kill_once(kind, seed, tmp_path, SHORT)
    assert found.steps > 0
