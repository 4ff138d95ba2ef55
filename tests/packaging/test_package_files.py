"""The content of packages: description, control file, manual page, pruning, bill of materials."""

import json
import re
import sys
from pathlib import Path

import package_deb
import pytest
from package_bill import (
    Part,
    add_licences,
    add_to_bill,
    installed_parts,
    write_bill,
    write_licences,
)
from package_description import describe, version_of
from package_libraries import debian_packages
from package_manual import commands_in, manual_page
from package_prune import keep_needed, keep_needed_of_wheels, prune
from package_python import LEFT_OUT
from package_smoke import LIBRARY, Fault, Installed, record_by_core, show_window, try_out
from package_system_parts import common_texts
from package_tools import PackageError, hold

from visualizer import __version__

ROOT = Path(__file__).parents[2]
HELP = {
    (): (
        "usage: it [FILE]\n       it COMMAND\n\nSee it.\n\noptions:\n  -h, --help  show help\n\n"
        "commands:\n  lab       compare ways\n\nRun it COMMAND --help.\n"
    ),
    ("lab",): "usage: it lab LAB\n\narguments:\n  {one,two}  the lab\n",
    ("lab", "one"): "usage: it lab one\n\noptions:\n  --n N\n      how\\many\n",
    ("lab", "two"): "usage: it lab two\n",
}


def test_the_version_is_the_applications_own() -> None:
    assert version_of(ROOT) == __version__
    assert describe(ROOT, "9.9").version == "9.9"


def test_every_text_of_the_description_is_there_in_each_language() -> None:
    told = describe(ROOT)
    for texts in (told.titles, told.summaries, told.stories, told.recording.titles):
        assert set(texts) == {"en", "ko"}


def test_a_library_that_nobody_looked_up_fails_the_build() -> None:
    assert debian_packages({"libX11.so.6", "libxcb.so.1"}) == ["libx11-6", "libxcb1"]
    with pytest.raises(PackageError, match=r"libnew\.so\.1"):
        debian_packages({"libnew.so.1"})


def test_packages_that_a_window_can_lack_are_only_recommended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(package_deb, "ask", lambda *command: "amd64\n")
    needed = {"libc.so.6", "libX11.so.6", "libcups.so.2"}
    fields = dict(
        line.split(": ", 1)
        for line in package_deb.control_file(describe(ROOT), needed, 2049).splitlines()
        if not line.startswith(" ")
    )
    assert fields["Depends"] == "libc6 (>= 2.36), libx11-6"
    assert "libcups2 | libcups2t64" in fields["Recommends"]
    assert fields["Installed-Size"] == "3"


def test_the_manual_has_every_command_and_hides_nothing_from_troff() -> None:
    assert commands_in(HELP[()], lambda words: HELP[tuple(words)]) == [
        ("lab",),
        ("lab", "one"),
        ("lab", "two"),
    ]
    page = manual_page(describe(ROOT), "en", lambda words: HELP[tuple(words)])
    assert ".SS visualizer lab one\n" in page
    assert "\\fB\\-h, \\-\\-help\\fR\nshow help\n" in page
    assert "how\\emany" in page


def test_the_manual_has_the_sections_that_readers_of_manuals_look_for() -> None:
    page = manual_page(describe(ROOT), "en", lambda words: HELP[tuple(words)])
    sections = re.findall(r"^\.SH (.*)$", page, re.MULTILINE)
    assert sections == ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS"]
    assert ".SH SYNOPSIS\n.nf\nit [FILE]\nit COMMAND\n.fi\n" in page
    # The section itself lists the commands.
    assert "compare ways" not in page
    assert "Run it" not in page


def test_only_libraries_that_something_needs_are_kept(tmp_path: Path) -> None:
    libraries = tmp_path / "lib"
    libraries.mkdir()
    for name in ("a.so", "b.so", "c.so"):
        (libraries / name).touch()
    needs = {"module.so": ["a.so", "libc.so.6"], "a.so": ["b.so"]}
    keep_needed(
        libraries.iterdir(), [tmp_path / "module.so"], lambda path: needs.get(path.name, [])
    )
    assert sorted(path.name for path in libraries.iterdir()) == ["a.so", "b.so"]


def test_a_wheels_own_libraries_stay_if_a_module_needs_them(tmp_path: Path) -> None:
    libraries = tmp_path / "one.libs"
    libraries.mkdir()
    for name in ("liba-1.so.6.2", "libb-2.so", "C-3.dll", "d-4.dll", ".load-order-one"):
        (libraries / name).touch()
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "x.cpython-313-x86_64-linux-gnu.so").touch()
    (tmp_path / "one" / "y.cp313-win_amd64.pyd").touch()
    needs = {"x": ["liba-1.so.6.2"], "y": ["c-3.dll", "kernel32.dll"]}
    keep_needed_of_wheels(tmp_path, lambda path: needs.get(path.name.partition(".")[0], []))
    kept = sorted(path.name for path in libraries.iterdir())
    assert kept == [".load-order-one", "C-3.dll", "liba-1.so.6.2"]


def test_files_of_packages_without_a_user_are_left_out(tmp_path: Path) -> None:
    kept = (
        "gevent/libev/corecext.cpython-313-x86_64-linux-gnu.so",
        "gevent/libuv/_corecffi.cp313-win_amd64.pyd",
        "gevent/resolver/thread.py",
        "jedi/third_party/typeshed/stdlib/abc.pyi",
        "pyqtgraph/graphicsItems/PlotItem.py",
        "visualizer/recorder/core/engine.c",
    )
    left_out = (
        "gevent/libev/_corecffi.abi3.so",
        "gevent/resolver/cares.cpython-313-x86_64-linux-gnu.so",
        "numpy/tests/test_all.py",
        "pyqtgraph/flowchart/Node.py",
    )
    for name in (*kept, *left_out):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    prune(tmp_path, lambda path: [])
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert {name for name in found if (tmp_path / name).is_file()} == set(kept)


def test_the_smoke_test_does_not_ask_for_omitted_parts_of_the_library() -> None:
    programs = set(LEFT_OUT) & sys.stdlib_module_names
    assert {"idlelib", "turtledemo"} <= programs
    for name in programs:
        assert LIBRARY.count(f'"{name}"') == 2


def test_a_part_without_its_licence_fails_the_build(tmp_path: Path) -> None:
    text = tmp_path / "LICENSE"
    text.write_text("may be used", encoding="utf-8")
    whole = Part("whole", "1", "MIT", "pkg:pypi/whole@1", (text,))
    write_licences([whole], tmp_path / "licences")
    assert (tmp_path / "licences/whole-1/LICENSE").read_text("utf-8") == "may be used"
    with pytest.raises(PackageError, match="nowhere"):
        write_licences([Part("bare", "1", "MIT", "", ())], tmp_path / "licences")


def test_the_lgpl_comes_with_the_gpl_that_it_adds_to(tmp_path: Path) -> None:
    write_licences([Part("qt", "6", "LGPL-3.0-only OR GPL-2.0-only", "", ())], tmp_path / "told")
    assert {path.name for path in (tmp_path / "told/qt-6").iterdir()} == {
        "LGPL-3.0.txt",
        "GPL-3.0.txt",
    }


def test_a_licence_that_debian_keeps_elsewhere_comes_along(tmp_path: Path) -> None:
    told = tmp_path / "copyright"
    told.write_text("see /usr/share/common-licenses/LGPL-2.1 and GPL-2", encoding="utf-8")
    assert common_texts(told, "LGPL-2.1-or-later", tmp_path) == [tmp_path / "LGPL-2.1"]
    assert common_texts(told, "MIT", tmp_path) == []


def test_the_same_text_of_a_part_is_kept_once(tmp_path: Path) -> None:
    for name, text in (("a", "MIT"), ("b", "BSD")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "LICENSE").write_text(text, encoding="utf-8")
    same, other = tmp_path / "a/LICENSE", tmp_path / "b/LICENSE"
    add_licences([Part("it", "1", "MIT", "", (same,))], tmp_path / "told")
    add_licences([Part("it", "1", "MIT", "", (same, other))], tmp_path / "told")
    found = {path.name: path.read_text("utf-8") for path in (tmp_path / "told/it-1").iterdir()}
    assert found == {"LICENSE": "MIT", "1-LICENSE": "BSD"}


def test_the_bill_names_every_part(tmp_path: Path) -> None:
    parts = [Part("a", "1", "MIT", "pkg:pypi/a@1", ()), Part("b", "2", "as told", "", ())]
    write_bill("visualizer", "0.1", parts, tmp_path / "bill.json")
    bill = json.loads((tmp_path / "bill.json").read_text("utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    assert [one["licenses"] for one in bill["components"]] == [
        [{"expression": "MIT"}],
        [{"license": {"name": "as told"}}],
    ]


def test_a_package_has_the_licences_of_the_libraries_in_it(tmp_path: Path) -> None:
    for name, text in {
        "small-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: small\nVersion: 1\n",
        "small-1.dist-info/RECORD": "small-1.dist-info/LICENSE,,\nsmall/library/COPYING,,\n",
        "small-1.dist-info/LICENSE": "its own",
        "small/library/COPYING": "the library's",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (part,) = installed_parts(tmp_path)
    assert {path.read_text() for path in part.texts} == {"its own", "the library's"}


def test_additions_of_one_package_go_into_its_bill_and_licences(tmp_path: Path) -> None:
    text = tmp_path / "copyright"
    text.write_text("MIT", encoding="utf-8")
    bill, licences = tmp_path / "bill.json", tmp_path / "licences"
    first, second = (
        Part(name, "1", "MIT", f"pkg:deb/debian/{name}@1", (text,)) for name in ("zlib", "fuse3")
    )
    write_bill("visualizer", "0.1", [first], bill)
    write_licences([first], licences)
    add_to_bill([first, second], bill)
    add_licences([first, second], licences)
    names = [one["name"] for one in json.loads(bill.read_text("utf-8"))["components"]]
    assert names == ["zlib", "fuse3"]
    assert {path.name for path in licences.iterdir()} == {"zlib-1", "fuse3-1"}


def test_a_trial_takes_a_command_that_is_named_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "visualizer").touch()
    monkeypatch.chdir(tmp_path)

    def look(installed: Installed) -> str:
        assert installed.command == tmp_path / "bin" / "visualizer"
        assert installed.python == tmp_path / "bin" / "python3"
        return "seen"

    try_out(Path("bin/visualizer"), checks=[look])
    assert capsys.readouterr().out == "look: seen\n"


@pytest.mark.parametrize("has_fonts", [True, False])
def test_only_packages_that_bring_fonts_list_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_fonts: bool
) -> None:
    (tmp_path / "창.png").write_bytes(bytes(3))
    monkeypatch.setattr(Installed, "run", lambda *words, python: "Serif, Mono\n")
    installed = Installed(Path("it"), Path("python"), tmp_path, has_fonts)
    if has_fonts:
        with pytest.raises(Fault, match="Serif, Mono"):
            show_window(installed)
    else:
        assert show_window(installed) == "3 bytes, Serif, Mono"


@pytest.mark.parametrize("code", [0, 1])
def test_a_program_that_fails_fails_the_smoke_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    told = {"steps": 8, "recorder": "core", "end": {"exit_code": code, "detail": "stopped by it"}}
    monkeypatch.setattr(Installed, "run", lambda *words: json.dumps(told))
    installed = Installed(Path("it"), Path("python"), tmp_path)
    if code:
        with pytest.raises(Fault, match=r"one\.py stopped by it"):
            record_by_core(installed)
    else:
        assert record_by_core(installed) == "8 steps by the core"


def test_a_package_that_is_too_large_fails_the_build(tmp_path: Path) -> None:
    path = tmp_path / "package"
    path.write_bytes(bytes(1_500_000))
    hold(path, 2)
    with pytest.raises(PackageError, match="no more than 1"):
        hold(path, 1)
