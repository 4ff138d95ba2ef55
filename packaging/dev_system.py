"""Installs Qt's system libraries on Linux, Korean fonts, and the tests' X server."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import time
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
    # A window on an X server, also where a Wayland desktop offers one.
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# A virtual screen and its keyboard: the package of each program.
PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool"}
# The browsers that the tests use; Debian's package has the name of the first.
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# The path of a font on Debian: its package.
FONTS = {
    "/usr/share/fonts/truetype/nanum/NanumGothic.ttf": "fonts-nanum",
    "/usr/share/fonts/truetype/nanum/NanumGothicCoding.ttf": "fonts-nanum-coding",
}
# apt-get waits for another installation (DPkg::Lock::Timeout), but not for an update.
LISTS_LOCK = Path("/var/lib/apt/lists/lock")
PATIENCE, A_LOOK = 300.0, 1.0
"""Seconds to wait for another apt-get, and between two checks."""


def install_missing_packages() -> None:
    """Install the system packages of the window, or print them if that is not permitted."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages()
    if not missing or install_with_apt(missing):
        return
    say(
        "the window or its tests need packages that are missing here, by Debian's names: "
        f"{' '.join(missing)} (as administrator: apt-get install {' '.join(missing)}); "
        "going on without them"
    )


def install_browser() -> None:
    """Install Chromium, which the tests use for pages, or print that it is missing."""
    if any(shutil.which(name) for name in BROWSERS):
        return
    if not (has_apt() and install_with_apt([BROWSERS[0]])):
        say(
            "no Chromium is installed here: the tests of pages in a browser are going to be skipped"
        )


def missing_packages() -> list[str]:
    """Return Debian's names of missing packages; the loader decides, so any Linux will do."""
    libraries = [package for name, package in LIBRARIES.items() if not can_load(name)]
    fonts = [package for path, package in FONTS.items() if not Path(path).exists()]
    programs = [package for name, package in PROGRAMS.items() if shutil.which(name) is None]
    return libraries + (fonts + programs if has_apt() else [])


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
    """Install packages as root on Debian; return whether that succeeded."""
    if not has_apt() or os.geteuid() != 0:
        return False
    say(f"installing {' '.join(packages)}")
    # -o: another set-up on this machine may be installing too.
    options = ("-q", "-y", "-o", f"DPkg::Lock::Timeout={PATIENCE:.0f}")
    wait_for_lists(LISTS_LOCK)
    return apt_get("update", *options) and apt_get(
        "install", "--no-install-recommends", *options, *packages
    )


def wait_for_lists(lock: Path) -> None:
    """Wait until no other process has locked apt's lists of packages, but not forever."""
    import fcntl  # not on Windows

    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with lock.open("r+b") as file:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(A_LOOK)
        except OSError:
            # There are no lists yet, or only root may read them.
            return
        else:
            return


def apt_get(*arguments: str) -> bool:
    """Run apt-get without questions; return whether it succeeded."""
    code = subprocess.call(
        ("apt-get", *arguments),
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=STANDARD_ERROR,
    )
    return code == 0
