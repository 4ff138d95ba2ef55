"""Adds to pyproject.toml what it cannot express: resources/ inside the package, the C parts.

Without a compiler, or for an unsupported interpreter, the build omits the C parts; with
VISUALIZER_DEMAND_C=1, as for a package (packaging/package_wheel.py), it fails.
"""

import os
import shutil
import sys
import sysconfig
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.command.build_py import build_py

sys.path.insert(0, ".")
sys.path.insert(0, "packaging")

from dev_words import compile_words

from visualizer.recorder.core import wire_header

SOURCE = Path("resources")
# visualizer/resources.py reads from here.
INSIDE_PACKAGE = Path("visualizer", "_resources")
CORE = Path("visualizer", "recorder", "core")
FOLLOW = Path("visualizer", "recording", "follow")
ROUTING = Path("visualizer", "layout", "routing")
WIRE = CORE / wire_header.NAME
MAY_BE_MISSING = not os.environ.get("VISUALIZER_DEMAND_C")
# One of Debian's headers includes another by a folder that is next to those of all versions.
ABOVE_HEADERS = [str(Path(sysconfig.get_path("include")).parent)]


# Some fields exist only with the interpreter's own compiler flags, which its headers omit.
OWN_FLAGS = [
    word
    for word in (sysconfig.get_config_var("PY_CORE_CFLAGS") or "").split()
    if word.startswith("-D_Py_")
]


def resource_files() -> list[Path]:
    """Return every file below resources/, relative to it, without compiled files."""
    files = (path.relative_to(SOURCE) for path in SOURCE.rglob("*") if path.is_file())
    left = {".qm", ".pyc"}
    return sorted(path for path in files if path.suffix not in left)


class BuildWithResources(build_py):  # type: ignore[misc]  # setuptools ships no types
    """Builds the package, copies resources/ into it and compiles its words."""

    def run(self) -> None:
        """Build as setuptools does; an editable install reads resources/ where it stands."""
        super().run()
        if self.editable_mode:
            return
        # The build folder persists: files that were removed from resources/ must not ship.
        shutil.rmtree(Path(self.build_lib, INSIDE_PACKAGE), ignore_errors=True)
        for path in resource_files():
            target = Path(self.build_lib, INSIDE_PACKAGE, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(SOURCE / path, target)
        words = INSIDE_PACKAGE / "words"
        compile_words(Path(self.build_lib, words), SOURCE / "words")


class BuildWithWire(build_ext):  # type: ignore[misc]
    """Compiles the C parts, after writing the wire's numbers for them."""

    def run(self) -> None:
        """Make the header of the wire, then build as setuptools does."""
        wire_header.write(WIRE)
        super().run()


def core() -> Extension:
    """Return the recorder's C part (visualizer/session/engine/build_choice.py chooses it)."""
    return Extension(
        "visualizer.recorder.core.native",
        sources=sorted(path.as_posix() for path in CORE.glob("*.c")),
        depends=sorted(path.as_posix() for path in {*CORE.glob("*.h"), WIRE}),
        include_dirs=ABOVE_HEADERS,
        extra_compile_args=[] if sys.platform == "win32" else ["-fvisibility=hidden", *OWN_FLAGS],
        optional=MAY_BE_MISSING,
    )


def compiled(folder: Path, *depends: Path) -> Extension:
    """Return the module ``compiled`` of a folder, the C version of its Python code."""
    return Extension(
        ".".join((*folder.parts, "compiled")),
        sources=sorted(path.as_posix() for path in folder.glob("*.c")),
        depends=sorted(path.as_posix() for path in {*folder.glob("*.h"), *depends}),
        include_dirs=ABOVE_HEADERS,
        extra_compile_args=[] if sys.platform == "win32" else ["-fvisibility=hidden"],
        optional=MAY_BE_MISSING,
    )


setup(
    cmdclass={"build_py": BuildWithResources, "build_ext": BuildWithWire},
    ext_modules=[core(), compiled(FOLLOW, WIRE), compiled(ROUTING)],
)
