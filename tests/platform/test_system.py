import os
import platform
import sys
from pathlib import Path

import pytest

from tests.systems import needs_posix
from visualizer.platform.system import describe_system, machine_name


def fail(*_: object) -> str:
    raise AssertionError("WMI was asked, which may never answer")


def test_the_system_is_named_without_asking_a_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "_wmi_query", fail, raising=False)
    monkeypatch.setattr(platform, "uname", fail)
    name, version, machine = describe_system().split(" ", 2)
    expected = {"win32": "Windows", "darwin": "Darwin", "linux": "Linux"}
    assert name == expected[sys.platform]
    assert version[0].isdecimal()
    assert machine


@needs_posix
def test_two_machines_of_one_name_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    names = []
    for number in ("3d1219c7\n", "8a70fe12\n"):
        monkeypatch.setattr(Path, "read_text", lambda *_, number=number, **__: number)
        names.append(machine_name())
    assert names[0] != names[1]


@needs_posix
def test_a_machine_without_an_id_has_the_name_of_its_network(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read = Path.read_text
    monkeypatch.setattr(Path, "read_text", lambda *_, **options: read(tmp_path / "no", **options))
    assert machine_name() == os.uname().nodename
