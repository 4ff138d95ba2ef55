"""Nothing is painted half-way: what needs more room, or less, is in its place in the next frame."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.shell.recordings import recorded
from tests.shell.windows import Desk, open_desk


class Frames(QObject):
    """What ``look`` says at each painting of a widget."""

    def __init__(self, widget: QWidget, look: Callable[[], object]) -> None:
        super().__init__(widget)
        self.seen: list[object] = []
        self._look = look
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            self.seen.append(self._look())
        return False


def test_when_a_band_goes_no_frame_shows_the_rest_where_it_was(desk: Desk) -> None:
    window, bands = desk.window, desk.window.diagram.bands
    desk.record_again("x = 1\ny = [x]\n")
    bands.hint.show_words(lambda: ("", "one"))
    bands.recording.show_words(lambda: ("two", ""))
    desk.until(lambda: bands.recording.height() > 0 and bands.hint.y() > 0)
    QApplication.processEvents()
    frames = Frames(window, lambda: (bands.hint.geometry().getRect(), window.diagram.stage.top()))
    bands.recording.hide()
    desk.until(lambda: len(frames.seen) > 0 and bands.hint.y() == 0)
    window.repaint()
    assert set(frames.seen) == {(bands.hint.geometry().getRect(), window.diagram.stage.top())}


def test_a_picture_appears_where_it_stays(qtbot: QtBot, tmp_path: Path) -> None:
    recording = recorded(tmp_path, "x = 1\ny = [x]\n")
    with open_desk(qtbot, tmp_path, lambda window: window.resize(640, 400)) as desk:
        view = desk.window.diagram.view
        desk.window.appearance.reduce_motion(False)
        across, along = view.horizontalScrollBar(), view.verticalScrollBar()
        frames = Frames(view.viewport(), lambda: (across.value(), along.value()))
        # A file, not a run: no band comes or goes meanwhile, however fast the machine is.
        desk.window.open_file(recording)
        desk.until(lambda: len(frames.seen) > 0)
        assert set(frames.seen) == {(across.value(), along.value())}
