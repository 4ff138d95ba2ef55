"""Finds completions, for a window that asks by lines of JSON on standard input:

    python -m visualizer.shell.editor.completion.server

A question has ``number``, ``text``, ``line`` (from 1), ``column`` (from 0) and ``folder``, where
the program's own modules are; the answer has ``number`` and ``found``: name and how many
letters of it are typed already. Nothing of the program is run or imported: jedi reads its text,
and knows the standard library from its stubs. It ends with its input.
"""

import json
import keyword
import sys
import sysconfig
from pathlib import Path
from typing import Any

import jedi
from jedi.api.environment import InterpreterEnvironment

from visualizer.session.engine.cache import cache_folder, make_private_folder

_MOST = 100


def find(question: dict[str, Any], library: list[str]) -> list[list[object]]:
    """The completions of a question: those of ``library`` and of the program's own folder."""
    folder = question.get("folder")
    roots = [folder, *library] if folder else library
    project = jedi.Project(folder or library[0], sys_path=roots, smart_sys_path=False)
    script = jedi.Script(question["text"], environment=InterpreterEnvironment(), project=project)
    found = script.complete(question["line"], question["column"])
    return [
        [one.name, len(one.name) - len(one.complete or "")]
        for one in found
        if _is_wanted(one.name, len(one.name) - len(one.complete or ""))
    ][:_MOST]


def _is_wanted(name: str, typed: int) -> bool:
    """What begins with an underscore only for who has typed one."""
    return (name.isidentifier() or keyword.iskeyword(name)) and (
        typed > 0 or not name.startswith("_")
    )


def main() -> None:
    """Answer until nobody asks any more."""
    jedi.settings.case_insensitive_completion = False
    jedi.settings.auto_import_modules = []
    cache = cache_folder()
    try:
        if cache is not None and make_private_folder(cache / "jedi"):
            jedi.settings.cache_directory = str(cache / "jedi")
    except OSError:
        pass
    names = ("stdlib", "platstdlib")
    library = list(dict.fromkeys(sysconfig.get_path(name) for name in names))
    library += [str(Path(folder, "lib-dynload")) for folder in library]
    for line in sys.stdin:
        question = json.loads(line)
        try:
            found = find(question, library)
        except Exception:
            # Half a program can be anything, and no answer is an answer here.
            found = []
        sys.stdout.write(json.dumps({"number": question["number"], "found": found}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
