"""The verbs of the set-up script."""

import json
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import dev
import dev_system
import pytest
from dev_environment import Environment, SetUpError

from tests.systems import ON_WINDOWS, needs_posix

ROOT = Path(__file__).parents[2]
# Prints the arguments and surroundings of the process that `run` turned into.
REPORT = """
import json, os, sys
json.dump(
    {"arguments": sys.argv[1:], "folder": os.getcwd(), "environment": dict(os.environ),
     "input": sys.stdin.read(), "process": os.getpid()},
    sys.stdout,
)
sys.exit(7)
"""


class FakeEnvironment(Environment):
    """An environment that is ready at once, and notes its commands and what is installed."""

    commands: list[tuple[str, ...]]
    exit_codes: list[int]
    installed: list[str]

    def make_ready(self) -> None:
        pass

    def become(self, *command: str | Path) -> int:
        return self.call(*command)

    def call(self, *command: str | Path) -> int:
        self.commands.append(tuple(map(str, command)))
        return self.exit_codes.pop(0) if self.exit_codes else 0

    def call_quietly(self, *command: str | Path) -> tuple[int, str]:
        return self.call(*command), f"{Path(command[-1]).name}\n"


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> type[FakeEnvironment]:
    FakeEnvironment.commands = []
    FakeEnvironment.exit_codes = []
    FakeEnvironment.installed = []
    # Run as root, the real ones would install packages on the machine of the tests.
    for name in ("install_missing_packages", "install_browser"):
        monkeypatch.setattr(dev_system, name, partial(FakeEnvironment.installed.append, name))
    monkeypatch.setattr(dev, "Environment", FakeEnvironment)
    monkeypatch.chdir(tmp_path)
    return FakeEnvironment


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that is set up, with REPORT as its `visualizer`."""
    root = tmp_path / "내 폴더 with spaces"
    shutil.copytree(ROOT / "packaging", root / "packaging")
    for name in ("pyproject.toml", "setup.py"):
        shutil.copyfile(ROOT / name, root / name)
    environment = Environment(root.resolve())
    environment.python.parent.mkdir(parents=True)
    environment.python.symlink_to(sys.executable)
    environment.script("visualizer").write_text(REPORT, encoding="utf-8")
    environment._write_stamp(environment._key())
    return root


@pytest.mark.parametrize("arguments", [[], ["build"], ["--verbose"]])
def test_an_unknown_verb_is_wrong_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: ")


def test_help_lists_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    words = capsys.readouterr().out.split()
    assert set(dev.VERBS) <= set(words)


@pytest.mark.parametrize(
    ("verb", "command"),
    [
        ("test", ("-m", "pytest", "-q", "a b")),
        ("bench", ("-m", "tests.benchmarks", "-q", "a b")),
        ("bench reading", ("-m", "tests.benchmarks.reading", "-q", "a b")),
        ("gallery", ("-m", "tests.gallery", "-q", "a b")),
    ],
)
def test_verbs_hand_their_arguments_on_and_work_in_the_checkout(
    environment: type[FakeEnvironment], verb: str, command: tuple[str, ...]
) -> None:
    environment.exit_codes = [5]
    assert dev.main([*verb.split(), "-q", "a b"]) == 5
    assert environment.commands == [command]
    assert Path.cwd() == ROOT.resolve()


def test_words_are_taken_over_by_the_environments_own_tools(
    environment: type[FakeEnvironment],
) -> None:
    dev.main(["words"])
    assert environment.commands == [(str(dev.PACKAGING / "dev_words.py"), "--update")]


@pytest.mark.parametrize(
    ("arguments", "parallel"),
    [([], True), (["--no-skips", "-q"], True), (["tests/layout"], False), (["-k", "tree"], False)],
)
def test_the_whole_suite_runs_in_several_processes_and_a_part_in_one(
    environment: type[FakeEnvironment], arguments: list[str], parallel: bool
) -> None:
    dev.main(["test", *arguments])
    processes = ("-n", "auto", "--dist", "worksteal") if parallel else ()
    assert environment.commands == [("-m", "pytest", *processes, *arguments)]


def test_the_suite_first_gets_the_packages_and_the_browser_that_it_needs(
    environment: type[FakeEnvironment],
) -> None:
    dev.main(["test"])
    assert environment.installed == ["install_missing_packages", "install_browser"]


def test_run_starts_the_installed_script_where_the_user_stands(
    environment: type[FakeEnvironment], tmp_path: Path
) -> None:
    dev.main(["run", "info", "x.memtrace"])
    script = str(Environment(ROOT.resolve()).script("visualizer"))
    assert environment.commands == [(script, "info", "x.memtrace")]
    assert Path.cwd() == tmp_path.resolve()


def test_lint_runs_every_check_at_once_and_fails_with_any(
    environment: type[FakeEnvironment], capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = [system for system in dev.OTHER_SYSTEMS if system != sys.platform]
    environment.exit_codes = [0, 1, 0, 0, *(0 for _ in elsewhere)]
    assert dev.main(["lint"]) == 1
    commands = environment.commands
    modules = [command[1] for command in commands if command[0] == "-m"]
    assert sorted(modules) == ["mypy"] * (1 + len(elsewhere)) + ["ruff"] * 2
    systems = [command[3] for command in commands if "--platform" in command]
    assert sorted(systems) == sorted(elsewhere)
    assert any(Path(command[0]).stem == "lint-imports" for command in commands)
    # The checks end in any order; lint prints their output in a fixed one.
    written = capsys.readouterr().out.splitlines()
    assert written[:3] == ["", "", "mypy"]
    assert Path(written[-1]).stem == "lint-imports"


def test_a_set_up_that_fails_is_one_line(
    environment: type[FakeEnvironment],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(self: Environment) -> None:
        raise SetUpError("no network")

    monkeypatch.setattr(environment, "make_ready", fail)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "dev.py: no network\n"


def test_ctrl_c_during_the_set_up_ends_quietly(
    environment: type[FakeEnvironment], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(self: Environment) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "make_ready", interrupt)
    assert dev.main(["run"]) == 130


@pytest.mark.parametrize(
    ("platform", "variables", "answer"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_only_linux_can_be_without_a_screen(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], answer: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert dev.has_screen() is answer


@needs_posix
def test_run_keeps_folder_environment_input_exit_code_and_process(
    checkout: Path, tmp_path: Path
) -> None:
    variables = {**os.environ, "PYTHONSAFEPATH": "1", "HOME": "", "빈 이름": "값"}
    process = subprocess.Popen(
        [
            sys.executable,
            checkout / "packaging" / "dev.py",
            "run",
            "record",
            "--",
            "",
            "가 나",
            "-x",
        ],
        cwd=tmp_path,
        env=variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, err = process.communicate("한 줄\n".encode())
    report = json.loads(out)
    assert err == b""
    assert process.returncode == 7
    assert report["arguments"] == ["record", "--", "", "가 나", "-x"]
    assert Path(report["folder"]) == tmp_path.resolve()
    assert report["input"] == "한 줄\n"
    assert report["process"] == process.pid
    assert report["environment"] == variables


@pytest.mark.skipif(ON_WINDOWS, reason="Windows always has a screen")
def test_run_without_a_screen_records_and_draws_the_call_example(checkout: Path) -> None:
    environment = Environment(checkout.resolve())
    # Writes the file that its last argument names, and prints something.
    environment.script("visualizer").write_text(
        "import os, pathlib, sys\n"
        "print('chatter')\n"
        "words = [os.environ['QT_QPA_PLATFORM'], *sys.argv[1:-1]]\n"
        "pathlib.Path(sys.argv[-1]).write_text(' '.join(words), encoding='utf-8')\n",
        encoding="utf-8",
    )
    quiet = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    quiet.pop("QT_QPA_PLATFORM", None)
    answer = subprocess.run(
        [sys.executable, checkout / "packaging" / "dev.py", "run"],
        env=quiet,
        capture_output=True,
        check=True,
    )
    picture = environment.build / "call_example.png"
    assert os.fsdecode(answer.stdout) == f"{picture}\n"
    assert b"no screen here" in answer.stderr
    written = picture.read_text(encoding="utf-8")
    assert written.startswith("offscreen export ")
    assert written.endswith(".memtrace --format png --step 10 -o")
    assert not list(environment.build.glob("tmp*"))
