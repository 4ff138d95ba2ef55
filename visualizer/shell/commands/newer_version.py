"""Whether there is a newer version; nobody is asked before somebody wants to know."""

import json
import re
import threading
import urllib.request
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from visualizer import __version__
from visualizer.resources import resource

PATIENCE = 10.0
"""Seconds that an answer may take."""
_LARGEST = 100_000
_VERSION = re.compile(r"\d+(\.\d+)*")


@dataclass(frozen=True, slots=True)
class Release:
    """The newest one; ``page`` is where it can be had, perhaps empty."""

    version: str
    page: str

    @property
    def is_newer(self) -> bool:
        """Whether it is newer than this one."""
        return _numbers(self.version) > _numbers(__version__)


def address_of_releases() -> str:
    """Where the newest release is told; empty while nothing is handed out anywhere."""
    told = json.loads(resource("desktop.json").read_text(encoding="utf-8"))
    return str(told.get("releases", ""))


def newest(address: str) -> Release:
    """Ask for the newest release: a JSON object with ``version`` and ``page``.

    Raises OSError where there is no answer in time, ValueError for one that says something else.
    """
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        told = json.loads(answer.read(_LARGEST))
    version = told.get("version") if isinstance(told, dict) else None
    if not isinstance(version, str) or not _VERSION.match(version):
        raise ValueError(f"no version in {str(told)[:80]}")
    page = told.get("page", "")
    return Release(version, page if isinstance(page, str) else "")


def _numbers(version: str) -> tuple[int, ...]:
    found = _VERSION.match(version)
    return tuple(map(int, found[0].split("."))) if found else ()


class Asking(QObject):
    """Asks in a thread: ``told`` brings a ``Release``, ``failed`` what went wrong."""

    told = Signal(object)
    failed = Signal(str)

    def ask(self, address: str) -> None:
        """Begin; one of the signals follows, unless the application ends before."""
        threading.Thread(target=self._ask, args=(address,), daemon=True).start()

    def _ask(self, address: str) -> None:
        try:
            found = newest(address)
        except OSError as error:
            self.failed.emit(str(getattr(error, "reason", error)))
        except ValueError as error:
            self.failed.emit(str(error))
        else:
            self.told.emit(found)
