"""The rows of the call tree: each call once, below its caller."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from visualizer.explain.calls import CallEnd
from visualizer.shell.appearance.words import Words
from visualizer.shell.dock.call_order import CallOrder
from visualizer.shell.dock.call_reader import CallReader
from visualizer.shell.playback.player import Player

type Index = QModelIndex | QPersistentModelIndex


_ENDINGS = {CallEnd.YIELDED: "calls.yielded", CallEnd.RAISED: "calls.raised"}


@dataclass(frozen=True, slots=True)
class CallRow:
    """The contents of a call's row at the current step.

    ``begun`` is False for a call that begins later; its row shows only the name. ``outcome`` is
    empty until the call has ended.
    """

    number: int
    depth: int
    name: str
    arguments: str
    outcome: str
    raised: bool
    begun: bool
    on_stack: bool
    running: bool
    has_calls: bool
    folded: bool


class CallModel(QAbstractListModel):
    """All calls of the recording so far; it makes only the rows that are visible."""

    def __init__(self, player: Player, words: Words, reader: CallReader) -> None:
        super().__init__()
        self._player, self._words, self._reader = player, words, reader
        self.order = CallOrder()
        self.name: Callable[[int], str] = str
        self.running: int | None = None
        self._stack: frozenset[int] = frozenset()

    def refresh(self) -> None:
        """Add the calls read since, or show the calls of another recording."""
        recording = self._player.recording
        calls = recording.run_profile.calls if recording is not None else None
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
        """Find the calls on the stack at the player's step."""
        step = self._player.state.step
        self.running = self.order.running(step.thread, step.number) if step is not None else None
        stack = self.order.callers(self.running) if self.running is not None else []
        self._stack = frozenset(stack)

    def fold(self, row: int, folded: bool | None = None) -> None:
        """Hide or show the calls that a call has made; None toggles."""
        number = self.order.number(row)
        if self.order.has_calls(number):
            now = self.order.is_folded(number)
            self.layoutAboutToBeChanged.emit()
            self.order.fold(number, not now if folded is None else folded)
            self.layoutChanged.emit()

    def shown(self, row: int) -> CallRow:
        """Return the contents of a row at the player's step."""
        number, step, order = self.order.number(row), self._player.step, self.order
        calls = order.calls
        assert calls is not None
        begun = calls.firsts[number] <= step
        facts = self._reader.request(number) if begun else None
        last = calls.lasts[number]
        ended = facts is not None and facts.ending is not None and 0 < last <= step
        folded = order.is_folded(number)
        return CallRow(
            number,
            calls.depths[number],
            self.name(number),
            facts.arguments if facts is not None else "",
            self._outcome(facts.ending, facts.value) if facts is not None and ended else "",
            facts is not None and ended and facts.ending is CallEnd.RAISED,
            begun,
            number in self._stack,
            number == self.running or (folded and row == self.row_of_running),
            order.has_calls(number),
            folded,
        )

    @property
    def row_of_running(self) -> int:
        """The row of the running call, or of the folded call that hides it; -1 if none runs."""
        return self.order.row(self.running) if self.running is not None else -1

    def first_step(self, row: int) -> int:
        """Return the step at which the call in a row begins."""
        assert self.order.calls is not None
        return self.order.calls.firsts[self.order.number(row)]

    def last_step(self, row: int) -> int:
        """Return the step with which the call in a row ended; 0 if it has not ended."""
        assert self.order.calls is not None
        return self.order.calls.lasts[self.order.number(row)]

    def _outcome(self, ending: CallEnd | None, value: str) -> str:
        if ending is None or ending is CallEnd.NONE:
            return ""
        if ending is CallEnd.RETURNED:
            return f"→ {value}"
        return self._words(_ENDINGS[ending], value=value)

    def in_words(self, row: int) -> str:
        """Describe a row for tool tips and screen readers."""
        shown, words = self.shown(row), self._words
        parts = [f"{shown.name}{shown.arguments}", words("calls.level", n=shown.depth)]
        if shown.outcome.startswith("→ "):
            parts.append(words("calls.returned", value=shown.outcome.removeprefix("→ ")))
        elif shown.outcome:
            parts.append(shown.outcome)
        if shown.running:
            parts.append(words("variables.running"))
        elif not shown.begun:
            parts.append(words("calls.later"))
        return ", ".join(parts)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of visible rows."""
        return 0 if parent.isValid() else self.order.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text; for a screen reader, also the meaning of indentation and signs."""
        if role == Qt.ItemDataRole.DisplayRole:
            shown = self.shown(index.row())
            return " ".join(filter(None, (f"{shown.name}{shown.arguments}", shown.outcome)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self.in_words(index.row())}\n{self._words('calls.hint')}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.in_words(index.row())
        return None
