"""Lists the packages that are shipped with the window, with versions and licences."""

import json
import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

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
    files = (one for one in package.files or () if ".dist-info" in one.parts[0])
    found = (Path(str(one.locate())) for one in files if _LICENCE_FILE.search(one.name))
    return tuple(path for path in found if path.is_file())


def _licence(package: metadata.Distribution) -> str:
    fields = package.metadata
    name = fields.get("License-Expression") or fields.get("License") or ""
    if name.strip() and "\n" not in name.strip() and len(name) <= _LONGEST:
        return name.strip()
    kinds = fields.get_all("Classifier") or ()
    named = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
    return ", ".join(named)
