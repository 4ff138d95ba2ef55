"""Selects the build of the recorder's C part for an interpreter, whose object layouts must match.

That is the build next to the sources, made at installation, if it fits the interpreter; otherwise
one in the user's cache, compiled on first use.
"""

import os
import sys
from collections.abc import Callable
from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from pathlib import Path
from typing import NamedTuple

from visualizer.platform.folders import cache_folder, make_private_folder
from visualizer.platform.python import machine
from visualizer.recorder import wire

SOURCES = Path(wire.__file__).parent / "core"
NAME = "visualizer.recorder.core.native"


class Build(NamedTuple):
    """Identifies one build of an interpreter: ``sys.hexversion``, ABI flags, and ``sys.version``.

    The text of ``sys.version`` has the date of the build and its compiler.
    """

    version: int
    flags: str
    text: str


class Core(NamedTuple):
    """The file of the C part to load; None if the recorder finds its own, or if there is none.

    ``missing`` is the reason if there is none.
    """

    file: Path | None = None
    missing: str = ""


class NotBuilt(Exception):
    """There is no build for an interpreter; the message is the reason."""


def never_cancelled() -> bool:
    """Return False: the caller never cancels."""
    return False


def own_build() -> Build:
    """Return the build of our own interpreter."""
    return Build(sys.hexversion, getattr(sys, "abiflags", ""), " ".join(sys.version.split()))


def core_for(
    python: str, build: Build | None, is_cancelled: Callable[[], bool] = never_cancelled
) -> Core:
    """Return the C part for ``python``, whose build is ``build``; None is our own.

    Compiles it if necessary, which takes seconds; ``is_cancelled`` is polled meanwhile.
    """
    if build in (None, own_build()) and has_installed_build():
        return Core()
    try:
        return Core(_cached(python, build or own_build(), is_cancelled))
    except NotBuilt as error:
        return Core(None, str(error))
    except OSError as error:
        return Core(None, f"{error.filename}: {error.strerror or error}")


def _cached(python: str, build: Build, is_cancelled: Callable[[], bool]) -> Path:
    above = cache_folder()
    if above is None:
        raise NotBuilt("there is no folder to keep a build in")
    folder = above / "core"
    file = folder / f"native-{cache_key(build)}.so"
    if not file.is_file():
        # Imported only to compile, which happens once.
        from visualizer.session.engine.building import build_once

        build_once(os.path.abspath(python), build, file, is_cancelled)
    elif not make_private_folder(folder):
        raise NotBuilt(f"{folder}: others may write to it")
    return file


def cache_key(build: Build) -> str:
    """Return a key that is the same only for the same interpreter, machine and sources."""
    import hashlib

    from visualizer.recorder.core import wire_header

    about = (*build, sys.platform, machine(), wire_header.header(vars(wire)))
    digest = hashlib.sha256("\0".join(map(str, about)).encode())
    for path in sources():
        digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    version = ".".join(str(build.version >> shift & 255) for shift in (24, 16, 8))
    return f"{version}{build.flags}-{digest.hexdigest()[:16]}"


def sources() -> list[Path]:
    """Return the C sources without the header of the wire format, which is generated."""
    from visualizer.recorder.core import wire_header

    found = (path for path in SOURCES.iterdir() if path.suffix in {".c", ".h"})
    return sorted(path for path in found if path.name != wire_header.NAME)


@cache
def has_installed_build() -> bool:
    """Whether the build next to the installed sources fits our own interpreter."""
    stem = NAME.rpartition(".")[2]
    found = (SOURCES / f"{stem}{suffix}" for suffix in EXTENSION_SUFFIXES)
    path = next((str(path) for path in found if path.is_file()), None)
    if path is None:
        return False
    loader = ExtensionFileLoader(NAME, path)
    try:
        native = loader.create_module(ModuleSpec(NAME, loader, origin=path))
        loader.exec_module(native)
    except ImportError:
        return False
    return bool(native.fits_)
