"""Stores and restores a program's breakpoints, watches and run options, apart from its file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.model import NotKept
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.run.options import RunOptions, run_options
from visualizer.shell.sessions.folder import read_json, write_json
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.trace.watching import Watching

if TYPE_CHECKING:
    from visualizer.shell.trace.watching import Lasting


_VERSION = 1
_MOST_PROGRAMS = 500
"""The maximum number of programs; the least recently used are forgotten."""


class ProgramMemory:
    """Keeps a small file for each program by its path; failures are ignored.

    The contents are not trusted: the caller validates them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, program: Path) -> dict[str, object]:
        """Return all stored data of a program; empty if there are none."""
        found = read_json(self._file(program))
        same = found.get("program") == str(program.absolute())
        return found if same and found.get("version") == _VERSION else {}

    def keep(self, program: Path, key: str, value: object) -> None:
        """Store ``value`` for a program; an empty value removes the entry."""
        known = {k: v for k, v in self.of(program).items() if k not in ("version", "program")}
        if (known.get(key) or None) == (value or None):
            return
        known[key] = value
        kept = {k: v for k, v in known.items() if v}
        file = self._file(program)
        with suppress(OSError, NotKept):
            if not kept:
                file.unlink(missing_ok=True)
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            if not file.exists():
                self._make_room()
            write_json(file, {"version": _VERSION, "program": str(program.absolute()), **kept})

    def _file(self, program: Path) -> Path:
        name = hashlib.sha256(str(program.absolute()).encode("utf-8", "surrogateescape"))
        return self._folder / f"{name.hexdigest()[:32]}.json"

    def _make_room(self) -> None:
        found = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in found[: max(0, len(found) - _MOST_PROGRAMS + 1)]:
            path.unlink(missing_ok=True)


_MOST = 1_000
"""The maximum number of entries restored for a file: stored data are not trusted."""
_SOON = 500
"""Milliseconds until other run options are stored."""


class Remembering(QObject):
    """Handles programs and recordings with a file, after ``FileCommands`` has shown their text.

    ``options_changed`` follows each change of the run options; a recording has none.
    """

    options_changed = Signal()

    def __init__(
        self, memory: ProgramMemory, workbench: Workbench, source: SourcePane, watching: Watching
    ) -> None:
        super().__init__(source)
        self._memory, self._workbench, self._source = memory, workbench, source
        self._watching = watching
        self._program: Path | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._keep_options)
        workbench.program_changed.connect(self._recall)
        source.breakpoints.chosen.connect(self.keep)
        watching.chosen.connect(self.keep)

    @property
    def _on_table(self) -> Path | None:
        return self._workbench.kept or self._workbench.document.path

    @property
    def options(self) -> RunOptions:
        """The run options of the current program."""
        return self._workbench.run_options

    def choose(self, options: RunOptions) -> None:
        """Use ``options`` for the current program from now on."""
        if options != self.options:
            self._workbench.run_options = options
            self._soon.start()
            self.options_changed.emit()

    def settle(self) -> None:
        """Store the last choice now, if it is not stored yet."""
        if self._soon.isActive():
            self._keep_options()

    def _keep_options(self) -> None:
        self._soon.stop()
        if self._program is not None and self._program != self._workbench.kept:
            self._memory.keep(self._program, "run", self.options.as_json())

    def _recall(self) -> None:
        self.settle()
        again = self._on_table == self._program
        self._program = self._on_table
        found = self._memory.of(self._program) if self._program is not None else {}
        own, stops = self._workbench, _breakpoints(found)
        self._source.breakpoints.show(_renamed(stops, own.name, own.file))
        if not again:
            self._watching.show_lasting(_watched(found))
        own.run_options = run_options(found.get("run") if own.kept is None else None)
        self.options_changed.emit()

    def keep(self) -> None:
        """Store the current state; also after a save, because edits move lines."""
        program = self._program = self._on_table
        if program is None:
            return
        # A recording may contain the name that the program had before it was saved.
        own = self._workbench
        stops = _renamed(self._source.breakpoints.all, own.file, own.name)
        entries = {file: [[n, text] for n, text in lines.items()] for file, lines in stops.items()}
        self._memory.keep(program, "breakpoints", entries)
        lasting = self._watching.lasting
        self._memory.keep(program, "watched", [list(astuple(one)) for one in lasting])
        self._keep_options()


def _renamed[T](of_files: Mapping[str, T], old: str, new: str) -> dict[str, T]:
    return {(new if file == old else file): found for file, found in of_files.items()}


def _watched(found: dict[str, object]) -> list[Lasting]:
    """Return the valid watches among the stored data."""
    from visualizer.explain.conditions import ConditionFault, parse_condition
    from visualizer.explain.watched.looks import WatchedExpression, WatchedName

    wanted: list[Lasting] = []
    entries = found.get("watched")
    for one in entries[:_MOST] if isinstance(entries, list) else ():
        match one:
            case [str(file), str(function), str(name)]:
                wanted.append(WatchedName(file, function, name))
            case [str(text)]:
                with suppress(ConditionFault):
                    parse_condition(text)
                    wanted.append(WatchedExpression(text))
    return wanted


def _breakpoints(found: dict[str, object]) -> dict[str, dict[int, str]]:
    """Return the valid breakpoints among the stored data."""
    from visualizer.explain.conditions import ConditionFault, parse_condition

    wanted: dict[str, dict[int, str]] = {}
    entries = found.get("breakpoints")
    for file, lines in entries.items() if isinstance(entries, dict) else ():
        for one in lines[:_MOST] if isinstance(lines, list) else ():
            match one:
                case [int(line), str(condition)] if type(line) is int and line > 0:
                    try:
                        if condition:
                            parse_condition(condition)
                    except ConditionFault:
                        continue
                    wanted.setdefault(str(file), {})[line] = condition
    return wanted
