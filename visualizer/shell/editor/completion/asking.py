"""The client of the completion process; it asks one question at a time, always the newest."""

import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.shell.own_process import OwnProcess

_SERVER = "visualizer.shell.editor.completion.server"
_LONGEST = 20_000
"""Milliseconds without an answer after which the process is killed."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A completion: the name, and how many letters of it are already typed."""

    name: str
    typed: int


class Asking(QObject):
    """Asks for completions; ``answered`` carries a question's number and its proposals.

    The first question starts the process. A question that comes before the answer to the former
    one replaces it.
    """

    answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: OwnProcess | None = None
        self._number = 0
        self._waiting = False
        self._next: bytes | None = None
        self._slow = QTimer(self, singleShot=True, interval=_LONGEST)
        self._slow.timeout.connect(self.shut_down)

    def ask(self, text: str, line: int, column: int, folder: Path | None) -> int:
        """Ask for completions at a line (from 1) and column (from 0); return the number."""
        self._number += 1
        question = {
            "number": self._number,
            "text": text,
            "line": line,
            "column": column,
            "folder": str(folder) if folder is not None else None,
        }
        self._next = json.dumps(question).encode() + b"\n"
        self._send()
        return self._number

    @property
    def active(self) -> bool:
        """Whether the process has been started."""
        return self._process is not None

    def _send(self) -> None:
        if self._waiting or self._next is None:
            return
        if self._process is None:
            self._start()
        if self._process is not None:
            self._process.write(self._next)
            self._next, self._waiting = None, True
            self._slow.start()

    def _start(self) -> None:
        process = self._process = OwnProcess(self, _SERVER)
        process.readyReadStandardOutput.connect(self._read)
        process.ended.connect(self.shut_down)
        process.start()

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            answer = json.loads(bytes(self._process.readLine().data()))
            self._slow.stop()
            self._waiting = False
            if self._next is None:
                found = tuple(Proposal(*one) for one in answer["found"])
                self.answered.emit(answer["number"], found)
        self._send()

    def shut_down(self) -> None:
        """End the process; the next question starts a new one."""
        self._slow.stop()
        self._waiting, self._next = False, None
        process, self._process = self._process, None
        if process is not None:
            process.end()
