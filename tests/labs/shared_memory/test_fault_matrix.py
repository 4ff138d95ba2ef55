"""Real refusals of the system: no room for segments or files, an unreadable file."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.systems import needs_modes
from visualizer.labs.shared_memory.tables.reading import reader
from visualizer.labs.shared_memory.tables.table import Failure

pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")

OLD = "what was there before"
_SMALL = """
set -e
mount -t tmpfs -o size={size} tmpfs "{place}"
printf '{old}' > "{kept}"
set +e
TMPDIR="{temporary}" "$@"
echo "exit $?"
cat "{kept}"; echo
ls -A "{place}" "{temporary}"
"""


def can_mount() -> bool:
    if sys.platform != "linux":
        return False
    found = subprocess.run([*_namespace(), "true"], capture_output=True, check=False)
    return found.returncode == 0


def _namespace() -> list[str]:
    as_root = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    return ["unshare", *as_root, "--mount", "--"]


def run_where_little_fits(
    place: Path, size: str, kept: Path, temporary: Path, *options: str
) -> list[str]:
    """Run the lab in a separate mount namespace where ``place`` has room for ``size``; return its
    output, then its exit code, the old file, and the remaining files."""
    script = _SMALL.format(place=place, size=size, old=OLD, kept=kept, temporary=temporary)
    command = [sys.executable, "-m", "visualizer", "lab", "shared-memory", "--repeat", "1"]
    found = subprocess.run(
        [*_namespace(), "sh", "-c", script, "sh", *command, *options, "-o", str(kept)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return (found.stderr + found.stdout).splitlines()


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return folders for a small file system, for the file, and for temporary files."""
    found = tuple(tmp_path / name for name in ("small", "out", "temporary"))
    for one in found:
        one.mkdir()
    return found[0], found[1], found[2]


needs_mounts = pytest.mark.skipif(
    not can_mount(), reason="needs a mount of its own, which is not allowed here"
)


@needs_mounts
def test_a_lack_of_room_for_segments_is_reported_before_anything_is_written(
    places: tuple[Path, Path, Path],
) -> None:
    _, out, temporary = places
    shm, kept = Path("/dev/shm"), out / "kept.h5"
    methods = ("shm-process", "shm-pool", "shm-reused", "shm-manager")
    options = ("--methods", ",".join(methods), "--rows", "60000")
    lines = run_where_little_fits(shm, "1m", kept, temporary, *options)
    said = [line for line in lines if line.startswith(methods)]
    assert len(said) == len(methods)
    for line in said:
        assert "a segment of 1.6 MB does not fit into /dev/shm, which has 1.0 MB left" in line
        assert "--shm-size" in line
    left = lines[lines.index("exit 1") + 1 :]
    assert left == [OLD, "/dev/shm:", "", f"{temporary}:"], lines


@needs_mounts
@pytest.mark.parametrize(
    ("of", "size", "word"),
    [
        ("tables", "200k", "MB left, but the tables need 2.3 MB; use fewer rows"),
        ("rows", "4m", "cannot be written: No space left on device; free some space"),
        ("file", "1m", "cannot be written: No space left on device; free some space"),
    ],
)
def test_a_lack_of_room_for_files_is_reported_and_the_old_one_is_whole(
    of: str, size: str, word: str, places: tuple[Path, Path, Path]
) -> None:
    small, out, temporary = places
    options = ["--methods", "memmap" if of == "rows" else "threads", "--rows", "40000"]
    if of == "file":
        lines = run_where_little_fits(small, size, small / "kept.h5", temporary, *options)
    else:
        lines = run_where_little_fits(small, size, out / "kept.h5", small, *options)
    assert [line for line in lines if word in line], lines
    left = lines[lines.index("exit 1") + 1 :]
    assert left[0] == OLD
    there = {line for line in left[1:] if line and not line.endswith(":")}
    assert there == ({"kept.h5"} if of == "file" else set()), lines


@contextmanager
def rights_of_nobody() -> Iterator[None]:
    """Drop root's rights: to root no file is unreadable."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@needs_modes
@pytest.mark.parametrize("key", ["loadtxt", "fast"])
def test_a_file_that_may_not_be_read_is_named(key: str, tmp_path: Path) -> None:
    path = tmp_path / "secret.tsv"
    path.write_bytes(b"chr1\t5\t1.5\t3\t4\n")
    path.chmod(0)
    with rights_of_nobody(), pytest.raises(Failure) as failure:
        reader(key).read(path, lambda _: None)
    assert str(failure.value) == (
        f"{path}: cannot be read: Permission denied; check the path and its permissions"
    )
