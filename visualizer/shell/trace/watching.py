"""The watched values, their order, and their results so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from visualizer.model import ClassBody, HeapObject
from visualizer.shell.playback.player import Player
from visualizer.shell.trace.reader import Places, Slice, TraceReader

if TYPE_CHECKING:
    from visualizer.explain.watched.looks import (
        Watched,
        WatchedExpression,
        WatchedName,
        WatchedObject,
    )
    from visualizer.explain.watched.traces import TraceCell

    type Lasting = WatchedName | WatchedExpression


@dataclass(slots=True)
class Column:
    """A watched value, and its cells so far; ``token`` identifies the column permanently."""

    token: int
    watched: Watched
    cells: list[TraceCell] = field(default_factory=list)


def watched_object(thing: HeapObject) -> WatchedObject:
    """Return the watch for an object; its title has the name of a class."""
    from visualizer.explain.watched.looks import WatchedObject

    body = thing.content
    title = f"class {body.name}" if isinstance(body, ClassBody) else thing.type
    return WatchedObject(thing.serial, title)


def title_of(column: Column, columns: Iterable[Column]) -> str:
    """Return the title of a column, distinct among the watched ones."""
    from visualizer.explain.naming import kind_of
    from visualizer.explain.watched.looks import MODULE, WatchedExpression, WatchedName

    watched = column.watched
    if isinstance(watched, WatchedExpression):
        return watched.text
    if not isinstance(watched, WatchedName):
        return f"{kind_of(watched.type)} #{watched.serial}"
    if watched.function != MODULE:
        return f"{watched.function}: {watched.name}"
    files = {
        one.watched.file
        for one in columns
        if isinstance(one.watched, WatchedName) and one.watched.function == MODULE
    }
    return watched.name if len(files) == 1 else f"{watched.file}: {watched.name}"


class Watching(QObject):
    """``changed`` follows changes of the columns, ``read`` each further part of the recording.

    ``chosen`` says that the user made the change. A new recording of the program keeps watched
    names and expressions, but not objects. ``lives_alone`` reads only the steps of the watched
    object's life; ``places`` then lacks the other steps.
    """

    changed = Signal()
    chosen = Signal()
    read = Signal()

    def __init__(
        self, player: Player, parent: QObject | None = None, *, lives_alone: bool = False
    ) -> None:
        super().__init__(parent)
        self._player, self._lives_alone = player, lives_alone
        self._tokens = count(1)
        self._number = 0
        self.columns: list[Column] = []
        self.places = Places()
        self.is_complete = True
        self.reached = 0
        self._reader = TraceReader()
        self._reader.slice_read.connect(self._on_slice_read)
        player.recording_changed.connect(self._another)
        player.recording_grew.connect(self._grow)

    def add(self, *wanted: Watched) -> None:
        """Watch these values too, each in a new column at the right."""
        known = {column.watched for column in self.columns}
        fresh = [one for one in dict.fromkeys(wanted) if one not in known]
        if fresh:
            self.columns += [Column(next(self._tokens), one) for one in fresh]
            self._ask()
            self.changed.emit()
            self.chosen.emit()

    @property
    def lasting(self) -> list[Lasting]:
        """The watched names and expressions, in order: unlike objects, they keep their meaning."""
        from visualizer.explain.watched.looks import WatchedExpression, WatchedName

        kinds = (WatchedName, WatchedExpression)
        return [one.watched for one in self.columns if isinstance(one.watched, kinds)]

    def show_lasting(self, wanted: Iterable[Lasting]) -> None:
        """Watch only these; leave out those that the recording does not contain."""
        self.columns = [Column(next(self._tokens), one) for one in self._still_there(wanted)]
        self._ask()
        self.changed.emit()

    def remove(self, place: int) -> None:
        """Remove the column at ``place``, counted from 0."""
        del self.columns[place]
        self._ask()
        self.changed.emit()
        self.chosen.emit()

    def move(self, place: int, to: int) -> None:
        """Move a column to ``to``, or to the nearest existing place."""
        to = max(0, min(to, len(self.columns) - 1))
        if to != place:
            self.columns.insert(to, self.columns.pop(place))
            self.changed.emit()
            self.chosen.emit()

    def shut_down(self) -> None:
        """End the thread; the object cannot be used afterwards."""
        self._number += 1
        self._reader.shut_down()

    def _ask(self) -> None:
        recording = self._player.recording
        if recording is None or not self.columns:
            if not self.columns:
                self._forget()
            return
        self._reader.begin()
        self.is_complete = False
        wanted = {column.token: column.watched for column in self.columns}
        here = self._player.step if self._lives_alone else 0
        self._reader.ask(self._reader.watch, self._number, recording.path, wanted, here)

    def _forget(self) -> None:
        self._number += 1
        self.places = Places()
        self.is_complete = True
        self._reader.ask(self._reader.give_up)

    def _another(self) -> None:
        self._forget()
        self.show_lasting(self.lasting)

    def _still_there(self, wanted: Iterable[Lasting]) -> list[Lasting]:
        """Return the expressions, and the names of files in the recording."""
        recording = self._player.recording
        if recording is None:
            return list(wanted)
        return [one for one in wanted if getattr(one, "file", None) in (None, *recording.sources)]

    def _grow(self) -> None:
        if self.columns:
            self.is_complete = False
            self._reader.ask(self._reader.read_on)

    @Slot(int, object)
    def _on_slice_read(self, number: int, found: Slice) -> None:
        if number != self._number:
            return
        by_token = {column.token: column for column in self.columns}
        for token, cells in found.cells.items():
            if token in by_token:
                by_token[token].cells += cells
        self.places.extend(found.places)
        self.is_complete, self.reached = found.is_last, found.reached
        self.read.emit()
