"""Compiles the recorder's C part for one interpreter and caches it.

A build that takes too long stops, and the next recording continues it. After a failed build there
is no other attempt for a day, or for minutes if it made no file in time. A file in the cache has
the reason; its modification time is when the next build may be tried.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from visualizer.platform.files import try_to_lock
from visualizer.platform.folders import make_private_folder
from visualizer.recorder.core import wire_header
from visualizer.session.engine.build_choice import NAME, Build, NotBuilt, sources
from visualizer.session.engine.compiling import (
    FLAGS,
    BuildFailed,
    BuildTimedOut,
    CompilerJobs,
    can_be_imported,
    compiler,
    headers,
    include_options,
    interpreter_info,
)

PATIENCE = 30.0
"""Seconds without a finished file after which a build ends, or waiting for another process's."""
_MAX_FILES = 60
"""Files that stay in the cache; builds of outdated sources go first, as the oldest."""
_POLL_EVERY = 0.02


def build_once(python: str, build: Build, file: Path, is_cancelled: Callable[[], bool]) -> None:
    """Compile the file unless another process does. Raises ``NotBuilt`` and ``OSError``."""
    compiler()
    if not make_private_folder(file.parent):
        raise NotBuilt(f"{file.parent}: others may write to it")
    failed, work = file.with_suffix(".failed"), file.with_suffix(".build")
    with _locked(file.with_suffix(".lock"), work, is_cancelled):
        if file.is_file():
            return
        if (reason := _read_failure(failed)) is not None:
            raise NotBuilt(reason)
        work.mkdir(exist_ok=True)
        try:
            jobs = CompilerJobs(work, PATIENCE, is_cancelled)
            _compile(python, build, jobs, work).replace(file)
        except BuildFailed as error:
            failed.write_text(f"{error}\n", encoding="utf-8")
            os.utime(failed, times=(time.time(), time.time() + error.retry_after))
            if not isinstance(error, BuildTimedOut):
                shutil.rmtree(work, ignore_errors=True)
            raise
        failed.unlink(missing_ok=True)
        shutil.rmtree(work, ignore_errors=True)
    _remove_oldest(file.parent)


def _compile(python: str, build: Build, jobs: CompilerJobs, folder: Path) -> Path:
    info = interpreter_info(python)
    command, include = compiler(info.compiler), headers(info.version, info.folders)
    for path in sources():
        shutil.copyfile(path, folder / path.name)
    wire_header.write(folder / wire_header.NAME)
    options = [*FLAGS, *info.definitions, *include_options(include)]
    if "d" not in build.flags:
        options.append("-DNDEBUG")
    names = sorted(path.stem for path in folder.glob("*.c"))
    jobs.make({f"{name}.o": [*command, *options, "-c", f"{name}.c"] for name in names})
    darwin = ["-bundle", "-undefined", "dynamic_lookup"]
    shared = darwin if sys.platform == "darwin" else ["-shared"]
    jobs.make({"native.so": [*command, *shared, *(f"{name}.o" for name in names)]})
    made = folder / "native.so"
    if not can_be_imported(python, NAME, made):
        raise BuildFailed(f"what was built is not for Python {info.version}")
    return made


@contextmanager
def _locked(path: Path, work: Path, is_cancelled: Callable[[], bool]) -> Iterator[None]:
    """Make other processes that build the same file wait, as long as files appear in ``work``.

    Raises ``NotBuilt`` on timeout.
    """
    seen, until = -1.0, 0.0
    # Closing the file releases the lock, also when this process is killed.
    with path.open("ab") as file:
        while not try_to_lock(file.fileno()):
            if (changed := _changed_at(work)) != seen:
                seen, until = changed, time.monotonic() + PATIENCE
            if is_cancelled() or time.monotonic() > until:
                raise NotBuilt("somebody else is still compiling it") from None
            time.sleep(_POLL_EVERY)
        yield


def _changed_at(folder: Path) -> float:
    """Return when a file last appeared in the folder; 0 if there is none."""
    try:
        return folder.stat().st_mtime
    except OSError:
        return 0.0


def _read_failure(path: Path) -> str | None:
    """Return the reason of a failed build, as long as it must not be tried again."""
    try:
        if 0 < path.stat().st_mtime - time.time() <= BuildFailed.retry_after:
            return path.read_text(encoding="utf-8").strip()
    except OSError:
        pass
    return None


def _remove_oldest(folder: Path) -> None:
    """Remove the oldest files beyond the limit, and folders left by killed builds."""
    with suppress(OSError):
        found = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in [path for path in found if path.is_file()][_MAX_FILES:]:
            path.unlink(missing_ok=True)
        for path in found:
            if path.is_dir() and time.time() - path.stat().st_mtime > BuildFailed.retry_after:
                shutil.rmtree(path, ignore_errors=True)
