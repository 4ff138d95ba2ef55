"""The application's wheel for Windows, made of the one for this system and parts in C from zig."""

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


def compile_for_windows(
    zig: Zig, root: Path, python: WindowsPython, own: Python, folder: Path
) -> dict[str, Path]:
    """Compile every part; the files by their names in a wheel.

    Headers that the interpreter for Windows lacks are taken from our `own` of the same branch. The
    engine asks the interpreter whether its layouts are those of the headers, and is not used where
    they are not.
    """
    make_wire(root, own.executable)
    zig.make_library(python.library.name, python.names(), folder / "python.lib")
    headers = python.folder / "include"
    if not (headers / "internal").is_dir():
        if own.branch != python.branch:
            raise PackageError(f"{headers}: not there; name a Python {python.branch} by --python")
        headers = folder / "include"
        copy_headers(own.executable, WINDOWS, headers)
    made = {}
    for part, where in PARTS.items():
        name = f"{part}{python.suffix}"
        zig.compile(WINDOWS, headers, sources_of(root, part), folder / name)
        made[(where / name).as_posix()] = folder / name
    return made


def windows_wheel(wheel: Path, python: WindowsPython, parts: dict[str, Path], folder: Path) -> Path:
    """Write a wheel with the parts for Windows in the place of those for this system."""
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
    """What a wheel says of its files: the digest and size of each but of this itself."""
    lines = []
    for name, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(data)}\n")
    return "".join([*lines, f"{own},,\n"])
