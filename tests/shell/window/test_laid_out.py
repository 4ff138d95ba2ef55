"""No frame is half laid out: a part that grows or shrinks is in place in the next frame."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.shell.recordings import recorded
from tests.shell.windows import Desk, open_desk


class Frames(QObject):
    """Records the result of ``look`` at each painting of a widget."""

    def __init__(self, widget: QWidget, look: Callable[[], object]) -> None:
        super().__init__(widget)
        self.seen: list[object] = []
        self._look = look
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            self.seen.append(self._look())
        return False


def test_passing_notifications_lie_over_the_lower_edge_and_move_nothing(desk: Desk) -> None:
    window, notifications, view = (
        desk.window,
        desk.window.diagram.notifications,
        desk.window.diagram.view,
    )
    desk.record_again("x = 1\ny = [x]\n")
    stage, room = window.diagram.stage, view.viewport().size()

    def place() -> QPoint:
        return notifications.hint.mapTo(window, QPoint())

    notifications.hint.show_words(lambda: ("", "one"))
    desk.until(
        lambda: (
            notifications.hint.height() > 0
            and notifications.height() == notifications.hint.height()
        )
    )
    assert notifications.geometry().bottom() == stage.bottom()
    one = place()
    notifications.recording.show_words(lambda: ("two", ""))
    desk.until(lambda: notifications.hint.y() > 0 and place() == one)
    notifications.recording.hide()
    desk.until(lambda: notifications.hint.y() == 0 and place() == one)
    notifications.hint.hide()
    desk.until(lambda: notifications.height() == 0)
    assert (window.diagram.stage, view.viewport().size()) == (stage, room)


def test_a_lasting_notification_has_room_below_the_picture_and_a_hint_moves_nothing(
    desk: Desk,
) -> None:
    desk.put_in("x = 1\nraise ValueError(x)\n")
    desk.record()
    notifications, view = desk.window.diagram.notifications, desk.window.diagram.view

    def is_above() -> bool:
        below = view.mapTo(desk.window, view.rect().bottomLeft()).y()
        return below < notifications.ended.mapTo(desk.window, QPoint()).y()

    # A notification is visible before its layout pass, which comes with the next event.
    desk.until(lambda: view.isVisible() and notifications.height() > 0 and is_above())
    beside = view.height()
    notifications.hint.show_words(lambda: ("", "one"))
    desk.until(lambda: notifications.hint.height() > 0)
    assert view.height() == beside
    notifications.hint.hide()
    notifications.ended.hide()
    desk.until(lambda: view.height() > beside)


def test_a_picture_appears_where_it_stays(qtbot: QtBot, tmp_path: Path) -> None:
    recording = recorded(tmp_path, "x = 1\ny = [x]\n")
    with open_desk(qtbot, tmp_path, lambda window: window.resize(640, 400)) as desk:
        view = desk.window.diagram.view
        desk.window.appearance.reduce_motion(False)
        across, along = view.horizontalScrollBar(), view.verticalScrollBar()
        frames = Frames(view.viewport(), lambda: (across.value(), along.value()))
        # A file, not a run, so that no band appears or disappears on any machine.
        desk.window.open_file(recording)
        desk.until(lambda: len(frames.seen) > 0)
        assert set(frames.seen) == {(across.value(), along.value())}
