"""A program with a hook for audit events (PEP 578) gets none from the recorder."""

from pathlib import Path

import pytest

from tests.recorder.runs import record, record_unread, run_plainly, write_program
from visualizer.model import EndReason
from visualizer.recorder.failure import AUDITED

# The hook is a builtin method: the engine would read a function.
LISTEN = "import sys\nseen = {}\nsys.addaudithook(seen.setdefault)\n"
PROGRAMS = {
    "values and names": "a = 1000; b = a * 1.5; c = f'{a}'; d = a, b; a = 1001",
    "dicts and sets": "a = {1: 2}; a[3] = {'k': a}; a.update(x=1); b = {1, 2}; b.add(1.5)",
    "instances": "class A: pass\na = A()\na.x = A()\na.x.y = [a]\na.z = 1\ndel a.z\na.x.v = 2",
    "frames": "(lambda n: [n, (lambda m: m + n)(2)])(1)\nclass B:\n    x = 1\n    y = x",
    "what drops out of reach": "a = [1]\na = 2\nb = 3",
    "generators": "g = (n for n in (1, 2))\nnext(g)\nnext(g)",
    "slots": "class A: __slots__ = ('p',)\na = A()\na.p = 1",
    "exceptions": "try: 1 / 0\nexcept ZeroDivisionError as e: a = [e.args]",
}


def write(folder: Path, text: str) -> Path:
    """Write a program that prints the names of the audit events that it heard."""
    return write_program(folder, LISTEN + text + "\nprint([*seen])\n")


@pytest.mark.parametrize("recorder", [pytest.param("core", marks=pytest.mark.needs_core), "python"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_hook_hears_what_it_hears_in_a_plain_run(
    name: str, recorder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    program = write(tmp_path, PROGRAMS[name])
    plain, recorded = run_plainly(program), record_unread(program)
    assert (recorded.stdout, recorded.exit_code) == (plain.stdout, 0), recorded.stderr


def test_the_recorder_in_python_ends_before_code_of_the_program_that_installs_a_hook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", "python")
    text = "import sys\nseen = {}\ndef listen():\n    sys.addaudithook(seen.setdefault)\nlisten()\n"
    program = write_program(tmp_path, text + "a = {1: [2]}\nb = a\nprint([*seen])\n")
    recorded = record(program)
    assert recorded.stdout == run_plainly(program).stdout
    assert recorded.end.reason is EndReason.RECORDER_FAILED
    assert AUDITED.decode() in recorded.end.detail
    assert recorded.last.place == ("line", 5)


def test_a_hook_that_foreign_code_installs_is_noticed_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", "python")
    text = "import sys, foreign\nseen = foreign.seen\na = {1: [2]}\nb = a\nprint([*seen])"
    program = write_program(tmp_path / "program", text)
    foreign = "import sys\nseen = {}\nsys.addaudithook(seen.setdefault)\n"
    write_program(program.parent / "site-packages", foreign, "foreign.py")
    program.write_text(f"import sys\nsys.path.append('site-packages')\n{text}\n")
    assert record_unread(program).stdout == run_plainly(program).stdout
