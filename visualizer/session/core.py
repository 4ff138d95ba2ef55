"""Which build of the recorder's part in C a program gets: one whose layouts are its interpreter's.

That is the build beside its sources, made when we were installed, where it is for the interpreter
that runs the program; else one of its own in the user's cache, made the first time it is asked for.
"""

import os
import sys
from collections.abc import Callable
from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from pathlib import Path
from typing import NamedTuple

from visualizer.platform.python import machine
from visualizer.recorder import wire
from visualizer.session.cache import cache_folder, make_own

SOURCES = Path(wire.__file__).parent / "core"
NAME = "visualizer.recorder.core.native"


class Build(NamedTuple):
    """An interpreter's very own build: version as ``sys.hexversion``, letters of its ABI, and the
    words of ``sys.version``, which say when and with what it was compiled.
    """

    version: int
    flags: str
    text: str


class Core(NamedTuple):
    """The file that the recorder is told of, None where it finds its own or there is none.

    ``missing`` says why there is none.
    """

    file: Path | None = None
    missing: str = ""


class NotBuilt(Exception):
    """There is no build for an interpreter; the message says why."""


def never() -> bool:
    """Whoever asked still waits."""
    return False


def own_build() -> Build:
    """That of the interpreter that we run in."""
    return Build(sys.hexversion, getattr(sys, "abiflags", ""), " ".join(sys.version.split()))


def core_for(python: str, build: Build | None, given_up: Callable[[], bool] = never) -> Core:
    """What the recorder is to take in ``python``, which is that ``build``, None where it is ours.

    It is compiled where it has to be, which takes some seconds; ``given_up`` tells that nobody
    waits for it any more.
    """
    if build in (None, own_build()) and is_beside_its_sources():
        return Core()
    try:
        return Core(_kept(python, build or own_build(), given_up))
    except NotBuilt as error:
        return Core(None, str(error))
    except OSError as error:
        return Core(None, f"{error.filename}: {error.strerror or error}")


def _kept(python: str, build: Build, given_up: Callable[[], bool]) -> Path:
    above = cache_folder()
    if above is None:
        raise NotBuilt("there is no folder to keep a build in")
    folder = above / "core"
    file = folder / f"native-{key_of(build)}.so"
    if not file.is_file():
        # Imported where there is something to compile, which is once.
        from visualizer.session.building import build_once

        build_once(os.path.abspath(python), build, file, given_up)
    elif not make_own(folder):
        raise NotBuilt(f"{folder}: others may write to it")
    return file


def key_of(build: Build) -> str:
    """What is the same for the same interpreter, machine and sources, and for nothing else."""
    import hashlib

    from visualizer.recorder.core import wire_header

    about = (*build, sys.platform, machine(), wire_header.header(vars(wire)))
    digest = hashlib.sha256("\0".join(map(str, about)).encode())
    for path in sources():
        digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    version = ".".join(str(build.version >> shift & 255) for shift in (24, 16, 8))
    return f"{version}{build.flags}-{digest.hexdigest()[:16]}"


def sources() -> list[Path]:
    """Those in C, less the header of the wire, which is made anew."""
    from visualizer.recorder.core import wire_header

    found = (path for path in SOURCES.iterdir() if path.suffix in {".c", ".h"})
    return sorted(path for path in found if path.name != wire_header.NAME)


@cache
def is_beside_its_sources() -> bool:
    """Whether there is a build for our own interpreter where we are installed."""
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
