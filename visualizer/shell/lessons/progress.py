"""What a person has answered, kept in a file of their own; nothing is sent anywhere."""

import contextlib
import csv
import io
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

_VERSION = 1
_LARGEST = 4_000_000


@dataclass(frozen=True, slots=True)
class Tried:
    """How often something was tried, and whether it was right in the end."""

    times: int = 0
    right: bool = False


class Progress(QObject):
    """By lesson and by the key of a question or a task; ``changed`` says that something was tried.

    A file that cannot be read is begun anew, and kept beside it under another name.
    """

    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._tried: dict[str, dict[str, Tried]] = _read(file)

    def of(self, lesson: str, key: str) -> Tried:
        """What was tried of it."""
        return self._tried.get(lesson, {}).get(key, Tried())

    def right(self, lesson: str) -> int:
        """How much of a lesson is right."""
        return sum(one.right for one in self._tried.get(lesson, {}).values())

    def note(self, lesson: str, key: str, *, right: bool) -> None:
        """Note that it was tried; what was right once stays so."""
        before = self.of(lesson, key)
        self._tried.setdefault(lesson, {})[key] = Tried(before.times + 1, before.right or right)
        self._keep()
        self.changed.emit()

    def reset(self) -> None:
        """Forget all of it."""
        self._tried = {}
        self._keep()
        self.changed.emit()

    def rows(self) -> Iterator[tuple[str, str, int, bool]]:
        """Lesson, key, tries, right: in the order in which they were first tried."""
        for lesson, tried in self._tried.items():
            for key, one in tried.items():
                yield lesson, key, one.times, one.right

    def as_csv(self) -> str:
        """The same as a table that any spreadsheet opens."""
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(("lesson", "question", "tries", "right"))
        table.writerows((*row[:3], int(row[3])) for row in self.rows())
        return text.getvalue()

    def _keep(self) -> None:
        told = {
            "version": _VERSION,
            "tried": {
                lesson: {key: [one.times, one.right] for key, one in tried.items()}
                for lesson, tried in self._tried.items()
            },
        }
        beside = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
            beside.replace(self._file)
        except OSError:
            # A full disk ends no lesson; it is written with the next answer.
            with contextlib.suppress(OSError):
                beside.unlink()


def _read(file: Path) -> dict[str, dict[str, Tried]]:
    try:
        if file.stat().st_size > _LARGEST:
            return _set_aside(file)
        told = json.loads(file.read_text(encoding="utf-8"))
        return {str(lesson): dict(_tried(found)) for lesson, found in told["tried"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return _set_aside(file)


def _tried(found: Mapping[str, Any]) -> Iterator[tuple[str, Tried]]:
    for key, (times, right) in found.items():
        yield str(key), Tried(int(times), bool(right))


def _set_aside(file: Path) -> dict[str, dict[str, Tried]]:
    with contextlib.suppress(OSError):
        file.replace(file.with_name(f"{file.name}.damaged"))
    return {}
