"""The content of Windows' set-up, and the compilation for other systems."""

import base64
import hashlib
import struct
import zipfile
from pathlib import Path

import package_parts
import pytest
from package_description import describe
from package_parts import CORE, PARTS, TARGETS, WINDOWS, Zig, machine_configuration, sources_of
from package_prune import keep_needed_of_qt
from package_tools import PackageError
from package_windows import settings_for
from package_windows_icon import icon
from package_windows_python import windows_python
from package_windows_wheel import windows_wheel

ROOT = Path(__file__).parents[2]
SIZES = (0, 282360, 608, 632, 194768)


def interpreter(folder: Path, *, told: bool = True) -> Path:
    """Make a folder with the parts of a Windows interpreter that the build reads."""
    folder.mkdir()
    (folder / "pythonw.exe").touch()
    version = "ProductVersion\0\0003.13.2\0".encode("utf-16-le")
    layouts = struct.pack("<8s6Q", b"xdebugpy", 0x030D02F0, *SIZES)
    (folder / "python313.dll").write_bytes(version + (layouts if told else b""))
    return folder


def test_an_interpreter_gives_its_version_and_layouts(tmp_path: Path) -> None:
    found = windows_python(interpreter(tmp_path / "python"))
    assert (found.version, found.branch, found.suffix) == ("3.13.2", "3.13", ".cp313-win_amd64.pyd")
    assert found.sizes() == {"_PyRuntimeState": 282360, "PyInterpreterState": 194768}


def test_a_folder_without_an_interpreter_fails_the_build(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="no CPython for Windows"):
        windows_python(tmp_path)
    with pytest.raises(PackageError, match="layouts"):
        windows_python(interpreter(tmp_path / "python", told=False)).sizes()


def test_a_wheel_for_windows_has_its_parts_and_is_named_so(tmp_path: Path) -> None:
    own = tmp_path / "visualizer-0.1-cp313-cp313-linux_x86_64.whl"
    with zipfile.ZipFile(own, "w") as wheel:
        wheel.writestr("visualizer/__init__.py", "")
        wheel.writestr("visualizer/part.cpython-313.so", b"for Linux")
        wheel.writestr("visualizer-0.1.dist-info/WHEEL", "Tag: cp313-cp313-linux_x86_64\n")
        wheel.writestr("visualizer-0.1.dist-info/RECORD", "old")
    part = tmp_path / "part.pyd"
    part.write_bytes(b"for Windows")
    python = windows_python(interpreter(tmp_path / "python"))
    made = windows_wheel(own, python, {"visualizer/part.pyd": part}, tmp_path)
    assert made.name == "visualizer-0.1-cp313-cp313-win_amd64.whl"
    with zipfile.ZipFile(made) as wheel:
        names = set(wheel.namelist())
        told = wheel.read("visualizer-0.1.dist-info/WHEEL")
        record = wheel.read("visualizer-0.1.dist-info/RECORD").decode().splitlines()
    assert told == b"Tag: cp313-cp313-win_amd64\n"
    assert "visualizer/part.cpython-313.so" not in names
    assert {line.split(",")[0] for line in record} == names
    digest = base64.urlsafe_b64encode(hashlib.sha256(b"for Windows").digest()).rstrip(b"=")
    assert f"visualizer/part.pyd,sha256={digest.decode()},11" in record


def test_only_libraries_that_qt_needs_are_kept_on_windows(tmp_path: Path) -> None:
    folder = tmp_path / "PySide6"
    (folder / "plugins" / "platforms").mkdir(parents=True)
    (tmp_path / "shiboken6").mkdir()
    for name in ("QtCore.pyd", "Qt6Core.dll", "Qt6Gui.dll", "Qt6Qml.dll"):
        (folder / name).touch()
    (folder / "plugins" / "platforms" / "qwindows.dll").touch()
    needs = {"QtCore.pyd": ["qt6core.dll", "kernel32.dll"], "qwindows.dll": ["qt6gui.dll"]}
    keep_needed_of_qt(folder, lambda path: needs.get(path.name, []))
    assert sorted(path.name for path in folder.glob("*.dll")) == ["Qt6Core.dll", "Qt6Gui.dll"]


def test_an_icon_has_a_picture_of_each_size() -> None:
    made = icon((16, 256), (b"small", b"large"))
    assert struct.unpack_from("<HHH", made) == (0, 1, 2)
    first, second = (struct.unpack_from("<BBBBHHII", made, 6 + 16 * n) for n in range(2))
    assert (first[0], second[0]) == (16, 0)
    assert made[second[7] :][: second[6]] == b"large"


def test_the_set_up_describes_the_application_in_both_languages() -> None:
    told = settings_for(describe(ROOT, "9.9"), 2049)
    assert '!define VERSION "9.9"\n' in told
    assert '!define KILOBYTES "3"\n' in told
    assert '!define TITLE_HERE_KOREAN "비주얼라이저"\n' in told


def test_every_part_is_compiled_for_every_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def ask(*words: str | Path, variables: object) -> str:
        commands.append([*map(str, words)])
        return ""

    monkeypatch.setattr(package_parts, "ask", ask)
    zig = Zig(Path("zig"), tmp_path)
    for target in TARGETS:
        zig.compile(target, tmp_path, sources_of(ROOT, CORE), tmp_path / "made")
    assert [one[3] for one in commands] == [target.triple for target in TARGETS]
    for target, one in zip(TARGETS, commands, strict=True):
        assert (str(tmp_path / "python.lib") in one) == (target is WINDOWS)
        assert sum(word.endswith(".c") for word in one) == len(sources_of(ROOT, CORE))
    assert all(sources_of(ROOT, part) for part in PARTS)


def test_the_configuration_of_the_machine_is_found_where_debian_has_it(tmp_path: Path) -> None:
    plain = tmp_path / "python3.13" / "pyconfig.h"
    plain.parent.mkdir()
    plain.write_text("#define SIZEOF_LONG 8\n", encoding="ascii")
    assert machine_configuration(str(plain)) == plain
    plain.write_text("# include <x86_64-linux-gnu/python3.13/pyconfig.h>\n", encoding="ascii")
    assert machine_configuration(str(plain)) == tmp_path / "x86_64-linux-gnu/python3.13/pyconfig.h"
