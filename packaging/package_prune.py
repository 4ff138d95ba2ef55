"""What is not needed to run: tools and sources of the packages, Qt's parts that no window shows."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# The modules of PySide6 that the application, and pyqtgraph for it, import.
QT_MODULES = (
    "QtCore",
    "QtDBus",
    "QtGui",
    "QtOpenGL",
    "QtOpenGLWidgets",
    "QtPrintSupport",
    "QtSvg",
    "QtWidgets",
)
# Qt's plugins, by their folder: what a desktop window needs, and `offscreen` for pictures.
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
# Of any package, relative to where packages are installed.
LEFT_OUT = (
    "*.dist-info/RECORD",
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
    "numpy/_core/include",
    "numpy/_core/lib",
    "numpy/_core/_*_tests.*",
    "numpy/_core/_simd.*",
    "numpy/f2py",
    "gevent/testing",
    "jedi/third_party/django-stubs",
    "jedi/third_party/typeshed/stubs/*",
    "pyqtgraph/colors/maps",
    "pyqtgraph/examples",
    "pyqtgraph/icons/peegee",
    "pyqtgraph/opengl",
    "shiboken6/include",
)
# The core is compiled from its sources for another interpreter
# (visualizer/session/engine/build_choice.py); what jedi knows of the standard library is in stubs.
KEPT = ("visualizer/", "jedi/third_party/typeshed/stdlib/")
# Of some hundred lexers the window has use for these.
LEXERS = ("__init__", "_mapping", "python", "special")


def prune(site: Path, needed: Callable[[Path], list[str]]) -> None:
    """Delete what is not needed from installed packages; `needed` tells a library's libraries."""
    for pattern in LEFT_OUT:
        for path in list(site.glob(pattern)):
            if not path.relative_to(site).as_posix().startswith(KEPT):
                remove(path)
    for path in (site / "pygments" / "lexers").glob("*.py"):
        if path.stem not in LEXERS:
            remove(path)
    if (site / "PySide6").is_dir():
        prune_qt(site / "PySide6", needed)


def prune_qt(folder: Path, needed: Callable[[Path], list[str]]) -> None:
    """Keep of PySide6 the modules, plugins, translations and libraries that are used."""
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
    if (qt / "lib").is_dir():
        keep_needed(qt / "lib", folder, needed)
    else:
        keep_needed_dlls(folder, needed)


def _is_kept_of_qt(path: Path) -> bool:
    stem = path.name.partition(".")[0]
    if path.is_dir():
        return path.name in ("Qt", "plugins", "support", "translations")
    if path.suffix in (".py", ".typed"):
        return True
    return stem in QT_MODULES or stem == "libpyside6" or path.suffix == ".dll"


def keep_needed(libraries: Path, folder: Path, needed: Callable[[Path], list[str]]) -> None:
    """Keep of a folder of libraries those that something in `folder` needs, and so on."""
    todo = [path for path in folder.rglob("*.so*") if path.parent != libraries]
    kept: set[str] = set()
    while todo:
        for name in needed(todo.pop()):
            if name not in kept and (libraries / name).exists():
                kept.add(name)
                todo.append(libraries / name)
    for path in libraries.iterdir():
        if path.name not in kept:
            remove(path)


def keep_needed_dlls(folder: Path, needed: Callable[[Path], list[str]]) -> None:
    """The same on Windows, where Qt's libraries lie beside the modules that need them."""
    libraries = {path.name.lower(): path for path in folder.glob("*.dll")}
    todo = [*folder.glob("*.pyd"), *folder.glob("plugins/*/*.dll")]
    todo += (folder.parent / "shiboken6").glob("*.pyd")
    while todo:
        for name in needed(todo.pop()):
            if name in libraries:
                todo.append(libraries.pop(name))
    for path in libraries.values():
        remove(path)


def remove(path: Path) -> None:
    """Delete a file or a whole folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
