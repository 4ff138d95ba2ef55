"""Runs the programs of packaging; their output goes to standard error."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dev_environment import STANDARD_ERROR, SetUpError, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class PackageError(SetUpError):
    """A package cannot be built, or fails a check; the message says why."""


@contextmanager
def stage(title: str) -> Iterator[None]:
    """Print the stage that begins, and the time it took."""
    say(title)
    begun = time.monotonic()
    yield
    say(f"{title}: {time.monotonic() - begun:.0f} s")


def call(
    *command: str | Path,
    folder: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> None:
    """Run a command. Raises PackageError if it fails or is missing."""
    try:
        code = subprocess.call(
            list(map(str, command)),
            cwd=folder,
            env=None if variables is None else {**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            stdout=STANDARD_ERROR,
        )
    except FileNotFoundError as error:
        raise PackageError(f"{command[0]}: not installed") from error
    if code:
        raise PackageError(f"`{' '.join(map(str, command[:4]))}` ended with exit code {code}")


def ask(
    *command: str | Path,
    folder: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> str:
    """Return the output of a command. Raises PackageError with its errors on failure."""
    try:
        answer = subprocess.run(
            list(map(str, command)),
            cwd=folder,
            env=None if variables is None else {**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise PackageError(f"{command[0]}: not installed") from error
    if answer.returncode:
        said = os.fsdecode(answer.stdout + answer.stderr).strip()
        raise PackageError(
            f"`{' '.join(map(str, command[:4]))}` ended with exit code {answer.returncode}: {said}"
        )
    return os.fsdecode(answer.stdout)


def size_of(path: Path) -> int:
    """Return the bytes of a file, or of all files below a folder, without links."""
    if path.is_file():
        return path.stat().st_size
    return sum(
        one.stat().st_size for one in path.rglob("*") if one.is_file() and not one.is_symlink()
    )


def hold(path: Path, most: int) -> None:
    """Print the size of a file or folder. Raises PackageError above `most` megabytes."""
    megabytes = size_of(path) / 1e6
    if megabytes > most:
        raise PackageError(f"{path.name} has {megabytes:.0f} MB; no more than {most} are allowed")
    say(f"{path.name}: {megabytes:.1f} MB")
