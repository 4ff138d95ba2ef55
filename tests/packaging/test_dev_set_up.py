"""The chosen Python, and uv's commands."""

import os
import shutil
import sys
from pathlib import Path

import dev_set_up
import pytest
from dev_environment import PIN_FILE, PIN_VARIABLE, Environment, SetUpError, pinned

from tests.systems import ON_WINDOWS

NEWER, OLDER = dev_set_up.VERSIONS[:2]


class FakeUv:
    """A stand-in for uv that notes its commands."""

    def __init__(self) -> None:
        self.commands: list[tuple[str, ...]] = []
        self.fetched: dict[str, str] = {}
        self.without_wheels: tuple[str, ...] = ()
        self.taken = ""

    def run(self, *arguments: str | Path) -> None:
        self.commands.append(tuple(map(str, arguments)))
        if arguments[0] == "venv":
            self.taken = str(arguments[3])
        elif self.taken in self.without_wheels:
            raise SetUpError("no wheel")

    def find(self, version: str) -> str:
        return self.fetched.get(version, "")


@pytest.fixture
def uv(monkeypatch: pytest.MonkeyPatch) -> FakeUv:
    fake = FakeUv()
    monkeypatch.setattr(dev_set_up, "get_uv", lambda root, build: fake)
    monkeypatch.setattr(dev_set_up, "install_missing_packages", lambda: None)
    return fake


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    """A stand-in for the machine's interpreters, by version; the running one is a 3.9."""
    versions = {sys.executable: "3.9"}
    monkeypatch.setattr(dev_set_up, "python_version", lambda python: versions.get(str(python), ""))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    return versions


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    monkeypatch.delenv(PIN_VARIABLE, raising=False)
    return Environment(tmp_path)


def chosen(uv: FakeUv, pin: str = "") -> list[str]:
    """Return the interpreters that uv would use, in order."""
    return [choice.options[1] for choice in dev_set_up.choices(pin, uv)]  # type: ignore[arg-type]


def test_the_running_python_is_taken_if_it_fits(installed: dict[str, str], uv: FakeUv) -> None:
    installed[sys.executable] = OLDER
    assert chosen(uv) == [sys.executable]


def test_the_newest_that_is_there_comes_first_and_nothing_is_fetched_then(
    installed: dict[str, str], uv: FakeUv, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", {f"python{NEWER}": "/opt/newer"}.get)
    installed.update({sys.executable: OLDER, "/opt/newer": NEWER})
    assert chosen(uv) == ["/opt/newer", sys.executable]


def test_one_of_pyenv_is_taken_though_the_one_on_the_path_is_broken(
    installed: dict[str, str], uv: FakeUv, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", {"python3.13": "/shims/python3.13"}.get)
    name = "python.exe" if ON_WINDOWS else "bin/python"
    for version in ("3.12.1", "3.13.0", "3.13.9", "3.13.18", "3.13-dev"):
        python = tmp_path / "pyenv" / "versions" / version / name
        python.parent.mkdir(parents=True)
        installed[str(python)] = version[:4]
    assert chosen(uv) == [str(tmp_path / "pyenv/versions/3.13.18" / name)]


def test_one_that_uv_has_fetched_before_is_there_too(installed: dict[str, str], uv: FakeUv) -> None:
    uv.fetched[NEWER] = "/uv/newer"
    installed["/uv/newer"] = NEWER
    assert chosen(uv) == ["/uv/newer"]


def test_without_any_uv_fetches_one(
    environment: Environment,
    uv: FakeUv,
    installed: dict[str, str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert chosen(uv) == list(dev_set_up.VERSIONS)
    dev_set_up.set_up(environment, fresh=True)
    assert uv.commands[0][2:5] == ("--python", NEWER, "--managed-python")
    assert "fetching" in capsys.readouterr().err


@pytest.mark.parametrize("pin", [OLDER, f"{OLDER}.0"])
def test_a_version_that_is_asked_for_is_the_only_one(
    installed: dict[str, str], uv: FakeUv, monkeypatch: pytest.MonkeyPatch, pin: str
) -> None:
    assert chosen(uv, pin) == [OLDER]
    monkeypatch.setattr(shutil, "which", {f"python{OLDER}": "/opt/older"}.get)
    installed.update({sys.executable: NEWER, "/opt/older": OLDER})
    assert chosen(uv, pin) == ["/opt/older"]


def test_a_path_that_is_asked_for_is_taken_whatever_its_version(
    environment: Environment,
    uv: FakeUv,
    installed: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed.update({sys.executable: NEWER, "/opt/python": "3.15"})
    installed[str(environment.python)] = "3.15"
    monkeypatch.setenv(PIN_VARIABLE, "/opt/python")
    dev_set_up.set_up(environment, fresh=False)
    assert uv.commands[0] == ("venv", "--clear", "--python", "/opt/python", str(environment.folder))


def test_a_pin_with_an_unknown_python_is_reported_and_left_alone(
    installed: dict[str, str], uv: FakeUv, capsys: pytest.CaptureFixture[str]
) -> None:
    installed[sys.executable] = OLDER
    assert chosen(uv, "my-environment") == [sys.executable]
    assert "my-environment: no Python" in capsys.readouterr().err


def test_the_variable_outranks_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PIN_VARIABLE, raising=False)
    assert pinned(tmp_path) == ""
    (tmp_path / PIN_FILE).write_text("3.13.0\n3.12.1\n", encoding="ascii")
    assert pinned(tmp_path) == "3.13.0"
    monkeypatch.setenv(PIN_VARIABLE, NEWER)
    assert pinned(tmp_path) == NEWER


def test_if_the_newest_lacks_a_package_the_next_is_taken(
    environment: Environment,
    uv: FakeUv,
    installed: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(shutil, "which", {f"python{NEWER}": "/opt/newer"}.get)
    installed.update({sys.executable: OLDER, "/opt/newer": NEWER})
    uv.without_wheels = ("/opt/newer",)
    dev_set_up.set_up(environment, fresh=True)
    assert [command[0] for command in uv.commands] == ["venv", "pip"] * 2
    assert uv.commands[2][3] == sys.executable
    assert f"not with Python {NEWER}: no wheel" in capsys.readouterr().err
    uv.without_wheels = ("/opt/newer", sys.executable)
    with pytest.raises(SetUpError):
        dev_set_up.set_up(environment, fresh=True)


def test_the_version_of_a_python_that_runs_is_read() -> None:
    free_threading = "t" if "t" in getattr(sys, "abiflags", "") else ""
    assert dev_set_up.python_version(sys.executable) == (
        f"{sys.version_info.major}.{sys.version_info.minor}{free_threading}"
    )


@pytest.mark.parametrize("text", ["exit 127", "echo 3.13; exit 1", "echo something else"])
def test_a_python_that_does_not_answer_is_none(tmp_path: Path, text: str) -> None:
    broken = tmp_path / "python3.13"
    broken.write_text(f"#!/bin/sh\n{text}\n", encoding="ascii")
    broken.chmod(0o755)
    assert dev_set_up.python_version(broken) != OLDER
    assert dev_set_up.python_version(tmp_path / "absent") == ""


def test_a_fresh_environment_is_made_and_filled(
    environment: Environment, uv: FakeUv, installed: dict[str, str]
) -> None:
    installed[sys.executable] = OLDER
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
    installed[str(environment.python)] = installed[sys.executable] = OLDER
    dev_set_up.set_up(environment, fresh=False)
    assert [command[0] for command in uv.commands] == ["pip"]


def test_an_environment_of_another_version_is_replaced(
    environment: Environment, uv: FakeUv, installed: dict[str, str]
) -> None:
    installed[str(environment.python)] = "3.12"
    dev_set_up.set_up(environment, fresh=False)
    assert [command[0] for command in uv.commands] == ["venv", "pip"]
    assert uv.commands[0][2:5] == ("--python", NEWER, "--managed-python")


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
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    environment.python = Path(sys.executable)
    module = environment.root / "visualizer" / "room" / "part.py"
    module.parent.mkdir(parents=True)
    module.write_text("x = 1\n", encoding="ascii")
    dev_set_up.compile_modules(environment)
    assert list(module.parent.glob("__pycache__/part.*.pyc"))


def test_an_environment_without_python_reports_that_itself(environment: Environment) -> None:
    dev_set_up.compile_modules(environment)
