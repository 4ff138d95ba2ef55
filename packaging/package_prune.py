"""Deletes all that running does not need: tools and sources of packages, unused parts of Qt."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# The modules of PySide6 that the application imports (pyqtgraph: visualizer/charts/graphs.py).
QT_MODULES = (
    "QtCore",
    "QtGui",
    "QtPrintSupport",
    "QtSvg",
    "QtWidgets",
)
# Qt's plugins by folder: those of a desktop window, and `offscreen` for pictures.
QT_PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qgif", "qico", "qjpeg", "qsvg"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontext"),
    "platforms": (
        "qcocoa",
        "qoffscreen",
        "qwayland",
        "qwindows",
        "qxcb",
    ),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cupsprintersupport",),
    "styles": ("qmacstyle", "qmodernwindowsstyle"),
    "wayland-decoration-client": ("",),
    "wayland-graphics-integration-client": ("",),
    "wayland-shell-integration": ("",),
    "xcbglintegrations": ("",),
}
QT_LANGUAGES = ("en", "ko")
# In any package, relative to the folder of packages.
LEFT_OUT = (
    "**/*.a",
    "**/*.c",
    "**/*.cpp",
    "**/*.h",
    "**/*.hpp",
    "**/*.pxd",
    "**/*.pyi",
    "**/*.pyx",
    "**/test",
    "**/tests",
    # Pillow writes WebP and GIF, and draws no text.
    "PIL/_avif.*",
    "PIL/_imagingcms.*",
    "PIL/_imagingft.*",
    "numpy/_core/include",
    "numpy/_core/lib",
    "numpy/_core/_*_tests.*",
    "numpy/_core/_simd.*",
    "numpy/f2py",
    # Its loop by cffi, which its wheels for Linux and macOS do not require, and an optional
    # resolver.
    "gevent/*/_corecffi.abi3.so",
    "gevent/resolver/cares.*",
    "gevent/testing",
    "jedi/third_party/django-stubs",
    "jedi/third_party/typeshed/stubs/*",
    "pyqtgraph/colors/maps",
    "pyqtgraph/console",
    "pyqtgraph/dockarea",
    "pyqtgraph/examples",
    "pyqtgraph/flowchart",
    "pyqtgraph/icons/peegee",
    "pyqtgraph/opengl",
    "shiboken6/include",
    # Files of gzip; a recording needs only the library's functions.
    "zlib_ng/gzip_ng*",
)
# The core is compiled from its sources for another interpreter
# (visualizer/session/engine/build_choice.py); jedi reads the standard library from stubs.
KEPT = ("visualizer/", "jedi/third_party/typeshed/stdlib/")
# The window uses only these of some hundred lexers.
LEXERS = ("__init__", "_mapping", "python", "special")


def prune(site: Path, needed: Callable[[Path], list[str]]) -> None:
    """Prune installed packages; `needed` returns the libraries of a library."""
    for pattern in LEFT_OUT:
        for path in list(site.glob(pattern)):
            if not path.relative_to(site).as_posix().startswith(KEPT):
                remove(path)
    for path in (site / "pygments" / "lexers").glob("*.py"):
        if path.stem not in LEXERS:
            remove(path)
    keep_needed_of_wheels(site, needed)
    if (site / "PySide6").is_dir():
        prune_qt(site / "PySide6", needed)


def forget_installation(site: Path) -> None:
    """Delete what the installer noted of each package: its files, and the place it came from."""
    for name in ("RECORD", "direct_url.json"):
        for path in site.glob(f"*.dist-info/{name}"):
            path.unlink()


def prune_qt(folder: Path, needed: Callable[[Path], list[str]]) -> None:
    """Keep only the used modules, plugins, translations and libraries of PySide6."""
    for path in folder.iterdir():
        if not _is_kept_of_qt(path):
            remove(path)
    qt = folder / "Qt" if (folder / "Qt").is_dir() else folder
    for path in (qt / "plugins").glob("*/*"):
        wanted = QT_PLUGINS.get(path.parent.name, ())
        if not path.name.removeprefix("lib").startswith(wanted):
            remove(path)
    for path in (qt / "translations").glob("*"):
        if path.stem not in {f"{kind}_{one}" for kind in ("qt", "qtbase") for one in QT_LANGUAGES}:
            remove(path)
    for path in qt.iterdir():
        if qt != folder and path.name not in ("lib", "plugins", "translations"):
            remove(path)
    for path in sorted(qt.glob("plugins/*")):
        if not any(path.iterdir()):
            path.rmdir()
    keep_needed_of_qt(folder, needed)


def _is_kept_of_qt(path: Path) -> bool:
    stem = path.name.partition(".")[0]
    if path.is_dir():
        return path.name in ("Qt", "plugins", "support", "translations")
    if path.suffix in (".py", ".typed"):
        return True
    return stem in QT_MODULES or stem == "libpyside6" or path.suffix == ".dll"


def keep_needed(
    libraries: Iterable[Path], users: Iterable[Path], needed: Callable[[Path], list[str]]
) -> None:
    """Delete the libraries that no file of `users` needs, directly or through others. Windows gives
    names in small letters, and ignores case.
    """
    left = {path.name.lower(): path for path in libraries}
    todo = list(users)
    while todo:
        for name in needed(todo.pop()):
            if name.lower() in left:
                todo.append(left.pop(name.lower()))
    for path in left.values():
        remove(path)


def keep_needed_of_qt(folder: Path, needed: Callable[[Path], list[str]]) -> None:
    """Delete the libraries of Qt that no module and no plugin needs."""
    libraries = folder / "Qt" / "lib"
    if libraries.is_dir():
        users = [path for path in libraries_in(folder) if path.parent != libraries]
        keep_needed(libraries.iterdir(), users, needed)
    else:
        # On Windows they are next to the modules that need them.
        users = [*folder.glob("*.pyd"), *folder.glob("plugins/*/*.dll")]
        users += (folder.parent / "shiboken6").glob("*.pyd")
        keep_needed(folder.glob("*.dll"), users, needed)


def keep_needed_of_wheels(site: Path, needed: Callable[[Path], list[str]]) -> None:
    """Delete the unneeded libraries of a wheel's own folder, such as `numpy.libs`, which auditwheel
    and delvewheel make.
    """
    for folder in site.glob("*.libs"):
        users = [path for path in libraries_in(site) if path.parent != folder]
        keep_needed(libraries_in(folder), users, needed)


def libraries_in(folder: Path) -> list[Path]:
    """Return the shared libraries and C modules below a folder."""
    suffixes = (".so", ".pyd", ".dll")
    return [path for path in folder.rglob("*") if not set(suffixes).isdisjoint(path.suffixes)]


def remove(path: Path) -> None:
    """Delete a file or a whole folder, if it exists."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
