"""The files whose code belongs to the program."""

import os
from pathlib import Path

import pytest

from tests.recorder.conftest import Record
from tests.systems import needs_links
from visualizer.recorder import files as module
from visualizer.recorder import wire
from visualizer.recorder.files import Files
from visualizer.recorder.names import Names
from visualizer.recorder.paths import join, real_path


class Folder:
    """A program's folder, and the recorder's answer for the files in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.names = Names()
        self.program = str(self.put("prog.py", "x = 1\n"))
        self.files = Files(str(path), self.program, self.names)

    def put(self, name: str, text: str = "") -> Path:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    def name_of(self, filename: str | Path) -> str | None:
        number = self.files.number(str(filename))
        sent = [data.decode() for data in self.names.pending_texts]
        return None if number is None else sent[number]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    (tmp_path / "program").mkdir()
    monkeypatch.chdir(tmp_path / "program")
    return Folder(tmp_path / "program")


def test_the_program_and_the_modules_under_its_folder_are_traced(folder: Folder) -> None:
    assert folder.name_of(folder.program) == "prog.py"
    assert folder.name_of(folder.put("other.py")) == "other.py"
    assert folder.name_of(folder.put("한글 폴더/a.py")) == "한글 폴더/a.py"
    assert folder.name_of("other.py") == "other.py"
    assert folder.files.is_traced("other.py")


@pytest.mark.parametrize(
    "name", ["<string>", "<frozen importlib._bootstrap>", "", "<stdin>", "/usr/lib/python3/os.py"]
)
def test_text_that_is_run_and_the_library_are_not(folder: Folder, name: str) -> None:
    assert folder.files.number(name) is None
    assert not folder.files.is_traced(name)


def test_text_that_is_run_under_a_name_without_a_file_is_not_until_there_is_one(
    folder: Folder,
) -> None:
    (folder.path / "folder").mkdir()
    for name in ("expression", "missing/text", "folder", "prog", str(folder.path / "gone.py")):
        assert folder.files.number(name) is None
    folder.put("expression")
    assert folder.name_of("expression") == "expression"


def test_modules_of_which_there_is_no_text_are(folder: Folder) -> None:
    folder.put("compiled.pyc")
    folder.put("lib/archive.zip")
    assert folder.name_of("compiled.py") == "compiled.py"
    assert folder.name_of("lib/archive.zip/in/side.py") == "lib/archive.zip/in/side.py"


def test_files_outside_are_not_the_programs(folder: Folder) -> None:
    beside = folder.path.parent / "program-2"
    beside.mkdir()
    for path in (beside / "a.py", folder.path.parent / "b.py"):
        path.write_text("")
        assert not folder.files.is_traced(str(path))
    assert not folder.files.is_traced("../b.py")


@needs_links
def test_files_behind_a_link_to_the_outside_are_not_the_programs(folder: Folder) -> None:
    (folder.path.parent / "b.py").write_text("")
    link = folder.path / "link.py"
    link.symlink_to(folder.path.parent / "b.py")
    assert not folder.files.is_traced(str(link))


@needs_links
def test_a_folder_reached_by_a_link_is_the_same_folder(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (tmp_path / "link").symlink_to(real)
    names = Names()
    files = Files(str(tmp_path / "link"), str(tmp_path / "link" / "prog.py"), names)
    (real / "a.py").write_text("")
    assert files.is_traced(str(tmp_path / "link" / "a.py"))
    assert files.is_traced(str(real / "a.py"))


@pytest.mark.parametrize("deep", ["lib/python3.13/os.py", "x.py", "Lib/a/b.py"])
def test_virtual_environments_in_the_folder_are_not(folder: Folder, deep: str) -> None:
    folder.put(".venv/pyvenv.cfg")
    folder.put("tools/env/pyvenv.cfg")
    assert not folder.files.is_traced(str(folder.put(f".venv/{deep}")))
    assert not folder.files.is_traced(str(folder.put(f"tools/env/{deep}")))
    assert folder.files.is_traced(str(folder.put(f"tools/{deep}")))


def test_installed_packages_are_not(folder: Folder) -> None:
    assert not folder.files.is_traced(str(folder.put("site-packages/a.py")))
    assert not folder.files.is_traced(str(folder.put("lib/site-packages/b/c.py")))
    assert folder.files.is_traced(str(folder.put("my-site-packages-list.py")))


def test_the_recorder_itself_is_not_even_below_the_program(tmp_path: Path) -> None:
    own = Path(module.__file__)
    root = own.parents[2]
    files = Files(str(root), str(root / "prog.py"), Names())
    assert not files.is_traced(str(own))
    assert not files.is_traced(str(own.parent / "entry" / "sitecustomize.py"))
    assert files.is_traced(str(root / "tests" / "conftest.py"))


def test_the_text_of_each_module_is_sent_once_and_the_programs_own_never(folder: Folder) -> None:
    other = folder.put("other.py", "y = '값'\n")
    broken = folder.path / "latin.py"
    broken.write_bytes(b"z = '\xe9'\n")
    for _ in range(2):
        for path in (folder.program, other, broken, folder.path / "gone.py"):
            folder.files.number(str(path))
    numbers: list[int] = []
    texts: list[bytes] = []
    folder.files.add_sources(numbers, texts)
    assert texts == ["y = '값'\n".encode(), "z = '\ufffd'\n".encode()]
    places = [folder.files.number(str(path)) for path in (other, broken)]
    expected = [(wire.SOURCE, place, len(text)) for place, text in zip(places, texts, strict=True)]
    assert numbers == [number for three in expected for number in three]
    folder.files.pending = []
    assert folder.files.number(str(other)) == places[0]
    assert not folder.files.pending


def test_actions_of_the_program_on_its_working_folder_change_nothing(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    assert folder.name_of("prog.py") == "prog.py"


@pytest.mark.parametrize(
    "name", ["", ".", "a", "a/b/../c.py", "../x/y", "missing/../a", "nowhere/at/all.py", "/", "/a"]
)
def test_paths_without_links_are_those_of_the_library(tmp_path: Path, name: str) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    folder = os.path.realpath(tmp_path)
    assert real_path(join(folder, name)) == os.path.realpath(os.path.join(folder, name))
    whole = os.path.join(folder, name)
    assert join(os.getcwd(), whole) == whole


@needs_links
def test_links_and_dots_are_followed_as_the_library_does(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name, target in (
        ("link", "a/b"),
        ("a/up", ".."),
        ("a/b/far", str(tmp_path / "a")),
        ("round", "round"),
        ("x", "y"),
        ("y", "x"),
        ("hanging", "nowhere/at all"),
    ):
        (tmp_path / name).symlink_to(target)
    for path in (
        *("", ".", "a", "a/b/../b", "link/c", "link/../c", "a/up/link/far/b", "hanging/../z"),
        *("a//b///c", "missing/../../a", "../../../../../../../..", "a/up/a/up/link/."),
    ):
        assert real_path(f"{tmp_path}/{path}") == os.path.realpath(f"{tmp_path}/{path}")
    assert real_path("/nu\0ll/../a") == "/a"
    for path in ("round", "x/z", "y"):  # paths in a cycle: the only promise is an answer
        assert real_path(f"{tmp_path}/{path}").startswith(str(tmp_path))


def test_text_that_is_run_makes_no_steps_whatever_it_is_called(recorded: Record) -> None:
    run = recorded(
        """
        text = "def twice(x): return 2 * x\\nhere = twice(3)"
        for name in ("expression", "./prog", "prog.txt"):
            print(eval(compile("1 + 1", name, "eval")))
            exec(compile(text, name, "exec"), {"own": 1})
        """
    )
    assert {moment.step.file for moment in run.moments} == {"prog.py"}
    assert {moment.step.event.value for moment in run.moments} == {"line", "finish"}
    assert run.last.names.keys() == {"text", "name"}
