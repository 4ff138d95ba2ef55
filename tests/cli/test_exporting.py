"""The verb export, and standard output that cannot be written."""

import io
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import VISUALIZER, Captured, one_line, run
from tests.recording.files import long_script, write
from tests.systems import as_printed, needs_devices, needs_links, needs_signals


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A recording of more than 3,000 steps, of which the first 1,024 can be read."""
    path = tmp_path / "long.memtrace"
    records, _ = long_script(3000)
    write(path, *records)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE chunk SET seal=0 WHERE id=3")
    connection.commit()
    connection.close()
    return path


INTERRUPTED_IMPORT = """
import runpy, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "visualizer.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
runpy.run_module("visualizer", run_name="__main__")
"""

FAULT = "damaged: the checksum of chunk 3 is wrong; record the program again"


@pytest.mark.parametrize(
    "words",
    [
        ["export", "--format", "jsonl", "--step", 1200],
        ["export", "--format", "svg", "--step", 1200],
        ["export", "--format", "html", "--steps", "1000-1200"],
        ["compare", "--step", 1200],
    ],
)
def test_a_step_that_the_file_has_lost_is_damage(
    damaged: Path, words: list[object], capfd: Captured
) -> None:
    connection = sqlite3.connect(damaged)
    connection.execute("DELETE FROM chunk WHERE id>2")
    connection.commit()
    connection.close()
    assert run(*words, damaged) == 1
    lost = "a part is missing: 1024 of 3000 steps found"
    assert one_line(capfd) == f"{damaged}: damaged: {lost}; record the program again"
    assert run("compare", "--step", 2, "--with", 3, damaged) == 1
    compared = capfd.readouterr()
    assert "step 2 of 1024" in compared.out, "what can be read is compared"
    assert lost in compared.err


def test_a_damaged_recording_exports_the_steps_before_the_fault(
    damaged: Path, tmp_path: Path, capfd: Captured
) -> None:
    out = tmp_path / "out.jsonl"
    assert run("export", damaged, "--format", "jsonl", "-o", out) == 1
    assert one_line(capfd) == f"{damaged}: {FAULT}"
    lines = out.read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0])["format"] == "visualizer-jsonl"
    assert [json.loads(line)["step"] for line in lines[1:]] == list(range(1, 1025))


def _steps_of_page(data: bytes) -> int:
    (page,) = re.findall(rb'id="recording">(.*?)</script>', data, re.DOTALL)
    return len(json.loads(page)["steps"])


def _frames(data: bytes) -> int:
    return int(getattr(Image.open(io.BytesIO(data)), "n_frames", 1))


def _pages(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


@pytest.mark.parametrize(
    ("format_", "count"), [("html", _steps_of_page), ("gif", _frames), ("pdf", _pages)]
)
def test_a_range_of_a_damaged_recording_ends_before_the_fault(
    damaged: Path, tmp_path: Path, capfd: Captured, format_: str, count: Callable[[bytes], int]
) -> None:
    out = tmp_path / f"out.{format_}"
    assert run("export", damaged, "--steps", "1023-1030", "--level", "values", "-o", out) == 1
    assert one_line(capfd) == f"{damaged}: {FAULT}"
    assert count(out.read_bytes()) == 2


@pytest.mark.parametrize("format_", ["html", "gif", "pdf", "layout", "jsonl"])
def test_a_file_stays_if_no_step_for_it_can_be_read(
    damaged: Path, tmp_path: Path, capfd: Captured, format_: str
) -> None:
    out = tmp_path / "out"
    out.write_text("kept")
    is_series = format_ in ("html", "gif", "pdf")
    steps = ["--steps", "1025-1030"] if is_series else ["--step", 1025]
    assert run("export", damaged, "--format", format_, *steps, "-o", out) == 1
    assert one_line(capfd) == f"{damaged}: {FAULT}"
    assert out.read_text() == "kept"


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_jsonl_goes_to_standard_output(recording: Path, output: list[str], capfd: Captured) -> None:
    assert run("export", recording, "--format", "jsonl", *output) == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert [json.loads(line).get("step") for line in out.splitlines()] == [None, 1, 2, 3]


@pytest.mark.parametrize(
    ("name", "begin"),
    [("a.jsonl", b'{"format"'), ("a.SVG", b"<?xml"), ("a.html", b"<!"), ("a.memtrace", b"SQLite")],
)
def test_the_name_of_the_file_chooses_the_format(
    recording: Path, tmp_path: Path, name: str, begin: bytes
) -> None:
    assert run("export", recording, "-o", tmp_path / name) == 0
    assert (tmp_path / name).read_bytes().startswith(begin)


@pytest.mark.parametrize("name", ["a", "a.json", "-"])
def test_a_name_without_a_known_format_is_wrong_usage(
    recording: Path, name: str, capfd: Captured
) -> None:
    assert run("export", recording, "-o", name) == 2
    assert "the following arguments are required: --format" in one_line(capfd)


def test_one_step_is_exported_with_the_header(recording: Path, capfd: Captured) -> None:
    assert run("export", recording, "--format", "jsonl", "--step", 2) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [json.loads(line).get("step") for line in lines] == [None, 2]
    assert json.loads(lines[0])["steps"] == 3


@pytest.mark.parametrize("step", [-1, 0, 4])
def test_there_must_be_such_a_step(recording: Path, step: int, capfd: Captured) -> None:
    assert run("export", recording, "--format", "jsonl", "--step", step) == 1
    assert one_line(capfd) == f"{recording}: there is no step {step}; the last is 3"


@pytest.mark.parametrize(
    ("format_", "begin"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]
)
def test_a_picture_of_a_step_needs_no_screen(recording: Path, format_: str, begin: bytes) -> None:
    without_screen = {
        name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"
    }
    done = subprocess.run(
        [*VISUALIZER, "export", str(recording), "--format", format_, "--step", "2"],
        env=without_screen,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(begin)


def test_a_warning_of_the_program_comes_when_it_runs_and_not_when_it_is_read(
    tmp_path: Path,
) -> None:
    program, recording = tmp_path / "p.py", tmp_path / "p.memtrace"
    program.write_text('x = "a\\ b"\n')
    said = [
        subprocess.run([*VISUALIZER, *words], capture_output=True, text=True, check=True).stderr
        for words in (
            ("record", str(program), "-o", str(recording)),
            ("export", str(recording), "--format", "layout"),
        )
    ]
    assert ["SyntaxWarning" in one for one in said] == [True, False]
    assert said[1] == ""


def test_an_export_replaces_a_file(recording: Path, tmp_path: Path, capfd: Captured) -> None:
    out = tmp_path / "이름 out.jsonl"
    out.write_text("what was there")
    assert run("export", recording, "--format", "jsonl", "-o", out) == 0
    assert capfd.readouterr() == ("", "")
    assert len(out.read_text(encoding="utf-8").splitlines()) == 4
    assert list(tmp_path.iterdir()) == [out]


def test_an_export_does_not_replace_its_recording(
    recording: Path, tmp_path: Path, capfd: Captured
) -> None:
    path = tmp_path / "x.memtrace"
    shutil.copyfile(recording, path)
    assert run("export", path, "--format", "jsonl", "-o", path) == 1
    assert "is the recording itself" in one_line(capfd)
    assert run("check", path) == 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("out", "fault"),
    [
        pytest.param(
            "/dev/full",
            "the disk is full; free some space or choose another place",
            marks=needs_devices,
        ),
        (str(Path("missing/out.jsonl")), "its directory does not exist; create it"),
        (".", "is a directory; choose a file"),
    ],
)
def test_a_path_that_takes_no_export_is_reported(
    recording: Path, folder: Path, out: str, fault: str, capfd: Captured
) -> None:
    assert run("export", recording, "--format", "jsonl", "-o", out) == 1
    assert one_line(capfd) == f"{out}: {fault}"
    assert not list(folder.iterdir())


def test_a_file_without_permission_is_not_replaced(
    recording: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Captured
) -> None:
    out = folder / "out.jsonl"
    out.write_text("what was there")
    monkeypatch.setattr(os, "access", lambda _path, mode, **_: mode != os.W_OK)
    assert run("export", recording, "--format", "jsonl", "-o", out) == 1
    assert one_line(capfd) == f"{out}: no permission to replace it; choose another file"
    assert out.read_text() == "what was there"


# ---- standard output ----


@pytest.mark.parametrize("verb", [["info"], ["check"], ["export", "--format", "jsonl"], ["--help"]])
@pytest.mark.parametrize(
    ("redirection", "fault"),
    [
        (">/dev/full", "standard output: No space left on device; choose another place"),
        (">&-", "standard output is closed; redirect it to a file"),
    ],
)
@needs_devices
def test_standard_output_that_takes_nothing_is_reported(
    recording: Path, verb: list[str], redirection: str, fault: str
) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$@" {redirection}', "sh", *VISUALIZER, *verb, str(recording)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"visualizer: {fault}\n")


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording whose export is larger than a pipe's buffer."""
    path = tmp_path_factory.mktemp("big") / "big.memtrace"
    write(path, *long_script(200)[0])
    return path


def exporting(path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*VISUALIZER, "export", str(path), "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_whoever_has_read_enough_may_go(big: Path) -> None:
    with exporting(big) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@needs_signals
def test_an_interrupt_is_one_line(big: Path) -> None:
    with exporting(big) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        while process.poll() is None:
            # A signal just before a blocking write is handled only after it: the test repeats it.
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(2)
        assert process.stderr.read() == b"visualizer: interrupted\n"
    assert process.returncode == 1


def test_so_does_an_interrupt_while_the_command_line_is_imported() -> None:
    words = [sys.executable, "-c", INTERRUPTED_IMPORT]
    done = subprocess.run(words, capture_output=True, check=False)
    said = as_printed(done.stderr)
    assert (done.returncode, said) == (1, b"visualizer: interrupted\n")


def test_output_is_utf_8_whatever_the_locale(recording: Path) -> None:
    done = subprocess.run(
        [*VISUALIZER, "check", str(recording)],
        env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8") == f"{recording}: 3 steps, no errors\n"


@needs_links
def test_a_lesson_that_cannot_be_read_is_there(
    recording: Path, folder: Path, capfd: Captured
) -> None:
    loop = folder / "loop.md"
    loop.symlink_to(loop)
    out = folder / "page.html"
    assert run("export", recording, "--format", "html", "-o", out, "--lesson", loop) == 1
    assert one_line(capfd).startswith(f"{loop}: cannot be read: ")
