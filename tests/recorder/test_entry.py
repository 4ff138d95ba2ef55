"""How the recorder enters a plain ``python prog.py``, and leaves no trace of the way."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.recorder.runs import PATIENCE, record, run_plainly, write_program
from visualizer.model import EndReason
from visualizer.recorder import wire
from visualizer.session.start import launch

TELLS = """
import os, sys
print(sys.path, os.environ.get("PYTHONPATH"), sorted(os.environ), sorted(sys.modules))
print(sorted(sys.path_importer_cache), [type(finder).__name__ for finder in sys.meta_path])
for name in ("sitecustomize", "usercustomize"):
    module = sys.modules.get(name)
    print(module and (module.__file__, sorted(vars(module)), module.__spec__.origin))
try: import sitecustomize
except Exception as error: print(type(error).__name__, error, vars(error))
print(sys.flags, sys.dont_write_bytecode, [name for name in vars(sys) if "visual" in name])
"""
OWN = """
import sys
print("own", __name__, sys.argv, sys.path)
given = [1000]
"""


def outside() -> Path:
    """Return the interpreter behind the virtual environment; it imports ``usercustomize`` too."""
    return Path(getattr(sys, "_base_executable", sys.executable))


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return write_program(tmp_path / "program", TELLS)


@pytest.fixture
def customs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on PYTHONPATH for modules of the user's own."""
    folder = tmp_path / "customs"
    folder.mkdir()
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return folder


@pytest.mark.parametrize(
    "value", [None, "", os.pathsep, "/nowhere", f"/nowhere{os.pathsep}", f".{os.pathsep}/a:b/c"]
)
def test_the_path_is_as_it_was_and_an_absent_sitecustomize_stays_absent(
    program: Path, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    if value is None:
        monkeypatch.delenv("PYTHONPATH", raising=False)
    else:
        monkeypatch.setenv("PYTHONPATH", value)
    recorded = record(program)
    assert recorded.plainly == run_plainly(program)
    assert "ModuleNotFoundError No module named 'sitecustomize'" in recorded.stdout


def test_a_sitecustomize_of_the_users_own_is_run(program: Path, customs: Path) -> None:
    (customs / "sitecustomize.py").write_text(OWN)
    recorded = record(program)
    assert recorded.plainly == run_plainly(program)
    assert recorded.stdout.startswith("own sitecustomize ")


def test_a_package_named_sitecustomize_is_run_too(program: Path, customs: Path) -> None:
    (customs / "sitecustomize").mkdir()
    (customs / "sitecustomize" / "__init__.py").write_text("from sitecustomize.more import given\n")
    (customs / "sitecustomize" / "more.py").write_text(OWN)
    recorded = record(program)
    assert recorded.plainly == run_plainly(program)
    assert recorded.stdout.startswith("own sitecustomize.more ")


@pytest.mark.parametrize(
    "text", ["1 / 0\n", "import nothing_of_that_name\n", "raise ImportError('x')\n", "x = (\n"]
)
def test_one_that_fails_is_reported_as_in_a_plain_run(
    program: Path, customs: Path, text: str
) -> None:
    (customs / "sitecustomize.py").write_text(text)
    recorded = record(program)
    assert recorded.plainly == run_plainly(program)
    assert recorded.end.reason is EndReason.FINISHED


def test_a_usercustomize_is_run_after_it(program: Path, customs: Path) -> None:
    (customs / "sitecustomize.py").write_text(OWN)
    (customs / "usercustomize.py").write_text(OWN)
    recorded = record(program, python=outside())
    assert recorded.plainly == run_plainly(program, python=outside())
    assert recorded.stdout.startswith("own sitecustomize ")
    assert "own usercustomize " in recorded.stdout


def test_a_process_started_by_the_program_sees_none_of_it(tmp_path: Path) -> None:
    write_program(tmp_path / "program", TELLS, "child.py")
    program = write_program(
        tmp_path / "program",
        """
        import os, subprocess, sys
        print(subprocess.run([sys.executable, "child.py"], capture_output=True, text=True).stdout)
        print(sorted(os.listdir("/proc/self/fd"))[:3])
        """,
    )
    assert record(program).plainly == run_plainly(program)


def test_left_on_the_path_without_a_session_it_does_nothing(program: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("VISUALIZER_")}
    answers = [
        subprocess.run(
            [sys.executable, program],
            env=environment | {"PYTHONPATH": path},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        ).stdout
        for path in (str(launch.ENTRY), "")
    ]
    assert "recorder" not in answers[0].replace(str(launch.ENTRY), "")
    modules = [answer.splitlines()[0].rpartition("[")[2] for answer in answers]
    assert modules[0] == modules[1]


@pytest.mark.parametrize("option", ["-I", "-E", "-S"])
def test_options_that_ignore_the_path_keep_it_out(program: Path, option: str) -> None:
    done = subprocess.run(
        [sys.executable, option, program],
        env=os.environ | {"PYTHONPATH": str(launch.ENTRY), "VISUALIZER_SPOOL": "no number"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "VISUALIZER_SPOOL" in done.stdout, "nobody was there to take it away"


def test_the_first_step_is_the_programs_first_line(tmp_path: Path, customs: Path) -> None:
    (customs / "sitecustomize.py").write_text("def f(): return 1\nf()\n")
    recorded = record(write_program(tmp_path / "program", "x = 1\n"))
    assert recorded.places == [("line", 1), ("finish", 1)]
    assert recorded.moments[0].globals == {"prog.py": ()}
    assert {entry.type for entry in recorded.moments[0].heap.values()} == set()


IMMORTAL = """
import sys
for word in open("words.txt").read().split():
    word = sys.intern(word)
    if sys.getrefcount(word) > 1 << 29:
        print(word)
"""
UNLIKE_WORDS = {wire.SPOOL_VARIABLE, wire.SETTINGS_VARIABLE, "fromhex"}
OF_THE_COLLECTOR = {"gc", "callbacks", "garbage"}
"""Names of the module ``gc``, which the recorder imports."""


@pytest.mark.needs_core
def test_texts_of_the_program_keep_their_counts_whatever_words_the_recorder_uses(
    tmp_path: Path,
) -> None:
    program = write_program(tmp_path, IMMORTAL)
    texts = "\n".join(path.read_text("utf-8") for path in Path(wire.__file__).parent.rglob("*.py"))
    words = sorted(set(re.findall(r"[A-Za-z_][A-Za-z_0-9]*", texts)))
    (tmp_path / "words.txt").write_text(" ".join(words))
    record(program)  # compiles all modules that are not yet compiled
    recorded, plain = record(program).stdout.split(), run_plainly(program).stdout.split()
    assert len(plain) > 100
    assert set(plain) <= set(recorded)
    more = set(recorded) - set(plain) - UNLIKE_WORDS - OF_THE_COLLECTOR
    assert {word for word in more if word[-1] != "_"} == set()
