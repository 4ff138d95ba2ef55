"""Describes the application once, for the builders of all packages. `resources/desktop.json` has
the part that the application also reads to add itself to a menu.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

# The newest Python for which every package of packaging/constraints.txt has wheels
# (dev_set_up.VERSIONS).
PYTHON = "3.14.10"
MAINTAINER = "The visualizer authors <visualizer@example.org>"
LICENCE = "MIT"
# Megabytes (10^6 bytes) that a package may have; a larger build fails.
MOST_UNPACKED, MOST_PACKED, MOST_APPIMAGE, MOST_SETUP = 250, 70, 75, 60


@dataclass(frozen=True)
class Recording:
    """Our file type; `parent` is the type by which other programs know it."""

    type: str
    parent: str
    suffix: str
    titles: dict[str, str]


@dataclass(frozen=True)
class Description:
    """The application as a desktop lists it, with texts by language."""

    name: str
    version: str
    id: str
    titles: dict[str, str]
    summaries: dict[str, str]
    stories: dict[str, str]
    categories: tuple[str, ...]
    recording: Recording


@dataclass(frozen=True)
class Font:
    """Fonts of a package: their registry, package and licence. `files` are the used members of that
    package, with the SHA-256 of each.
    """

    name: str
    version: str
    registry: str
    package: str
    licence: str
    licence_file: str
    files: dict[str, str]


FONTS = (
    Font(
        "Pretendard",
        "1.3.9",
        "npm",
        "pretendard@1.3.9",
        "OFL-1.1",
        "package/dist/LICENSE.txt",
        {
            "package/dist/public/static/Pretendard-Regular.otf": (
                "3ffbacde6ab8411f1d2db54bb9b1f0b3ee2a738932033722cf0388c06aed1c93"
            ),
            "package/dist/public/static/Pretendard-SemiBold.otf": (
                "c89bc43027dc7cde5726e96223376f8eec09302b2fc1f8147fd5b57cfc376118"
            ),
        },
    ),
    Font(
        "D2Coding",
        "1.3.2",
        "debian",
        "fonts-naver-d2coding",
        "OFL-1.1",
        "usr/share/doc/fonts-naver-d2coding/copyright",
        {
            "usr/share/fonts/truetype/naver-d2coding/D2Coding-Ver1.3.2-20180524-all.ttc": (
                "3722c0295b77510e969003241e12cdbffe27e30e80f3c73137439d18e23b9bdb"
            ),
        },
    ),
)


def describe(root: Path, version: str = "") -> Description:
    """Return the description of a checkout; another `version` is for trying an upgrade."""
    told = json.loads((root / "resources" / "desktop.json").read_text(encoding="utf-8"))
    recording = told["recording"]
    return Description(
        "visualizer",
        version or version_of(root),
        told["id"],
        told["title"],
        told["summary"],
        told["story"],
        tuple(told["categories"]),
        Recording(recording["type"], recording["parent"], recording["suffix"], recording["title"]),
    )


def version_of(root: Path) -> str:
    """Return the version of a checkout from the file that pyproject.toml names."""
    text = (root / "visualizer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise ValueError("visualizer/__init__.py does not say its version")
    return found.group(1)
