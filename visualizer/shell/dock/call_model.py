"""The rows of the call tree: each call once, below the one that made it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from visualizer.explain import CallEnd
from visualizer.model.scopes import MODULE_CODE
from visualizer.shell.appearance.words import Words
from visualizer.shell.dock.call_order import CallOrder
from visualizer.shell.dock.call_reader import CallReader
from visualizer.shell.playback.player import Player

type Index = QModelIndex | QPersistentModelIndex


_ENDINGS = {CallEnd.YIELDED: "calls.yielded", CallEnd.RAISED: "calls.raised"}


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call as it is drawn at the step that is shown.

    ``come`` is False where it begins later: of such a call only the name is told. ``outcome`` is
    empty until it has ended.
    """

    number: int
    depth: int
    name: str
    arguments: str
    outcome: str
    raised: bool
    come: bool
    on_stack: bool
    running: bool
    has_calls: bool
    folded: bool


class CallModel(QAbstractListModel):
    """Every call of the recording so far; only rows that are seen are ever made."""

    def __init__(self, player: Player, words: Words, reader: CallReader) -> None:
        super().__init__()
        self._player, self._words, self._reader = player, words, reader
        self.order = CallOrder()
        self.name: Callable[[int], str] = str
        self.running: int | None = None
        self._stack: frozenset[int] = frozenset()

    def take_in(self) -> None:
        """More calls are known, or those of another recording."""
        recording = self._player.recording
        calls = recording.course.calls if recording is not None else None
        before = self.order.count
        if calls is not self.order.calls:
            self.beginResetModel()
            self._reader.begin(calls)
            self.order.begin(calls)
            self.endResetModel()
        elif calls is not None and len(calls):
            self.layoutAboutToBeChanged.emit()
            self.order.refresh()
            self.layoutChanged.emit()
        if self.order.count != before:
            self.layoutChanged.emit()
        self.show_step()

    def show_step(self) -> None:
        """Which calls there are at the player's step."""
        step = self._player.state.step
        self.running = self.order.running(step.thread, step.number) if step is not None else None
        stack = self.order.callers(self.running) if self.running is not None else []
        self._stack = frozenset(stack)

    def fold(self, row: int, folded: bool | None = None) -> None:
        """Hide what a call has called, or show it; what it was not where ``folded`` is None."""
        number = self.order.number(row)
        if self.order.has_calls(number):
            now = self.order.is_folded(number)
            self.layoutAboutToBeChanged.emit()
            self.order.fold(number, not now if folded is None else folded)
            self.layoutChanged.emit()

    def shown(self, row: int) -> CallRow:
        """What stands in a row."""
        number, step, order = self.order.number(row), self._player.step, self.order
        calls = order.calls
        assert calls is not None
        come = calls.firsts[number] <= step
        told = self._reader.look(number) if come else None
        last = calls.lasts[number]
        ended = told is not None and told.ending is not None and 0 < last <= step
        folded = order.is_folded(number)
        return CallRow(
            number,
            calls.depths[number],
            self._called(number),
            told.arguments if told is not None else "",
            self._outcome(told.ending, told.value) if told is not None and ended else "",
            told is not None and ended and told.ending is CallEnd.RAISED,
            come,
            number in self._stack,
            number == self.running or (folded and row == self.row_of_running),
            order.has_calls(number),
            folded,
        )

    @property
    def row_of_running(self) -> int:
        """The row of the call that runs, or of the one that hides it; -1 where none does."""
        return self.order.row(self.running) if self.running is not None else -1

    def first_step(self, row: int) -> int:
        """The step at which the call in a row begins."""
        assert self.order.calls is not None
        return self.order.calls.firsts[self.order.number(row)]

    def last_step(self, row: int) -> int:
        """The step with which it ended; 0 where it has not."""
        assert self.order.calls is not None
        return self.order.calls.lasts[self.order.number(row)]

    def _called(self, number: int) -> str:
        """As at the head of a card: the program's own code is its module."""
        name = self.name(number)
        return self._words("module") if name == MODULE_CODE else name

    def _outcome(self, ending: CallEnd | None, value: str) -> str:
        if ending is None or ending is CallEnd.NONE:
            return ""
        if ending is CallEnd.RETURNED:
            return f"→ {value}"
        return self._words(_ENDINGS[ending], value=value)

    def told(self, row: int) -> str:
        """A row in words."""
        shown, words = self.shown(row), self._words
        parts = [f"{shown.name}{shown.arguments}", words("calls.level", n=shown.depth)]
        if shown.outcome.startswith("→ "):
            parts.append(words("calls.returned", value=shown.outcome.removeprefix("→ ")))
        elif shown.outcome:
            parts.append(shown.outcome)
        if shown.running:
            parts.append(words("variables.running"))
        elif not shown.come:
            parts.append(words("calls.later"))
        return ", ".join(parts)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """A call each."""
        return 0 if parent.isValid() else self.order.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is written, and for a screen reader what indentation and signs say."""
        if role == Qt.ItemDataRole.DisplayRole:
            shown = self.shown(index.row())
            return " ".join(filter(None, (f"{shown.name}{shown.arguments}", shown.outcome)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self.told(index.row())}\n{self._words('calls.hint')}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.told(index.row())
        return None
