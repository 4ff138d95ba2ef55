"""Failures planted in the recorder, without any hook in the recorder's own code.

``plant`` puts an entry of the tests before the real one. It compiles one module of the recorder
again, with a line at the beginning of each of its functions that raises after a number of
calls; in a function that guards itself with a ``try`` the line is inside the ``try``.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from visualizer.session.start import launch

ENTRY = '''
import ast, sys
from importlib.machinery import SourceFileLoader

get_code = SourceFileLoader.get_code
PLANTED = """
from itertools import chain as _chain, repeat as _repeat
_planted = _chain(_repeat(False, {after}), _repeat(True, {times}), _repeat(False))
"""
RAISES = "if next(_planted): raise {error}"
NAMES = {names!r}

def with_planted(text):
    tree = ast.parse(text)
    raises = ast.parse(RAISES).body
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (not NAMES or node.name in NAMES):
            guarded = [one for one in node.body if isinstance(one, ast.Try)] or [node]
            guarded[0].body[:0] = raises
    first = sum(isinstance(one, ast.ImportFrom) and one.module == "__future__" for one in tree.body)
    first += isinstance(tree.body[0], ast.Expr)
    tree.body[first:first] = ast.parse(PLANTED).body
    return ast.fix_missing_locations(tree)

def planted(loader, name):
    if not name.startswith({module!r}):
        return get_code(loader, name)
    with open(loader.path, encoding="utf-8") as file:
        tree = {text!r} or with_planted(file.read())
    return compile(tree, loader.path, "exec", dont_inherit=True)

SourceFileLoader.get_code = planted
real = {entry!r}
with open(real, encoding="utf-8") as file:
    code = compile(file.read(), __file__, "exec", dont_inherit=True)
try:
    exec(code)
finally:
    SourceFileLoader.get_code = get_code
'''


@dataclass(frozen=True, slots=True)
class Planted:
    """The module (each, if none is named), the number of calls, of failures, and the error.

    In all functions of the module, or in those of ``names``; or ``text`` replaces the module.
    """

    module: str
    after: int = 0
    times: int = 1 << 60
    error: str = "KeyError('planted')"
    names: tuple[str, ...] = ()
    text: str = ""

    def __str__(self) -> str:
        return f"{self.module} after {self.after}"


def plant(planted: Planted, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the recorder of every program that starts from now on fail like that.

    ``folder`` is not the program's folder, whose files are recorded.
    """
    entry = folder / "planted"
    entry.mkdir(exist_ok=True)
    real = Path(launch.__file__).parents[2] / "recorder" / "entry" / "sitecustomize.py"
    text = ENTRY.format(
        module=f"visualizer.recorder.{planted.module}",
        entry=str(real),
        after=planted.after,
        times=planted.times,
        error=planted.error,
        names=planted.names,
        text=planted.text,
    )
    (entry / "sitecustomize.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(launch, "ENTRY", entry)
