"""Fetches the fonts, each from a package of its registry, and checks their SHA-256. They go to the
resources of the installed application, where visualizer/diagram/fonts.py looks.
"""

from __future__ import annotations

import hashlib
import shutil
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

from dev_environment import say
from package_tools import PackageError, ask, call

if TYPE_CHECKING:
    from package_description import Font


def get_font(font: Font, store: Path) -> Path:
    """Return the folder with the files of a font and `LICENCE`, fetched the first time."""
    folder = store / f"{font.name}-{font.version}"
    if not folder.is_dir():
        say(f"fetching the font {font.name} {font.version}")
        scratch = store / f"{font.name}.new"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        unpacked = _unpack(font, scratch)
        fresh = scratch / "fresh"
        fresh.mkdir()
        for name in font.files:
            shutil.copyfile(unpacked / name, fresh / Path(name).name)
        shutil.copyfile(unpacked / font.licence_file, fresh / "LICENCE")
        fresh.rename(folder)
        shutil.rmtree(scratch)
    check_font(font, folder)
    return folder


def _unpack(font: Font, scratch: Path) -> Path:
    if font.registry == "npm":
        call("npm", "pack", "--silent", font.package, folder=scratch)
        (archive,) = scratch.glob("*.tgz")
        with tarfile.open(archive) as packed:
            for name in (*font.files, font.licence_file):
                packed.extract(name, scratch)
    else:
        # Downloading needs no rights; -o: apt's own user cannot write below a home folder.
        ask("apt-get", "download", "-o", "APT::Sandbox::User=root", font.package, folder=scratch)
        (archive,) = scratch.glob("*.deb")
        call("dpkg-deb", "-x", archive, scratch)
    return scratch


def check_font(font: Font, folder: Path) -> None:
    """Raise PackageError if a file's SHA-256 differs from that of the chosen one."""
    for name, expected in font.files.items():
        found = hashlib.sha256((folder / Path(name).name).read_bytes()).hexdigest()
        if found != expected:
            raise PackageError(f"{folder / Path(name).name}: its SHA-256 is {found}")


def install_fonts(fonts: tuple[Font, ...], store: Path, target: Path) -> None:
    """Copy the fonts to the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    for font in fonts:
        folder = get_font(font, store)
        for name in font.files:
            shutil.copyfile(folder / Path(name).name, target / Path(name).name)
