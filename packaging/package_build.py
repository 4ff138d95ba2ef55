"""The verb `package`: builds packages for users without a checkout, and tries each of them."""

from __future__ import annotations

import argparse
import platform
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from dev_environment import SetUpError, say
from dev_uv import get_uv
from package_appimage import build_appimage
from package_bundle import Workshop, build_bundle, get_python, get_wheel
from package_deb import build_deb
from package_description import describe
from package_macos import Signing, build_dmg
from package_parts import compile_everywhere
from package_smoke import Fault, try_out
from package_tarball import build_tarball
from package_tools import PackageError, stage
from package_wheel import copy_sources
from package_windows import build_setup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dev_environment import Environment
    from package_python import Bundle

KINDS: dict[str, Callable[[Workshop, Bundle], Path]] = {
    "tarball": build_tarball,
    "deb": build_deb,
    "appimage": build_appimage,
}
ALWAYS = ("parts", "wheel")
EVERY = (*ALWAYS, *KINDS, "windows", "dmg")
# The default packages of each system, by its `platform.system`.
USUAL = {"Linux": (*ALWAYS, *KINDS), "Darwin": ("wheel", "dmg")}


def package(environment: Environment, arguments: Sequence[str]) -> int:
    """Build the requested packages, by default all of this system."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(EVERY))
    parser.add_argument("--python", default="", help="an installed Python to bring along")
    parser.add_argument("--windows-python", default="", metavar="FOLDER", help="one for Windows")
    parser.add_argument("--version", default="", help="another version, to try an upgrade")
    parser.add_argument("--sign", default="-", metavar="IDENTITY", help="who signs for macOS")
    parser.add_argument("--notarise", default="", metavar="PROFILE", help="notarytool's profile")
    found = parser.parse_args(arguments)
    kinds = found.kinds or USUAL.get(platform.system(), ())
    unknown = [kind for kind in kinds if kind not in EVERY]
    if unknown:
        parser.error(f"no such kind: {', '.join(unknown)}")
    if platform.system() not in USUAL:
        raise SetUpError("packages are built on Linux, those for macOS on a Mac")
    folder = environment.build / "package"
    folder.mkdir(exist_ok=True)
    shop = Workshop(
        environment.root,
        folder,
        get_uv(environment.root, environment.build),
        environment.python,
        found.python,
        describe(environment.root, found.version),
    )
    shop.dist.mkdir(exist_ok=True)
    made = build(shop, kinds, found.windows_python)
    if "dmg" in kinds:
        made.append(build_dmg(shop, Signing(found.sign, found.notarise)))
    for path in made:
        say(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


def build(shop: Workshop, kinds: Sequence[str], windows_python: str = "") -> list[Path]:
    """Return the packages of these kinds; `parts` only compiles the C code for all systems."""
    made = []
    if "parts" in kinds:
        copy_sources(shop.root, shop.folder / "source", shop.description.version)
        python = get_python(shop).executable
        compile_everywhere(shop.zig, shop.folder / "source", python, shop.folder / "parts")
    if "windows" in kinds:
        made.append(build_setup(shop, windows_python))
    others = [kind for kind in kinds if kind in KINDS]
    if others:
        bundle = build_bundle(shop)
        with stage("trying the bundle"):
            try_bundle(shop, bundle)
        made += [KINDS[kind](shop, bundle) for kind in others]
    if "wheel" in kinds:
        wheels = list((shop.folder / "wheel").glob("*.whl")) if others else []
        wheel = wheels[0] if wheels else get_wheel(shop, get_python(shop))
        made.append(wheel.rename(shop.dist / wheel.name))
    return made


def try_bundle(shop: Workshop, bundle: Bundle) -> None:
    """Unpack the bundle in a student's folder and run the smoke test there. Raises PackageError."""
    with tempfile.TemporaryDirectory(prefix="내 폴더 ", dir=shop.folder) as scratch:
        moved = Path(scratch, "visualizer 1")
        shutil.copytree(bundle.folder, moved, symlinks=True)
        try:
            try_out(moved / "bin" / "visualizer", moved / "bin" / "python3", shop.folder)
        except Fault as error:
            raise PackageError(f"what was built does not work: {error}") from error
