"""Shared libraries on Linux: finds a file's libraries, copies them, sets their search paths."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from package_tools import PackageError, ask, call

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Every Linux desktop has these, in a version for its kernel, drivers and X server: the list that
# AppImages leave to the system. With Debian's package of each.
OF_THE_SYSTEM = {
    "ld-linux-aarch64.so.1": "libc6",
    "ld-linux-x86-64.so.2": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libcups.so.2": "libcups2 | libcups2t64",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgobject-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgio-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgtk-3.so.0": "libgtk-3-0 | libgtk-3-0t64",
    "libgdk-3.so.0": "libgtk-3-0 | libgtk-3-0t64",
    "libgdk_pixbuf-2.0.so.0": "libgdk-pixbuf-2.0-0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
}
# Libraries that desktops may lack: a .deb depends on them, an AppImage contains them.
OF_THE_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xinput.so.0": "libxcb-xinput0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
# Under the GPL, which would then apply to the whole package.
UNWANTED = ("libreadline", "libgdbm")


class Patchelf:
    """The program that reads and changes the needed libraries and search paths of a library."""

    def __init__(self, executable: Path) -> None:
        self._executable = executable

    def needed(self, path: Path) -> list[str]:
        """Return the names of the libraries that a file itself needs."""
        return ask(self._executable, "--print-needed", path).split()

    def look_in(self, path: Path, folder: Path) -> None:
        """Set the search path of a file to a folder relative to it. RUNPATH, not RPATH: the older
        kind would also affect the libraries that the system's own ones load.
        """
        way = os.path.relpath(folder, path.parent)
        origin = "$ORIGIN" if way == "." else f"$ORIGIN/{way}"
        path.chmod(path.stat().st_mode | 0o200)
        call(self._executable, "--set-rpath", origin, path)


def is_elf(path: Path) -> bool:
    """Whether a file is a program or a library of Linux."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def leave_out(folder: Path, patchelf: Patchelf) -> None:
    """Delete the extension modules that need a library which we may not distribute."""
    for module in folder.glob("*.so"):
        if any(name.startswith(UNWANTED) for name in patchelf.needed(module)):
            module.unlink()


def bring_along(originals: Mapping[Path, Path], folder: Path, patchelf: Patchelf) -> None:
    """Copy to `folder` the needed libraries that not every system has, and those that they need.
    `originals` maps the bundle's files to their sources, for which the loader finds the libraries.
    """
    todo = dict(originals)
    while todo:
        path, original = todo.popitem()
        if not is_elf(path):
            continue
        call("strip", "--strip-unneeded", path)
        found: dict[str, Path] | None = None
        for name in patchelf.needed(path):
            if name in OF_THE_SYSTEM or (folder / name).exists():
                continue
            found = resolved(original) if found is None else found
            if name not in found:
                raise PackageError(f"{original}: the loader does not find {name}")
            shutil.copy2(found[name], folder / name)
            todo[folder / name] = found[name]
        patchelf.look_in(path, folder)


def strip(folder: Path) -> None:
    """Strip debugging names from libraries."""
    for path in folder.rglob("*.so*"):
        if is_elf(path):
            call("strip", "--strip-unneeded", path)


def resolved(path: Path) -> dict[str, Path]:
    """Return the libraries that the loader finds for a file, by name."""
    lines = re.findall(r"^\s*(\S+) => (/\S+)", ask("ldd", path), re.MULTILINE)
    return {name: Path(found) for name, found in lines}


def look_for(name: str) -> Path:
    """Return this system's path of a library. Raises PackageError if it has none."""
    found = re.search(rf"^\s*{re.escape(name)} .*=> (/\S+)$", ask("ldconfig", "-p"), re.MULTILINE)
    if found is None:
        raise PackageError(f"{name}: not installed here, and the AppImage has to bring it")
    return Path(found.group(1))


def needed_from_outside(paths: Iterable[Path], patchelf: Patchelf) -> set[str]:
    """Return the names of all libraries that these files need from outside."""
    files = [path for path in paths if is_elf(path)]
    own = {path.name for path in files}
    return {name for path in files for name in patchelf.needed(path)} - own


def debian_packages(names: Iterable[str]) -> list[str]:
    """Return Debian's packages with these libraries. Raises PackageError for an unknown one."""
    known = {**OF_THE_SYSTEM, **OF_THE_WINDOW}
    unknown = sorted(set(names) - set(known))
    if unknown:
        raise PackageError(
            f"of {', '.join(unknown)} it is not known which Debian package has them:"
            " add them to packaging/package_libraries.py"
        )
    return sorted({known[name] for name in names})
