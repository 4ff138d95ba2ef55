"""Which Python is chosen, and what uv is asked to do."""

import os
import shutil
import sys
from pathlib import Path

import dev_set_up
import pytest
from dev_environment import Environment

WANTED = "3.13"


class FakeUv:
    """Notes what it is asked to run."""

    def __init__(self) -> None:
        self.commands: list[tuple[str, ...]] = []

    def run(self, *arguments: str | Path) -> None:
        self.commands.append(tuple(map(str, arguments)))


@pytest.fixture
def uv(monkeypatch: pytest.MonkeyPatch) -> FakeUv:
    fake = FakeUv()
    monkeypatch.setattr(dev_set_up, "get_uv", lambda root, build: fake)
    monkeypatch.setattr(dev_set_up, "install_missing_packages", lambda: None)
    return fake


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    """Interpreters and their versions: a stand-in for the machine; the one running is a 3.9."""
    versions = {sys.executable: "3.9"}
    monkeypatch.setattr(dev_set_up, "python_version", lambda python: versions.get(str(python), ""))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    return versions


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    (tmp_path / ".python-version").write_text(f"{WANTED}\n", encoding="ascii")
    return Environment(tmp_path)


def test_the_running_python_is_taken_if_it_fits(installed: dict[str, str]) -> None:
    installed[sys.executable] = WANTED
    assert dev_set_up.choose_python(WANTED) == ("--python", sys.executable)


def test_a_python_on_the_path_is_taken(
    installed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", {"python3.13": "/opt/python3.13"}.get)
    installed["/opt/python3.13"] = WANTED
    assert dev_set_up.choose_python(WANTED) == ("--python", "/opt/python3.13")


def test_one_of_pyenv_is_taken_though_the_one_on_the_path_is_broken(
    installed: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", {"python3.13": "/shims/python3.13"}.get)
    for version in ("3.12.1", "3.13.0", "3.13.2"):
        python = tmp_path / "pyenv" / "versions" / version / "bin" / "python"
        python.parent.mkdir(parents=True)
        installed[str(python)] = version[:4]
    chosen = dev_set_up.choose_python(WANTED)
    assert chosen == ("--python", str(tmp_path / "pyenv/versions/3.13.2/bin/python"))


def test_without_one_uv_fetches_it(
    installed: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev_set_up.choose_python(WANTED) == ("--python", WANTED, "--managed-python")
    assert "fetching" in capsys.readouterr().err


def test_the_version_of_a_python_that_runs_is_read() -> None:
    free_threading = "t" if "t" in sys.abiflags else ""
    assert dev_set_up.python_version(sys.executable) == (
        f"{sys.version_info.major}.{sys.version_info.minor}{free_threading}"
    )


@pytest.mark.parametrize("text", ["exit 127", "echo 3.13; exit 1", "echo something else"])
def test_a_python_that_does_not_answer_is_none(tmp_path: Path, text: str) -> None:
    broken = tmp_path / "python3.13"
    broken.write_text(f"#!/bin/sh\n{text}\n", encoding="ascii")
    broken.chmod(0o755)
    assert dev_set_up.python_version(broken) != WANTED
    assert dev_set_up.python_version(tmp_path / "absent") == ""


def test_a_fresh_environment_is_made_and_filled(
    environment: Environment, uv: FakeUv, installed: dict[str, str]
) -> None:
    installed[sys.executable] = WANTED
    dev_set_up.set_up(environment, fresh=True)
    make, fill = uv.commands
    assert make == ("venv", "--clear", "--python", sys.executable, str(environment.folder))
    assert fill[:4] == ("pip", "install", "--python", str(environment.python))
    assert fill[-2:] == ("--editable", ".[dev]")
    constraints = os.path.join("packaging", "constraints.txt")
    assert fill.count(constraints) == 2


def test_an_environment_of_the_right_version_is_kept(
    environment: Environment, uv: FakeUv, installed: dict[str, str]
) -> None:
    installed[str(environment.python)] = WANTED
    dev_set_up.set_up(environment, fresh=False)
    assert [command[0] for command in uv.commands] == ["pip"]


def test_an_environment_of_another_version_is_replaced(
    environment: Environment, uv: FakeUv, installed: dict[str, str]
) -> None:
    installed[str(environment.python)] = "3.12"
    dev_set_up.set_up(environment, fresh=False)
    assert [command[0] for command in uv.commands] == ["venv", "pip"]
    assert uv.commands[0][2:5] == ("--python", WANTED, "--managed-python")


def test_the_constraints_name_no_registry(environment: Environment, uv: FakeUv) -> None:
    dev_set_up.write_constraints(environment)
    (command,) = uv.commands
    assert {"--no-emit-index-url", "--no-emit-find-links", "--universal"} <= set(command)
    text = (Path(__file__).parents[2] / "packaging" / "constraints.txt").read_text("utf-8")
    assert "://" not in text
    assert "--" not in text.replace("---", "")


def test_the_application_is_compiled_even_where_bytecode_is_not_written(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    environment.python = Path(sys.executable)
    module = environment.root / "visualizer" / "room" / "part.py"
    module.parent.mkdir(parents=True)
    module.write_text("x = 1\n", encoding="ascii")
    dev_set_up.compile_modules(environment)
    assert list(module.parent.glob("__pycache__/part.*.pyc"))


def test_an_environment_without_python_is_left_to_say_so_itself(environment: Environment) -> None:
    dev_set_up.compile_modules(environment)
