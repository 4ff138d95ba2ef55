"""Writes the bill of materials of a package (CycloneDX), and collects the parts' licences."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from package_tools import PackageError

if TYPE_CHECKING:
    from collections.abc import Iterable

LICENCE_FILE = re.compile(r"(licen[cs]e|copying|copyright|notice|authors)", re.IGNORECASE)
TEXTS = Path(__file__).resolve().parent / "licences"
# For packages without the text of their licence: the files in `licences/`. The LGPL 3 adds
# to the GPL 3, and asks for both.
COMMON_TEXTS = {"LGPL": ("LGPL-3.0.txt", "GPL-3.0.txt")}
# SPDX names of licences that packages name in their own words.
SPDX = {
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "ISC License": "ISC",
    "The MIT License (MIT)": "MIT",
    "ZPL-2.1": "ZPL-2.1",
}
_LONGEST = 80


@dataclass(frozen=True)
class Part:
    """One part of the package; `address` is its package URL (purl), `texts` its licences."""

    name: str
    version: str
    licence: str
    address: str
    texts: tuple[Path, ...]


def installed_parts(site: Path) -> list[Part]:
    """Return the Python packages in a folder, by their metadata."""
    found = []
    for folder in site.glob("*.dist-info"):
        told = metadata.Distribution.at(folder)
        name, version = told.metadata["Name"], told.version
        # Texts of the libraries that a package contains may be beside these.
        texts = [one.locate() for one in told.files or () if LICENCE_FILE.search(one.name)]
        found.append(
            Part(
                name,
                version,
                licence_of(told),
                f"pkg:pypi/{name.lower().replace('_', '-')}@{version}",
                tuple(sorted(path for path in map(Path, map(str, texts)) if path.is_file())),
            )
        )
    return sorted(found, key=lambda part: part.name.lower())


def licence_of(told: metadata.Distribution) -> str:
    """Return the licence that a package names, in SPDX's form if known."""
    said = str(told.metadata.get("License-Expression") or told.metadata.get("License") or "")
    if not said.strip() or "\n" in said.strip() or len(said) > _LONGEST:
        kinds = told.metadata.get_all("Classifier") or ()
        named = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
        said = " AND ".join(named)
    return SPDX.get(said.strip(), said.strip())


def write_licences(parts: Iterable[Part], folder: Path) -> None:
    """Copy every part's licence into its own folder. Raises PackageError if one has none."""
    shutil.rmtree(folder, ignore_errors=True)
    add_licences(parts, folder)


def add_licences(parts: Iterable[Part], folder: Path) -> None:
    """Add every part's licence to the existing ones. Raises PackageError if one has none."""
    for part in parts:
        texts = part.texts or _common_text(part)
        target = folder / f"{part.name}-{part.version}".replace("/", "_")
        target.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(texts):
            there = target / text.name
            if there.exists() and there.read_bytes() == text.read_bytes():
                continue
            name = text.name if not there.exists() else f"{number}-{text.name}"
            shutil.copyfile(text, target / name)


def _common_text(part: Part) -> tuple[Path, ...]:
    for known, names in COMMON_TEXTS.items():
        if part.licence.startswith(known):
            return tuple(TEXTS / name for name in names)
    raise PackageError(f"{part.name} {part.version}: the text of its licence is nowhere")


def write_bill(name: str, version: str, parts: Iterable[Part], path: Path) -> None:
    """Write the bill of materials, which tools and the About window read."""
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": name, "version": version}},
        "components": [_component(part) for part in parts],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(bill, path)


def add_to_bill(parts: Iterable[Part], path: Path) -> None:
    """Add parts to a bill of materials; its existing parts stay unchanged."""
    bill = json.loads(path.read_text(encoding="utf-8"))
    known = {one["purl"] for one in bill["components"]}
    bill["components"] += [_component(part) for part in parts if part.address not in known]
    _write(bill, path)


def _write(bill: dict[str, object], path: Path) -> None:
    path.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _component(part: Part) -> dict[str, object]:
    return {
        "type": "library",
        "name": part.name,
        "version": part.version,
        "purl": part.address,
        "licenses": [_licence(part.licence)],
    }


def _licence(said: str) -> dict[str, object]:
    """Return the entry of an SPDX expression, or of any other name."""
    plain = re.fullmatch(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*", said)
    return {"expression": said} if plain else {"license": {"name": said or "unknown"}}
