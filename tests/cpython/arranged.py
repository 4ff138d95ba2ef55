"""Arranges a module of CPython's ``test`` package as a program to record.

It copies the module's text, when a test runs and never into the project, to a folder in front of
the ``test`` package's own: Python imports the copy under its own name and finds the module's
neighbours in their usual place.
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
    """Return the folder of an interpreter's ``test`` package.

    Raises ``FileNotFoundError`` where there is none.
    """
    command = [str(python), "-I", "-c", _WHERE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FileNotFoundError(f"{python} comes without its own tests")
    return Path(done.stdout.strip()).parent.parent


def arrange(folder: Path, module: str, wanted: Iterable[str] = (), python: Path = OWN) -> Path:
    """Copy ``module`` (``test.test_dict``) below ``folder``; return the program for its tests.

    ``wanted`` are the ids of the tests that will run; the copy lacks the others. Without
    ``wanted`` it is whole, as it is if the text needs a newer Python than ours.
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
        # Some read files in data folders next to them; folders of modules are found in their place.
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
    """Write the list of the tests to run."""
    path.write_text(json.dumps(list(wanted)), encoding="utf-8")
    return path
