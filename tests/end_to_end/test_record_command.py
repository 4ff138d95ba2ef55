"""The verb `record`, run as a shell runs it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import pytest

from tests.session.conftest import process_is_gone
from tests.systems import as_printed, needs_a_shell, needs_devices, needs_signals
from visualizer.model import End, EndReason
from visualizer.recording import Recording

RECORD = (sys.executable, "-m", "visualizer", "record")
EVERYTHING = """
    import sys
    print("값", sys.argv)
    print("error", file=sys.stderr)
    sys.stdout.flush()
    sys.stdout.buffer.write(b"\\xff\\x00\\r\\n")
    for line in sys.stdin:
        print(line.upper(), end="")
    sys.exit(3)
"""
DEAF = """
    import os, signal, time
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    print(f"ready\\n{os.getpid()}", flush=True)
    while True:
        time.sleep(1000)
"""


type Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(text: str, name: str = "prog.py") -> str:
        (tmp_path / name).write_text(dedent(text), encoding="utf-8")
        return name

    return put


def run(
    folder: Path, *command: str | Path, stdin: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [str(word) for word in command], cwd=folder, input=stdin, capture_output=True, check=False
    )


def ended(recording: Path) -> tuple[int, End | None]:
    with closing(Recording.open(recording)) as opened:
        opened.check()
        return opened.steps, opened.end


def reason(recording: Path) -> EndReason:
    end = ended(recording)[1]
    assert end is not None
    return end.reason


def test_output_input_and_arguments_are_those_of_a_plain_run(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")  # a code page may lack these characters
    program = write(EVERYTHING)
    plain = run(tmp_path, sys.executable, program, "-x", "--", "a b", stdin=b"one\ntwo\n")
    ours = run(tmp_path, *RECORD, program, "--", "-x", "--", "a b", stdin=b"one\ntwo\n")
    assert ours.returncode == 0
    assert (ours.stdout, ours.stderr) == (plain.stdout, plain.stderr)
    end = ended(tmp_path / "prog.memtrace")[1]
    assert end is not None
    assert (end.reason, end.exit_code) == (EndReason.EXITED, plain.returncode)


@pytest.mark.parametrize(
    "more", [{}, {"LC_CTYPE": "C"}, {"LANG": "C.UTF-8"}, {"PYTHONUTF8": "1"}], ids=str
)
def test_the_locale_is_that_of_a_plain_run(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch, more: dict[str, str]
) -> None:
    for name in ("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "PYTHONUTF8"):
        monkeypatch.delenv(name, raising=False)
    for name, value in more.items():
        monkeypatch.setenv(name, value)
    program = write("""
        import locale, os, sys
        names = ("LANG", "LC_ALL", "LC_CTYPE", "PYTHONUTF8")
        print(sys.flags.utf8_mode, locale.getlocale(), [os.environ.get(name) for name in names])
        print(sys.stdout.encoding, sys.stdout.errors, flush=True)
        print("값")  # not every code page has it
    """)
    plain = run(tmp_path, sys.executable, program)
    ours = run(tmp_path, *RECORD, program)
    assert (ours.stdout, ours.stderr, ours.returncode) == (plain.stdout, plain.stderr, 0)
    end = ended(tmp_path / "prog.memtrace")[1]
    assert end is not None
    assert end.exit_code == plain.returncode


def test_a_traceback_is_that_of_a_plain_run(tmp_path: Path, write: Write) -> None:
    program = write("def f(n):\n    return 1 / n\nf(1)\nf(0)\n")
    plain = run(tmp_path, sys.executable, f"./{program}")
    ours = run(tmp_path, *RECORD, f"./{program}")
    assert ours.stderr == plain.stderr
    assert ours.returncode == 0


def test_one_pipe_for_both_streams_has_the_order_of_an_unbuffered_run(
    tmp_path: Path, write: Write
) -> None:
    program = write(
        'import sys\nfor i in range(9):\n    print(i)\n    print("e", i, file=sys.stderr)\n1 / 0\n'
    )
    both = [
        subprocess.run(
            command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        ).stdout
        for command in ([sys.executable, "-u", program], [*RECORD, program])
    ]
    assert both[0] == both[1]


def test_the_order_holds_between_steps_that_were_taken_in_at_once(
    tmp_path: Path, write: Write
) -> None:
    program = write("""
        import os
        import sys
        for i in range(400):
            print("o", i)
            print("e", i, file=sys.stderr)
            for j in range(i % 7 * 8):
                pass
            os.write(2, b"E%d\\n" % i)
            os.write(1, b"O%d\\n" % i)
        """)
    end = os.linesep
    want = "".join(f"o {i}{end}e {i}{end}E{i}\nO{i}\n" for i in range(400))
    # Half of such runs once had a wrong order, on a busy machine.
    for _ in range(6):
        command = [sys.executable, "-m", "visualizer", "record", str(program)]
        whole = subprocess.run(
            command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        assert whole.stdout.decode() == want


def test_input_can_come_from_a_file_and_the_recording_has_the_given_path(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    folder = tmp_path / "한글 폴더"
    folder.mkdir()
    program = write("print(input())\n", "한글 폴더/내 프로그램.py")
    (folder / "입력.txt").write_text("안녕\n", encoding="utf-8")
    out = folder / "기록 하나.memtrace"
    ours = run(tmp_path, *RECORD, program, "--stdin", folder / "입력.txt", "-o", out)
    assert (ours.returncode, as_printed(ours.stdout), ours.stderr) == (0, "안녕\n".encode(), b"")
    assert reason(out) is EndReason.FINISHED
    assert sorted(path.name for path in folder.iterdir()) == [
        "기록 하나.memtrace",
        "내 프로그램.py",
        "입력.txt",
    ]


def test_the_limits_are_those_of_the_command_line(tmp_path: Path, write: Write) -> None:
    program = write("while True:\n    pass\n")
    assert run(tmp_path, *RECORD, program, "--max-steps", "50").returncode == 0
    assert ended(tmp_path / "prog.memtrace")[0] == 50
    assert reason(tmp_path / "prog.memtrace") is EndReason.STEP_LIMIT
    assert run(tmp_path, *RECORD, program, "--time-limit", "0.2").returncode == 0
    assert reason(tmp_path / "prog.memtrace") is EndReason.TIME_LIMIT


LATIN = b"x = '\xe9'\n"


def said_by_python(data: bytes) -> bytes:
    """Return the last line of this Python's error for a program: versions word it differently."""
    with pytest.raises(SyntaxError) as caught:
        compile(data, "program.py", "exec")
    return f"SyntaxError: {caught.value.msg}\n".encode()


@pytest.mark.parametrize(
    ("name", "data", "python", "words"),
    [
        ("missing.py", None, b"", b"missing.py: no such file"),
        (".", None, b"", b".: is a directory"),
        (
            *("binary.py", b"\x7fELF\0\0"),
            b"SyntaxError: source code cannot contain null bytes\n",
            b"binary.py: not a text file",
        ),
        ("latin.py", LATIN, said_by_python(LATIN), b"latin.py: not a Python program"),
    ],
)
def test_a_program_that_cannot_run_gives_one_line_and_replaces_nothing(
    tmp_path: Path, name: str, data: bytes | None, python: bytes, words: bytes
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    out = tmp_path / "out.memtrace"
    out.write_bytes(b"older")
    ours = run(tmp_path, *RECORD, name, "-o", out)
    assert (ours.returncode, ours.stdout) == (1, b"")
    assert as_printed(ours.stderr).startswith(python + b"visualizer: " + words)
    assert ours.stderr.count(b"\n") == python.count(b"\n") + 1
    assert out.read_bytes() == b"older"


def test_a_syntax_error_is_shown_as_python_shows_it_and_replaces_nothing(
    tmp_path: Path, write: Write
) -> None:
    program = write("x = 1\ny = (2\nprint('값')\n")
    out = tmp_path / "prog.memtrace"
    out.write_bytes(b"older")
    plain = run(tmp_path, sys.executable, program)
    ours = run(tmp_path, *RECORD, program)
    assert (ours.returncode, ours.stdout) == (1, b"")
    assert ours.stderr.startswith(plain.stderr)
    assert b"Traceback" not in ours.stderr
    assert out.read_bytes() == b"older"


@pytest.mark.parametrize("out", ["no/such/folder/x", ".", "prog.py/x", "prog.py", "/proc/x"])
def test_a_path_that_takes_no_recording_is_reported_before_anything_runs(
    tmp_path: Path, write: Write, out: str
) -> None:
    text = "print('ran')\n"
    ours = run(tmp_path, *RECORD, write(text), "-o", out)
    assert (ours.returncode, ours.stdout) == (1, b"")
    assert ours.stderr.startswith(f"visualizer: {Path(out)}: ".encode())
    assert ours.stderr.count(b"\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["prog.py"]
    assert (tmp_path / "prog.py").read_text() == text


@needs_devices
def test_a_full_device_is_written_in_place_and_its_error_reported(
    tmp_path: Path, write: Write
) -> None:
    ours = run(tmp_path, *RECORD, write("print('ran')\n"), "-o", "/dev/full")
    assert (ours.returncode, ours.stdout) == (1, b"ran\n")
    assert ours.stderr.startswith(b"visualizer: /dev/full: ")
    assert Path("/dev/full").is_char_device()


def on_small_disk(folder: Path, options: str, *command: str) -> subprocess.CompletedProcess[bytes]:
    """Run in ``folder``/disk, a separate file system whose files are copied to ``folder``/kept.

    Only the command sees the mount, which disappears with it.
    """
    for name in ("disk", "kept"):
        (folder / name).mkdir()
    script = (
        'mount -t tmpfs -o "$0" tmpfs disk || exit 99; "$@"; code=$?;cp -a disk/. kept; exit $code'
    )
    unshare = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    return run(folder, *unshare, "sh", "-c", script, options, *command)


needs_mount = pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run(
        ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"]), "true"],
        capture_output=True,
        check=False,
    ).returncode
    != 0,
    reason="a file system of one's own cannot be mounted here",
)


@needs_mount
def test_a_disk_that_fills_up_keeps_the_steps_that_had_room(tmp_path: Path, write: Write) -> None:
    program = write(
        "import os, time\nwhile True:\n    x = os.urandom(3000)\n    time.sleep(0.002)\n"
    )
    command = [*RECORD, program, "-o", "disk/x.memtrace", "--time-limit", "60"]
    ours = on_small_disk(tmp_path, "size=300k", *command)
    assert ours.returncode == 1
    assert ours.stderr.startswith(b"visualizer: disk/x.memtrace: the disk is full")
    assert ours.stderr.count(b"\n") == 1
    steps, end = ended(tmp_path / "kept" / "x.memtrace")
    assert steps > 10
    assert end is not None
    assert end.reason is EndReason.DISK_FULL


@needs_mount
@pytest.mark.parametrize("size", ["140k", "220k", "300k"])
def test_a_disk_too_small_for_the_last_part_is_reported_at_the_end(
    tmp_path: Path, write: Write, size: str
) -> None:
    # The program is mostly over before the first part of its recording reaches the disk.
    program = write("import os\nfor n in range(90): x = os.urandom(3000)\n")
    ours = on_small_disk(tmp_path, f"size={size}", *RECORD, program, "-o", "disk/x.memtrace")
    assert ours.returncode == 1
    assert ours.stderr.startswith(b"visualizer: disk/x.memtrace: the disk is full")
    _, end = ended(tmp_path / "kept" / "x.memtrace")
    assert end is not None
    assert end.reason is EndReason.DISK_FULL


@needs_mount
def test_on_a_disk_that_may_not_be_written_nothing_is_run(tmp_path: Path, write: Write) -> None:
    program = write("print('ran')\n")
    ours = on_small_disk(tmp_path, "ro", *RECORD, program, "-o", "disk/x.memtrace")
    assert (ours.returncode, ours.stdout) == (1, b"")
    assert ours.stderr.startswith(b"visualizer: disk/x.memtrace: ")
    assert ours.stderr.count(b"\n") == 1


def started(folder: Path, program: str, steps: int) -> subprocess.Popen[bytes]:
    """Start `record` in a process group of its own; return when its program is ready and waits."""
    process = subprocess.Popen(
        [*RECORD, program],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert as_printed(process.stdout.readline()) == b"ready\n"
    with closing(Recording.open(folder / "prog.memtrace")) as recording:
        while recording.steps < steps:
            recording.refresh()
    return process


TIDY = """
    import time
    try:
        print("ready", flush=True)
        time.sleep(1000)
    finally:
        print("tidied up")
"""


@needs_signals
@pytest.mark.parametrize("send", ["kill", "killpg"], ids=["to us alone", "to both"])
def test_an_interrupt_reaches_the_program_and_is_the_end_of_the_recording(
    tmp_path: Path, write: Write, send: str
) -> None:
    with started(tmp_path, write(TIDY), 4) as process:
        getattr(os, send)(process.pid, signal.SIGINT)
        output, errors = process.communicate()
    assert process.returncode == 0
    assert output == b"tidied up\n"
    assert errors.count(b"Traceback") == 1
    assert errors.endswith(b"    time.sleep(1000)\n    ~~~~~~~~~~^^^^^^\nKeyboardInterrupt\n")
    assert reason(tmp_path / "prog.memtrace") is EndReason.STOPPED


def is_pending(pid: int, number: int) -> bool:
    """Whether a signal is pending for a process (proc_pid_status(5))."""
    status = Path(f"/proc/{pid}/status").read_text()
    return bool(int(status.split("ShdPnd:")[1].split()[0], 16) >> (number - 1) & 1)


@needs_signals
def test_a_program_deaf_to_interrupts_is_ended_by_the_second(tmp_path: Path, write: Write) -> None:
    with started(tmp_path, write(DEAF), 5) as process:
        begun = time.monotonic()
        assert process.stdout is not None
        pid = int(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        while is_pending(process.pid, signal.SIGINT):
            pass
        process.send_signal(signal.SIGINT)
        assert process.communicate() == (b"", b"")
        assert process_is_gone(pid)
    assert process.returncode == 0
    assert time.monotonic() - begun < 8
    assert reason(tmp_path / "prog.memtrace") is EndReason.STOPPED


@needs_signals
def test_a_request_to_terminate_stops_program_and_recording(tmp_path: Path, write: Write) -> None:
    with started(tmp_path, write(DEAF), 5) as process:
        process.terminate()
        _, errors = process.communicate()
    assert (process.returncode, errors) == (0, b"")
    assert reason(tmp_path / "prog.memtrace") is EndReason.STOPPED


def test_a_reader_that_has_had_enough_stops_the_program(tmp_path: Path, write: Write) -> None:
    program = write("while True:\n    print('more', flush=True)\n")
    with subprocess.Popen(
        [*RECORD, program], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert as_printed(process.stdout.readline()) == b"more\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
    assert reason(tmp_path / "prog.memtrace") is EndReason.STOPPED


def test_a_time_limit_holds_while_nobody_reads_the_output(tmp_path: Path, write: Write) -> None:
    program = write("while True:\n    print('x' * 10_000)\n")
    with subprocess.Popen(
        [*RECORD, program, "--time-limit", "0.3"], cwd=tmp_path, stdout=subprocess.PIPE
    ) as process:
        # The recording's end says how the run ended, before the test reads any output.
        out = tmp_path / "prog.memtrace"
        while not out.exists():
            assert process.poll() is None
        with closing(Recording.open(out)) as recording:
            while recording.end is None:
                recording.refresh()
            assert recording.end.reason is EndReason.TIME_LIMIT
        assert process.stdout is not None
        assert set(process.stdout.read()) <= set(b"x" + os.linesep.encode())


@needs_devices
def test_output_that_cannot_be_written_is_reported_and_the_recording_made(
    tmp_path: Path, write: Write
) -> None:
    program = write("print('lost')\nx = 1\n")
    with Path("/dev/full").open("wb") as full:
        ours = subprocess.run(
            [*RECORD, program], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ours.returncode == 0
    assert ours.stderr == b"visualizer: standard output: No space left on device\n"
    assert ended(tmp_path / "prog.memtrace")[0] == 3


@needs_a_shell
def test_streams_that_are_closed_do_no_harm(tmp_path: Path, write: Write) -> None:
    program = write("print('x')\nimport sys\nprint('y', file=sys.stderr)\n")
    script = 'exec "$@" <&- >&- 2>&-'
    ours = run(tmp_path, "sh", "-c", script, "sh", *RECORD, program)
    assert ours.returncode == 0
    assert reason(tmp_path / "prog.memtrace") is EndReason.FINISHED


WAITS = """
    import os, time
    print("ready", flush=True)
    while not os.path.exists("enough"):
        time.sleep(0.01)
"""


def test_a_recording_that_is_being_made_is_not_replaced(tmp_path: Path, write: Write) -> None:
    with started(tmp_path, write(WAITS), 3) as process:
        second = run(tmp_path, *RECORD, "prog.py")
        assert second.returncode == 1
        assert second.stderr.startswith(b"visualizer: prog.memtrace: ")
        (tmp_path / "enough").touch()
        process.communicate()
    assert reason(tmp_path / "prog.memtrace") is EndReason.FINISHED
