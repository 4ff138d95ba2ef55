"""Asks a server for a newer version, only when the user wants to know."""

import json
import re
import urllib.request
from dataclasses import dataclass

from visualizer import __version__
from visualizer.resources import resource

PATIENCE = 10.0
"""Seconds to wait for an answer."""
_LARGEST = 100_000
"""The maximum number of bytes to read of an answer."""
_VERSION = re.compile(r"\d+(\.\d+)*")


@dataclass(frozen=True, slots=True)
class Release:
    """The newest release; ``page`` is the address of its download page, or empty."""

    version: str
    page: str

    @property
    def is_newer(self) -> bool:
        """Whether the release is newer than the running version."""
        return _numbers(self.version) > _numbers(__version__)


def address_of_releases() -> str:
    """Return the address that names the newest release; empty before the first publication."""
    facts = json.loads(resource("desktop.json").read_text(encoding="utf-8"))
    return str(facts.get("releases", ""))


def newest(address: str) -> Release:
    """Fetch the newest release: a JSON object with ``version`` and ``page``.

    Raises ``OSError`` without an answer in time, ``ValueError`` for any other answer.
    """
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        facts = json.loads(answer.read(_LARGEST))
    version = facts.get("version") if isinstance(facts, dict) else None
    if not isinstance(version, str) or not _VERSION.match(version):
        raise ValueError(f"no version in {str(facts)[:80]}")
    page = facts.get("page", "")
    return Release(version, page if isinstance(page, str) else "")


def _numbers(version: str) -> tuple[int, ...]:
    found = _VERSION.match(version)
    return tuple(map(int, found[0].split("."))) if found else ()


def newest_or_why_not(address: str) -> Release | str:
    """Return the newest release, or why it is unknown."""
    try:
        return newest(address)
    except OSError as error:
        return str(getattr(error, "reason", error))
    except ValueError as error:
        return str(error)
