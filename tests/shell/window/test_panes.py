"""A key leads from pane to pane: each has a name, and shows its focus."""

from functools import partial

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.shell.windows import Desk


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def is_seen(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


@pytest.mark.parametrize("page", ["start", "concurrency", "streaming", "shared_memory"])
@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_each_pane_of_a_page_has_a_name_and_is_in_view(
    desk: Desk, page: str, size: tuple[int, int]
) -> None:
    window = desk.window
    window.resize(*size)
    desk.press(f"page_{page}")
    window.header.menu_button.setFocus()
    names = []
    for _ in window.pages.page.panes:  # type: ignore[union-attr]
        desk.press("next_pane")
        pane = window.focusWidget()
        desk.until(partial(is_seen, pane))
        names.append(name_of(pane).strip())
    assert all(names)
    assert ("Results" in names) is (page != "start")
