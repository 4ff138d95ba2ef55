"""The AppImage: one file that runs on any Linux desktop, also without being installed.

Its head (appimage_runtime.c) is compiled here with Debian's static libraries, as no registry has a
finished one. It contains the X11 libraries that desktops may lack.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from package_bill import add_licences, add_to_bill
from package_bundle import make_readable
from package_description import MOST_APPIMAGE
from package_libraries import OF_THE_WINDOW, is_elf, look_for
from package_share import write_share
from package_system_parts import debian_part
from package_tools import ask, call, hold, stage

if TYPE_CHECKING:
    from package_bundle import Workshop
    from package_libraries import Patchelf
    from package_python import Bundle

RUNTIME = Path(__file__).resolve().parent / "appimage_runtime.c"
LIBRARIES = ("squashfuse_ll", "squashfuse", "fuse3", "zstd", "lz4", "lzma", "z", "pthread")
# Bytes 8 to 10 of the file mark an AppImage of type 2.
MARK = b"AI\x02"
APP_RUN = """\
#!/bin/sh
exec "$APPDIR/usr/lib/{name}/bin/{name}" "$@"
"""


def build_appimage(shop: Workshop, bundle: Bundle) -> Path:
    """Lay out the folder, pack it as squashfs and put the runtime before it."""
    name = shop.description.name
    root = shop.folder / "AppDir"
    shutil.rmtree(root, ignore_errors=True)
    inside = root / "usr" / "lib" / name
    shutil.copytree(bundle.folder, inside, symlinks=True)
    brought = bring_window(inside / bundle.site.relative_to(bundle.folder), shop.patchelf)
    write_parts([*brought, *runtime_libraries()], inside / bundle.share.relative_to(bundle.folder))
    write_entries(shop, bundle, root)
    make_readable(root)
    image = shop.folder / "image.squashfs"
    image.unlink(missing_ok=True)
    machine = ask("uname", "-m").strip()
    path = shop.dist / f"{name}-{shop.description.version}-{machine}.AppImage"
    with stage(f"packing {path.name}"):
        ask(
            *("mksquashfs", root, image, "-root-owned", "-no-xattrs", "-noappend", "-quiet"),
            *("-comp", "xz", "-Xbcj", "x86", "-b", "256K", "-no-progress"),
        )
    path.write_bytes(build_runtime(shop.folder) + image.read_bytes())
    path.chmod(0o755)
    image.unlink()
    hold(path, MOST_APPIMAGE)
    return path


def bring_window(site: Path, patchelf: Patchelf) -> list[Path]:
    """Copy the libraries that many desktops lack to Qt's own, where Qt looks first. Return their
    original paths.
    """
    folder = site / "PySide6" / "Qt" / "lib"
    brought = []
    todo = [path for path in (site / "PySide6").rglob("*.so*") if is_elf(path)]
    while todo:
        path = todo.pop()
        for name in patchelf.needed(path):
            if name in OF_THE_WINDOW and not (folder / name).exists():
                brought.append(look_for(name))
                shutil.copy2(brought[-1], folder / name)
                patchelf.look_in(folder / name, folder)
                todo.append(folder / name)
    return brought


def runtime_libraries() -> list[Path]:
    """Return the static libraries in the head of the file, and the C library."""
    names = [*(f"lib{name}.a" for name in LIBRARIES), "libc.a"]
    return [Path(ask("gcc", f"-print-file-name={name}").strip()) for name in names]


def write_parts(libraries: list[Path], share: Path) -> None:
    """Add the libraries that the AppImage alone brings to its licences and its bill."""
    parts = {part.address: part for part in map(debian_part, libraries)}
    add_licences(parts.values(), share / "licences")
    add_to_bill(parts.values(), share / "bill.cdx.json")


def write_entries(shop: Workshop, bundle: Bundle, root: Path) -> None:
    """Write the start command, and the entry and icon at the top that a desktop reads."""
    description = shop.description
    start = root / "AppRun"
    start.write_text(APP_RUN.format(name=description.name), encoding="utf-8")
    start.chmod(0o755)
    share = root / "usr" / "share"
    write_share(bundle, description, share, [description.name])
    shutil.copyfile(
        share / "applications" / f"{description.id}.desktop", root / f"{description.id}.desktop"
    )
    drawn = share / "icons/hicolor/256x256/apps" / f"{description.id}.png"
    shutil.copyfile(drawn, root / drawn.name)
    (root / ".DirIcon").symlink_to(drawn.name)


def build_runtime(folder: Path) -> bytes:
    """Compile the head of the file and mark it."""
    program = folder / "appimage-runtime"
    options = ("-O2", "-static", "-ffunction-sections", "-Wl,--gc-sections")
    call("gcc", *options, "-o", program, RUNTIME, *(f"-l{name}" for name in LIBRARIES))
    call("strip", program)
    head = bytearray(program.read_bytes())
    head[8:11] = MARK
    return bytes(head)
