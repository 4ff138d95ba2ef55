"""The package for Debian and its relatives: the bundle below /usr/lib, other files in their places.
It has no maintainer scripts: dpkg's triggers register the menu entry and file type, and dpkg owns
all files, so that a purge leaves nothing.
"""

from __future__ import annotations

import gzip
import shutil
import time
from typing import TYPE_CHECKING

from package_bundle import make_readable
from package_description import LICENCE, MAINTAINER, MOST_PACKED
from package_libraries import debian_packages, needed_from_outside
from package_share import write_share
from package_tools import ask, call, hold, size_of, stage

if TYPE_CHECKING:
    from pathlib import Path

    from package_bundle import Workshop
    from package_description import Description
    from package_python import Bundle

# The window opens without these: they print, or draw on Wayland instead of X11.
OPTIONAL = (
    "libcups.so.2",
    "libwayland-client.so.0",
    "libwayland-cursor.so.0",
    "libwayland-egl.so.1",
)
SUGGESTED = ("shared-mime-info", "desktop-file-utils", "hicolor-icon-theme")
# The newest C library that the interpreter and the wheels may need: Debian 12's.
C_LIBRARY = "libc6 (>= 2.36)"


def build_deb(shop: Workshop, bundle: Bundle) -> Path:
    """Lay out the installed files, and pack them by dpkg-deb."""
    name, version = shop.description.name, shop.description.version
    root = shop.folder / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle.folder, root / "usr" / "lib" / name, symlinks=True)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / name).symlink_to(f"../lib/{name}/bin/{name}")
    write_share(bundle, shop.description, root / "usr" / "share", [f"/usr/bin/{name}"])
    write_documents(shop, root / "usr" / "share" / "doc" / name)
    make_readable(root)
    needed = needed_from_outside(bundle.folder.rglob("*"), shop.patchelf)
    control = root / "DEBIAN" / "control"
    control.parent.mkdir(mode=0o755)
    control.write_text(control_file(shop.description, needed, size_of(root)), encoding="utf-8")
    machine = ask("dpkg", "--print-architecture").strip()
    path = shop.dist / f"{name}_{version}_{machine}.deb"
    with stage(f"packing {path.name}"):
        call("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, path)
    hold(path, MOST_PACKED)
    return path


def control_file(description: Description, needed: set[str], size: int) -> str:
    """Return the control file for dpkg; `needed` are its libraries, `size` is in bytes."""
    packages = set(debian_packages(needed - set(OPTIONAL))) - {"libc6"}
    wanted = sorted({*debian_packages(needed & set(OPTIONAL)), *SUGGESTED} - packages)
    machine = ask("dpkg", "--print-architecture").strip()
    return (
        f"Package: {description.name}\n"
        f"Version: {description.version}\n"
        f"Architecture: {machine}\n"
        f"Maintainer: {MAINTAINER}\n"
        f"Installed-Size: {-(-size // 1024)}\n"
        "Section: education\n"
        "Priority: optional\n"
        f"Depends: {', '.join((C_LIBRARY, *sorted(packages)))}\n"
        f"Recommends: {', '.join(wanted)}\n"
        f"Description: {description.summaries['en']}\n"
        f"{_folded(description.stories['en'])}"
    )


def _folded(text: str) -> str:
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > 76:
            lines.append(line)
            line = ""
        line += f" {word}"
    return "".join(f"{one}\n" for one in (*lines, line))


def write_documents(shop: Workshop, folder: Path) -> None:
    """Write the copyright and the changes to Debian's places."""
    folder.mkdir(parents=True)
    own = (shop.root / "LICENSE").read_text(encoding="utf-8")
    below = "".join(f" {line}\n" if line else " .\n" for line in own.splitlines())
    text = (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        f"Upstream-Name: {shop.description.name}\n"
        "Comment: What others wrote, Python, Qt and the rest, comes with its licences in\n"
        f" /usr/lib/{shop.description.name}/share/visualizer/licences.\n\n"
        f"Files: *\nCopyright: The visualizer authors\nLicense: {LICENCE}\n{below}"
    )
    (folder / "copyright").write_text(text, encoding="utf-8")
    day = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime())
    changes = (
        f"{shop.description.name} ({shop.description.version}) stable; urgency=medium\n\n"
        f"  * Version {shop.description.version}.\n\n -- {MAINTAINER}  {day}\n"
    )
    (folder / "changelog.gz").write_bytes(gzip.compress(changes.encode(), mtime=0))
