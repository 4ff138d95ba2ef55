"""The verb record, as a shell sees it."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import VISUALIZER
from tests.systems import needs_devices, needs_own_builds, needs_scripts
from visualizer.model import EndReason
from visualizer.recording import Recording
from visualizer.session.start.program import NULL_BYTES


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a program in it."""
    monkeypatch.chdir(tmp_path)
    Path("echo it.py").write_text("import sys\nprint(sys.argv[1:], sys.stdin.read())\n")
    return tmp_path


def recorded(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*VISUALIZER, "record", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )


def test_a_program_is_recorded_beside_its_name(folder: Path) -> None:
    (folder / "text").write_text("typed")
    done = recorded("echo it.py", "--stdin", "text", "--", "a b", "--help", "--")
    assert (done.returncode, done.stdout, done.stderr) == (0, "['a b', '--help', '--'] typed\n", "")
    assert {path.name for path in folder.iterdir()} == {"echo it.py", "echo it.memtrace", "text"}
    recording = Recording.open(folder / "echo it.memtrace")
    recording.check()
    assert recording.sources == {"echo it.py": (folder / "echo it.py").read_text()}
    recording.close()


def test_a_step_limit_may_be_any_number(folder: Path) -> None:
    done = recorded("echo it.py", "--max-steps", "9" * 30)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[] \n", "")


def test_a_students_file_may_have_the_name_of_a_module_of_the_library(folder: Path) -> None:
    for name in ("resource", "json", "random", "sqlite3"):
        (folder / f"{name}.py").write_text("whole = 1\n")
    (folder / "own.py").write_text("import resource, random\nprint(resource.whole, random.whole)\n")
    done = recorded("own.py")
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 1\n", "")


OTHER_PYTHON = """\
#!/bin/sh
case "$1" in
-c) echo "python=cpython 3.13.99 True True 51209200 <> 3.13.99 of today";;
*) exec {python} "$@";;
esac
"""


@needs_own_builds
def test_a_terminal_says_that_a_recording_is_slow_and_why(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("other python").write_text(OTHER_PYTHON.format(python=sys.executable))
    Path("cc").write_text("#!/bin/sh\nexit 1\n")
    for name in ("other python", "cc"):
        Path(name).chmod(0o755)
    command = [*VISUALIZER, "record", "--python", "other python", "echo it.py"]
    monkeypatch.setenv("CC", str(folder / "cc"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}

    def said(*options: str) -> list[str]:
        ours, theirs = os.openpty()
        with open(ours, "rb", buffering=0) as screen:
            subprocess.run(
                [*command, *options],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=theirs,
                check=True,
                env=environment,
            )
            os.write(theirs, b"end\n")
            os.close(theirs)
            text = b""
            while not text.endswith(b"end\r\n"):
                text += screen.read(1000)
        return text.decode().splitlines()[:-1]

    slow = (
        "visualizer: this recording is slow, without the recorder in C:"
        " the compiler failed: it says nothing"
    )
    assert said("--quiet") == []
    for failed in folder.glob("visualizer/core/*.failed"):
        failed.unlink()
    assert said() == ["visualizer: compiling the fast recorder for this Python, once", slow]
    assert said() == [slow]
    assert recorded("--python", "other python", "echo it.py").stderr == ""


FULL = "the disk is full; free some space or choose another place"


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["missing.py"], "missing.py: no such file; check the path"),
        (["."], ".: is a directory; choose a file"),
        (["binary"], "binary: not a text file; choose a Python program"),
        (
            ["echo it.py", "--stdin", "missing"],
            "missing: no such file; check the path",
        ),
        (["echo it.py", "--stdin", "."], ".: is a directory; choose a file"),
        (
            ["echo it.py", "-o", str(Path("missing/x"))],
            f"{Path('missing/x')}: its directory does not exist; create it",
        ),
        (["echo it.py", "-o", "."], ".: is a directory; choose a file"),
        pytest.param(
            ["echo it.py", "-o", "/dev/full"],
            f"/dev/full: {FULL}",
            marks=needs_devices,
        ),
    ],
)
def test_a_program_that_cannot_be_recorded_gives_one_line_of_error(
    folder: Path, arguments: list[str], fault: str
) -> None:
    (folder / "binary").write_bytes(bytes(range(256)))
    done = recorded(*arguments)
    python = f"{NULL_BYTES}\n" if arguments == ["binary"] else ""
    assert (done.returncode, done.stderr) == (1, f"{python}visualizer: {fault}\n")
    assert {path.name for path in folder.iterdir()} == {"echo it.py", "binary"}


@needs_devices
@pytest.mark.parametrize(("arguments", "code"), [(["told.py"], 0), ([], 2), (["missing.py"], 1)])
def test_the_exit_code_stays_where_no_error_can_be_written(
    folder: Path, arguments: list[str], code: int
) -> None:
    (folder / "told.py").write_text("import sys\nprint('lost', file=sys.stderr)\n")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*VISUALIZER, "record", "-q", *arguments],
            stdout=full,
            stderr=full,
            check=False,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        )
    assert done.returncode == code


def test_a_syntax_error_is_shown_as_python_shows_it(folder: Path) -> None:
    (folder / "wrong.py").write_text("x = 1\nif x\n    pass\n")
    done = recorded("wrong.py")
    plain = subprocess.run(
        [sys.executable, "wrong.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(plain.stderr.replace('"wrong.py"', f'"{folder}/wrong.py"'))
    assert done.stderr.splitlines()[-1] == "visualizer: wrong.py, line 2: expected ':'"
    assert not (folder / "wrong.memtrace").exists()


BLIND = "import sys\nprint(input())\nsys.monitoring.free_tool_id(4)\nx = 1\nprint(x)\nsys.exit(7)\n"


def test_a_recording_that_ends_before_the_program_is_reported_in_one_line(folder: Path) -> None:
    Path("blind.py").write_text(BLIND)
    Path("text").write_text("typed\n")
    done = recorded("blind.py", "--stdin", "text", "-q")
    told = "the program disabled the recorder's events (sys.monitoring)"
    assert (done.returncode, done.stdout) == (1, "typed\n1\n")
    assert done.stderr == (
        f"visualizer: blind.py: recorded only up to step 3: {told}; the program continued"
        " unrecorded\n"
    )
    info = subprocess.run(
        [*VISUALIZER, "info", "blind.memtrace", "--json"],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    answer = json.loads(info.stdout)
    assert answer["end"] == {"reason": "recorder-failed", "detail": told, "exit_code": 7}
    assert answer["steps"] == 3


def newer_interpreter(folder: Path) -> Path:
    """Make an interpreter that reports an unknown future version."""
    python = folder / "newer"
    newer = '[ "$1" = -c ] && echo python=cpython 4.0.0 True True && exit'
    python.write_text(f'#!/bin/sh\n{newer}\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    return python


@needs_scripts
def test_an_interpreter_that_is_not_known_is_named_before_the_program_starts(folder: Path) -> None:
    python = newer_interpreter(folder)
    done = recorded("echo it.py", "--python", str(python))
    known = "CPython 3.13, 3.14, 3.15"
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"visualizer: {python}: is cpython 4.0.0, which the recorder does not support; choose one"
        f" of {known} with --python, or run it unrecorded with --unrecorded\n"
    )
    assert not Path("echo it.memtrace").exists()


@needs_scripts
def test_an_interpreter_in_the_working_folder_is_not_looked_for_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer_interpreter(folder).rename(python := folder / Path(sys.executable).name)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    done = recorded("echo it.py", "--python", f"./{python.name}")
    assert done.stderr.startswith(f"visualizer: {python}: is cpython 4.0.0")


@needs_scripts
def test_it_runs_the_program_all_the_same_where_that_is_asked_for(folder: Path) -> None:
    python = newer_interpreter(folder)
    done = recorded("echo it.py", "--python", str(python), "--unrecorded")
    assert (done.returncode, done.stdout, done.stderr) == (0, "[] \n", "")
    with closing(Recording.open(folder / "echo it.memtrace")) as recording:
        recording.check()
        assert recording.steps == 0
        assert recording.output("stdout") == b"[] \n"
        assert recording.end is not None
        assert recording.end.reason is EndReason.RECORDER_FAILED
        assert "is cpython 4.0.0, which the recorder does not support" in recording.end.detail


def test_an_interpreter_that_is_known_records_with_that_option_too(folder: Path) -> None:
    assert recorded("echo it.py", "--unrecorded").returncode == 0
    with closing(Recording.open(folder / "echo it.memtrace")) as recording:
        assert recording.steps == 3
