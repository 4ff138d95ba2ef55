"""The user drags the picture of a step out of the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage
from PySide6.QtTest import QTest

from tests.shell.windows import Desk


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> list[QDrag]:
    """The drags that begin; the test drops none of them."""
    begun: list[QDrag] = []

    def begin(drag: QDrag, action: Qt.DropAction) -> Qt.DropAction:
        assert action is Qt.DropAction.CopyAction
        begun.append(drag)
        return action

    monkeypatch.setattr(QDrag, "exec", begin)
    return begun


def drag(desk: Desk, way: QPoint) -> None:
    handle = desk.window.diagram.bar.picture
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    for share in (2, 1):
        QTest.mouseMove(handle, middle + way / share)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle + way)


def test_the_dragged_data_is_the_picture_as_image_svg_and_file(
    desk: Desk, drags: list[QDrag]
) -> None:
    desk.put_in("a = [1, 2]\n")
    desk.record()
    desk.window.player.go_to(2)
    drag(desk, QPoint(60, 40))
    (begun,) = drags
    data = begun.mimeData()
    assert data.hasImage()
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<?xml")
    (url,) = data.urls()
    file = Path(url.toLocalFile())
    assert file.name == "program-2.png"
    image = QImage(str(file))
    assert image.size() == QImage(data.imageData()).size()
    assert 0 < max(begun.pixmap().width(), begun.pixmap().height()) <= 240
    assert not desk.window.diagram.bar.picture.isDown()


def test_a_click_copies(desk: Desk, drags: list[QDrag]) -> None:
    desk.put_in("a = [1, 2]\n")
    desk.record()
    QGuiApplication.clipboard().clear()
    drag(desk, QPoint(2, 1))
    assert drags == []
    assert not QGuiApplication.clipboard().image().isNull()


def test_without_a_step_nothing_is_dragged(desk: Desk, drags: list[QDrag]) -> None:
    drag(desk, QPoint(60, 40))
    assert drags == []
