"""The set-up for Windows: built on Linux by NSIS, for one user, silent with `/S`.

It installs a relocatable folder: an interpreter, the application, its libraries, fonts, licences
and a bill of materials.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dev_environment import CONSTRAINTS
from package_bill import Part, installed_parts, write_bill, write_licences
from package_bundle import get_python, get_wheel
from package_description import FONTS, LICENCE, MOST_SETUP, MOST_UNPACKED
from package_fonts import get_font, install_fonts
from package_prune import forget_installation, prune
from package_tools import PackageError, call, hold, size_of, stage
from package_windows_icon import draw_icons
from package_windows_python import choose_windows_python, copy_windows_python, needed
from package_windows_wheel import compile_for_windows, windows_wheel

if TYPE_CHECKING:
    from package_bundle import Workshop
    from package_description import Description
    from package_python import Python
    from package_windows_python import WindowsPython

SCRIPT = Path(__file__).resolve().parent / "package_windows_setup.nsi"
# For a shell. pythonw.exe, which has no console, starts the window.
COMMAND = '@"%~dp0python.exe" -I -m visualizer %*\r\n'
LANGUAGES = {"en": "ENGLISH", "ko": "KOREAN"}


@dataclass(frozen=True)
class WindowsBundle:
    """The folder that the set-up installs."""

    folder: Path

    @property
    def library(self) -> Path:
        """The folder of the standard library."""
        return self.folder / "Lib"

    @property
    def site(self) -> Path:
        """The folder of packages."""
        return self.library / "site-packages"

    @property
    def share(self) -> Path:
        """The folder of licences and the bill of materials."""
        return self.folder / "share" / "visualizer"


def build_setup(shop: Workshop, asked: str) -> Path:
    """Build the set-up with the interpreter in the folder `asked`."""
    folder = shop.folder / "windows"
    python = choose_windows_python(shop.uv, shop.folder / "pythons", asked)
    bundle = build_windows_bundle(shop, python, folder)
    draw_icons(shop, bundle.folder)
    settings = folder / "settings.nsh"
    settings.write_text(settings_for(shop.description, size_of(bundle.folder)), encoding="utf-8")
    made = shop.dist / f"{shop.description.name}-{shop.description.version}-win64-setup.exe"
    with stage(f"packing {made.name}"):
        call(
            *("makensis", "-V2", "-INPUTCHARSET", "UTF8", f"-DSETTINGS={settings}"),
            *(f"-DPROGRAM={bundle.folder}", f"-DSETUP={made}", SCRIPT),
        )
    hold(made, MOST_SETUP)
    return made


def build_windows_bundle(shop: Workshop, python: WindowsPython, folder: Path) -> WindowsBundle:
    """Build the folder to install, and check its size."""
    bundle = WindowsBundle(folder / "program")
    own = get_python(shop)
    if own.branch != python.branch:
        raise PackageError(f"name a Python {python.branch} by --python: it compiles the modules")
    with stage(f"building the wheel for Python {python.version} on Windows"):
        wheel = get_wheel(shop, own)
        parts = compile_for_windows(shop.zig, shop.folder / "source", python, own, folder / "parts")
        wheel = windows_wheel(wheel, python, parts, shop.dist)
    with stage("copying Python"):
        copy_windows_python(python, bundle.folder)
    with stage("installing the application and what it needs"):
        install(shop, bundle, python, wheel)
    install_fonts(FONTS, shop.folder / "fonts", bundle.site / "visualizer" / "_resources" / "fonts")
    prune(bundle.site, needed)
    name = shop.description.name
    (bundle.folder / f"{name}.cmd").write_text(COMMAND, encoding="ascii", newline="")
    write_parts(shop, bundle, python, own)
    with stage("compiling"):
        call(
            *(own.executable, "-I", "-m", "compileall", "-qq", "-j", "0"),
            *("--invalidation-mode", "unchecked-hash", "-s", bundle.folder, bundle.library),
        )
    hold(bundle.folder, MOST_UNPACKED)
    return bundle


def install(shop: Workshop, bundle: WindowsBundle, python: WindowsPython, wheel: Path) -> None:
    """Install the wheel and the pinned packages that it needs on Windows."""
    shop.uv.run(
        *("pip", "install", "--quiet", "--target", bundle.site, "--link-mode", "copy"),
        *("--python-platform", "x86_64-pc-windows-msvc", "--python-version", python.branch),
        *("--only-binary", ":all:", "--constraints", CONSTRAINTS, wheel),
    )
    shutil.rmtree(bundle.site / "bin", ignore_errors=True)


def write_parts(shop: Workshop, bundle: WindowsBundle, python: WindowsPython, own: Python) -> None:
    """Write the bill of materials and the licences of all parts. CPython's licence also covers the
    libraries in python.org's.
    """
    text = python.folder / "LICENSE.txt"
    if not text.is_file():
        text = own.library / "LICENSE.txt"
    address = f"pkg:generic/cpython@{python.version}"
    parts = [
        Part("CPython", python.version, "PSF-2.0", address, (text,)),
        *installed_parts(bundle.site),
    ]
    for font in FONTS:
        licence = get_font(font, shop.folder / "fonts") / "LICENCE"
        address = f"pkg:generic/{font.name.lower()}@{font.version}"
        parts.append(Part(font.name, font.version, font.licence, address, (licence,)))
    description = shop.description
    write_licences(parts, bundle.share / "licences")
    write_bill(description.name, description.version, parts, bundle.share / "bill.cdx.json")
    shutil.copyfile(shop.root / "LICENSE", bundle.share / f"LICENCE-{LICENCE}")
    forget_installation(bundle.site)


def settings_for(description: Description, size: int) -> str:
    """Return the settings for the set-up's script; `size` is in bytes."""
    recording = description.recording
    told = {
        "NAME": description.name,
        "TITLE": description.titles["en"],
        "VERSION": description.version,
        "SUFFIX": recording.suffix,
        "KIND": f"{description.id}.Recording",
        "TYPE": recording.type,
        "KILOBYTES": str(-(-size // 1024)),
    }
    lines = [f'!define {name} "{escaped(text)}"' for name, text in told.items()]
    for language, nsis in LANGUAGES.items():
        texts = {"TITLE_HERE": description.titles, "RECORDING": recording.titles}
        lines += [
            f'!define {name}_{nsis} "{escaped(said[language])}"' for name, said in texts.items()
        ]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return a text for NSIS, to stand between quotation marks."""
    return text.replace("$", "$$").replace('"', '$\\"')
