"""Arranges a module of CPython's ``test`` package so that it is the program that is recorded.

Its text is copied, when a test runs and never into the project, to a folder that is put in front of
the ``test`` package's own: the copy is imported under its own name, what it imports beside it is
found where it always is.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from tests.cpython.pruned import pruned

HERE = Path(__file__).parent
PROGRAM = """\
import sys
import test
test.__path__.insert(0, {copies!r})
sys.path.append({here!r})
import inside
inside.run(sys.argv[1:])
"""


OWN = Path(sys.executable)
_WHERE = "import test.support; print(test.support.__file__)"


@cache
def folder_of_tests(python: Path) -> Path:
    """The folder of an interpreter's ``test`` package.

    Raises ``FileNotFoundError`` where there is none.
    """
    command = [str(python), "-I", "-c", _WHERE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FileNotFoundError(f"{python} comes without its own tests")
    return Path(done.stdout.strip()).parent.parent


def arrange(folder: Path, module: str, wanted: Iterable[str] = (), python: Path = OWN) -> Path:
    """Copy ``module`` (``test.test_dict``) below ``folder``; the program that runs its tests.

    ``wanted`` are the ids of the tests that will run; the others are taken out of the copy. Without
    any it stays whole, as it does where its text is of a Python that is newer than ours.
    """
    top, *rest = module.removeprefix("test.").split(".")
    copies = folder / "test"
    copies.mkdir(parents=True)
    package = folder_of_tests(python)
    source = package / top
    if source.is_dir():
        shutil.copytree(source, copies / top, ignore=shutil.ignore_patterns("__pycache__"))
        copy = copies.joinpath(top, *(rest or ["__init__"])).with_suffix(".py")
    else:
        copy = copies / f"{top}.py"
        shutil.copyfile(source.with_suffix(".py"), copy)
    for data in package.iterdir():
        # Some read files that lie beside them; folders of modules are found where they are.
        if data.is_dir() and data.name != top and not any(data.glob("*.py")):
            (copies / data.name).symlink_to(data, target_is_directory=True)
    if parts := [test.removeprefix(f"{module}.").split(".") for test in wanted]:
        text = copy.read_text(encoding="utf-8")
        copy.write_text(pruned(text, {(one[0], one[-1]) for one in parts}), encoding="utf-8")
    program = folder / "prog.py"
    text = PROGRAM.format(copies=str(copies), here=str(HERE))
    program.write_text(text, encoding="utf-8")
    return program


def wish(path: Path, wanted: Iterable[str]) -> Path:
    """Write down which tests are to run."""
    path.write_text(json.dumps(list(wanted)), encoding="utf-8")
    return path
