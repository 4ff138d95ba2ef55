"""The rows of the variable table: what is watched, then calls and modules with their names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from visualizer.diagram.words import say
from visualizer.explain import (
    MODULE,
    Scope,
    Variable,
    Variables,
    Watched,
    WatchedName,
    WatchedObject,
)
from visualizer.model import module_name
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.trace.watching import Column, Watching, title_of

type Index = QModelIndex | QPersistentModelIndex

WATCHED = ""
"""The key of the part that lists what is watched; those of scopes are others."""


@dataclass(frozen=True, slots=True)
class Row:
    """The head of a part, or one line below it: a name of a scope, or something watched."""

    scope: Scope | None
    name: str | None = None
    column: Column | None = None

    @property
    def key(self) -> int | str:
        """That of its part, the same at other steps."""
        return self.scope.key if self.scope is not None else WATCHED

    @property
    def is_head(self) -> bool:
        """Whether a part begins."""
        return self.name is None and self.column is None

    @property
    def place(self) -> tuple[int | str, str | int | None]:
        """What it is, whatever its value."""
        return self.key, self.column.token if self.column is not None else self.name


class VariableModel(QAbstractListModel):
    """Rows of the player's step; a value is written when somebody looks at it."""

    def __init__(self, player: Player, watching: Watching, words: Words) -> None:
        super().__init__()
        self._player, self._watching, self._words = player, watching, words
        self.rows: list[Row] = []
        self._variables: Variables | None = None
        self._folded: set[int | str] = set()
        self._known: dict[int, Variable] = {}

    def show_step(self) -> None:
        """Take on the step that the player is at, and what is watched."""
        state, delta = self._player.state, self._player.delta
        self._variables = Variables(state, delta) if delta is not None else None
        self._list()

    def fold(self, row: int) -> None:
        """Hide what stands below a head, or show it; also at other steps."""
        self._folded ^= {self.rows[row].key}
        self._list()

    def is_folded(self, row: Row) -> bool:
        """Whether only its head is shown."""
        return row.key in self._folded

    def _list(self) -> None:
        rows = []
        for head, below in self._parts():
            rows.append(head)
            if not self.is_folded(head):
                rows += below
        same = [row.place for row in rows] == [row.place for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self._known = rows, {}
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def _parts(self) -> list[tuple[Row, list[Row]]]:
        if self._variables is None:
            return []
        columns = self._watching.columns
        watched = [(Row(None), [Row(None, None, one) for one in columns])] if columns else []
        scopes = self._variables.scopes
        return watched + [(Row(one), [Row(one, name) for name in one.names]) for one in scopes]

    def variable(self, number: int) -> Variable | None:
        """What stands in a row; None in a head."""
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
        """What stands before the value in a row."""
        if row.column is not None:
            return title_of(row.column, self._watching.columns)
        return row.name or ""

    def serial(self, number: int) -> int | None:
        """The object that a row is about."""
        variable = self.variable(number)
        return variable.serial if variable is not None else None

    def column(self, number: int) -> int | None:
        """The place among what is watched of a row that is; None of any other."""
        column = self.rows[number].column
        return self._watching.columns.index(column) if column in self._watching.columns else None

    def watchable(self, number: int) -> Watched | None:
        """How the name in a row is watched; what a call hands out is, as an object."""
        row, serial = self.rows[number], self.serial(number)
        if row.scope is None or row.name is None:
            return None
        if row.name.isidentifier() and row.name not in ("return", "yield"):
            function = row.scope.function or MODULE
            return WatchedName(row.scope.file, function, row.name)
        thing = self._player.state.heap.get(serial or 0)
        return WatchedObject(thing.serial, thing.type) if thing is not None else None

    # ---- words ----

    def title(self, row: Row) -> str:
        """What stands in the head of a part."""
        return self._words("watch.title") if row.scope is None else self._called(row.scope)

    def _called(self, scope: Scope) -> str:
        if scope.function:
            return scope.function
        main = next(iter(self._player.state.globals), None)
        return self._words("module") if scope.file == main else module_name(scope.file, main)

    def place(self, row: Row) -> str:
        """Where the code of a scope stands, and in which thread where there are several."""
        scope = row.scope
        if scope is None or not scope.line:
            return ""
        line = self._words("at-line", line=scope.line)
        several = scope.function and len(self._player.state.thread_names) > 1
        return f"T{scope.thread} · {line}" if several else line

    def same(self, row: Row, variable: Variable) -> str:
        """Another name of the same object, in short: one that is spelled otherwise if there is."""
        if not variable.same:
            return ""
        scope, name = next((one for one in variable.same if one[1] != row.name), variable.same[0])
        key = "variables.same" if name != row.name else "variables.same_in"
        said = self._words(key, name=name, scope=self._called(scope))
        return said if len(variable.same) == 1 else f"{said} …"

    def reason(self, variable: Variable) -> str:
        """Why there is no value, in words."""
        return say(variable.why, self._words.language) if variable.why is not None else ""

    def told(self, number: int) -> str:
        """A row in words: the value, what became of it, who else refers to the same."""
        row, variable, words = self.rows[number], self.variable(number), self._words
        if variable is None:
            running = row.scope is not None and row.scope.running
            parts = (self.title(row), self.place(row), words("variables.running") * running)
            return ", ".join(filter(None, parts))
        shown = variable.text or self.reason(variable)
        told = [f"{variable.name}: {shown}" if shown else variable.name]
        if variable.change is not None:
            told.append(words(f"trace.{variable.change.value}"))
            if variable.was and variable.was != variable.text:
                told.append(words("variables.was", value=variable.was))
        names = [f"{name} ({self._called(scope)})" for scope, name in variable.same]
        if names:
            told.append(words("variables.same_object", names=", ".join(names)))
        return "\n".join(told)

    # ---- what Qt asks ----

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Heads and what stands below them."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is written, and for a screen reader all that the row's signs say."""
        if role == Qt.ItemDataRole.DisplayRole:
            row, variable = self.rows[index.row()], self.variable(index.row())
            return self.title(row) if variable is None else f"{variable.name}  {variable.text}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            told = self.told(index.row())
            return told if role == Qt.ItemDataRole.ToolTipRole else told.replace("\n", ", ")
        return None
