"""A program finds the same environment as in a plain run, and leaves nothing behind."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.session.conftest import Start, process_is_gone
from tests.systems import needs_fork, needs_proc
from visualizer.model import EndReason
from visualizer.recording import Recording, Writer
from visualizer.session.options import Options
from visualizer.session.session import Session
from visualizer.session.start import launch
from visualizer.session.start.launch import given_environment

TELLS = """
import json, os, sys
print(json.dumps({
    "argv": sys.argv, "path": sys.path, "file": __file__, "cwd": os.getcwd(),
    "environ": dict(os.environ), "flags": list(sys.flags), "executable": sys.executable,
    "descriptors": [n for n in range(64) if os.path.exists(f"/proc/self/fd/{n}")],
    "blocked": open("/proc/self/status").read().split("SigBlk:")[1].split()[0],
    "ignored": open("/proc/self/status").read().split("SigIgn:")[1].split()[0],
    "modules": sorted(sys.modules), "umask": os.umask(0o22),
}))
"""


def plain(program: str, folder: Path, *arguments: str) -> dict[str, object]:
    answer = subprocess.run(
        [sys.executable, program, *arguments],
        cwd=folder,
        # Without it a child also gets variables that C code (readline, for one) has set.
        env=given_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        close_fds=False,
    )
    found: dict[str, object] = json.loads(answer.stdout)
    return found


def recorded(program: str, folder: Path, *arguments: str) -> dict[str, object]:
    out = folder / "out.memtrace"
    output = []
    with Path(os.devnull).open("rb") as nothing:
        options = Options(
            folder / program, arguments, directory=folder, stdin=nothing.fileno(), as_given=program
        )
        session = Session(options, Writer(out, "x"), lambda _, data: output.append(data))
        session.start()
        assert session.wait().reason is EndReason.FINISHED
    found: dict[str, object] = json.loads(b"".join(output))
    return found


@pytest.mark.parametrize(
    "program",
    ["tells.py", "./tells.py", "../{}/tells.py", "파이 썬.py", "link.py", "-x.py"],
    ids=["name", "dot", "up and down", "Korean", "link", "dash"],
)
@needs_proc
def test_everything_about_it_is_as_in_a_plain_run(
    tmp_path: Path, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", f"/nowhere{os.pathsep}")
    program = program.format(tmp_path.name)
    deeper = tmp_path / "deeper"
    deeper.mkdir()
    if program == "link.py":
        (deeper / "real.py").write_text(TELLS)
        (tmp_path / program).symlink_to(deeper / "real.py")
    else:
        (tmp_path / program).write_text(TELLS)
    if program.startswith("-"):
        ours = recorded(program, tmp_path, "a b", "--", "-c", "")
        assert ours["argv"] == [program, "a b", "--", "-c", ""]
    else:
        expected = plain(program, tmp_path, "a b", "--", "-c", "")
        assert recorded(program, tmp_path, "a b", "--", "-c", "") == expected


@needs_proc
def test_an_unset_path_stays_unset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    (tmp_path / "tells.py").write_text(TELLS)
    assert recorded("tells.py", tmp_path) == plain("tells.py", tmp_path)


@needs_proc
@pytest.mark.parametrize("chosen", ["", "cp1252"])
def test_as_on_a_console_the_streams_alone_are_utf_8_unless_something_else_is_chosen(
    start: Start, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    for name, value in {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(launch, "CONSOLE_IS_APART", True)
    if chosen:
        monkeypatch.setenv("PYTHONIOENCODING", chosen)
    run = start(
        """
        import os, sys
        print(*(stream.encoding for stream in (sys.stdin, sys.stdout, sys.stderr)))
        print(os.environ.get("PYTHONIOENCODING"), open(os.devnull).encoding.lower() == "utf-8")
        print(input())
        """,
        as_on_console=True,
    )
    encoding = chosen or "utf-8"
    run.session.send_input("é\n".encode(encoding))
    assert run.to_the_end().exit_code == 0
    told = f"{encoding} {encoding} {encoding}\n{chosen or None} False\né\n"
    assert run.output == [("stdout", told.encode(encoding))]


@needs_proc
def test_a_session_leaves_no_descriptor_process_or_file(start: Start, tmp_path: Path) -> None:
    before = sorted(os.listdir("/proc/self/fd"))
    for text in ("x = 1\n", "import os\nos.abort()\n", "while True: pass\n"):
        run = start(text, time_limit=0.1)
        pid = run.pid
        run.to_the_end()
        assert not Path(f"/proc/{pid}").exists()
    assert sorted(os.listdir("/proc/self/fd")) == before
    endings = {path.suffix for path in tmp_path.iterdir()}
    assert endings == {".py", ".memtrace"}


@needs_proc
def test_a_program_that_cannot_be_started_leaves_no_descriptor(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("x = 1\n")
    before = sorted(os.listdir("/proc/self/fd"))
    writer = Writer(tmp_path / "out.memtrace", "program.py")
    session = Session(Options(program, ("a\0b",)), writer)
    with pytest.raises(Exception, match="cannot be started"):
        session.start()
    writer.abandon()
    assert sorted(os.listdir("/proc/self/fd")) == before


@needs_fork
def test_a_child_that_outlives_the_program_is_not_waited_for(start: Start) -> None:
    run = start(
        """
        import os, time
        child = os.fork()
        if not child:
            time.sleep(1000)
            os._exit(0)
        print(child)
        """
    )
    assert run.to_the_end().reason is EndReason.FINISHED
    child = int(b"".join(data for _, data in run.output))
    assert not process_is_gone(child)
    os.kill(child, 9)


@pytest.mark.parametrize("recorder", [pytest.param("core", marks=pytest.mark.needs_core), "python"])
def test_a_program_dies_with_the_process_that_records_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recorder: str
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    program = tmp_path / "program.py"
    program.write_text("import os, time\nprint(os.getpid(), flush=True)\ntime.sleep(1000)\n")
    out = tmp_path / "out.memtrace"
    code = (
        "import sys; from pathlib import Path;"
        "from visualizer.session.options import Options;"
        "from visualizer.session.record import record_program;"
        "record_program(Options(Path(sys.argv[1])), Path(sys.argv[2]), tee=True)"
    )
    command = [sys.executable, "-c", code, str(program), str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as recording_one:
        assert recording_one.stdout is not None
        pid = int(recording_one.stdout.readline())
        recording_one.kill()
        recording_one.wait()
        # The pipe ends when no process has it open: the program got it from its parent.
        assert recording_one.stdout.read() == b""
    while not process_is_gone(pid):
        pass
    with closing(Recording.open(out)) as recording:
        recording.check()


def test_closing_every_descriptor_does_not_lose_the_recording(start: Start) -> None:
    run = start("import os\nprint('x', flush=True)\nos.closerange(0, 5000)\nx = 1\ny = 2\n")
    assert run.to_the_end().reason is EndReason.FINISHED
    assert run.output == [("stdout", b"x\n")]
    assert run.session.steps == 6


def test_fifty_megabytes_of_output_arrive_whole_and_in_order(start: Start) -> None:
    run = start(
        """
        import sys
        for letter in "abcde":
            sys.stdout.write(letter * 10_000_000)
        """
    )
    run.to_the_end()
    data = b"".join(data for _, data in run.output)
    assert data == b"".join(bytes([letter]) * 10_000_000 for letter in b"abcde")


def test_output_of_both_streams_comes_in_the_order_of_the_steps(start: Start) -> None:
    run = start(
        """
        import sys
        for i in range(3):
            print("out", i)
            print("err", i, file=sys.stderr)
        """
    )
    run.to_the_end()
    text = b"".join(data for _, data in run.output)
    assert text == b"".join(b"out %d\nerr %d\n" % (i, i) for i in range(3))
