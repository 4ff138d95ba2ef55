"""The completion process: answers questions, one line of JSON each, on standard input and output:

python -m visualizer.shell.editor.completion.server

A question has ``number``, ``text``, ``line`` (from 1), ``column`` (from 0) and ``folder``, which
holds the program's own modules. The answer has ``number`` and ``found``: names, and how many
letters of each are already typed. The process neither runs nor imports the program: jedi reads its
text, and the stubs of the standard library. The process ends with its input.
"""

import json
import keyword
import sys
import sysconfig
from pathlib import Path
from typing import Any

import jedi
from jedi.api.environment import InterpreterEnvironment

from visualizer.platform.folders import cache_folder, make_private_folder

_MOST = 100


def find(question: dict[str, Any], library: list[str]) -> list[list[object]]:
    """Return the completions from ``library`` and from the program's folder."""
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
    """Whether to offer a name; a leading underscore must have been typed."""
    return (name.isidentifier() or keyword.iskeyword(name)) and (
        typed > 0 or not name.startswith("_")
    )


def main() -> None:
    """Answer questions until standard input ends."""
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
            # jedi may fail in any way on an unfinished program; then there are no completions.
            found = []
        sys.stdout.write(json.dumps({"number": question["number"], "found": found}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
