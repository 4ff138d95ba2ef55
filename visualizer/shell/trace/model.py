"""The trace table's rows and columns; it makes only the visible ones."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from visualizer.diagram.words import translate
from visualizer.explain.sentence import Sentence
from visualizer.explain.watched.looks import ValueChange
from visualizer.explain.watched.traces import TraceCell, cell_at
from visualizer.model import Event
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.trace.reader import EVENTS
from visualizer.shell.trace.watching import Column, Watching, title_of

STEP, LINE, CODE = range(3)
FIXED = 3
"""The number of columns before the watched ones."""
_TITLES = ("trace.step", "trace.line", "trace.code")

type Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Shown:
    """The contents of a cell; ``turn`` only in the row of the step that changed it.

    ``why`` says why an expression has no value; ``counted``: the value is an object with a count.
    """

    text: str
    refcount: int | None
    turn: ValueChange | None
    why: Sentence | None = None
    counted: bool = True


class TraceModel(QAbstractTableModel):
    """Has a row for each step, or only for steps that change a watched value."""

    def __init__(self, player: Player, watching: Watching, words: Words) -> None:
        super().__init__()
        self._player, self._watching, self._words = player, watching, words
        self.only_changes = True
        self.with_counts = False
        self.rows: Sequence[int] = ()
        self.columns: tuple[Column, ...] = ()
        self._lines: dict[str, list[str]] = {}

    # ---- data ----

    def renew(self) -> None:
        """Show other columns or other rows."""
        self.beginResetModel()
        self.columns = tuple(self._watching.columns)
        self.rows = self._wanted_rows()
        self._lines = {}
        self.endResetModel()

    def read_on(self) -> None:
        """Add newly read results to the same columns; keep existing rows if possible."""
        rows = self._wanted_rows()
        before = len(self.rows)
        if len(rows) < before or rows[:before] != self.rows:
            self.layoutAboutToBeChanged.emit()
            self.rows = rows
            self.layoutChanged.emit()
        elif len(rows) > before:
            self.beginInsertRows(QModelIndex(), before, len(rows) - 1)
            self.rows = rows
            self.endInsertRows()

    def _wanted_rows(self) -> Sequence[int]:
        if not self.only_changes:
            return range(1, len(self._watching.places) + 1)
        found: set[int] = set()
        for column in self.columns:
            found |= {cell.step for cell in column.cells if self._has_change(cell)}
        # If no column ever has a value, one row says why.
        return sorted(found or {cell.step for one in self.columns for cell in one.cells[:1]})

    def _has_change(self, cell: TraceCell) -> bool:
        return cell.change is not None and (
            self.with_counts or cell.change is not ValueChange.COUNTED
        )

    def row_of(self, step: int) -> int:
        """Return the row with the values of a step; -1 before the first row."""
        return bisect_right(self.rows, step) - 1

    def shown(self, row: int, column: Column) -> Shown | None:
        """Return a cell; None if the name does not exist at that step."""
        return self.shown_at(self.rows[row], column)

    def shown_at(self, step: int, column: Column) -> Shown | None:
        """Return the cell of a step, even of a step without a row."""
        cell = cell_at(column.cells, step)
        if cell is None:
            return None
        turn = cell.change if cell.step == step and self._has_change(cell) else None
        if not cell.text:
            is_shown = turn is ValueChange.GONE or cell.why is not None
            return Shown("", None, turn, cell.why, counted=False) if is_shown else None
        return Shown(
            cell.text, cell.refcount, turn, counted=cell.serial is not None and cell.is_counted
        )

    def title(self, column: Column) -> str:
        """Return the heading of a column."""
        return title_of(column, self.columns)

    def place(self, row: int) -> tuple[int, str, Event]:
        """Return the line of a row's step (0: none), its code and the step's event."""
        return self.place_of(self.rows[row])

    def place_of(self, step: int) -> tuple[int, str, Event]:
        """Return line, code and event of a step."""
        places = self._watching.places
        if step > len(places):
            return 0, "", Event.LINE
        file = places.files[places.file_of[step - 1]]
        line = places.lines[step - 1]
        return line, self._code(file, line), EVENTS[places.events[step - 1]]

    def _code(self, file: str, line: int) -> str:
        if file not in self._lines:
            recording = self._player.recording
            text = recording.sources.get(file, "") if recording else ""
            self._lines[file] = text.splitlines()
        lines = self._lines[file]
        return lines[line - 1].strip() if 0 < line <= len(lines) else ""

    def event_words(self, event: Event) -> str:
        """Return the words for an event other than a line."""
        return "" if event is Event.LINE else self._words(f"event.{event.value}")

    # ---- overrides of Qt ----

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns: step, line, code and the watched values."""
        return 0 if parent.isValid() else FIXED + len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title and alignment of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in (STEP, LINE)
            across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return across | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            if section < FIXED:
                return self._words(_TITLES[section])
            return self.title(self.columns[section - FIXED])
        if role == Qt.ItemDataRole.ToolTipRole and section >= FIXED:
            return self._words("trace.column_hint")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell; for screen readers also how the value changed."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
                        Qt.ItemDataRole.AccessibleTextRole):  # fmt: skip
            return None
        row, section = index.row(), index.column()
        if section >= FIXED:
            return self._cell_data(row, self.columns[section - FIXED], role)
        if section == STEP:
            return f"{self.rows[row]:,}"
        line, code, event = self.place(row)
        if section == LINE:
            return str(line or "")
        return " \u00b7 ".join(part for part in (code, self.event_words(event)) if part)

    def _cell_data(self, row: int, column: Column, role: int) -> str:
        shown = self.shown(row, column)
        if shown is None:
            dash = role == Qt.ItemDataRole.DisplayRole
            return "\u2013" if dash else self._words("trace.no_name")
        turn = self._words(f"trace.{shown.turn.value}") if shown.turn is not None else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.written(shown)
        return ", ".join(part for part in (self.written(shown), turn, self.reason(shown)) if part)

    def reason(self, shown: Shown) -> str:
        """Return in words why there is no value."""
        return translate(shown.why, self._words.language) if shown.why is not None else ""

    def written(self, shown: Shown) -> str:
        """Return the value, with its reference count if counts are shown."""
        if not shown.text:
            return "\u2013"
        if not self.with_counts or not shown.counted:
            return shown.text
        count = "\u221e" if shown.refcount is None else f"{shown.refcount:,}"
        return f"{shown.text}  \u00d7{count}"
