"""The rows of the variable table: calls and modules, each with its names below it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from visualizer.explain import Scope, Variable, Variables
from visualizer.model import module_name
from visualizer.shell.player import Player
from visualizer.shell.words import Words

type Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """The head of a scope, or with a name one line below it."""

    scope: Scope
    name: str | None = None


class VariableModel(QAbstractListModel):
    """Rows of the player's step; a value is written when somebody looks at it."""

    def __init__(self, player: Player, words: Words) -> None:
        super().__init__()
        self._player, self._words = player, words
        self.rows: list[Row] = []
        self._variables: Variables | None = None
        self._folded: set[int | str] = set()
        self._known: dict[int, Variable] = {}

    def show_step(self) -> None:
        """Take on the step that the player is at."""
        player = self._player
        before = self._shape()
        state, delta = player.state, player.delta
        self._variables = Variables(state, delta) if delta is not None else None
        self._list(before)

    def fold(self, row: int) -> None:
        """Hide the names of a scope, or show them; its key is the same at other steps."""
        self._folded ^= {self.rows[row].scope.key}
        self._list(None)

    def is_folded(self, scope: Scope) -> bool:
        """Whether only its head is shown."""
        return scope.key in self._folded

    def _shape(self) -> list[tuple[int | str, str | None]]:
        return [(row.scope.key, row.name) for row in self.rows]

    def _list(self, before: list[tuple[int | str, str | None]] | None) -> None:
        rows = []
        for scope in self._variables.scopes if self._variables is not None else ():
            rows.append(Row(scope))
            if scope.key not in self._folded:
                rows += (Row(scope, name) for name in scope.names)
        same = [(row.scope.key, row.name) for row in rows] == before
        if not same:
            self.beginResetModel()
        self.rows, self._known = rows, {}
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def variable(self, number: int) -> Variable | None:
        """What stands in a row; None in the head of a scope."""
        row = self.rows[number]
        if row.name is None or self._variables is None:
            return None
        if number not in self._known:
            self._known[number] = self._variables.variable(row.scope, row.name)
        return self._known[number]

    def serial(self, number: int) -> int | None:
        """The object that the name of a row refers to."""
        row = self.rows[number]
        return row.scope.now.get(row.name) if row.name is not None else None

    # ---- words ----

    def title(self, scope: Scope) -> str:
        """What a scope is called at its head."""
        if scope.function:
            return scope.function
        main = next(iter(self._player.state.globals), None)
        return self._words("module") if scope.file == main else module_name(scope.file, main)

    def place(self, scope: Scope) -> str:
        """Where the code of a scope stands, and in which thread where there are several."""
        line = self._words("at-line", line=scope.line) if scope.line else ""
        several = scope.function and len(self._player.state.thread_names) > 1
        return f"T{scope.thread} · {line}" if several else line

    def same(self, row: Row, variable: Variable) -> str:
        """Another name of the same object, in short: one that is spelled otherwise if there is."""
        if not variable.same:
            return ""
        scope, name = next((one for one in variable.same if one[1] != row.name), variable.same[0])
        key = "variables.same" if name != row.name else "variables.same_in"
        said = self._words(key, name=name, scope=self.title(scope))
        return said if len(variable.same) == 1 else f"{said} …"

    def told(self, number: int) -> str:
        """A row in words: the value, what became of it, who else refers to the same."""
        row, variable, words = self.rows[number], self.variable(number), self._words
        if variable is None:
            running = words("variables.running") if row.scope.running else ""
            return ", ".join(filter(None, (self.title(row.scope), self.place(row.scope), running)))
        parts = [f"{variable.name}: {variable.text}" if variable.text else variable.name]
        if variable.turn is not None:
            parts.append(words(f"trace.{variable.turn.value}"))
            if variable.was and variable.was != variable.text:
                parts.append(words("variables.was", value=variable.was))
        names = [f"{name} ({self.title(scope)})" for scope, name in variable.same]
        if names:
            parts.append(words("variables.same_object", names=", ".join(names)))
        return "\n".join(parts)

    # ---- what Qt asks ----

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Heads and names."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is written, and for a screen reader all that the row's signs say."""
        if role == Qt.ItemDataRole.DisplayRole:
            row, variable = self.rows[index.row()], self.variable(index.row())
            if variable is None:
                return self.title(row.scope)
            return f"{variable.name}  {variable.text}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            told = self.told(index.row())
            return told if role == Qt.ItemDataRole.ToolTipRole else told.replace("\n", ", ")
        return None
