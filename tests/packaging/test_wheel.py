"""The wheel is complete, and an installation from it finds its resources."""

import os
import shutil
import subprocess
import sys
import zipfile
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from tests.systems import ON_WINDOWS, as_printed
from visualizer.recorder.core import wire_header
from visualizer.resources import resource, resources_folder

ROOT = Path(__file__).parents[2]
WHAT_A_BUILD_NEEDS = (
    "pyproject.toml",
    "setup.py",
    "MANIFEST.in",
    "LICENSE",
    "README.md",
    "packaging/dev_words.py",
)
FIND_COMPILER = """
import setuptools
from distutils.ccompiler import new_compiler
new_compiler().initialize()
"""
ASK = """
import sys
sys.path.insert(0, sys.argv[1])
from visualizer.recorder.core import wire_header
from visualizer.resources import resource, resources_folder
print(resources_folder())
sys.stdout.write(resource("examples/call_example.py").read_text(encoding="utf-8"))
"""


def files_below(folder: Path) -> set[str]:
    """Return every file below a folder, as a relative path, without caches."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the installed wheel, which the build backend makes from a copy."""
    source = tmp_path_factory.mktemp("원본 source")
    for name in WHAT_A_BUILD_NEEDS:
        (source / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, source / name)
    for name in ("visualizer", "resources"):
        shutil.copytree(ROOT / name, source / name)
    # A leftover of an older build must not ship.
    (source / "build/lib/visualizer/_resources").mkdir(parents=True)
    (source / "build/lib/visualizer/_resources/old.txt").touch()
    dist = tmp_path_factory.mktemp("dist")
    build = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
    answer = subprocess.run(
        [sys.executable, "-c", build, dist],
        cwd=source,
        # The tests check that the C parts exist, not how fast they are.
        env={**os.environ, "CFLAGS": "-O0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    (wheel,) = dist.glob("*.whl")
    site = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(site)
    return site


def test_the_package_is_whole(installed: Path) -> None:
    kinds, core = (".py", ".typed"), "recorder/core/"
    ours = {
        name
        for name in files_below(ROOT / "visualizer") - {core + wire_header.NAME}
        if name.endswith((*kinds, ".c", ".h") if name.startswith(core) else kinds)
    }
    theirs = {
        name
        for name in files_below(installed / "visualizer")
        if not name.startswith("_resources/") and not name.endswith(tuple(EXTENSION_SUFFIXES))
    }
    assert theirs == ours


@pytest.fixture(scope="module")
def compiler() -> None:
    """Require a compiler on Windows only: elsewhere the set-up has installed one."""
    if ON_WINDOWS and subprocess.run([sys.executable, "-c", FIND_COMPILER], check=False).returncode:
        pytest.skip("needs Microsoft's compiler, which is not installed here")


@pytest.mark.usefixtures("compiler")
@pytest.mark.parametrize("part", ["recorder/core/native", "recording/follow/compiled"])
def test_a_part_in_c_goes_along_where_the_build_has_a_compiler(installed: Path, part: str) -> None:
    found = [path.name for path in (installed / "visualizer").glob(f"{part}.*.*")]
    built_here = [path.name for path in (ROOT / "visualizer").glob(f"{part}.*.*")]
    assert found == built_here


def test_the_resources_are_whole(installed: Path) -> None:
    assert files_below(installed / "visualizer/_resources") == files_below(ROOT / "resources")


def test_nothing_else_is_installed(installed: Path) -> None:
    names = {path.name for path in installed.iterdir() if path.suffix != ".dist-info"}
    assert names == {"visualizer"}


def test_the_licence_goes_along(installed: Path) -> None:
    (info,) = installed.glob("*.dist-info")
    assert (info / "licenses/LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_the_command_is_there(installed: Path) -> None:
    (info,) = installed.glob("*.dist-info")
    assert "visualizer = visualizer.__main__:main" in (info / "entry_points.txt").read_text("utf-8")


def test_an_installed_application_finds_its_own_resources(installed: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-I", "-c", ASK, installed], capture_output=True, check=True
    )
    folder, _, example = as_printed(answer.stdout).partition(b"\n")
    assert os.fsdecode(folder) == str((installed / "visualizer/_resources").resolve())
    assert example == (ROOT / "resources/examples/call_example.py").read_bytes()


def test_a_checkout_finds_its_resources() -> None:
    assert resources_folder() == ROOT.resolve() / "resources"
    assert resource("examples/call_example.py").is_file()


def test_lost_resources_are_reported(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(installed, tmp_path / "site")
    shutil.rmtree(tmp_path / "site/visualizer/_resources")
    answer = subprocess.run(
        [sys.executable, "-I", "-c", ASK, tmp_path / "site"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "its resources are missing; install visualizer again" in answer.stderr
