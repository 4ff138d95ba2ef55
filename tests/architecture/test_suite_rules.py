"""The rules that fail a test in this suite, each with a planted test that breaks it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.rooms import ROOT
from tests.systems import needed_to_start

PLANTED = """
import os, sys, warnings
import pytest

def test_plain(): pass

def test_warning(): warnings.warn("careful")

def test_qt_warning(qtbot):
    from PySide6.QtCore import qWarning
    qWarning("careful")

@pytest.mark.xfail
def test_unexpected_pass(): pass

@pytest.mark.xfail
def test_expected_failure(): assert False

def test_skip(): pytest.skip("a reason")

@pytest.mark.peers
def test_comparison(): pass

def test_golden(golden): golden("words.txt", "new\\n")

def test_environment():
    if sys.platform == "linux":
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert os.environ["VISUALIZER_LANGUAGE"] == "en"
    assert not os.listdir(os.environ["XDG_CONFIG_HOME"])
"""


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A suite of planted tests under the project's own settings."""
    for name in ("pyproject.toml", "packaging/dev_words.py", "tests/conftest.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    (tmp_path / "tests/golden").mkdir()
    (tmp_path / "tests/golden/words.txt").write_text("old\n", encoding="utf-8")
    (tmp_path / "tests/test_planted.py").write_text(PLANTED, encoding="utf-8")
    return tmp_path


def failures(suite: Path, *options: str) -> set[str]:
    """Return the names of the failing tests."""
    answer = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options],
        cwd=suite,
        env={
            **needed_to_start(),
            "PYTHONPATH": str(ROOT),
            "PATH": "",
            "HOME": str(suite),
            "LC_ALL": "C.UTF-8",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 1, answer.stderr
    return set(re.findall(r"^FAILED tests/test_planted\.py::test_(\S+)", answer.stdout, re.M))


def test_warnings_unexpected_passes_and_changed_golden_files_fail(suite: Path) -> None:
    assert failures(suite) == {"warning", "qt_warning", "unexpected_pass", "golden"}
    assert (suite / "tests/golden/words.txt").read_text(encoding="utf-8") == "old\n"


def test_options_forbid_skips_add_comparisons_and_write_golden_files(suite: Path) -> None:
    planted = suite / "tests/test_planted.py"
    text = planted.read_text(encoding="utf-8")
    planted.write_text(text.replace("test_comparison(): pass", "test_comparison(): assert 0"))
    options = ("--no-skips", "--peers", ".", "--update-golden")
    assert failures(suite, *options) == {
        "warning",
        "qt_warning",
        "unexpected_pass",
        "skip",
        "comparison",
    }
    assert (suite / "tests/golden/words.txt").read_text(encoding="utf-8") == "new\n"


SHARED = """
import pytest

@pytest.mark.share(3)
@pytest.mark.parametrize("name", ["ada", "bo", "cy", "dee"])
def test_shared(name): assert name == ""
"""


def test_a_share_of_the_parameters_runs_and_all_where_they_are_asked_for(suite: Path) -> None:
    planted = suite / "tests/test_planted.py"
    planted.write_text(SHARED)
    every = {f"shared[{name}]" for name in ("ada", "bo", "cy", "dee")}
    share = failures(suite)
    assert len(share) == 2
    assert share < every
    assert failures(suite, "--full") == every
    for name in every - share:
        assert failures(suite, f"{planted}::test_{name}") == {name}
