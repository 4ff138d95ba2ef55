"""The shared libraries from this system in a package: their Debian packages and licences."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from package_bill import Part
from package_libraries import resolved
from package_tools import PackageError, ask

if TYPE_CHECKING:
    from package_libraries import Patchelf
    from package_python import Bundle, Python

COMMON_LICENCES = Path("/usr/share/common-licenses")
# Licences by Debian's source package, in SPDX's form.
LICENCES = {
    "bzip2": "bzip2-1.0.6",
    "expat": "MIT",
    "fuse3": "LGPL-2.1-only",
    "glibc": "LGPL-2.1-or-later",
    "libbsd": "BSD-3-Clause",
    "libffi": "MIT",
    "libedit": "BSD-3-Clause",
    "libmd": "BSD-3-Clause",
    "libxcb": "MIT",
    "libxcursor": "MIT",
    "libxext": "MIT",
    "xft": "MIT",
    "libxkbcommon": "MIT",
    "libxrender": "MIT",
    "libxss": "MIT",
    "libzstd": "BSD-3-Clause",
    "lz4": "BSD-2-Clause",
    "mpdecimal": "BSD-2-Clause",
    "ncurses": "X11-distribute-modifications-variant",
    "openssl": "Apache-2.0",
    "sqlite3": "blessing",
    "squashfuse": "BSD-2-Clause",
    "tcl8.6": "TCL",
    "tk8.6": "TCL",
    "util-linux": "BSD-3-Clause",
    "xcb-util": "MIT",
    "xcb-util-cursor": "MIT",
    "xcb-util-image": "MIT",
    "xcb-util-keysyms": "MIT",
    "xcb-util-renderutil": "MIT",
    "xcb-util-wm": "MIT",
    "xz-utils": "0BSD",
    "zlib": "Zlib",
}


def system_parts(bundle: Bundle, python: Python, patchelf: Patchelf) -> list[Part]:
    """Return a part for each Debian source package with a library in the bundle's `lib`. An
    interpreter that uv fetched contains its libraries, and its licence covers them.
    """
    names = [
        path.name
        for path in sorted(bundle.lib.glob("*.so*"))
        if not path.is_symlink() and not path.name.startswith("libpython")
    ]
    own = {path.name for path in (python.prefix / "lib").glob("*.so*")}
    return debian_parts([name for name in names if name not in own], python)


def debian_parts(names: list[str], python: Python) -> list[Part]:
    """Return the Debian source packages of libraries that the loader finds, each once."""
    found: dict[str, Path] = {}
    for module in python.library.glob("lib-dynload/*.so"):
        found.update(resolved(module))
    parts: dict[str, Part] = {}
    for name in names:
        if name not in found:
            raise PackageError(f"{name}: nobody knows any more where it came from")
        part = debian_part(found[name])
        parts[part.name] = part
    return [parts[name] for name in sorted(parts)]


def debian_part(library: Path) -> Part:
    """Return the source package of an installed library."""
    package = _owner(library)
    told = ask("dpkg-query", "-W", "-f", "${source:Package}\n${Version}", package).split("\n")
    source, version = told[0], told[1]
    if source not in LICENCES:
        raise PackageError(f"{source}: look up its licence and add it to {Path(__file__).name}")
    text = Path("/usr/share/doc", package.partition(":")[0], "copyright")
    address = f"pkg:deb/debian/{source}@{version}"
    texts = (text, *common_texts(text, LICENCES[source]))
    return Part(source, version, LICENCES[source], address, texts)


def common_texts(copyright_file: Path, licence: str, folder: Path = COMMON_LICENCES) -> list[Path]:
    """Return a licence's text that Debian's packages replace by a reference to a folder."""
    told = copyright_file.read_text(encoding="utf-8", errors="replace")
    name = licence.removesuffix("-only").removesuffix("-or-later")
    return [folder / name] if f"common-licenses/{name}" in told else []


def _owner(library: Path) -> str:
    # If /lib is a link to /usr/lib, dpkg knows a file by one of its two paths only.
    real = str(library.resolve())
    for name in (real, re.sub(r"^/usr/", "/", real), str(library)):
        try:
            return ask("dpkg-query", "-S", name).split(": ")[0]
        except PackageError:
            continue
    raise PackageError(f"{library}: of no Debian package; its licence is not known")
