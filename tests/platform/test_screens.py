"""Drawing needs no screen if the system has a plugin with fonts for that."""

import os

import pytest

from visualizer.platform.screens import PLUGIN, draw_without_screen, plugin_without_screen


@pytest.mark.parametrize(("system", "plugin"), [("linux", "offscreen"), ("win32", None)])
def test_only_linux_can_do_without_a_screen(
    monkeypatch: pytest.MonkeyPatch, system: str, plugin: str | None
) -> None:
    monkeypatch.delenv(PLUGIN, raising=False)
    draw_without_screen(system)
    assert os.environ.get(PLUGIN) == plugin == plugin_without_screen(system)


def test_an_explicit_platform_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLUGIN, "xcb")
    draw_without_screen("linux")
    assert os.environ[PLUGIN] == "xcb"
