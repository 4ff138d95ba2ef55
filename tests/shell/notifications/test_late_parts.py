"""A notification makes its parts when it first has something to show."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Action, Notification, Notifications
from visualizer.shell.widgets.layouts import in_column


@pytest.fixture
def bands(qtbot: QtBot) -> Iterator[Notifications]:
    """Notifications between two buttons."""
    owner = QWidget()
    qtbot.addWidget(owner)
    found = Notifications(Words("en", owner))
    in_column(owner, QPushButton("before"), found, QPushButton("after"))
    owner.show()
    yield found
    owner.close()


def tab_stops(owner: QWidget) -> list[QPushButton]:
    """The buttons of a window in the order in which Tab reaches them."""
    found, one = [], owner.nextInFocusChain()
    while one is not None and one is not owner:
        if isinstance(one, QPushButton) and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(one)
        one = one.nextInFocusChain()
    return found


def test_one_that_never_showed_anything_has_no_parts(bands: Notifications) -> None:
    bands.hint.show_words(lambda: ("It happened.", ""))
    assert bands.hint.findChildren(QWidget)
    assert not bands.fault.findChildren(QWidget)


def test_tab_reaches_the_buttons_as_they_stand_whichever_was_shown_first(
    bands: Notifications,
) -> None:
    def show(notification: Notification, name: str) -> None:
        notification.show_words(lambda: ("It happened.", ""), Action(lambda: name, bands.update))

    show(bands.hint, "last")
    show(bands.fault, "first")
    stops = [one.text() or one.toolTip() for one in tab_stops(bands.window())]
    cross = "Dismiss"
    assert stops == ["before", "first", cross, "last", cross, "after"]
