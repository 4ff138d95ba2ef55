"""Files that an export replaces."""

import signal
from pathlib import Path

import pytest

from visualizer.cli.destination import writing


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_export_leaves_the_old_file_alone(tmp_path: Path, number: signal.Signals) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"old")

    def stopped_export() -> None:
        with writing(out, tmp_path, binary=True) as stream:
            stream.write(b"new")
            signal.raise_signal(number)

    with pytest.raises((SystemExit, KeyboardInterrupt)):
        stopped_export()
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
