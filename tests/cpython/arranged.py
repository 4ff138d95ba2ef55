"""Arranges a module of CPython's ``test`` package so that it is the program that is recorded.

Its text is copied, when a test runs and never into the project, to a folder that is put in front of
the ``test`` package's own: the copy is imported under its own name, what it imports beside it is
found where it always is.
"""

import importlib.util
import json
import shutil
from collections.abc import Iterable
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


def test_package() -> Path:
    """The folder of the ``test`` package. Raises ``FileNotFoundError`` where there is none."""
    found = importlib.util.find_spec("test.support")
    if found is None or found.origin is None:
        raise FileNotFoundError("this interpreter comes without its own tests")
    return Path(found.origin).parent.parent


def arrange(folder: Path, module: str, wanted: Iterable[str] = ()) -> Path:
    """Copy ``module`` (``test.test_dict``) below ``folder``; the program that runs its tests.

    ``wanted`` are the ids of the tests that will run; the others are taken out of the copy.
    """
    top, *rest = module.removeprefix("test.").split(".")
    copies = folder / "test"
    copies.mkdir(parents=True)
    source = test_package() / top
    if source.is_dir():
        shutil.copytree(source, copies / top, ignore=shutil.ignore_patterns("__pycache__"))
        copy = copies.joinpath(top, *(rest or ["__init__"])).with_suffix(".py")
    else:
        copy = copies / f"{top}.py"
        shutil.copyfile(source.with_suffix(".py"), copy)
    for data in test_package().iterdir():
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
