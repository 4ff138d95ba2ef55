"""Builds the application's wheel from a copy of the sources, with every C module."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from dev_environment import CONSTRAINTS
from package_parts import PARTS
from package_tools import PackageError

if TYPE_CHECKING:
    from dev_uv import Uv

SOURCES = (
    "LICENSE",
    "MANIFEST.in",
    "README.md",
    "packaging",
    "pyproject.toml",
    "resources",
    "setup.py",
    "visualizer",
)
# Files that running, building and testing leave there.
NO_SOURCES = ("__pycache__", "*.so", "*.pyd", "*.qm", "wire.h", "*.egg-info")
# Makes setup.py fail if a C module cannot be compiled; else it continues without.
DEMAND = "VISUALIZER_DEMAND_C"


def copy_sources(root: Path, folder: Path, version: str) -> None:
    """Copy the sources of a wheel, perhaps under another version."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in SOURCES:
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns(*NO_SOURCES))
        else:
            shutil.copyfile(root / name, folder / name)
    package = folder / "visualizer" / "__init__.py"
    lines = package.read_text(encoding="utf-8").splitlines()
    said = [f'__version__ = "{version}"' if one.startswith("__version__") else one for one in lines]
    package.write_text("\n".join(said) + "\n", encoding="utf-8")


def build_wheel(uv: Uv, sources: Path, python: Path, folder: Path) -> Path:
    """Build the wheel for an interpreter. Raises PackageError if it lacks a C module."""
    shutil.rmtree(folder, ignore_errors=True)
    uv.run(
        *("build", "--wheel", sources, "--out-dir", folder, "--python", python),
        *("--build-constraints", CONSTRAINTS),
        variables={DEMAND: "1"},
    )
    (wheel,) = folder.glob("*.whl")
    check_wheel(wheel)
    return wheel


def check_wheel(wheel: Path) -> None:
    """Raise PackageError if a wheel lacks a C module."""
    names = zipfile.ZipFile(wheel).namelist()
    compiled = [name for name in names if name.endswith((".so", ".pyd"))]
    for part in map(Path.as_posix, PARTS):
        if not any(name.startswith(f"{part}.") for name in compiled):
            raise PackageError(f"{wheel.name}: {part}, which is compiled, is missing")
