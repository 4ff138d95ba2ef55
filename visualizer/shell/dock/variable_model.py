"""The rows of the variable table: watched values, then the names of calls and modules."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from visualizer.diagram.words import translate
from visualizer.explain.watched.looks import MODULE, Watched, WatchedName
from visualizer.explain.watched.variables import Scope, Variable, Variables
from visualizer.model import module_name
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.trace.watching import Column, Watching, title_of, watched_object

type Index = QModelIndex | QPersistentModelIndex

WATCHED = ""
"""The key of the group of watched values; each scope has its own key."""


@dataclass(frozen=True, slots=True)
class Row:
    """The heading of a group, or a line below it: a name of a scope, or a watched value."""

    scope: Scope | None
    name: str | None = None
    column: Column | None = None

    @property
    def key(self) -> int | str:
        """The key of the row's group, the same at other steps."""
        return self.scope.key if self.scope is not None else WATCHED

    @property
    def is_head(self) -> bool:
        """Whether the row is the heading of a group."""
        return self.name is None and self.column is None

    @property
    def place(self) -> tuple[int | str, str | int | None]:
        """Identifies the row independently of its value."""
        return self.key, self.column.token if self.column is not None else self.name


class VariableModel(QAbstractListModel):
    """The rows of the player's step; values are formatted when their rows become visible."""

    def __init__(self, player: Player, watching: Watching, words: Words) -> None:
        super().__init__()
        self._player, self._watching, self._words = player, watching, words
        self.rows: list[Row] = []
        self._variables: Variables | None = None
        self._folded: set[int | str] = set()
        self._known: dict[int, Variable] = {}

    def show_step(self) -> None:
        """Show the player's step and the current watches."""
        state, delta = self._player.state, self._player.delta
        self._variables = Variables(state, delta) if delta is not None else None
        self._list()

    def fold(self, row: int) -> None:
        """Fold or unfold the group of a heading, at all steps."""
        self._folded ^= {self.rows[row].key}
        self._list()

    def is_folded(self, row: Row) -> bool:
        """Whether the group of a row shows only its heading."""
        return row.key in self._folded

    def _list(self) -> None:
        rows = []
        for heading, below in self._groups():
            rows.append(heading)
            if not self.is_folded(heading):
                rows += below
        same = [row.place for row in rows] == [row.place for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self._known = rows, {}
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def _groups(self) -> list[tuple[Row, list[Row]]]:
        if self._variables is None:
            return []
        columns = self._watching.columns
        watched = [(Row(None), [Row(None, None, one) for one in columns])] if columns else []
        scopes = self._variables.scopes
        return watched + [(Row(one), [Row(one, name) for name in one.names]) for one in scopes]

    def variable(self, number: int) -> Variable | None:
        """Return the variable in a row; None for a heading."""
        row = self.rows[number]
        if row.is_head or self._variables is None:
            return None
        if number not in self._known:
            self._known[number] = self._read(row, self._variables)
        return self._known[number]

    def _read(self, row: Row, variables: Variables) -> Variable:
        if row.scope is not None and row.name is not None:
            return variables.variable(row.scope, row.name)
        assert row.column is not None
        recording = self._player.recording
        sources = recording.sources if recording is not None else {}
        return variables.watched(row.column.watched, self.name(row), sources)

    def name(self, row: Row) -> str:
        """Return the name or expression that a row shows before its value."""
        if row.column is not None:
            return title_of(row.column, self._watching.columns)
        return row.name or ""

    def serial(self, number: int) -> int | None:
        """Return the serial of the object that a row refers to."""
        variable = self.variable(number)
        return variable.serial if variable is not None else None

    def column(self, number: int) -> int | None:
        """Return the index of a row's watch; None for other rows."""
        column = self.rows[number].column
        return self._watching.columns.index(column) if column in self._watching.columns else None

    def watchable(self, number: int) -> Watched | None:
        """Return the watch for a row: a name, or the object that a call returns or yields."""
        row, serial = self.rows[number], self.serial(number)
        if row.scope is None or row.name is None:
            return None
        if row.name.isidentifier() and row.name not in ("return", "yield"):
            function = row.scope.function or MODULE
            return WatchedName(row.scope.file, function, row.name)
        thing = self._player.state.heap.get(serial or 0)
        return watched_object(thing) if thing is not None else None

    # ---- words ----

    def title(self, row: Row) -> str:
        """Return the title of a heading."""
        return self._words("watch.title") if row.scope is None else self._scope_name(row.scope)

    def _scope_name(self, scope: Scope) -> str:
        if scope.function:
            return scope.function
        main = next(iter(self._player.state.globals), None)
        return self._words("module") if scope.file == main else module_name(scope.file, main)

    def place(self, row: Row) -> str:
        """Return the line of a scope's code, and its thread if there are several."""
        scope = row.scope
        if scope is None or not scope.line:
            return ""
        line = self._words("at-line", line=scope.line)
        several = scope.function and len(self._player.state.thread_names) > 1
        return f"T{scope.thread} · {line}" if several else line

    def same(self, row: Row, variable: Variable) -> str:
        """Return a short note of another name of the same object, preferably a different name."""
        if not variable.same:
            return ""
        scope, name = next((one for one in variable.same if one[1] != row.name), variable.same[0])
        key = "variables.same" if name != row.name else "variables.same_in"
        text = self._words(key, name=name, scope=self._scope_name(scope))
        return text if len(variable.same) == 1 else f"{text} …"

    def reason(self, variable: Variable) -> str:
        """Return why there is no value, in words."""
        return translate(variable.why, self._words.language) if variable.why is not None else ""

    def in_words(self, number: int) -> str:
        """Describe a row: the value, its change, and other names of the same object."""
        row, variable, words = self.rows[number], self.variable(number), self._words
        if variable is None:
            running = row.scope is not None and row.scope.running
            parts = (self.title(row), self.place(row), words("variables.running") * running)
            return ", ".join(filter(None, parts))
        shown = variable.text or self.reason(variable)
        lines = [f"{variable.name}: {shown}" if shown else variable.name]
        if variable.change is not None:
            lines.append(words(f"trace.{variable.change.value}"))
            if variable.was and variable.was != variable.text:
                lines.append(words("variables.was", value=variable.was))
        names = [f"{name} ({self._scope_name(scope)})" for scope, name in variable.same]
        if names:
            lines.append(words("variables.same_object", names=", ".join(names)))
        return "\n".join(lines)

    # ---- overrides of Qt ----

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of headings and visible lines."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text; for a screen reader, also the meaning of the row's signs."""
        if role == Qt.ItemDataRole.DisplayRole:
            row, variable = self.rows[index.row()], self.variable(index.row())
            return self.title(row) if variable is None else f"{variable.name}  {variable.text}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self.in_words(index.row())
            return text if role == Qt.ItemDataRole.ToolTipRole else text.replace("\n", ", ")
        return None
