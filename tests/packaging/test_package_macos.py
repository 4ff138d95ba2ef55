"""The application for macOS, as far as another system can check it."""

import plistlib
import shutil
import subprocess
from pathlib import Path

import package_macos
import pytest
from package_description import describe
from package_macos import DRAW_ICON, ENTITLEMENTS, ICON_SIZES, Signing, info, signed_alone
from package_tools import PackageError

from visualizer.platform.python import own_python
from visualizer.resources import resource

ROOT = Path(__file__).parents[2]
MACHINE_CODE = b"\xcf\xfa\xed\xfe and more"


def test_info_names_the_contents_of_the_application_and_opens_recordings() -> None:
    told = describe(ROOT)
    found = plistlib.loads(plistlib.dumps(info(told)))
    assert found["CFBundleIdentifier"] == told.id
    assert found["CFBundleVersion"] == told.version
    (declared,) = found["UTExportedTypeDeclarations"]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["memtrace"]
    opened = [one["LSItemContentTypes"] for one in found["CFBundleDocumentTypes"]]
    assert opened == [[declared["UTTypeIdentifier"]], ["public.python-script"]]
    icons = {found["CFBundleIconFile"], found["CFBundleDocumentTypes"][0]["CFBundleTypeIconFile"]}
    assert all(resource(f"icons/{name}.svg").is_file() for name in icons)


def test_inner_parts_are_signed_first_and_the_whole_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = tmp_path / "It 1.app"
    files = {
        "Contents/MacOS/it": MACHINE_CODE,
        "Contents/Resources/python/bin/python3": MACHINE_CODE,
        "Contents/Resources/python/lib/python3.14/lib-dynload/a.so": MACHINE_CODE,
        "Contents/Resources/python/lib/python3.14/os.py": b"import abc",
        "Contents/Resources/empty": b"",
    }
    for name, content in files.items():
        (app / name).parent.mkdir(parents=True, exist_ok=True)
        (app / name).write_bytes(content)
    (app / "Contents/Resources/python/bin/python").symlink_to("python3")
    called: list[tuple[object, ...]] = []
    monkeypatch.setattr(package_macos, "call", lambda *command: called.append(command))
    package_macos.sign(app, "-", tmp_path)
    assert [path.name for path in signed_alone(app)] == ["a.so", "python3"]
    assert [Path(str(one[-1])).name for one in called] == ["a.so", "python3", app.name, app.name]
    assert all({"runtime", "--timestamp=none"} <= set(one) for one in called[:-1])
    rights = plistlib.loads((tmp_path / "entitlements.plist").read_bytes())
    assert rights == ENTITLEMENTS


def test_the_icon_is_drawn_in_each_size_and_in_twice_that(tmp_path: Path) -> None:
    command = [own_python(), "-I", "-c", DRAW_ICON, str(resource("icons/visualizer.svg"))]
    subprocess.run([*command, str(tmp_path), *map(str, ICON_SIZES)], check=True)
    assert len(list(tmp_path.glob("icon_*.png"))) == 2 * len(ICON_SIZES)
    assert (tmp_path / "icon_512x512@2x.png").is_file()


def test_elsewhere_it_names_the_system_that_builds_it() -> None:
    if shutil.which("codesign") is None:
        with pytest.raises(PackageError, match="on a Mac"):
            package_macos.build_dmg(None, Signing())  # type: ignore[arg-type]
