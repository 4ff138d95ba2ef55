"""Makes the application's wheel for Windows from this system's wheel and zig's C modules."""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from typing import TYPE_CHECKING

from package_parts import PARTS, WINDOWS, copy_headers, make_wire, sources_of
from package_tools import PackageError

if TYPE_CHECKING:
    from pathlib import Path

    from package_parts import Zig
    from package_python import Python
    from package_windows_python import WindowsPython

INCLUDED = """\
#define Py_BUILD_CORE 1
#define Py_BUILD_CORE_MODULE 1
#include <Python.h>
#include "internal/pycore_interp.h"
#include "internal/pycore_runtime.h"
"""


def compile_for_windows(
    zig: Zig, root: Path, python: WindowsPython, own: Python, folder: Path
) -> dict[str, Path]:
    """Compile every module; return the files by their names in a wheel. Missing headers come from
    our `own` interpreter of the same branch. Raises PackageError if its layouts differ, since the
    engine would refuse to run.
    """
    make_wire(root, own.executable)
    zig.make_library(python.library.name, python.names(), folder / "python.lib")
    headers = python.folder / "include"
    if not (headers / "internal").is_dir():
        if own.branch != python.branch:
            raise PackageError(f"{headers}: not there; name a Python {python.branch} by --python")
        headers = folder / "include"
        copy_headers(own.executable, WINDOWS, headers)
    check_layouts(zig, headers, python, folder)
    made = {}
    for part in PARTS:
        path = folder / ".".join((*part.parts, python.suffix[1:]))
        zig.compile(WINDOWS, headers, sources_of(root, part), path)
        made[f"{part.as_posix()}{python.suffix}"] = path
    return made


def check_layouts(zig: Zig, headers: Path, python: WindowsPython, folder: Path) -> None:
    """Raise PackageError if structures differ in size from the interpreter's."""
    lines = [
        f'_Static_assert(sizeof({name}) == {size}, "headers of another release");'
        for name, size in python.sizes().items()
    ]
    source = folder / "layouts.c"
    source.write_text("\n".join([INCLUDED, *lines, ""]), encoding="ascii")
    made = folder / "layouts.o"
    zig("cc", "-target", WINDOWS.triple, "-isystem", headers, "-c", source, "-o", made)


def windows_wheel(wheel: Path, python: WindowsPython, parts: dict[str, Path], folder: Path) -> Path:
    """Write a wheel with the modules for Windows instead of those for this system."""
    digits = python.branch.replace(".", "")
    tag = f"cp{digits}-cp{digits}-win_amd64"
    stem = "-".join(wheel.name.split("-")[:2])
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"{stem}-{tag}.whl"
    with zipfile.ZipFile(wheel) as before:
        files = {
            name: before.read(name)
            for name in before.namelist()
            if not name.endswith((".so", "/RECORD"))
        }
    about = f"{stem}.dist-info"
    told = files[f"{about}/WHEEL"].decode()
    files[f"{about}/WHEEL"] = re.sub(r"(?m)^Tag: .*$", f"Tag: {tag}", told).encode()
    files.update({name: path.read_bytes() for name, path in parts.items()})
    files[f"{about}/RECORD"] = record(files, f"{about}/RECORD").encode()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name, data in files.items():
            after.writestr(name, data)
    return made


def record(files: dict[str, bytes], own: str) -> str:
    """Return a wheel's list of files: the digest and size of each but the list itself."""
    lines = []
    for name, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(data)}\n")
    return "".join([*lines, f"{own},,\n"])
