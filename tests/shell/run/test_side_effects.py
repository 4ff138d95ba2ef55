"""The side effects that a program may have, read from its text."""

import pytest

from visualizer.shell.run.side_effects import deeds_in


@pytest.mark.parametrize(
    "text",
    [
        "open('a', 'w')",
        "open('a', mode='a')",
        "open('a', 'rb+')",
        "open(name, way)",
        "open(name, **how)",
        "with open('x', 'x') as f: pass",
        "import io as i\ni.open('a', 'w')",
        "from gzip import open as o\no('a', 'wb')",
        "import zipfile\nzipfile.ZipFile('a', 'w')",
        "import pathlib\npathlib.Path('a').write_text('b')",
        "from pathlib import Path\nPath('a').open('w')",
        "from pathlib import Path\np = Path('a')\np.mkdir()",
        "p.write_bytes(b'')",
        "p.replace(other)",
        "import os\nos.remove('a')",
        "import os.path\nos.rename('a', 'b')",
        "from os import remove as r\nr('a')",
        "from os import *\nmkdir('a')",
        "import os\nos.execv('a', [])",
        "import os\nos.system('rm x')",
        "import shutil\nshutil.rmtree('a')",
        "from shutil import copy\ncopy('a', 'b')",
        "import sqlite3\nsqlite3.connect('a.db')",
        "import subprocess as s\ns.run(['ls'])",
        "from subprocess import Popen\nPopen('ls')",
        "import shelve\nshelve.open('a')",
        "import tempfile\ntempfile.NamedTemporaryFile()",
        "import logging\nlogging.basicConfig(filename='a')",
        "import numpy as np\nnp.save('a', x)",
        "frame.to_csv('a')",
        "exec(text)",
    ],
)
def test_a_call_that_may_change_something_is_recognised(text: str) -> None:
    (deed,) = deeds_in(text)
    assert deed.line == text.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "open('a')",
        "open('a', 'r', encoding='utf-8')",
        "open('a', mode='rb')",
        "from pathlib import Path\nPath('a').open()",
        "from pathlib import Path\nPath('a').read_text()",
        "'a'.replace('b', 'c')",
        "import os\nos.getcwd(), os.listdir(), os.path.join('a', 'b')",
        "import shutil\nshutil.which('a')",
        "import sqlite3\nsqlite3.connect(':memory:')",
        "def remove(x): pass\nremove(1)",
        "items.remove(1)",
        "import math\nmath.sqrt(2)",
        "print('open(x, \\'w\\')')",
        "import tarfile\ntarfile.open('a', 'r:gz')",
        "not python (",
        "",
    ],
)
def test_a_call_that_changes_nothing_is_allowed(text: str) -> None:
    assert deeds_in(text) == ()


def test_they_are_listed_in_order_and_cut_short() -> None:
    deeds = deeds_in("import os\nopen('b', 'w')\nos.remove('" + 100 * "a" + "')\n")
    assert [(deed.line, deed.called) for deed in deeds] == [(2, "open"), (3, "os.remove")]
    assert len(deeds[1].text) == 48
