"""Processes that measure: their answers, and that none is left after any end."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import requires
from pathlib import Path
from textwrap import dedent

import pytest

from tests.polling import wait_until
from tests.systems import ABORTED, KILLED, ON_WINDOWS
from visualizer.labs import installed
from visualizer.labs.children import Child, ChildFailed, error_text
from visualizer.labs.installed import not_installed
from visualizer.labs.janitor import Janitor
from visualizer.platform.processes import is_running

SERVED = """
import json, os, subprocess, sys, time
from visualizer.labs.children import serve
class Served:
    def ready(self):
        print("noise")
        return {"here": os.getpid()}
    def handle(self, command):
        names = {**globals(), "self": self, "command": command}
        exec(command, names)
        return {"took": names["command"]}
serve(lambda settings: Served())
"""


@pytest.fixture
def janitor() -> Iterator[Janitor]:
    with closing(Janitor()) as found:
        yield found


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    tmp_path.joinpath("served_by_a_test.py").write_text(SERVED)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return "served_by_a_test"


def until_gone(process: int) -> None:
    wait_until(lambda: not is_running(process), f"{process} is still there")


def test_it_answers_line_by_line_whatever_is_printed_meanwhile(
    module: str, janitor: Janitor
) -> None:
    with closing(Child(module, {}, janitor, 20)) as child:
        assert child.ready["here"] > 0
        assert child.start_up > 0
        assert child.ask("print('more noise')", 20) == {"took": "print('more noise')"}


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("raise MemoryError", "MemoryError$"),
        ("os._exit(3)", "ended with exit code 3"),
        (
            "os.write(2, b'a warning'); os.kill(os.getpid(), 9)",
            KILLED if ON_WINDOWS else f"^{KILLED}$",
        ),
        ("os.write(2, b'last words'); os.abort()", f"{ABORTED}: last words"),
        ("time.sleep(600)", "no response within 0 s"),
    ],
)
def test_a_child_that_crashes_or_hangs_is_reported(
    command: str, message: str, module: str, janitor: Janitor
) -> None:
    with (
        closing(Child(module, {}, janitor, 20)) as child,
        pytest.raises(ChildFailed, match=message),
    ):
        child.ask(command, 0.3 if "sleep" in command else 20)


def test_a_child_that_cannot_get_ready_gives_its_reason(janitor: Janitor) -> None:
    with pytest.raises(ChildFailed, match="No module named"):
        Child("no_such_module_anywhere", {}, janitor, 20)


def test_processes_that_it_started_end_with_it(module: str, janitor: Janitor) -> None:
    child = Child(module, {}, janitor, 20)
    start = "self.kept = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=-1)"
    child.ask(start, 20)
    grandchild = child.ask("command = self.kept.pid", 20)["took"]
    assert is_running(grandchild)
    child.close()
    child.close()
    until_gone(grandchild)


def test_when_the_run_is_killed_the_janitor_ends_the_rest(module: str) -> None:
    run = dedent(f"""
        import time
        from visualizer.labs.children import Child
        from visualizer.labs.janitor import Janitor
        child = Child({module!r}, {{}}, Janitor(), 20)
        print(child.ready["here"], flush=True)
        time.sleep(600)
    """)
    with subprocess.Popen([sys.executable, "-c", run], stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        child = int(running.stdout.readline())
        assert is_running(child)
        running.kill()
    until_gone(child)


def test_a_library_that_is_not_installed_is_said_with_the_command_that_mends_it(
    module: str, janitor: Janitor
) -> None:
    with closing(Child(module, {}, janitor, 20)) as child, pytest.raises(ChildFailed) as failed:
        child.ask("import no_such_library.part", 20)
    assert str(failed.value) == not_installed("no_such_library")
    assert not_installed("_interpreters") == "_interpreters is not available on this machine"


def test_a_part_that_an_installed_library_lacks_is_named() -> None:
    for name in ("numpy.nothing", "concurrent.nothing"):
        error = ModuleNotFoundError(f"No module named {name!r}", name=name)
        assert error_text(error) == f"ModuleNotFoundError: No module named {name!r}"


@pytest.mark.parametrize(
    ("has_uv", "commands"),
    [
        (True, "uv pip install --python '/a b/python' nothing"),
        (False, "'/a b/python' -m ensurepip && '/a b/python' -m pip install nothing"),
    ],
)
def test_without_pip_the_command_uses_what_is_there(
    monkeypatch: pytest.MonkeyPatch, has_uv: bool, commands: str
) -> None:
    monkeypatch.setattr(installed, "own_python", lambda: "/a b/python")
    monkeypatch.setattr(installed, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda name: name if has_uv else None)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not_installed("nothing") == f"nothing is not installed; install it with: {commands}"


def test_the_command_is_quoted_as_its_system_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "own_python", lambda: "C:\\a b\\python.exe")
    monkeypatch.setattr(installed, "find_spec", lambda name: name)
    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        said = not_installed("nothing")
    assert said.endswith('"C:\\a b\\python.exe" -m pip install nothing')


def test_a_library_without_a_wheel_for_this_python_has_no_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 15, 0))
    assert not_installed("h5py") == "h5py is not available on this machine"
    assert 'h5py; python_version < "3.15"' in (requires("visualizer") or [])
