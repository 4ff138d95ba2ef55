"""The user's results, stored in a local file; nothing is sent anywhere."""

import contextlib
import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from visualizer.platform.files import replacing

_VERSION = 1
_LARGEST = 4_000_000


@dataclass(frozen=True, slots=True)
class Tried:
    """How often a question or task was tried, and whether it was ever right."""

    times: int = 0
    right: bool = False


class Progress(QObject):
    """Results by lesson and by the key of a question or task; ``changed`` after each try or reset.

    An unreadable file is renamed and replaced by a new one.
    """

    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._tried: dict[str, dict[str, Tried]] = _read(file)

    def of(self, lesson: str, key: str) -> Tried:
        """The result of one question or task."""
        return self._tried.get(lesson, {}).get(key, Tried())

    def right(self, lesson: str) -> int:
        """The number of right answers in a lesson."""
        return sum(one.right for one in self._tried.get(lesson, {}).values())

    def note(self, lesson: str, key: str, *, right: bool) -> None:
        """Count a try; a right result stays right."""
        before = self.of(lesson, key)
        self._tried.setdefault(lesson, {})[key] = Tried(before.times + 1, before.right or right)
        self._keep()
        self.changed.emit()

    def reset(self) -> None:
        """Delete all results."""
        self._tried = {}
        self._keep()
        self.changed.emit()

    def rows(self) -> Iterator[tuple[str, str, int, bool]]:
        """Yield lesson, key, tries, right, in the order of the first tries."""
        for lesson, tried in self._tried.items():
            for key, one in tried.items():
                yield lesson, key, one.times, one.right

    def as_csv(self) -> str:
        """The rows as CSV."""
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(("lesson", "question", "tries", "right"))
        table.writerows((*row[:3], int(row[3])) for row in self.rows())
        return text.getvalue()

    def _keep(self) -> None:
        content = {
            "version": _VERSION,
            "tried": {
                lesson: {key: [one.times, one.right] for key, one in tried.items()}
                for lesson, tried in self._tried.items()
            },
        }
        # A full disk must not end the lesson; the next answer writes again.
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._file) as beside:
                beside.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _read(file: Path) -> dict[str, dict[str, Tried]]:
    try:
        if file.stat().st_size > _LARGEST:
            return _set_aside(file)
        content = json.loads(file.read_text(encoding="utf-8"))
        return {str(lesson): dict(_tried(found)) for lesson, found in content["tried"].items()}
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
