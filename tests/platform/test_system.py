import platform
import sys

import pytest

from visualizer.platform.system import describe_system


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
