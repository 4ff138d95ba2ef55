"""Compiles the C modules for other systems by zig, which has the headers of all. The set-up for
Windows contains its modules. The others are compiled with each package only as a check, since
developers work on one system.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from package_tools import ask, call, stage

if TYPE_CHECKING:
    from collections.abc import Iterable

MACOS_LAUNCHER = Path(__file__).resolve().parent / "package_macos_launcher.c"
WINDOWS_CONFIGURATION = Path(__file__).resolve().parent / "package_windows_pyconfig.h"
HEADERS = """
import sysconfig
print(sysconfig.get_path("include"), sysconfig.get_config_h_filename(), sep="\\n")
"""
# The C modules, below the folder of all sources, each next to its sources.
CORE = Path("visualizer", "recorder", "core", "native")
PARTS = (
    CORE,
    Path("visualizer", "recording", "follow", "compiled"),
    Path("visualizer", "layout", "routing", "compiled"),
)
OPTIONS = (
    *("-O2", "-fPIC", "-fvisibility=hidden", "-fno-strict-overflow", "-DNDEBUG"),
    *("-Wall", "-Werror"),
)


@dataclass(frozen=True)
class Target:
    """A target system: our name for it, zig's name, and the options of its linker."""

    name: str
    triple: str
    linking: tuple[str, ...] = ()

    @property
    def is_windows(self) -> bool:
        """Whether it is Windows, which links extension modules with Python's library."""
        return "windows" in self.triple


WINDOWS = Target("Windows, x86-64", "x86_64-windows-gnu")
LATER = ("-Wl,-undefined,dynamic_lookup",)
TARGETS = (
    WINDOWS,
    Target("macOS, ARM", "aarch64-macos", LATER),
    Target("macOS, x86-64", "x86_64-macos", LATER),
    Target("Linux, ARM", "aarch64-linux-gnu"),
)


class Zig:
    """The compiler; its cache is below `folder`."""

    def __init__(self, executable: Path, folder: Path) -> None:
        self._executable = executable
        self._folder = folder

    def __call__(self, *arguments: str | Path) -> None:
        """Run it. Raises PackageError with its output on failure."""
        names = ("ZIG_GLOBAL_CACHE_DIR", "ZIG_LOCAL_CACHE_DIR")
        ask(self._executable, *arguments, variables={name: str(self._folder) for name in names})

    def compile(self, target: Target, include: Path, sources: Iterable[Path], made: Path) -> None:
        """Compile and link a module; for Windows, the library `python.lib` is next to `made`."""
        library = [made.with_name("python.lib")] if target.is_windows else []
        made.parent.mkdir(parents=True, exist_ok=True)
        self(
            *("cc", "-target", target.triple, "-shared", "-s", *OPTIONS, *target.linking),
            *("-isystem", include),
            *sources,
            *library,
            *("-o", made),
        )

    def make_library(self, module: str, names: Iterable[str], path: Path) -> None:
        """Make the import library of a DLL with these names."""
        definition = path.with_suffix(".def")
        definition.parent.mkdir(parents=True, exist_ok=True)
        lines = (f"LIBRARY {module}", "EXPORTS", *names)
        definition.write_text("\n".join(lines) + "\n", encoding="ascii")
        self("dlltool", "-m", "i386:x86-64", "-d", definition, "-l", path)


def sources_of(root: Path, part: Path) -> list[Path]:
    """Return the C files of a module."""
    return sorted((root / part.parent).glob("*.c"))


def make_wire(root: Path, python: Path) -> None:
    """Make the header of the wire, which the engine includes."""
    core = (root / CORE).parent
    call(python, core / "wire_header.py", core / "wire.h")


def copy_headers(python: Path, target: Target, folder: Path) -> None:
    """Copy an interpreter's headers for another system. Only the configuration header differs: for
    our modules, macOS matches Linux.
    """
    include, configuration = ask(python, "-I", "-c", HEADERS).split("\n")[:2]
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(include, folder)
    told = WINDOWS_CONFIGURATION if target.is_windows else machine_configuration(configuration)
    shutil.copyfile(told, folder / "pyconfig.h")


def machine_configuration(found: str) -> Path:
    """Return the configuration header itself: Debian's includes that of the machine."""
    path = Path(found)
    for line in path.read_text(encoding="utf-8").splitlines():
        name = line.partition("<")[2].rstrip(">")
        if name.startswith("x86_64-linux-gnu/"):
            return path.parent.parent / name
    return path


def compile_everywhere(zig: Zig, root: Path, python: Path, folder: Path) -> None:
    """Compile every module for every target. Raises PackageError on failure. The results are not
    distributed: no interpreter of those systems was asked.
    """
    make_wire(root, python)
    for target in TARGETS:
        with stage(f"compiling the parts in C for {target.name}"):
            headers = folder / target.triple / "include"
            copy_headers(python, target, headers)
            for part in PARTS:
                made = folder / target.triple / ".".join(part.parts)
                if target.is_windows:
                    compile_objects(zig, target, headers, sources_of(root, part), made)
                else:
                    zig.compile(target, headers, sources_of(root, part), made)
            if "macos" in target.triple:
                launcher = folder / target.triple / "visualizer"
                zig("cc", "-target", target.triple, '-DPYTHON="3"', MACOS_LAUNCHER, "-o", launcher)


def compile_objects(
    zig: Zig, target: Target, include: Path, sources: Iterable[Path], folder: Path
) -> None:
    """Compile without linking, for lack of an interpreter's library."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sources:
        zig(
            *("cc", "-target", target.triple, *OPTIONS, "-isystem", include),
            *("-c", path, "-o", folder / f"{path.stem}.o"),
        )
