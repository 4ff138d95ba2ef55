"""Keep what this release writes, for the releases to come: ``python -m tests.kept.keep``.

Run once for each release, before it is handed out: it writes a recording, what ``info --json`` says
of it, and the settings of a window in which much was chosen, into a folder named by the version.
``test_kept.py`` opens them with what there is by then. What was kept is never written anew.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QKeySequence

from visualizer import __version__
from visualizer.platform.python import own_python, run_module
from visualizer.resources import resource
from visualizer.shell.app import make_application
from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.window.places import beside
from visualizer.shell.window.window import MainWindow

HERE = Path(__file__).parent
RECORDING, FACTS, SETTINGS = "linked_list.memtrace", "info.json", "window.ini"


def visualizer(*arguments: str, folder: Path) -> str:
    """What a command of ours prints, in a folder."""
    command = [own_python(), *run_module("visualizer"), *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def keep(folder: Path) -> None:
    """Write everything into a new folder; FileExistsError where there is one."""
    folder.mkdir()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        program = shutil.copy(resource("examples/linked_list.py"), work)
        visualizer("record", Path(program).name, "-o", RECORDING, folder=work)
        facts = json.loads(visualizer("info", "--json", RECORDING, folder=work))
        shutil.copy(work / RECORDING, folder)
        (folder / FACTS).write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n")
        write_settings(work)
        shutil.copy(work / SETTINGS, folder)


def write_settings(folder: Path) -> None:
    """Choose much in a window that keeps its settings in a folder."""
    make_application()
    preferences = Preferences(folder / SETTINGS)
    window = MainWindow(preferences, Appearance(preferences), places=beside(preferences.file))
    window.assemble()
    window.show()
    window.complete()
    window.appearance.choose("dark")
    window.appearance.scale_text(125)
    window.words.speak("ko")
    window.view.show_level(2)
    window.view.follow_change(False)
    window.view.wrap_code(True)
    window.view.set_size("code_size", 18)
    window.shortcuts.choose("record", [QKeySequence("Ctrl+Shift+Y")])
    window.close()
    preferences.sync()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    target = HERE / __version__
    keep(target)
    sys.stdout.write(f"kept in {target.relative_to(HERE.parents[1])}\n")
