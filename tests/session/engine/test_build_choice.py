"""The session builds the recorder's C part once for the interpreter that runs the program."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from textwrap import dedent

import pytest

from tests.session.conftest import Start
from tests.systems import needs_own_builds
from visualizer.model import CannotRun
from visualizer.platform.files import try_to_lock
from visualizer.session.engine import build_choice, building, compiling
from visualizer.session.engine.build_choice import (
    Core,
    NotBuilt,
    core_for,
    never_cancelled,
    own_build,
)
from visualizer.session.engine.building import PATIENCE
from visualizer.session.engine.compiling import (
    BuildFailed,
    BuildTimedOut,
    CompilerJobs,
    InterpreterInfo,
)
from visualizer.session.options import Options
from visualizer.session.start import launch
from visualizer.session.start.preparation import prepare

OTHER = own_build()._replace(text="another compilation of the same version")
COMPILER = """\
#!/bin/sh
echo "$@" >> "{log}"
{before}
while [ "$1" != -o ]; do shift; done
case $2 in *.so) cp "{native}" "$2";; *) : > "$2";; esac
"""


def beside_the_sources() -> Path:
    """Return the build for our own interpreter."""
    found = (build_choice.SOURCES / f"native{suffix}" for suffix in EXTENSION_SUFFIXES)
    return next(path for path in found if path.is_file())


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A separate cache folder for builds."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "visualizer" / "core"


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Set up a compiler that makes nothing; ``compiled()`` returns its command lines.

    For linking it copies the existing build for our own interpreter.
    """
    log = tmp_path / "log"
    native = beside_the_sources()

    def set_up(before: str = "") -> None:
        path = tmp_path / "compiler"
        path.write_text(COMPILER.format(log=log, before=before, native=native))
        path.chmod(0o755)
        monkeypatch.setenv("CC", str(path))

    def calls(before: str | None = None) -> list[str]:
        if before is not None:
            set_up(before)
        return log.read_text().splitlines() if log.exists() else []

    set_up()
    return calls


def test_our_own_interpreter_needs_no_build_but_the_installed_one(caches: Path) -> None:
    assert core_for(sys.executable, None) == Core()
    assert core_for(sys.executable, own_build()) == Core()
    assert not caches.exists()


def test_a_session_that_looks_for_no_build_gets_none(
    caches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiling, "_CAN_COMPILE", False)
    assert core_for(sys.executable, OTHER) == Core(None, "none is looked for on Windows")
    assert not caches.exists()


@needs_own_builds
def test_another_one_gets_its_own_once(compiled: Callable[..., list[str]], caches: Path) -> None:
    first = core_for(sys.executable, OTHER)
    calls = compiled()
    sources = {path.name for path in build_choice.SOURCES.glob("*.c")}
    assert {word for call in calls for word in call.split() if word.endswith(".c")} == sources
    assert first.file is not None
    assert first.file.parent == caches
    assert first.missing == ""
    assert core_for(sys.executable, OTHER) == first
    assert compiled() == calls
    assert sorted(path.suffix for path in caches.iterdir()) == [".lock", ".so"]


def test_each_interpreter_and_each_source_has_its_own_key(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = own_build()
    builds = [ours, OTHER, ours._replace(flags="t"), ours._replace(version=ours.version + 0x100)]
    keys = {build_choice.cache_key(build) for build in builds}
    changed = [path for path in build_choice.sources() if path.suffix == ".c"][1:]
    monkeypatch.setattr(build_choice, "sources", lambda: changed)
    assert len({*keys, *map(build_choice.cache_key, builds)}) == 2 * len(builds)


@needs_own_builds
def test_two_at_once_build_once(compiled: Callable[..., list[str]]) -> None:
    compiled("sleep 0.2")
    with ThreadPoolExecutor() as pool:
        found = {*pool.map(core_for, [sys.executable] * 4, [OTHER] * 4)}
    assert len(found) == 1
    assert found.pop().file is not None
    assert sum("-shared" in call for call in compiled()) == 1


@needs_own_builds
def test_a_compiler_that_fails_is_not_asked_again(
    compiled: Callable[..., list[str]], caches: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    compiled("echo 'native.c:1: error: no such thing' >&2; exit 1")
    answer = Core(None, "the compiler failed: native.c:1: error: no such thing")
    assert core_for(sys.executable, OTHER) == answer
    calls = compiled()
    assert core_for(sys.executable, OTHER) == answer
    assert compiled() == calls
    assert capfd.readouterr() == ("", "")
    (failed,) = caches.glob("*.failed")
    os.utime(failed, (0, 0))
    compiled("")
    assert core_for(sys.executable, OTHER).file is not None
    assert not failed.exists()


@needs_own_builds
def test_a_compiler_that_makes_nothing_is_ended_and_asked_again_before_long(
    compiled: Callable[..., list[str]], caches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled("sleep 60")
    monkeypatch.setattr("visualizer.session.engine.building.PATIENCE", 0.5)
    start = time.monotonic()
    assert core_for(sys.executable, OTHER) == Core(None, "the compiler took too long")
    assert time.monotonic() - start < 20
    (failed,) = caches.glob("*.failed")
    assert failed.stat().st_mtime < time.time() + 3600
    assert list(caches.glob("*.build"))


@needs_own_builds
def test_the_next_build_goes_on_with_one_that_was_ended(
    compiled: Callable[..., list[str]],
) -> None:
    compiled('case "$*" in *-shared*) sleep 60;; esac')
    ended = core_for(sys.executable, OTHER, lambda: any("-shared" in call for call in compiled()))
    assert ended.file is None
    objects = compiled()[:-1]
    compiled("")
    assert core_for(sys.executable, OTHER).file is not None
    assert ["-shared" in call for call in compiled()] == [False] * len(objects) + [True] * 2


@needs_own_builds
def test_a_build_that_made_a_file_is_late_and_has_not_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    jobs = CompilerJobs(tmp_path, 1.0, never_cancelled)
    jobs.make({"first.o": ["sh", "-c", 'touch "$1"']})
    now = 2.0
    late = {"second.o": ["sh", "-c", "sleep 60"]}
    with pytest.raises(NotBuilt, match="took too long") as raised:
        jobs.make(late)
    assert not isinstance(raised.value, BuildFailed)
    jobs = CompilerJobs(tmp_path, 1.0, never_cancelled)
    now = 4.0
    with pytest.raises(BuildTimedOut):
        jobs.make(late)


@needs_own_builds
def test_a_build_may_last_while_it_finishes_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    jobs = CompilerJobs(tmp_path, 1.0, never_cancelled)
    for now in (0.9, 1.8, 2.7):
        jobs.make({f"{now}.o": ["sh", "-c", 'touch "$1"']})
        assert (tmp_path / f"{now}.o").exists()


def test_another_process_waits_while_the_build_finishes_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    lock, work = tmp_path / "lock", tmp_path / "work"
    work.mkdir()
    with lock.open("ab") as held:
        assert try_to_lock(held.fileno())

        def is_cancelled() -> bool:
            nonlocal now
            now += 0.9 * PATIENCE
            os.utime(work, (now, now))
            if now > 4 * PATIENCE:
                held.close()
            return False

        with building._locked(lock, work, is_cancelled):
            assert now > 4 * PATIENCE
    with lock.open("ab") as held:
        assert try_to_lock(held.fileno())

        def is_stuck() -> bool:
            nonlocal now
            now += 0.9 * PATIENCE
            return False

        with (
            pytest.raises(NotBuilt, match="still compiling"),
            building._locked(lock, work, is_stuck),
        ):
            pass


@needs_own_builds
def test_a_caller_that_stops_waiting_is_released_and_nothing_is_remembered(
    compiled: Callable[..., list[str]], caches: Path
) -> None:
    compiled("sleep 60")
    is_cancelled = core_for(sys.executable, OTHER, lambda: bool(compiled()))
    assert is_cancelled == Core(None, "nobody waited for the compiler")
    assert sorted(path.suffix for path in caches.iterdir()) == [".build", ".lock"]


@needs_own_builds
def test_without_a_compiler_headers_or_a_folder_of_our_own_there_is_none(
    compiled: Callable[..., list[str]], caches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> str:
        found = core_for(sys.executable, OTHER)
        assert found.file is None
        return found.missing

    with monkeypatch.context() as patch:
        patch.delenv("CC")
        patch.setenv("PATH", "/nowhere")
        assert missing() == "there is no C compiler"
    with monkeypatch.context() as patch:
        info = InterpreterInfo("3.13.99", None, ["/usr"], [])
        patch.setattr("visualizer.session.engine.building.interpreter_info", lambda _: info)
        assert missing() == "the C headers of Python 3.13.99 are not installed"
    caches.chmod(0o777)
    assert missing() == f"{caches}: others may write to it"
    shutil.rmtree(caches)
    caches.touch()
    assert missing() == f"{caches}: File exists"
    assert compiled() == []


def test_headers_of_another_version_are_left_alone(tmp_path: Path) -> None:
    for version in ("3.13.7", "3.13.8"):
        (tmp_path / version).mkdir()
        (tmp_path / version / "Python.h").touch()
        (tmp_path / version / "patchlevel.h").write_text(f'#define PY_VERSION  "{version}"\n')
    folders = [str(tmp_path / name) for name in ("nothing", "3.13.7", "3.13.8")]
    assert compiling.headers("3.13.8", folders) == tmp_path / "3.13.8"


def for_other_python(folder: Path) -> Options:
    """Write a program, and an interpreter for it that says it is another build than ours."""
    program, python = folder / "program.py", folder / "python"
    program.write_text("x = 1\n")
    tell = 'echo "python=cpython 3.13.99 True True 51209200 <> 3.13.99 of today"'
    python.write_text(f'#!/bin/sh\ncase "$1" in -c) {tell};; *) exec {sys.executable} "$@";; esac')
    python.chmod(0o755)
    return Options(program, python=python)


@needs_own_builds
def test_only_the_recorder_that_has_such_a_part_asks_for_it(
    compiled: Callable[..., list[str]], tmp_path: Path
) -> None:
    options = for_other_python(tmp_path)
    assert prepare(options._replace(recorder="python")).core == Core()
    assert compiled() == []
    file = prepare(options).core.file
    assert file is not None
    assert file.name.startswith("native-3.13.99-")


@needs_own_builds
def test_a_chosen_recorder_in_c_is_used_or_refused(
    compiled: Callable[..., list[str]], tmp_path: Path
) -> None:
    compiled("exit 1")
    options = for_other_python(tmp_path)
    assert not prepare(options).has_engine
    with pytest.raises(CannotRun, match=r"C was chosen, but cannot be used here \(.+\)"):
        prepare(options._replace(recorder="core"))


@needs_own_builds
def test_the_recorder_takes_the_given_build(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine's own compiler makes it, for a recorder without a build next to its sources."""
    root = tmp_path / "installed"
    recorder = launch.ENTRY.parent
    without = shutil.ignore_patterns("native.*.*", "__pycache__")
    shutil.copytree(recorder, root / "visualizer" / "recorder", ignore=without)
    (root / "visualizer" / "__init__.py").touch()
    monkeypatch.setattr(launch, "ROOT", root)
    monkeypatch.setattr(launch, "ENTRY", root / launch.ENTRY.relative_to(recorder.parents[1]))
    monkeypatch.delenv("CC", raising=False)
    monkeypatch.setattr("visualizer.session.engine.building.PATIENCE", 600)
    # The test checks which build runs, not how fast it is.
    monkeypatch.setattr("visualizer.session.engine.building.FLAGS", ("-O0", *compiling.FLAGS[1:]))
    for is_there, made_by in ((True, "python"), (False, "core")):
        monkeypatch.setattr(build_choice, "has_installed_build", partial(bool, is_there))
        run = start("x = 1000\nfor i in range(9):\n    x += i\n")
        run.to_the_end()
        with run.recording() as recording:
            assert recording.header.recorder == made_by


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({}, True),
        ({1: 1 << 8}, True),  # another patch release
        ({1: 1 << 16}, False),  # another minor release
        ({1: 1 << 8, 3: 8}, False),  # another patch release, with a larger runtime state
        ({1: 1 << 8, 6: 8}, False),  # another patch release, with a larger interpreter state
    ],
)
def test_a_build_fits_releases_that_have_its_layouts(changes: dict[int, int], fits: bool) -> None:
    """The interpreter itself gives the offsets (``_Py_DebugOffsets``), in words of eight bytes.

    In 3.13, 3.14 and 3.15 these are: cookie, version, the free-threaded flag, the size of the
    runtime's state, two offsets in it, the size of an interpreter's state.
    """
    native = beside_the_sources()
    text = f"""
        import ctypes
        from importlib.machinery import ExtensionFileLoader, ModuleSpec
        runtime = ctypes.c_char.in_dll(ctypes.pythonapi, "_PyRuntime")
        words = (ctypes.c_uint64 * 7).from_address(ctypes.addressof(runtime))
        for place, more in {changes}.items(): words[place] += more
        loader = ExtensionFileLoader({build_choice.NAME!r}, {str(native)!r})
        spec = ModuleSpec({build_choice.NAME!r}, loader, origin={str(native)!r})
        native = loader.create_module(spec)
        loader.exec_module(native)
        for place, more in {changes}.items(): words[place] -= more
        print(bool(native.fits_))
    """
    answer = subprocess.check_output([sys.executable, "-c", dedent(text)], text=True)
    assert answer.strip() == str(fits)
