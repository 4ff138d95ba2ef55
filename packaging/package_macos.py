"""Builds the application for macOS, and its disk image. It needs a Mac, and a Python that uv
fetches, which runs from any folder. It was written from Apple's documentation and has not run yet;
the tests check all that other systems can check.
"""

from __future__ import annotations

import platform
import plistlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from package_bundle import compile_modules, get_python, get_wheel, install, write_parts
from package_description import FONTS
from package_fonts import install_fonts
from package_parts import MACOS_LAUNCHER
from package_python import LEFT_OUT, TEST_MODULES, Bundle, forget_where_built
from package_tools import PackageError, ask, call, stage

if TYPE_CHECKING:
    from package_bundle import Workshop
    from package_description import Description

# The oldest system for which Qt and numpy have wheels.
OLDEST = "13.0"
# A student's program may import unsigned modules, and ctypes makes code at run time.
ENTITLEMENTS = {
    "com.apple.security.cs.allow-unsigned-executable-memory": True,
    "com.apple.security.cs.disable-library-validation": True,
    "com.apple.security.cs.allow-dyld-environment-variables": True,
}
# The first bytes of files with machine code: for one or several machines, in both byte orders.
MACH_O = (b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa\xcf", b"\xca\xfe\xba\xbe", b"\xca\xfe\xba\xbf")
ICON_SIZES = (16, 32, 128, 256, 512)
# Draws the icon in each size, and twice as large, for iconutil.
DRAW_ICON = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
renderer = QSvgRenderer(sys.argv[1])
for size in map(int, sys.argv[3:]):
    for times in 1, 2:
        image = QImage(size * times, size * times, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        twice = "@2x" if times == 2 else ""
        assert image.save(str(Path(sys.argv[2], f"icon_{size}x{size}{twice}.png")))
"""


@dataclass(frozen=True)
class Signing:
    """The signer (`-` for none, on one's own Mac), and notarytool's profile, if any."""

    identity: str = "-"
    profile: str = ""


def build_dmg(shop: Workshop, signing: Signing) -> Path:
    """Build, sign and pack the application. Raises PackageError on any other system."""
    if platform.system() != "Darwin":
        raise PackageError("an application for macOS is built on a Mac")
    app = shop.folder / f"{shop.description.titles['en']}.app"
    build_app(shop, app)
    with stage("signing"):
        sign(app, signing.identity, shop.folder)
    return pack(app, shop, signing)


def build_app(shop: Workshop, app: Path) -> None:
    """Lay out the application: Python with its libraries, launcher, icons, Info.plist."""
    shutil.rmtree(app, ignore_errors=True)
    contents, python = app / "Contents", get_python(shop)
    resources = contents / "Resources"
    bundle = Bundle(resources / "python", python.branch)
    left_out = shutil.ignore_patterns(*LEFT_OUT, *TEST_MODULES)
    shutil.copytree(python.prefix, bundle.folder, symlinks=True, ignore=left_out)
    bundle.site.mkdir(exist_ok=True)
    forget_where_built(python, bundle)
    install(shop, bundle, get_wheel(shop, python))
    own = bundle.site / "visualizer" / "_resources"
    install_fonts(FONTS, shop.folder / "fonts", own / "fonts")
    write_parts(shop, bundle, python, [])
    compile_modules(bundle)
    (contents / "MacOS").mkdir()
    compile_launcher(bundle.branch, contents / "MacOS" / shop.description.name)
    for drawing in ("visualizer", "recording"):
        write_icon(bundle.python, own / "icons" / f"{drawing}.svg", resources / f"{drawing}.icns")
    with (contents / "Info.plist").open("wb") as file:
        plistlib.dump(info(shop.description), file)
    (contents / "PkgInfo").write_text("APPL????", encoding="ascii")


def compile_launcher(branch: str, path: Path) -> None:
    """Compile the program that macOS starts, for this machine."""
    oldest = f"-mmacosx-version-min={OLDEST}"
    call("cc", "-O2", oldest, f'-DPYTHON="{branch}"', MACOS_LAUNCHER, "-o", path)


def write_icon(python: Path, drawing: Path, path: Path) -> None:
    """Draw an icon in every size."""
    folder = path.with_suffix(".iconset")
    folder.mkdir()
    sizes = [str(size) for size in ICON_SIZES]
    ask(
        *(python, "-I", "-c", DRAW_ICON, drawing, folder),
        *sizes,
        variables={"QT_QPA_PLATFORM": "offscreen"},
    )
    call("iconutil", "--convert", "icns", folder, "--output", path)
    shutil.rmtree(folder)


def info(told: Description) -> dict[str, Any]:
    """Return Info.plist: names, icons, and the files that the application opens."""
    recording = f"{told.id}.recording"
    return {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDisplayName": told.titles["en"],
        "CFBundleExecutable": told.name,
        "CFBundleIconFile": "visualizer",
        "CFBundleIdentifier": told.id,
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleLocalizations": sorted(told.titles),
        "CFBundleName": told.titles["en"],
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": told.version,
        "CFBundleVersion": told.version,
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": told.recording.titles["en"],
                "CFBundleTypeRole": "Viewer",
                "CFBundleTypeIconFile": "recording",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [recording],
            },
            {
                "CFBundleTypeName": "Python",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.python-script"],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": recording,
                "UTTypeDescription": told.recording.titles["en"],
                "UTTypeConformsTo": ["public.database", "public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [told.recording.suffix.lstrip(".")],
                    "public.mime-type": [told.recording.type],
                },
            }
        ],
    }


def sign(app: Path, identity: str, scratch: Path) -> None:
    """Sign inner files before the outer ones, each under the hardened runtime."""
    rights = scratch / "entitlements.plist"
    rights.write_bytes(plistlib.dumps(ENTITLEMENTS))
    # Apple's time stamp needs a signer.
    clock = ("--timestamp=none",) if identity == "-" else ("--timestamp",)
    how = ("--force", "--options", "runtime", *clock, "--sign", identity)
    for path in signed_alone(app):
        call("codesign", *how, "--entitlements", rights, path)
    call("codesign", *how, "--entitlements", rights, app)
    call("codesign", "--verify", "--deep", "--strict", app)


def signed_alone(app: Path) -> list[Path]:
    """Return the files with machine code, the deepest first, without the main executable."""
    main = app / "Contents" / "MacOS"
    found = [
        path
        for path in app.rglob("*")
        if path.parent != main and path.is_file() and not path.is_symlink() and is_mach_o(path)
    ]
    return sorted(found, key=lambda path: (-len(path.parts), path))


def is_mach_o(path: Path) -> bool:
    """Whether a file has machine code for macOS."""
    with path.open("rb") as file:
        return file.read(4) in MACH_O


def pack(app: Path, shop: Workshop, signing: Signing) -> Path:
    """Pack the application with a link to the folder of applications; notarize it if requested."""
    told = shop.description
    path = shop.dist / f"{told.name}-{told.version}.dmg"
    folder = shop.folder / "dmg"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "Applications").symlink_to("/Applications")
    call("ditto", app, folder / app.name)
    path.unlink(missing_ok=True)
    with stage(f"packing {path.name}"):
        call(
            *("hdiutil", "create", "-volname", told.titles["en"], "-srcfolder", folder),
            *("-format", "UDZO", path),
        )
    if signing.identity != "-":
        call("codesign", "--timestamp", "--sign", signing.identity, path)
    if signing.profile:
        with stage("having it notarised"):
            profile = ("--keychain-profile", signing.profile)
            call("xcrun", "notarytool", "submit", path, *profile, "--wait")
            call("xcrun", "stapler", "staple", path)
    return path
