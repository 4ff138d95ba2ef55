"""Builds the bundle: a folder with an interpreter, the application and its libraries, which runs
anywhere. Every kind of package contains it.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dev_environment import CONSTRAINTS
from package_bill import Part, installed_parts, write_bill, write_licences
from package_description import FONTS, LICENCE, MOST_UNPACKED
from package_fonts import get_font, install_fonts
from package_libraries import Patchelf, strip
from package_parts import Zig
from package_prune import forget_installation, prune, remove
from package_python import Bundle, choose_python, copy_python
from package_system_parts import system_parts
from package_tools import ask, call, hold, stage
from package_wheel import build_wheel, copy_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dev_uv import Uv
    from package_description import Description
    from package_python import Python

# `-I`: neither the working folder nor a variable may add other modules.
LAUNCHER = """\
#!/bin/sh
here=$(dirname -- "$(readlink -f -- "$0")")
exec "$here/python3" -I -m visualizer "$@"
"""


@dataclass(frozen=True)
class Workshop:
    """The tools, inputs and description of a build; it writes everything into `folder`."""

    root: Path
    folder: Path
    uv: Uv
    installed_python: Path
    asked_python: str
    description: Description

    @property
    def dist(self) -> Path:
        """The folder of finished packages."""
        return self.folder / "dist"

    @cached_property
    def patchelf(self) -> Patchelf:
        """The program that reads and changes the search paths of libraries."""
        return Patchelf(self._tool("patchelf", Path("bin", "patchelf")))

    @cached_property
    def zig(self) -> Zig:
        """The compiler for other systems."""
        return Zig(self._tool("ziglang", Path("ziglang", "zig")), self.folder / "zig")

    def _tool(self, package: str, program: Path) -> Path:
        """Return a program of the pinned version, installed the first time."""
        folder = self.folder / "tools"
        if not (folder / program).is_file():
            self.uv.run(
                *("pip", "install", "--quiet", "--python", self.installed_python),
                *("--target", folder, "--constraints", CONSTRAINTS, package),
            )
        return folder / program


def get_wheel(shop: Workshop, python: Python) -> Path:
    """Return the application's wheel for an interpreter."""
    copy_sources(shop.root, shop.folder / "source", shop.description.version)
    return build_wheel(shop.uv, shop.folder / "source", python.executable, shop.folder / "wheel")


def get_python(shop: Workshop) -> Python:
    """Return the interpreter of the package."""
    return choose_python(shop.uv, shop.folder / "pythons", shop.installed_python, shop.asked_python)


def build_bundle(shop: Workshop) -> Bundle:
    """Build the bundle, and check its size."""
    patchelf = shop.patchelf
    python = get_python(shop)
    with stage(f"building the wheel for Python {python.version}"):
        wheel = get_wheel(shop, python)
    with stage("copying Python"):
        bundle = copy_python(python, shop.folder / "bundle", patchelf)
    with stage("installing the application and what it needs"):
        install(shop, bundle, wheel)
    install_fonts(FONTS, shop.folder / "fonts", bundle.site / "visualizer" / "_resources" / "fonts")
    prune(bundle.site, patchelf.needed)
    strip(bundle.site)
    write_launcher(bundle)
    write_parts(shop, bundle, python, system_parts(bundle, python, patchelf))
    with stage("compiling"):
        compile_modules(bundle)
    make_readable(bundle.folder)
    hold(bundle.folder, MOST_UNPACKED)
    return bundle


def install(shop: Workshop, bundle: Bundle, wheel: Path) -> None:
    """Install the wheel and the pinned packages it needs into the bundle's interpreter.

    Copied, not linked: pruning and stripping must not change uv's cache.
    """
    shop.uv.run(
        *("pip", "install", "--quiet", "--python", bundle.python, "--break-system-packages"),
        *("--link-mode", "copy", "--only-binary", ":all:", "--constraints", CONSTRAINTS),
        wheel,
    )
    ours = {bundle.python.name, "python3", "python"}
    for path in (bundle.folder / "bin").iterdir():
        if path.name not in ours:
            # Scripts of the packages name the folder of the build.
            remove(path)
    remove(bundle.folder / "share")


def write_launcher(bundle: Bundle) -> None:
    """Write the command that starts the application."""
    path = bundle.folder / "bin" / "visualizer"
    path.write_text(LAUNCHER, encoding="utf-8")
    path.chmod(0o755)


def write_parts(shop: Workshop, bundle: Bundle, python: Python, system: Iterable[Part]) -> None:
    """Write the bill of materials and the licences of all parts, also those of the system."""
    parts = [
        Part(
            "CPython",
            python.version,
            "PSF-2.0",
            f"pkg:generic/cpython@{python.version}",
            (bundle.library / "LICENSE.txt",),
        ),
        *system,
        *installed_parts(bundle.site),
    ]
    for font in FONTS:
        text = get_font(font, shop.folder / "fonts") / "LICENCE"
        address = f"pkg:generic/{font.name.lower()}@{font.version}"
        parts.append(Part(font.name, font.version, font.licence, address, (text,)))
    description = shop.description
    write_licences(parts, bundle.share / "licences")
    write_bill(description.name, description.version, parts, bundle.share / "bill.cdx.json")
    shutil.copyfile(shop.root / "LICENSE", bundle.share / f"LICENCE-{LICENCE}")
    forget_installation(bundle.site)


def compile_modules(bundle: Bundle) -> None:
    """Compile every module once for all users, who cannot write next to an installed one.
    Unchecked, because unpacking may change the times of files.
    """
    call(
        *(bundle.python, "-I", "-m", "compileall", "-qq", "-j", "0"),
        *("--invalidation-mode", "unchecked-hash", "-s", bundle.folder, bundle.library),
    )


def make_readable(folder: Path) -> None:
    """Let all users read, whatever the builder's umask, and only the owner write."""
    for path in (folder, *folder.rglob("*")):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)


def machine_of(bundle: Bundle) -> str:
    """Return the system and processor of the bundle: linux-x86_64."""
    return ask(
        bundle.python, "-I", "-c", "import sysconfig; print(sysconfig.get_platform())"
    ).strip()
