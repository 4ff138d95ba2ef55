"""System libraries that Qt needs on Linux, and Korean fonts."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from dev_environment import STANDARD_ERROR, say

# Shared library: the Debian package that has it.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
# Where Debian puts a font: the package that has it.
FONTS = {
    "/usr/share/fonts/truetype/nanum/NanumGothic.ttf": "fonts-nanum",
    "/usr/share/fonts/truetype/nanum/NanumGothicCoding.ttf": "fonts-nanum-coding",
}


def install_missing_packages() -> None:
    """Install what the window needs of the system, or name it where that is not allowed."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages()
    if not missing or install_with_apt(missing):
        return
    say(
        f"the window needs packages that are missing here, by Debian's names: {' '.join(missing)} "
        f"(as administrator: apt-get install {' '.join(missing)}); going on without them"
    )


def missing_packages() -> list[str]:
    """Debian's names for what is missing; the loader is asked, so it holds for any Linux."""
    libraries = [package for name, package in LIBRARIES.items() if not can_load(name)]
    fonts = [package for path, package in FONTS.items() if not Path(path).exists()]
    return libraries + (fonts if has_apt() else [])


def can_load(library: str) -> bool:
    """Whether the dynamic loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_apt() -> bool:
    """Whether this is Debian or a relative of it."""
    return shutil.which("apt-get") is not None


def install_with_apt(packages: list[str]) -> bool:
    """Install packages where this is root on Debian; say whether that was done."""
    if not has_apt() or os.geteuid() != 0:
        return False
    say(f"installing {' '.join(packages)}")
    # -o: another set-up on this machine may be installing too.
    options = ("-q", "-y", "-o", "DPkg::Lock::Timeout=300")
    return apt_get("update", *options) and apt_get(
        "install", "--no-install-recommends", *options, *packages
    )


def apt_get(*arguments: str) -> bool:
    """Run apt-get without questions; say whether it succeeded."""
    code = subprocess.call(
        ("apt-get", *arguments),
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=STANDARD_ERROR,
    )
    return code == 0
