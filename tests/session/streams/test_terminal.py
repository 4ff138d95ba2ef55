"""A program on its own terminal, which `record` provides if it has a terminal itself."""

import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import pytest

from visualizer.model import EndReason
from visualizer.recording import Recording

if sys.platform == "win32":
    pytest.skip("terminals with two ends are POSIX's", allow_module_level=True)
import pty
import termios

LAUNCHER = """\
import os, sys
os.login_tty(int(sys.argv[1]))
os.execv(sys.executable, [sys.executable, *sys.argv[2:]])
"""
"""Becomes a Python whose terminal is a descriptor. Newer Pythons warn of a fork in the tests' own
process, which may have threads."""


class Terminal:
    """`record` on a terminal whose other end the test holds."""

    def __init__(self, program: Path) -> None:
        self.out = program.with_suffix(".memtrace")
        self._master, own = pty.openpty()
        command = ["-m", "visualizer", "record", str(program), "-o", str(self.out)]
        self._process = subprocess.Popen(
            [sys.executable, "-c", LAUNCHER, str(own), *command], pass_fds=[own]
        )
        os.close(own)
        self.resize(33, 99)
        self.seen = b""
        self.before = termios.tcgetattr(self._master)

    def resize(self, rows: int, columns: int) -> None:
        termios.tcsetwinsize(self._master, (rows, columns))

    def type(self, data: bytes) -> None:
        os.write(self._master, data)

    def until(self, words: bytes) -> None:
        while words not in self.seen:
            assert self._read(), f"{words!r} never came: {self.seen!r}"

    def until_step(self, number: int) -> None:
        with closing(Recording.open(self.out)) as recording:
            while recording.steps < number:
                recording.refresh()

    def to_the_end(self) -> int:
        while self._read():
            pass
        return self._process.wait()

    @property
    def settings(self) -> object:
        return termios.tcgetattr(self._master)

    def _read(self) -> bytes:
        ready, _, _ = select.select([self._master], [], [], 20)
        try:
            data = os.read(self._master, 65536) if ready else b""
        except OSError:
            data = b""
        self.seen += data
        return data

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)


@pytest.fixture
def on_terminal(tmp_path: Path) -> Iterator[Callable[[str], Terminal]]:
    terminals = []

    def begin(text: str) -> Terminal:
        program = tmp_path / "program.py"
        program.write_text(dedent(text), encoding="utf-8")
        terminals.append(Terminal(program))
        return terminals[-1]

    yield begin
    for terminal in terminals:
        terminal.close()


def test_the_program_is_on_a_terminal_of_the_same_size(
    on_terminal: Callable[[str], Terminal],
) -> None:
    terminal = on_terminal(
        """
        import os, sys
        print([stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)])
        input("size? ")
        print(tuple(os.get_terminal_size()))
        """
    )
    terminal.until(b"size? ")
    terminal.resize(21, 43)
    terminal.type(b"\n")
    terminal.until(b"(43, 21)")
    assert terminal.to_the_end() == 0
    assert b"[True, True, True]" in terminal.seen


def test_typed_input_is_read_and_the_recording_has_both(
    on_terminal: Callable[[str], Terminal],
) -> None:
    terminal = on_terminal('name = input("name? ")\nprint("hello", name)\n')
    terminal.until(b"name? ")
    terminal.type("철수\n".encode())
    assert terminal.to_the_end() == 0
    assert "hello 철수\r\n".encode() in terminal.seen
    with closing(Recording.open(terminal.out)) as recording:
        assert "hello 철수\n".encode() in recording.output("stdout")
        assert recording.output("stdin") == "철수\n".encode()
        # The terminal's echo of it is in the output.
        assert recording.typed == ()


def test_the_end_of_input_can_be_typed(on_terminal: Callable[[str], Terminal]) -> None:
    terminal = on_terminal('import sys\nprint("go", flush=True)\nprint(repr(sys.stdin.read()))\n')
    terminal.until(b"go")
    terminal.type(b"a\n\x04")
    assert terminal.to_the_end() == 0
    assert rb"'a\n'" in terminal.seen


def test_the_key_for_an_interrupt_reaches_the_program_and_is_the_end(
    on_terminal: Callable[[str], Terminal],
) -> None:
    terminal = on_terminal(
        """
        import time
        try:
            print("ready", flush=True)
            time.sleep(1000)
        except KeyboardInterrupt:
            print("tidied up")
        """
    )
    terminal.until(b"ready")
    terminal.until_step(4)
    terminal.type(b"\x03")
    terminal.until(b"tidied up")
    assert terminal.to_the_end() == 0
    with closing(Recording.open(terminal.out)) as recording:
        assert recording.end is not None
        assert recording.end.reason is EndReason.STOPPED


def test_output_has_the_step_that_wrote_it(on_terminal: Callable[[str], Terminal]) -> None:
    terminal = on_terminal('print("one")\nprint("two")\nx = 3\n')
    assert terminal.to_the_end() == 0
    with closing(Recording.open(terminal.out)) as recording:
        cursor = recording.cursor()
        steps = [cursor.seek(number).step for number in range(1, recording.steps + 1)]
    assert [step.stdout_end for step in steps if step] == [0, 4, 8, 8]


def test_our_terminal_is_as_before_whatever_ended_the_program(
    on_terminal: Callable[[str], Terminal],
) -> None:
    terminal = on_terminal("import os\nos.abort()\n")
    assert terminal.to_the_end() == 0
    assert terminal.settings == terminal.before
