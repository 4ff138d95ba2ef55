"""A fresh process that measures: it answers each line of its input with a line.

Everything that it starts ends with it.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, NoReturn, Protocol

from visualizer.labs.installed import missing
from visualizer.labs.janitor import Janitor
from visualizer.platform.pipes import wait_readable
from visualizer.platform.processes import KILL_SIGNAL, describe_exit
from visualizer.platform.python import module_path, own_python, run_module
from visualizer.platform.trees import Tree

_MOST_OF_A_MESSAGE = 2_000
_PIECE = 1 << 16


class ChildFailed(Exception):
    """A child process crashed, hung, or reported an error; the message says which."""


class Child:
    """A child process; ``start_up`` is the number of seconds until it was ready.

    ``close`` ends it and what it started. Raises ``ChildFailed`` if it is not ready within
    ``patience`` seconds.
    """

    def __init__(
        self, module: str, settings: object, janitor: Janitor, patience: float, python: str = ""
    ) -> None:
        command = [python or own_python(), *run_module(module, json.dumps(settings))]
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - ``close`` closes it
        # Libraries such as multiprocessing make files there, which go with the folder. The name is
        # short, because the path of a socket has at most about a hundred characters.
        self._folder = tempfile.mkdtemp(prefix="vis-")
        janitor.removes(self._folder)
        self._buffer = bytearray()
        self._janitor = janitor
        begun = time.monotonic()
        try:
            self._tree = Tree(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=environment() | {"TMPDIR": self._folder},
            )
        except OSError as error:
            self._errors.close()
            shutil.rmtree(self._folder, ignore_errors=True)
            raise ChildFailed(f"cannot be started: {error.strerror or error}") from error
        self._process = self._tree.process
        janitor.started(self._process.pid)
        try:
            self.send("begin")
            self.ready = self._answer(patience)
        except BaseException:
            self.close()
            raise
        self.start_up = time.monotonic() - begun

    def ask(self, command: object, patience: float) -> dict[str, Any]:
        """Send ``command`` and return the answer, which must come in so many seconds. Raises
        ``ChildFailed``."""
        *_, answer = self.answers(command, patience)
        return answer

    def answers(
        self, command: object, patience: float, every: float = 0.0
    ) -> Iterator[dict[str, Any]]:
        """Yield the child's ``news``, each due in ``seconds``, then its answer. Raises
        ``ChildFailed``. With ``every``, yield an empty dictionary after so many seconds without
        news.
        """
        self.send(command)
        while True:
            until = time.monotonic() + patience
            while every and time.monotonic() + every < until and not self._has_reply(every):
                yield {"news": ""}
            answer = self._answer(patience)
            yield answer
            if "news" not in answer:
                return

    def _has_reply(self, within: float) -> bool:
        assert self._process.stdout is not None
        return b"\n" in self._buffer or wait_readable(self._process.stdout.fileno(), within)

    @property
    def process(self) -> int:
        """The process number of the child."""
        return self._process.pid

    def members(self) -> list[int]:
        """Return the numbers of the child's process and of its living descendants."""
        return self._tree.members()

    def wait_until_gone(self) -> None:
        """After ``close``, wait until no process of the child can make another file."""
        self._tree.wait_until_gone()

    def close(self) -> None:
        """End the child and all processes it started, at once; a second call does nothing."""
        if self._errors.closed:
            return
        self._tree.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # unread output is useless now
                    pipe.close()
        self._janitor.ended(self._process.pid)
        self._errors.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def send(self, command: object) -> None:
        """Send a command without waiting for an answer. Raises ``ChildFailed``."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(command).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:  # the child has gone and reads nothing
            raise ChildFailed(self._last_words()) from None

    def _answer(self, patience: float) -> dict[str, Any]:
        until = time.monotonic() + patience
        while b"\n" not in self._buffer:
            self._read_more(until, patience)
        line, _, rest = bytes(self._buffer).partition(b"\n")
        self._buffer[:] = rest
        try:
            found = json.loads(line)
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise ChildFailed("its response cannot be read")
        if "error" in found:
            raise ChildFailed(str(found["error"])[:_MOST_OF_A_MESSAGE])
        return found

    def _read_more(self, until: float, patience: float) -> None:
        assert self._process.stdout is not None
        descriptor = self._process.stdout.fileno()
        left = until - time.monotonic()
        if left <= 0 or not wait_readable(descriptor, left):
            raise ChildFailed(f"no response within {patience:.0f} s")
        data = os.read(descriptor, _PIECE)
        if not data:
            raise ChildFailed(self._last_words())
        self._buffer += data

    def _last_words(self) -> str:
        """Return why the child ended: the last line of its standard error, or its exit code. A
        killed process has written no reason: its last line is an earlier warning.
        """
        status = self._process.wait()
        how = describe_exit(status)
        if status == -KILL_SIGNAL:
            return how
        self._errors.seek(0)
        written = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return f"{how}: {written[-1][:_MOST_OF_A_MESSAGE]}" if written else how


def environment() -> dict[str, str]:
    """Return our environment, with this package's folder on ``PYTHONPATH``."""
    return os.environ | {"PYTHONPATH": module_path()}


class Served(Protocol):
    """The commands that a child process answers."""

    def ready(self) -> dict[str, Any]:
        """Prepare to measure; return facts about that."""

    def handle(self, command: Any) -> dict[str, Any]:
        """Carry out ``command`` and return the results."""


_answers = -1


def serve(make: Callable[[Any], Served]) -> NoReturn:
    """Run the child's side: prepare when asked to begin, then answer each line of standard input.

    ``make`` gets the settings that the parent gave on the command line.
    The parent asks only when the janitor knows the child; a child whose run ended before leaves by
    itself. Text printed meanwhile goes to standard error, so that answers stay whole. An exception
    is an answer too. At the end of the input the process leaves without waiting for anything.
    """
    served = make(json.loads(sys.argv[1]))
    global _answers  # noqa: PLW0603 - a process has one
    _answers = os.dup(1)
    os.dup2(2, 1)
    if hasattr(os, "register_at_fork"):
        # A forked process would keep the pipe open after its parent died.
        os.register_at_fork(after_in_child=partial(os.close, _answers))
    if not sys.stdin.readline():
        os._exit(0)
    _answer(served.ready)
    for line in iter(sys.stdin.readline, ""):
        _answer(partial(served.handle, json.loads(line)))
    os._exit(0)


def report(message: dict[str, Any]) -> None:
    """The child's side, between a question and its answer: ``news``, or an early ``error``."""
    data = json.dumps(message).encode() + b"\n"
    while data:
        data = data[os.write(_answers, data) :]


def _answer(make: Callable[[], dict[str, Any]]) -> None:
    try:
        answer = make()
    except Exception as error:
        answer = {"error": error_text(error)}
    report(answer)


def error_text(error: BaseException) -> str:
    """Return the kind of an error, and what it says if it says anything; of a library that is not
    installed, how to install it."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        said = missing(error.name.partition(".")[0])
        if said:
            return said
    return f"{type(error).__name__}: {error}".rstrip(": ")
