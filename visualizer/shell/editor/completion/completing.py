"""Offers completions while the user types: Tab or Enter inserts one, Escape closes the list."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit

from visualizer.shell.editor.code_layout import text_of
from visualizer.shell.editor.emphasis import characters
from visualizer.shell.editor.python_scan import LARGEST, ends_in_code
from visualizer.shell.own_process import OwnProcess
from visualizer.shell.source.pane import SourcePane

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


_ROWS, _WIDEST, _EDGE = 8, 420, 6
_PAUSE = 60
"""Milliseconds; a pause in typing of this length sends a question."""
_LEAST = 2
"""The least number of letters before a question; after a dot, none are needed."""
_BEFORE = re.compile(r"(?:(\.)\s*)?(\w*)$")
_INSERT_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class Offer(QListWidget):
    """Lists proposals without taking the focus; a click on a proposal emits ``picked``."""

    picked = Signal()

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._proposals: tuple[Proposal, ...] = ()
        self.setProperty("completions", "true")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self.picked)
        self.hide()

    def show_found(self, proposals: tuple[Proposal, ...], *, chosen: bool) -> None:
        """Show the proposals; ``chosen`` selects the first, which Enter then inserts."""
        self._proposals = proposals
        self.clear()
        self.setFont(self._editor.font())
        for one in proposals:
            self.addItem(QListWidgetItem(one.name))
        self.setCurrentRow(0 if chosen else -1)
        # A child of the window, because the editor may be narrower than a name.
        window = self._editor.window()
        if self.parent() is not window:
            self.setParent(window)
        self.setGeometry(self._place())
        self.show()
        self.raise_()

    def _place(self) -> QRect:
        """Return a place below the beginning of the word, or above if there is no room below."""
        editor, window = self._editor, self._editor.window()
        typed = self._proposals[0].typed if self._proposals else 0
        cursor = editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, typed)
        line = editor.cursorRect(cursor)
        at = editor.viewport().mapTo(window, line.bottomLeft())
        width = min(_WIDEST, self.sizeHintForColumn(0) + 4 * _EDGE + 12)
        size = QSize(width, min(_ROWS, self.count()) * self.sizeHintForRow(0) + 2 * _EDGE)
        top = at.y() + 2
        if top + size.height() > window.height():
            top = max(0, at.y() - line.height() - size.height() - 2)
        return QRect(QPoint(min(at.x(), max(0, window.width() - size.width())), top), size)

    @property
    def offered(self) -> tuple[Proposal, ...]:
        """The proposals currently shown."""
        return self._proposals if self.isVisible() else ()

    @property
    def chosen(self) -> Proposal | None:
        """The proposal that Enter inserts, if any."""
        row = self.currentRow()
        return self._proposals[row] if 0 <= row < len(self._proposals) else None

    def move_choice(self, rows: int) -> None:
        """Move the selection ``rows`` down."""
        if self.count():
            self.setCurrentRow(max(0, min(self.currentRow() + rows, self.count() - 1)))


class Completing(QObject):
    """Offers completions in the program's editor while ``on``.

    ``path`` returns the program's file, None before it is saved.
    """

    def __init__(self, source: SourcePane, path: Callable[[], Path | None]) -> None:
        super().__init__(source)
        self._editor, self._path = source.editor, path
        self.asking, self.offer = Asking(self), Offer(self._editor)
        self.on = True
        self._expected = 0
        """The number of the question whose answer is expected, or 0."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._editor.keys_first = self._handle_key
        self._editor.typed.connect(self._typed)
        self._editor.cursorPositionChanged.connect(self._cursor_moved)
        self._editor.verticalScrollBar().valueChanged.connect(self.close)
        self._editor.left.connect(self.close)
        source.shown_changed.connect(self.close)
        self.offer.picked.connect(self._insert_chosen)
        self.asking.answered.connect(self._show)

    @property
    def pending(self) -> bool:
        """Whether a question is about to be asked."""
        return self._pause.isActive()

    def turn(self, on: bool) -> None:
        """Turn completion on or off."""
        self.on = on
        if not on:
            self.close()
            self.asking.shut_down()

    def close(self) -> None:
        """Close the list, and ignore the expected answer."""
        self._pause.stop()
        self._expected = 0
        self.offer.hide()

    def _typed(self, text: str) -> None:
        if not self.on or self._editor.isReadOnly():
            return
        if text.isidentifier() or text.isdigit() or text == ".":
            self._pause.start()
            self._narrow()
        else:
            self.close()

    def _narrow(self) -> None:
        """Until the answer comes, keep offering the names that still fit."""
        word = self._before[1]
        fits = [one for one in self.offer.offered if one.name.startswith(word)]
        self._offer(tuple(Proposal(one.name, len(word)) for one in fits))

    def _offer(self, fits: tuple[Proposal, ...]) -> None:
        longer = tuple(one for one in fits if one.typed < len(one.name))
        if longer:
            # If a name is already complete, Enter must begin a new line, so none is chosen.
            self.offer.show_found(longer, chosen=len(longer) == len(fits))
        else:
            self.offer.hide()

    def _cursor_moved(self) -> None:
        """Close the list, unless the key that moved the cursor has asked a new question by then."""
        if self.offer.isVisible():
            QTimer.singleShot(0, self, self._hide_if_idle)

    def _hide_if_idle(self) -> None:
        if not self._pause.isActive() and not self._expected:
            self.offer.hide()

    @property
    def _before(self) -> tuple[bool, str]:
        """Whether there is a dot before the word at the cursor, and the word up to the cursor."""
        cursor = self._editor.textCursor()
        text = cursor.block().text()
        found = _BEFORE.search(text[: characters(text, cursor.positionInBlock())])
        return (bool(found[1]), found[2]) if found else (False, "")

    def _ask(self) -> None:
        cursor = self._editor.textCursor()
        block = cursor.block()
        column = characters(block.text(), cursor.positionInBlock())
        after_dot, word = self._before
        too_short = not after_dot and len(word) < _LEAST
        text = text_of(self._editor.document())
        before = text[: characters(text, cursor.position())]
        if too_short or word[:1].isdigit() or len(text) > LARGEST or not ends_in_code(before):
            self.close()
            return
        path = self._path()
        folder = path.absolute().parent if path is not None else None
        line = block.blockNumber() + 1
        self._expected = self.asking.ask(text, line, column, folder)

    def _show(self, number: int, found: tuple[Proposal, ...]) -> None:
        if number != self._expected or not self._editor.hasFocus():
            return
        self._offer(found)
        # Later, so that a pending _hide_if_idle does not close the new list.
        QTimer.singleShot(0, self, self._expect_nothing)

    def _expect_nothing(self) -> None:
        self._expected = 0

    def _handle_key(self, event: QKeyEvent) -> bool:
        """Handle a key that is meant for the list; return False to leave it to the editor."""
        if not self.offer.isVisible():
            return False
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if plain and key in _MOVES:
            self.offer.move_choice(_MOVES[Qt.Key(key)])
            return True
        if plain and key in _INSERT_KEYS:
            if self.offer.chosen is None and key == Qt.Key.Key_Tab:
                self.offer.move_choice(1)
            if self.offer.chosen is not None:
                self._insert_chosen()
                return True
            self.close()
        return False

    def _insert_chosen(self) -> None:
        chosen, word = self.offer.chosen, self._before[1]
        self.close()
        if chosen is not None and chosen.name.startswith(word):
            self._editor.textCursor().insertText(chosen.name[len(word) :])
            self._editor.ensureCursorVisible()
