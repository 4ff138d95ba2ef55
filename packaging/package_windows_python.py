"""The CPython in the set-up for Windows. A release uses python.org's own, with all of its parts:
the folder of its installer, or its zip package (`python-3.14.10-amd64.zip`). Its NuGet and its
embeddable package lack Tcl. By default it is one that uv fetches, which works too.
"""

from __future__ import annotations

import re
import shutil
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dev_environment import SetUpError
from package_description import PYTHON
from package_python import LEFT_OUT, TEST_MODULES
from package_tools import PackageError, ask

if TYPE_CHECKING:
    from dev_uv import Uv

NOT_TAKEN = ("include", "libs", "Doc", "Scripts", "Tools", "share", "Lib")
VERSION = re.compile(rb"P\0r\0o\0d\0u\0c\0t\0V\0e\0r\0s\0i\0o\0n\0(?:\0\0)+((?:[0-9.]\0)+)")


@dataclass(frozen=True)
class WindowsPython:
    """An interpreter for Windows to copy; `branch` is 3.14 of 3.14.10."""

    folder: Path
    version: str

    @property
    def branch(self) -> str:
        """The version without the last number."""
        return self.version.rpartition(".")[0]

    @property
    def library(self) -> Path:
        """The DLL that is the interpreter."""
        return self.folder / f"python{self.branch.replace('.', '')}.dll"

    @property
    def suffix(self) -> str:
        """The ending of its extension modules' files."""
        return f".cp{self.branch.replace('.', '')}-win_amd64.pyd"

    def sizes(self) -> dict[str, int]:
        """The sizes of the structures that the engine reads, as it publishes them for debuggers:
        the first part of Include/internal/pycore_debug_offsets.h (3.13: pycore_runtime.h).
        """
        major, minor, micro = map(int, self.version.split("."))
        release = major << 24 | minor << 16 | micro << 8 | 0xF0
        data = self.library.read_bytes()
        at = data.find(struct.pack("<8sQ", b"xdebugpy", release))
        if at < 0:
            raise PackageError(f"{self.library}: it does not tell its layouts")
        told = struct.unpack_from("<7Q", data, at)
        return {"_PyRuntimeState": told[3], "PyInterpreterState": told[6]}

    def names(self) -> list[str]:
        """The names that extension modules can be linked with."""
        return exported(self.library)


def choose_windows_python(uv: Uv, folder: Path, asked: str) -> WindowsPython:
    """Return the interpreter in the given folder, or one fetched into `folder`."""
    if asked:
        return windows_python(Path(asked))
    wanted = f"cpython-{PYTHON}-windows-x86_64-none"
    try:
        uv.run("python", "install", wanted, "--install-dir", folder, "--no-bin")
    except SetUpError as error:
        why = f"Python {PYTHON} for Windows cannot be fetched; name one by --windows-python"
        raise PackageError(why) from error
    return windows_python(folder / wanted)


def windows_python(folder: Path) -> WindowsPython:
    """Return the interpreter in a folder. Raises PackageError if there is none."""
    found = sorted(folder.glob("python3??.dll"))
    if len(found) != 1 or not (folder / "pythonw.exe").is_file():
        raise PackageError(f"{folder}: no CPython for Windows is there")
    said = VERSION.search(found[0].read_bytes())
    if said is None:
        raise PackageError(f"{found[0]}: it does not tell its version")
    return WindowsPython(folder, said.group(1).replace(b"\0", b"").decode())


def copy_windows_python(python: WindowsPython, folder: Path) -> None:
    """Copy an interpreter without its tests and the files for building against it."""
    shutil.rmtree(folder, ignore_errors=True)
    tests = shutil.ignore_patterns("__pycache__", *TEST_MODULES)
    library = shutil.ignore_patterns(*LEFT_OUT, *TEST_MODULES)
    folder.mkdir(parents=True)
    for path in python.folder.iterdir():
        if path.name in NOT_TAKEN or path.suffix in ("._pth", ".txt", ".zip", ".pdb"):
            continue
        if path.is_dir():
            shutil.copytree(path, folder / path.name, ignore=tests)
        else:
            shutil.copy2(path, folder / path.name)
    shutil.copytree(python.folder / "Lib", folder / "Lib", ignore=library)
    (folder / "Lib" / "site-packages").mkdir()


def needed(path: Path) -> list[str]:
    """Return the names of the DLLs that a file needs, in small letters: Windows ignores case."""
    said = ask("objdump", "--private-headers", path)
    return [name.lower() for name in re.findall(r"^\s*DLL Name: (\S+)", said, re.MULTILINE)]


def exported(library: Path) -> list[str]:
    """Return the names that a DLL exports."""
    said = ask("objdump", "--private-headers", library)
    table = said.partition("[Ordinal/Name Pointer] Table")[2].partition("\n\n")[0]
    return re.findall(r"^\s*\[\s*\d+\].* (\S+)$", table, re.MULTILINE)
