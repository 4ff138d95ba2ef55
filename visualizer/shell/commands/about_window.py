"""The About window: the versions, and the licence of every shipped package."""

import csv
import json
import platform
import re
import sys
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QScrollArea, QWidget

from visualizer import __version__
from visualizer.resources import resource
from visualizer.shell.appearance.words import Words
from visualizer.shell.asking import Asking
from visualizer.shell.widgets.controls import text_button
from visualizer.shell.widgets.dialog_size import Dialog
from visualizer.shell.widgets.layouts import WINDOW, in_column, in_row, text_label

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


_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SEPARATORS = re.compile(r"[-_.]+")
"""Equivalent separators in a package's name (PEP 503)."""
_LONGEST = 80
"""The maximum length of a licence's name; metadata may contain the whole text instead."""
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_OWN_SHARE = Path(sys.prefix, "share", "visualizer")
"""The folder where our system packages install the bill of materials and the licence texts."""


@dataclass(frozen=True, slots=True)
class Package:
    """An installed package; ``licence`` is empty if unknown, ``texts`` are its licence files."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()


def everything_shipped(share: Path = _OWN_SHARE) -> tuple[Package, ...]:
    """Return the parts in the bill of materials of ``share``, which include Python and fonts.

    Without a readable bill, return the result of ``shipped``.
    """
    try:
        parts = json.loads((share / "bill.cdx.json").read_bytes())["components"]
        return tuple(_package_of(part, share / "licences") for part in parts)
    except (OSError, ValueError, LookupError, TypeError):
        return shipped()


def _package_of(part: dict[str, Any], licences: Path) -> Package:
    name, version = part["name"], part["version"]
    folder = licences / f"{name}-{version}".replace("/", "_")
    texts = tuple(sorted(folder.iterdir())) if folder.is_dir() else ()
    return Package(name, version, _licence_name(part["licenses"][0]), texts)


def _licence_name(licence: object) -> str:
    match licence:
        case {"expression": str(name)} | {"license": {"name": str(name)}}:
            return name
    return ""


def shipped(package: str = "visualizer") -> tuple[Package, ...]:
    """Return ``package`` and its installed requirements, from their metadata, sorted by name."""
    found: dict[str, Package] = {}
    wanted = [package]
    while wanted:
        name = wanted.pop()
        key = _SEPARATORS.sub("-", name.casefold())
        if key in found:
            continue
        try:
            one = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            # A requirement for another system, or a checkout that was never installed.
            continue
        found[key] = Package(one.metadata["Name"], one.version, _licence(one), _texts(one))
        for line in one.requires or ():
            match = _NAME.match(line)
            if match and "extra" not in line.partition(";")[2]:
                wanted.append(match[0])
    return tuple(found[name] for name in sorted(found, key=lambda key: (key != package, key)))


def _texts(package: metadata.Distribution) -> tuple[Path, ...]:
    # Not its own list of files, which looks for each file on the disk.
    rows = csv.reader((package.read_text("RECORD") or "").splitlines())
    files = (PurePosixPath(row[0]) for row in rows)
    texts = (one for one in files if _LICENCE_FILE.search(one.name))
    paths = (Path(str(package.locate_file(one))) for one in texts)
    return tuple(path for path in paths if path.is_file())


def _licence(package: metadata.Distribution) -> str:
    fields = package.metadata
    name = fields.get("License-Expression") or fields.get("License") or ""
    if name.strip() and "\n" not in name.strip() and len(name) <= _LONGEST:
        return name.strip()
    kinds = fields.get_all("Classifier") or ()
    named = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
    return ", ".join(named)


_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
_LOOKS = ("title", "", "second")
"""The styles of the lines at the top."""


class AboutWindow(Dialog):
    """Shows and copies the versions and licences; ``log`` is the file of the window's errors."""

    def __init__(self, words: Words, log: Path, parent: QWidget) -> None:
        super().__init__(words, "about.title", (620, 460), parent)
        self._log, self._packages = log, everything_shipped()
        self._facts = tuple(text_label(look, wraps=True) for look in _LOOKS)
        for label in self._facts:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._area = QScrollArea(widgetResizable=True)
        self.newer = text_button(words, "about.newer", self._check_release)
        self.answer = text_label(wraps=True)
        self.answer.setTextInteractionFlags(_SELECTABLE)
        self.answer.setOpenExternalLinks(True)
        self._said: Callable[[], str] = str
        self._asking = Asking()
        self._asking.answered.connect(self._show_release)
        self._address = address_of_releases()
        self.newer.setVisible(bool(self._address))
        self.copy = text_button(words, "about.copy", self._copy)
        close = text_button(words, "preferences.close", self.close)
        row = in_row(None, self.copy, self.newer, None, close)
        in_column(
            self,
            *self._facts,
            *((self._area, 1), self.answer, row),
            margins=WINDOW,
        )
        words.changed.connect(self._speak)
        self._speak()

    def _speak(self) -> None:
        words = self._words
        python, qt = platform.python_version(), str(qVersion())
        lines = (
            f"{words('app.name')} {__version__}",
            words("about.runs_with", python=python, qt=qt),
            words("about.log", file=str(self._log)),
        )
        for label, line in zip(self._facts, lines, strict=True):
            label.setText(line)
        self.answer.setText(self._said())
        table = _table(words, self._packages)
        for label in table.findChildren(QLabel):
            label.linkActivated.connect(self._show_licence)
        self._area.setWidget(table)

    def _check_release(self) -> None:
        self.newer.setEnabled(False)
        self._say(partial(self._words, "about.asking"))
        self._asking.ask(partial(newest_or_why_not, self._address))

    def _show_release(self, found: Release | str) -> None:
        """Show the newest release, or why it is unknown."""
        self.newer.setEnabled(True)
        self._say(partial(_answer, self._words, found))

    def _say(self, said: Callable[[], str]) -> None:
        self._said = said
        self.answer.setText(said())

    def _show_licence(self, place: str) -> None:
        LicenceWindow(self._words, self._packages[int(place)], self).show()

    def _copy(self) -> None:
        packages = [f"{one.name} {one.version}: {one.licence}" for one in self._packages]
        facts = [label.text() for label in self._facts]
        QGuiApplication.clipboard().setText("\n".join((*facts, "", *packages)) + "\n")
        self._say(lambda: self._words("notification.copied"))


def _answer(words: Words, found: Release | str) -> str:
    if isinstance(found, str):
        return escape(words("about.not_told", why=found))
    if not found.is_newer:
        return words("about.newest")
    text, page = words("about.newer_is", version=found.version), escape(found.page)
    return f'{escape(text)} <a href="{page}">{page}</a>' if page else text


class LicenceWindow(Dialog):
    """Shows the licence texts of a package."""

    def __init__(self, words: Words, package: Package, parent: QWidget) -> None:
        super().__init__(words, "", (640, 480), parent)
        self.setWindowTitle(words("about.licence_of", name=package.name))
        self.text = QPlainTextEdit("\n\n".join(map(_read, package.texts)), readOnly=True)
        in_column(self, self.text, margins=None)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        return str(error)


def _table(words: Words, packages: tuple[Package, ...]) -> QWidget:
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 8, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setColumnStretch(2, 1)
    titles = (words("about.package"), words("about.version"), words("about.licence"))
    rows = [
        titles,
        *((one.name, one.version, _licence_link(n, one)) for n, one in enumerate(packages)),
    ]
    for row, texts in enumerate(rows):
        for place, text in enumerate(texts):
            label = text_label("" if row else "head", wraps=place == 2)
            label.setText(text)
            label.setTextInteractionFlags(_SELECTABLE)
            grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(grid.rowCount(), 1)
    return inside


def _licence_link(place: int, package: Package) -> str:
    """Return the name of a licence, as a link if the package contains its text."""
    name = escape(package.licence or "?")
    return f'<a href="{place}">{name}</a>' if package.texts else name
