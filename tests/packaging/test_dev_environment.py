"""When the environment is created, recreated, or left alone."""

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import dev_set_up
import pytest
from dev_environment import INPUTS, Environment, SetUpError

from tests.systems import ON_WINDOWS

ROOT = Path(__file__).parents[2]


def put_python(path: Path) -> None:
    """Put a stand-in for an environment's interpreter there."""
    if ON_WINDOWS:  # there it is a small program of its own
        shutil.copyfile(sys.executable, path)
    else:
        path.symlink_to(sys.executable)


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    root = tmp_path.resolve() / "checkout"
    for name in INPUTS:
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    return Environment(root)


@pytest.fixture
def set_ups(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """The value of `fresh` at each set-up; the set-up itself is a stand-in."""
    calls: list[bool] = []

    def set_up(environment: Environment, fresh: bool) -> None:
        calls.append(fresh)
        if fresh:
            shutil.rmtree(environment.folder, ignore_errors=True)
            environment.python.parent.mkdir(parents=True)
            put_python(environment.python)

    monkeypatch.setattr(dev_set_up, "set_up", set_up)
    return calls


def test_the_first_set_up_is_the_only_one(environment: Environment, set_ups: list[bool]) -> None:
    environment.make_ready()
    environment.make_ready()
    assert set_ups == [True]


@pytest.mark.parametrize("name", INPUTS, ids=str)
def test_a_changed_input_brings_the_environment_up_to_date(
    environment: Environment, set_ups: list[bool], name: Path
) -> None:
    environment.make_ready()
    with (environment.root / name).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    environment.make_ready()
    environment.make_ready()
    assert set_ups == [True, False]


def test_a_lost_interpreter_is_noticed(environment: Environment, set_ups: list[bool]) -> None:
    environment.make_ready()
    environment.python.unlink()
    if not ON_WINDOWS:  # there it is no link
        environment.python.symlink_to("/nowhere/python")
    environment.make_ready()
    assert len(set_ups) == 2


def test_a_moved_checkout_gets_a_fresh_environment(
    environment: Environment, set_ups: list[bool]
) -> None:
    environment.make_ready()
    moved = environment.root.with_name("moved")
    environment.root.rename(moved)
    Environment(moved).make_ready()
    assert set_ups == [True, True]


def test_an_interrupted_first_set_up_starts_again(
    environment: Environment, set_ups: list[bool]
) -> None:
    environment.python.parent.mkdir(parents=True)
    environment.make_ready()
    assert set_ups == [True]


def test_an_interrupted_update_does_not_pass_for_the_environment_before_it(
    environment: Environment, set_ups: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.make_ready()
    project = environment.root / "pyproject.toml"
    before = project.read_bytes()

    def interrupt(environment: Environment, fresh: bool) -> None:
        raise SetUpError("interrupted")

    with monkeypatch.context() as patch:
        patch.setattr(dev_set_up, "set_up", interrupt)
        project.write_bytes(before + b"\n# changed\n")
        with pytest.raises(SetUpError):
            environment.make_ready()
    project.write_bytes(before)
    environment.make_ready()
    assert set_ups == [True, False]


SET_UP_AND_NOTE_IT = """
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
import dev_set_up
from dev_environment import Environment
from tests.packaging.test_dev_environment import put_python

def set_up(environment, fresh):
    with (environment.root / "log").open("a") as log:
        log.write("set up\\n")
    environment.python.parent.mkdir(parents=True)
    put_python(environment.python)

dev_set_up.set_up = set_up
Environment(Path(sys.argv[2])).make_ready()
"""


def test_only_one_of_several_processes_sets_up(environment: Environment) -> None:
    script = [sys.executable, "-c", SET_UP_AND_NOTE_IT]
    command = [*script, str(ROOT / "packaging"), str(environment.root)]
    with environment.locked():
        processes = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
        for process in processes:
            assert process.stderr is not None
            assert process.stderr.readline().startswith(b"dev.py: waiting")
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    assert (environment.root / "log").read_text(encoding="utf-8") == "set up\n"


def test_a_checkout_of_somebody_else_is_named_with_the_mend(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write everywhere.
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with (
        pytest.raises(SetUpError, match=r"\.build: no permission.*checkout of your own"),
        environment.locked(),
    ):
        pass


def test_the_lock_does_without_a_file_system_that_knows_none(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int, operation: int) -> None:
        raise OSError(38, "Function not implemented")

    fcntl = pytest.importorskip("fcntl", reason="Windows has its own locks on every file system")
    monkeypatch.setattr(fcntl, "flock", refuse)
    with environment.locked():
        assert environment.build.is_dir()
