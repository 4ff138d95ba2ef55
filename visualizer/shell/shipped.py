"""What is shipped with the window: its packages, their versions and licences, as installed."""

import re
from dataclasses import dataclass
from importlib import metadata

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SEPARATORS = re.compile(r"[-_.]+")
"""All the same in a package's name."""
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the installation; ``licence`` is empty where it names none."""

    name: str
    version: str
    licence: str


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
        found[key] = Package(told.metadata["Name"], told.version, _licence(told))
        for line in told.requires or ():
            match = _NAME.match(line)
            if match and "extra" not in line.partition(";")[2]:
                wanted.append(match[0])
    return tuple(found[name] for name in sorted(found, key=lambda key: (key != package, key)))


def _licence(told: metadata.Distribution) -> str:
    said = told.metadata.get("License-Expression") or told.metadata.get("License") or ""
    if said.strip() and "\n" not in said.strip() and len(said) <= _LONGEST:
        return said.strip()
    kinds = told.metadata.get_all("Classifier") or ()
    named = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
    return ", ".join(named)
