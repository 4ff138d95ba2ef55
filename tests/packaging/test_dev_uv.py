"""The installation of uv, and the registries that it uses."""

import os
import sys
from pathlib import Path

import dev_uv
import pytest
from dev_environment import EXE, SCRIPTS, SetUpError

from tests.systems import ON_WINDOWS, as_printed, needs_scripts

ROOT = Path(__file__).parents[2]
HOME = "USERPROFILE" if ON_WINDOWS else "HOME"
Command = list[str | Path]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The installers' commands; the stand-in only makes the folder that they would fill."""
    calls: list[list[str]] = []

    def run_installer(command: Command, root: Path, variables: dict[str, str]) -> None:
        calls.append([str(part) for part in command])
        if "venv" in command or "--target" in command:
            Path(command[-1], SCRIPTS).mkdir(parents=True)

    monkeypatch.setattr(dev_uv, "run_installer", run_installer)
    return calls


def with_modules(monkeypatch: pytest.MonkeyPatch, *names: str) -> set[str]:
    modules = set(names)
    monkeypatch.setattr(dev_uv, "has_module", lambda name: name in modules)
    return modules


def test_venv_is_used_where_it_is(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_modules(monkeypatch, "ensurepip", "pip")
    dev_uv.install_uv("uv==1.0", tmp_path / "uv-1.0", tmp_path, {})
    make, install = commands
    assert make[:4] == [sys.executable, "-I", "-m", "venv"]
    assert install[1:] == ["-m", "pip", "install", "--quiet", "uv==1.0"]
    assert install[0].startswith(make[4])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["uv-1.0"]


def test_pip_alone_is_enough(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_modules(monkeypatch, "pip")
    dev_uv.install_uv("uv==1.0", tmp_path / "uv-1.0", tmp_path, {})
    (install,) = commands
    assert install[:4] == [sys.executable, "-m", "pip", "install"]
    assert (tmp_path / "uv-1.0" / SCRIPTS).is_dir()


def test_if_both_are_missing_apt_brings_venv(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    modules = with_modules(monkeypatch)
    asked: list[list[str]] = []

    def install_with_apt(packages: list[str]) -> bool:
        asked.append(packages)
        modules.add("ensurepip")
        return True

    monkeypatch.setattr(dev_uv, "install_with_apt", install_with_apt)
    dev_uv.install_uv("uv==1.0", tmp_path / "uv-1.0", tmp_path, {})
    assert asked == [["python3-venv"]]
    assert len(commands) == 2


def test_without_apt_the_package_is_named(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_modules(monkeypatch)
    monkeypatch.setattr(dev_uv, "install_with_apt", lambda packages: False)
    with pytest.raises(SetUpError, match="python3-venv"):
        dev_uv.install_uv("uv==1.0", tmp_path / "uv-1.0", tmp_path, {})
    assert commands == []


def test_the_rest_of_an_interrupted_installation_is_replaced(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_modules(monkeypatch, "ensurepip")
    for name in ("uv-1.0", "uv-1.0.new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "left over").touch()
    dev_uv.install_uv("uv==1.0", tmp_path / "uv-1.0", tmp_path, {})
    assert [path.name for path in (tmp_path / "uv-1.0").iterdir()] == [SCRIPTS]


def test_an_installed_uv_is_not_installed_again(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    executable = tmp_path / f"uv-{dev_uv.pinned_version(ROOT, 'uv')}" / SCRIPTS / f"uv{EXE}"
    executable.parent.mkdir(parents=True)
    executable.touch()
    monkeypatch.setattr(dev_uv, "pip_settings", lambda python: {"index-url": "https://x.test/"})
    monkeypatch.delenv("UV_DEFAULT_INDEX", raising=False)
    uv = dev_uv.get_uv(ROOT, tmp_path)
    assert commands == []
    assert uv._executable == executable
    assert uv._variables["UV_DEFAULT_INDEX"] == "https://x.test/"


def test_a_package_without_a_pin_is_an_error() -> None:
    with pytest.raises(SetUpError, match="no-such-package"):
        dev_uv.pinned_version(ROOT, "no-such-package")


@needs_scripts
def test_pips_settings_are_read_as_pip_ranks_them(tmp_path: Path) -> None:
    lines = [
        ":env:.index-url='https://env.test/simple'",
        "global.index-url='https://global.test/simple'",
        "global.timeout='10'",
        "install.timeout='20'",
        r"global.extra-index-url='\nhttps://a.test/simple\nhttps://b.test/simple'",
        "freeze.timeout='30'",
    ]
    pip = tmp_path / "python"
    body = "\n".join(lines)
    pip.write_text(f"#!/bin/sh\ncat <<'END'\n{body}\nEND\n", encoding="utf-8")
    pip.chmod(0o755)
    assert dev_uv.uv_settings(dev_uv.pip_settings(pip)) == {
        "UV_DEFAULT_INDEX": "https://env.test/simple",
        "UV_HTTP_TIMEOUT": "20",
    }
    assert dev_uv.further_sources(dev_uv.pip_settings(pip)) == {
        "UV_INDEX": "https://a.test/simple https://b.test/simple",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
    }


@needs_scripts
def test_a_pip_that_is_set_to_nothing_or_does_not_run_gives_nothing(tmp_path: Path) -> None:
    pip = tmp_path / "python"
    pip.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    pip.chmod(0o755)
    assert dev_uv.pip_settings(pip) == {}


def test_find_links_are_joined_as_uv_splits_them() -> None:
    assert dev_uv.further_sources({"find-links": "/wheels /more"}) == {
        "UV_FIND_LINKS": "/wheels,/more"
    }


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """The variables of each attempt; all attempts without UV_INDEX fail."""
    calls: list[dict[str, str]] = []

    def run_installer(command: Command, root: Path, variables: dict[str, str]) -> None:
        calls.append(variables)
        if "UV_INDEX" not in variables:
            raise SetUpError("not found")

    monkeypatch.setattr(dev_uv, "run_installer", run_installer)
    return calls


def test_a_package_missing_in_the_index_is_sought_further(
    attempts: list[dict[str, str]], tmp_path: Path
) -> None:
    dev_uv.Uv(tmp_path / "uv", tmp_path, {"A": "a"}, {"UV_INDEX": "i"}).run("pip", "install")
    assert attempts == [{"A": "a"}, {"A": "a", "UV_INDEX": "i"}]


def test_without_further_places_a_failure_is_final(
    attempts: list[dict[str, str]], tmp_path: Path
) -> None:
    with pytest.raises(SetUpError, match="not found"):
        dev_uv.Uv(tmp_path / "uv", tmp_path, {}, {}).run("pip", "install")
    assert len(attempts) == 1


def test_the_users_own_variables_for_uv_win(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://mine.test/")
    monkeypatch.setattr(dev_uv, "pip_settings", lambda python: {"index-url": "https://pip.test/"})
    executable = tmp_path / f"uv-{dev_uv.pinned_version(ROOT, 'uv')}" / SCRIPTS / f"uv{EXE}"
    executable.parent.mkdir(parents=True)
    executable.touch()
    assert dev_uv.get_uv(ROOT, tmp_path)._variables["UV_DEFAULT_INDEX"] == "https://mine.test/"


@pytest.mark.parametrize("home", ["", "relative", "/nowhere/at/all"])
def test_without_a_home_folder_the_caches_stay_in_the_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str
) -> None:
    for name in ("UV_CACHE_DIR", "UV_PYTHON_INSTALL_DIR", "PIP_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(HOME, home)
    variables = dev_uv.installer_variables(tmp_path)
    for name in ("UV_CACHE_DIR", "UV_PYTHON_INSTALL_DIR", "PIP_CACHE_DIR"):
        assert Path(variables[name]).parent == tmp_path


def test_with_a_home_folder_the_users_caches_are_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("UV_CACHE_DIR", raising=False)
    monkeypatch.setenv(HOME, str(tmp_path))
    assert "UV_CACHE_DIR" not in dev_uv.installer_variables(tmp_path / ".build")


def test_installers_see_nothing_that_steers_python(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PIP_REQUIRE_VIRTUALENV", "1")
    variables = dev_uv.installer_variables(tmp_path)
    assert not {"PYTHONPATH", "PIP_REQUIRE_VIRTUALENV"} & set(variables)
    assert variables["PATH"] == os.environ["PATH"]


def test_an_installer_writes_to_standard_error_and_reads_nothing(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    script = "import os, sys; print(os.getcwd(), os.environ['A'], repr(sys.stdin.read()))"
    dev_uv.run_installer([sys.executable, "-c", script], tmp_path, {"A": "b"})
    out, err = capfd.readouterr()
    assert out == ""
    assert as_printed(err.encode()).decode() == f"{tmp_path} b ''\n"


def test_a_failing_installer_is_named_with_the_mend(tmp_path: Path) -> None:
    said = r"`python\S* -c .* ended with exit code 3.*network.* disk"
    with pytest.raises(SetUpError, match=said):
        dev_uv.run_installer([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, {})
