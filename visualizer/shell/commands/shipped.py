"""What is shipped with the window: its packages, their versions and licences, as installed."""

import json
import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SEPARATORS = re.compile(r"[-_.]+")
"""All the same in a package's name."""
_LONGEST = 80
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_OWN_SHARE = Path(sys.prefix, "share", "visualizer")
"""Where a package of ours for a system keeps its bill of materials and every licence's text."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the installation; ``licence`` is empty where it names none.

    ``texts`` are the files with the words of its licence, as far as it came with any.
    """

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()


def everything_shipped(share: Path = _OWN_SHARE) -> tuple[Package, ...]:
    """What the bill of materials names, Python and fonts too; without one, what ``shipped`` finds.

    ``share`` is the folder with the bill. Raises nothing: a bill that cannot be read is none.
    """
    try:
        parts = json.loads((share / "bill.cdx.json").read_bytes())["components"]
        return tuple(_of_bill(part, share / "licences") for part in parts)
    except (OSError, ValueError, LookupError, TypeError):
        return shipped()


def _of_bill(part: dict[str, Any], licences: Path) -> Package:
    name, version = part["name"], part["version"]
    folder = licences / f"{name}-{version}".replace("/", "_")
    texts = tuple(sorted(folder.iterdir())) if folder.is_dir() else ()
    return Package(name, version, _said_in_bill(part["licenses"][0]), texts)


def _said_in_bill(licence: object) -> str:
    match licence:
        case {"expression": str(said)} | {"license": {"name": str(said)}}:
            return said
    return ""


def shipped(package: str = "visualizer") -> tuple[Package, ...]:
    """``package`` and all it needs, as their own metadata tell, by name; not what is not there."""
    found: dict[str, Package] = {}
    wanted = [package]
    while wanted:
        name = wanted.pop()
        key = _SEPARATORS.sub("-", name.casefold())
        if key in found:
            continue
        try:
            told = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            # Needed on another system, or run from a folder that was never installed.
            continue
        found[key] = Package(told.metadata["Name"], told.version, _licence(told), _texts(told))
        for line in told.requires or ():
            match = _NAME.match(line)
            if match and "extra" not in line.partition(";")[2]:
                wanted.append(match[0])
    return tuple(found[name] for name in sorted(found, key=lambda key: (key != package, key)))


def _texts(told: metadata.Distribution) -> tuple[Path, ...]:
    files = (one for one in told.files or () if ".dist-info" in one.parts[0])
    found = (Path(str(one.locate())) for one in files if _LICENCE_FILE.search(one.name))
    return tuple(path for path in found if path.is_file())


def _licence(told: metadata.Distribution) -> str:
    said = told.metadata.get("License-Expression") or told.metadata.get("License") or ""
    if said.strip() and "\n" not in said.strip() and len(said) <= _LONGEST:
        return said.strip()
    kinds = told.metadata.get_all("Classifier") or ()
    named = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
    return ", ".join(named)
