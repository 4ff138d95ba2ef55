"""The output and exit code of each verb."""

import errno
import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.cli.conftest import Captured, one_line, run
from tests.recording.script import Script
from tests.systems import needs_devices, needs_links
from visualizer.cli import main, window
from visualizer.cli.arguments import PARSERS
from visualizer.model import CannotRun
from visualizer.platform.screens import has_screen
from visualizer.recording import Writer

# ---- help and wrong usage ----


@pytest.mark.parametrize("arguments", [["--help"], *([verb, "--help"] for verb in PARSERS)])
def test_every_verb_has_help(arguments: list[str], capfd: Captured) -> None:
    assert main(arguments) == 0
    out, err = capfd.readouterr()
    assert out.startswith("usage: visualizer")
    assert "--quiet" in out
    assert err == ""


def test_help_is_there_in_korean(capfd: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUALIZER_LANGUAGE", "ko")
    assert main(["record", "--help"]) == 0
    assert capfd.readouterr().out.startswith("사용법: visualizer record PROGRAM")


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("verb", ["", *PARSERS])
def test_usage_names_arguments_as_the_list_below_it_does(
    verb: str, language: str, capfd: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_LANGUAGE", language)
    assert main([*verb.split(), "--help"]) == 0
    usage, _, rest = capfd.readouterr().out.partition("\n\n")
    named = {"en": "arguments:\n", "ko": "인자:\n"}[language]
    listed = re.findall(
        r"^  ([A-Z]+)\b", rest.partition(named)[2].partition("\n\n")[0], re.MULTILINE
    )
    assert [name for name in listed if name not in usage] == []


def test_the_version_is_one_line(capfd: Captured) -> None:
    assert main(["--version"]) == 0
    assert capfd.readouterr() == ("visualizer 0.1.0\n", "")


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["record"], "the following arguments are required: PROGRAM; see visualizer record --help"),
        (["info", "a", "b"], "unrecognized arguments: b; see visualizer info --help"),
        ([__file__, "b.py"], "unrecognized arguments: b.py; see visualizer --help"),
        (["--wrong"], "unrecognized arguments: --wrong; see visualizer --help"),
        (["--wrong", "value"], "unrecognized arguments: --wrong; see visualizer --help"),
        (["info", "a", "--js"], "unrecognized arguments: --js; see visualizer info --help"),
        (["export", "a"], "the following arguments are required: --format; see visualizer export"),
        (["export", "a", "--format", "doc"], "argument --format: invalid choice: 'doc'"),
        (
            ["export", "a", "--format", "jsonl", "--step", "x"],
            "x is not a whole number of at least 1",
        ),
        (["export", "a", "--format", "png", "--level", "5"], "argument --level: invalid choice: "),
        (
            ["export", "a", "--format", "opt", "--step", "1"],
            "--step does not work with --format opt",
        ),
        (["record", "a.py", "--max-steps", "-1"], "-1 is not a whole number of at least 1"),
        (
            ["export", "a", "--format", "gif", "--pace", "0"],
            "argument --pace: 0 is not a number from 0.1 to 16.0",
        ),
        (["record", "a.py", "--time-limit", "nan"], "nan is not a valid number of seconds"),
        (["record", "a.py", "--time-limit", "0"], "0 is not a valid number of seconds"),
        (["record", "a.py", "b"], "unrecognized arguments: b; see visualizer record --help"),
        (["record", "a.py", "-o", "-"], "a recording cannot go to standard output"),
        (["record", ""], "the name is empty"),
        (["export", "a", "--format", "opt", "--ledger"], "--ledger works only with --format jsonl"),
        (["lab", "wrong"], "argument lab: invalid choice: 'wrong'"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], fault: str, capfd: Captured) -> None:
    assert main(arguments) == 2
    assert fault in one_line(capfd)


# ---- the window ----


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("missing", "missing: no such file or command; see --help"),
        ("missing program.py -o out", "missing: no such file or command; see --help"),
        (".", ".: is a directory; choose a file"),
        pytest.param(
            "/dev/null",
            "/dev/null: is not a regular file; choose another file",
            marks=needs_devices,
        ),
    ],
)
def test_no_window_opens_for_a_missing_file(tmp_path: Path, words: str, fault: str) -> None:
    code = (
        "import sys, visualizer.cli as c; code = c.main();"
        "assert 'PySide6' not in sys.modules; sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words.split()],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"visualizer: {fault}\n")


def test_the_window_opens_though_the_drive_of_its_file_does_not_answer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answers = threading.Event()

    def check_regular(_file: Path) -> None:
        assert threading.current_thread() is not threading.main_thread()
        answers.wait()

    monkeypatch.setattr(window, "check_regular", check_regular)
    monkeypatch.setattr(window, "_SOON", 0.01)
    monkeypatch.setattr(window, "has_screen", lambda: True)
    monkeypatch.setattr("visualizer.shell.run_window", lambda _file: 7)
    assert main([str(tmp_path / "far.py")]) == 7
    answers.set()


def test_the_window_itself_shows_the_error_of_a_file_that_a_desktop_opens(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened = []

    def run_window(file: Path) -> int:
        opened.append((file, sys.stderr))
        return 0

    monkeypatch.setattr(window, "has_screen", lambda: True)
    monkeypatch.setattr("visualizer.shell.run_window", run_window)
    missing = tmp_path / "missing.py"
    assert main(["--from-desktop", str(missing)]) == 0
    assert opened == [(missing, None)]


@needs_links
def test_a_link_to_itself_is_there_but_cannot_be_read(tmp_path: Path) -> None:
    loop = tmp_path / "loop.py"
    loop.symlink_to(loop)
    with pytest.raises(CannotRun, match=r"loop\.py: cannot be read"):
        window.find_file(loop)


def test_a_file_with_an_impossible_name_is_refused_before_the_window_opens() -> None:
    with pytest.raises(CannotRun, match=r"cannot be read|no such file"):
        window.find_file(Path("a" * 300))


@pytest.mark.parametrize(
    ("platform", "told", "has"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_screen_shows_a_window(
    monkeypatch: pytest.MonkeyPatch, platform: str, told: dict[str, str], has: bool
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("os.environ", told)
    assert has_screen() is has


def test_without_a_screen_it_prints_the_reason_and_does_not_abort(
    monkeypatch: pytest.MonkeyPatch, capfd: Captured
) -> None:
    monkeypatch.setattr("visualizer.cli.window.has_screen", lambda: False)
    assert main([]) == 1
    assert one_line(capfd).startswith("there is no screen for the window; set DISPLAY")


def test_a_verb_loads_only_the_rooms_it_needs(recording: Path) -> None:
    code = (
        "import sys, visualizer.cli as c; c.main(['info', sys.argv[1]]);"
        "rooms = ('session', 'export', 'layout', 'shell');"
        "print([room for room in rooms if 'visualizer.' + room in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(recording)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("\n[]\n")


# ---- reading ----


@pytest.mark.parametrize("verb", [["info"], ["check"], ["export", "--format", "jsonl"]])
@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("missing", "no such file; check the path"),
        ("folder", "is a directory; choose a file"),
        ("empty", "is empty, not a recording; choose a .memtrace file"),
        ("text", "not a recording; choose a .memtrace file"),
        pytest.param(
            "/dev/null", "is not a regular file; choose another file", marks=needs_devices
        ),
        pytest.param(
            "loop",
            f"cannot be read: {os.strerror(errno.ELOOP)}; choose another file",
            marks=needs_links,
        ),
    ],
)
def test_a_file_that_is_no_recording_gives_one_line_of_error(
    tmp_path: Path, verb: list[str], name: str, fault: str, capfd: Captured
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    (tmp_path / "text").write_text("no recording")
    if name == "loop":
        (tmp_path / name).symlink_to(name)
    path = tmp_path / name
    assert run(*verb, path) == 1
    assert one_line(capfd) == f"{path}: {fault}"


def test_info_prints_the_contents_of_a_recording(recording: Path, capfd: Captured) -> None:
    assert run("info", recording) == 0
    out, err = capfd.readouterr()
    assert "program: prog.py\n" in out
    assert "steps: 3\n" in out
    assert "end: finished, exit code 0 (ran to completion)\n" in out
    assert err == ""


def test_info_as_json_is_as_the_contract_has_it(recording: Path, capfd: Captured) -> None:
    assert run("info", recording, "--json") == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert out.endswith("}\n")
    assert json.loads(out) == {
        "format": "visualizer",
        "version": 1,
        "python": "3.13.0",
        "program": "prog.py",
        "steps": 3,
        "end": {"reason": "finished", "detail": "ran to completion", "exit_code": 0},
        "recorder": "python",
        "peak_heap_bytes": 100,
        "source": {"prog.py": "x = 1\n"},
    }


def test_info_of_a_recording_that_grows_knows_no_end(tmp_path: Path, capfd: Captured) -> None:
    writer = Writer(tmp_path / "x.memtrace", "prog.py")
    writer.add(Script().step())
    writer.flush()
    assert run("info", tmp_path / "x.memtrace", "--json") == 0
    assert json.loads(capfd.readouterr().out)["end"] is None
    writer.abandon()


def test_check_reports_that_there_is_no_fault(recording: Path, capfd: Captured) -> None:
    assert run("check", recording) == 0
    assert capfd.readouterr() == (f"{recording}: 3 steps, no errors\n", "")
    assert run("check", recording, "--quiet") == 0
    assert run("-q", "check", recording) == 0
    assert capfd.readouterr() == ("", "")


def damaged(recording: Path, tmp_path: Path) -> Path:
    path = tmp_path / "damaged.memtrace"
    data = bytearray(recording.read_bytes())
    at = data.index(b"x\x9c", data.index(b"x\x9c", 3 * 4096))
    data[at + 12] ^= 0xFF
    path.write_bytes(data)
    return path


def test_info_prints_the_readable_part_of_a_damaged_recording(
    recording: Path, tmp_path: Path, capfd: Captured
) -> None:
    path = damaged(recording, tmp_path)
    assert run("info", path, "--json") == 1
    out, err = capfd.readouterr()
    assert json.loads(out)["program"] == "prog.py"
    assert err.startswith(f"visualizer: {path}: damaged: ")
    assert len(err.splitlines()) == 1
    assert run("check", path) == 1
    assert one_line(capfd).startswith(f"{path}: damaged: ")
