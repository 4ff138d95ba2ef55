"""The CPython of a package, for the window and for programs. The best is one that uv fetches:
relocatable, with profile-guided optimisation. Without it, an installed one is copied, and patchelf
sets its search path to its own folder.
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dev_environment import SetUpError, say
from package_description import PYTHON
from package_libraries import bring_along, leave_out
from package_tools import PackageError, ask

if TYPE_CHECKING:
    from dev_uv import Uv
    from package_libraries import Patchelf

# Names a Python by its path, instead of one to fetch.
PYTHON_VARIABLE = "VISUALIZER_PACKAGE_PYTHON"
FACTS = """
import sys, sysconfig
print(sys.base_prefix, sys.version.split()[0], '%d.%d' % sys.version_info[:2],
      sysconfig.get_path('stdlib'), sysconfig.get_config_var('INSTSONAME') or '', sep='\\n')
"""
# Parts of the standard library: CPython's own tests, programs that no program imports (IDLE, the
# turtle's demonstrations), and files for building against Python.
LEFT_OUT = (
    *("__pycache__", "test", "idlelib", "turtledemo"),
    *("site-packages", "config-*", "EXTERNALLY-MANAGED"),
)
TEST_MODULES = ("_test*", "_ctypes_test*", "_xxtestfuzz*", "xxlimited*", "xxsubtype*")


@dataclass(frozen=True)
class Python:
    """An interpreter to copy; `prefix` is its installation, `branch` is 3.14 of 3.14.10."""

    executable: Path
    prefix: Path
    version: str
    branch: str
    library: Path
    shared: str


@dataclass(frozen=True)
class Bundle:
    """A relocatable folder: an interpreter with the application in it."""

    folder: Path
    branch: str

    @property
    def python(self) -> Path:
        """The interpreter."""
        return self.folder / "bin" / f"python{self.branch}"

    @property
    def lib(self) -> Path:
        """The folder of shared libraries."""
        return self.folder / "lib"

    @property
    def library(self) -> Path:
        """The folder of the standard library."""
        return self.lib / f"python{self.branch}"

    @property
    def site(self) -> Path:
        """The folder of packages."""
        return self.library / "site-packages"

    @property
    def share(self) -> Path:
        """The folder of data about the package: licences, bill of materials."""
        return self.folder / "share" / "visualizer"


def choose_python(uv: Uv, folder: Path, installed: Path, asked: str = "") -> Python:
    """Return the interpreter at the path, or one fetched into `folder`, else the installed one."""
    asked = asked or os.environ.get(PYTHON_VARIABLE, "")
    if asked:
        return facts_of(Path(asked))
    try:
        uv.run("python", "install", PYTHON, "--install-dir", folder, "--no-bin")
    except SetUpError:
        found = facts_of(installed)
        say(f"Python {PYTHON} cannot be fetched here: the installed {found.version} comes along")
        return found
    (executable,) = sorted(folder.glob(f"cpython-{PYTHON}-*/bin/python3"))
    return facts_of(executable)


def facts_of(executable: Path) -> Python:
    """Return the paths of an interpreter's parts; for an environment, those of its base."""
    prefix, version, branch, library, shared = ask(executable, "-I", "-c", FACTS).split("\n")[:5]
    own = Path(prefix, "bin", f"python{branch}")
    if not own.is_file():
        raise PackageError(f"{executable}: a package needs {own}, which is not there")
    return Python(own, Path(prefix), version, branch, Path(library), shared)


def copy_python(python: Python, folder: Path, patchelf: Patchelf) -> Bundle:
    """Copy an interpreter into a folder, so that it runs from any place."""
    bundle = Bundle(folder, python.branch)
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "bin").mkdir(parents=True)
    shutil.copytree(
        python.library,
        bundle.library,
        symlinks=True,
        ignore=shutil.ignore_patterns(*LEFT_OUT, *TEST_MODULES),
    )
    bundle.site.mkdir()
    shutil.copy2(python.executable, bundle.python)
    for name in ("python3", "python"):
        (folder / "bin" / name).symlink_to(bundle.python.name)
    if python.shared.endswith((".so", ".0")):
        shutil.copy2(python.prefix / "lib" / python.shared, bundle.lib)
    leave_out(bundle.library / "lib-dynload", patchelf)
    own = (bundle.python, *bundle.lib.glob("libpython*"), *bundle.library.rglob("*.so"))
    originals = {path: _original(path, bundle, python) for path in own}
    bring_along(originals, bundle.lib, patchelf)
    _bring_tcl(python, bundle)
    forget_where_built(python, bundle)
    return bundle


def _original(path: Path, bundle: Bundle, python: Python) -> Path:
    if path.is_relative_to(bundle.library):
        return python.library / path.relative_to(bundle.library)
    return python.prefix / path.relative_to(bundle.folder)


def _bring_tcl(python: Python, bundle: Bundle) -> None:
    """Copy the files that Tcl and Tk read at start; they look next to the interpreter's folder."""
    for library in sorted(bundle.lib.glob("libt[ck]*.so*")):
        found = re.match(r"lib(t[ck]l?)(\d+\.\d+)", library.name)
        if found is None:
            continue
        name = "".join(found.groups())
        for above in (python.prefix / "lib", Path("/usr/share/tcltk"), Path("/usr/lib")):
            if (above / name).is_dir():
                shutil.copytree(above / name, bundle.lib / name)
                break
        else:
            raise PackageError(f"{library.name}: the folder {name} that it needs is nowhere")


def forget_where_built(python: Python, bundle: Bundle) -> None:
    """Replace the paths of the building machine in sysconfig by /usr."""
    for path in bundle.library.glob("_sysconfigdata_*.py"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(str(python.prefix), "/usr"), encoding="utf-8")
    for path in (bundle.lib / "pkgconfig", bundle.library / "build-details.json"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
