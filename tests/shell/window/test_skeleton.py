"""The first frame: the window's panes, empty, in the places of its parts."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.shell.windows import Person, prepare_application
from tests.systems import home_in
from visualizer.model import VisualizerError
from visualizer.shell import app
from visualizer.shell.app import make_application
from visualizer.shell.appearance.look import SCALES, THEME
from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.start_page.page import StartPage
from visualizer.shell.window.places import Places
from visualizer.shell.window.skeleton import LEFT, Skeleton
from visualizer.shell.window.window import MainWindow

ROOT = Path(__file__).parents[3]
NOT_YET = ("numpy", "pyqtgraph", "h5py", "pygments", "PySide6.QtSvg", "sqlite3", "xml.etree")
ROOMS_NOT_YET = ("charts", "explain", "labs", "layout", "recording", "session", "words")
FIRST = """\
import sys
from visualizer.shell.window import skeleton as front

painted = front.Skeleton.paintEvent

def paint(self, event):
    painted(self, event)
    print(*sys.modules, flush=True)
    import os
    os._exit(0)

front.Skeleton.paintEvent = paint
from visualizer.cli import main
main([])
"""


def made(qtbot: QtBot, folder: Path, size: tuple[int, int] | None = None) -> MainWindow:
    """Make a window with empty panes and nothing else."""
    prepare_application()
    preferences = Preferences(folder / "window.ini")
    appearance = Appearance(preferences)
    places = Places(preferences.file, folder / "state")
    window = MainWindow(preferences, appearance, lambda _owner, _words: Person(), places)
    if size is not None:
        window.resize(*size)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def empty_panes(window: MainWindow) -> list[tuple[str, QRect]]:
    (front,) = window.findChildren(Skeleton)
    return list(front.panes())


def place(window: MainWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def parts(window: MainWindow) -> list[tuple[str, QRect]]:
    """Return the same list from the parts themselves, in the same order."""
    if window.pages.page is not None:
        return [("pane", place(window, window.header)), ("app", place(window, window.pages.page))]
    transport, output = window.transport, window.output
    sides, dock = window.arrangement.sides, window.dock
    beside = dock.isVisible() and dock.parent() is window.arrangement.whole
    lodged = dock.isVisible() and dock.parent() is window.arrangement.left
    diagram, bar = place(window, window.diagram), place(window, window.diagram.bar)
    canvas = QRect(bar.left(), bar.bottom() + 2, bar.width(), diagram.bottom() - bar.bottom() - 1)
    return [
        ("pane", place(window, window.header)),
        ("pane", place(window, transport.left)),
        ("pane", place(window, transport.timeline)),
        *([("app", place(window, sides))] if sides.isVisible() else []),
        *([("pane", place(window, window.source))] if window.source.isVisible() else []),
        *([("pane", place(window, output))] if output.isVisible() else []),
        *([("pane", place(window, dock))] if lodged else []),
        *([("pane", place(window, dock))] if beside else []),
        ("pane", bar),
        ("canvas", canvas),
    ]


def settle() -> None:
    """Run the event loop until no work is left."""
    for _ in range(4):
        QApplication.processEvents()


def wide(window: MainWindow) -> None:
    window.resize(1440, 900)


def without_dock(window: MainWindow) -> None:
    window.resize(1400, 800)
    window.arrangement.show_dock(False)


def moved_by_hand(window: MainWindow) -> None:
    window.resize(1500, 880)
    window.arrangement.whole.setSizes([430, 700, 368])
    window.arrangement.left.setSizes([300, 380])


def narrow(window: MainWindow) -> None:
    window.resize(1024, 700)


def slim(window: MainWindow) -> None:
    window.resize(640, 400)


def with_a_lab(window: MainWindow) -> None:
    window.resize(1440, 900)
    window.pages.show("concurrency")


@pytest.mark.parametrize(
    "size", [(1440, 900), (1200, 700), (1900, 1060), (1024, 700), (899, 640), (640, 400)]
)
def test_on_the_first_day_every_pane_stands_where_its_part_will(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    window = made(qtbot, tmp_path, size)
    first = empty_panes(window)
    window.assemble()
    settle()
    assert first == parts(window)
    window.close()


@pytest.mark.parametrize("arrange", [wide, narrow, slim, without_dock, moved_by_hand, with_a_lab])
def test_later_every_pane_stands_where_its_part_stood(
    qtbot: QtBot, tmp_path: Path, arrange: Callable[[MainWindow], None]
) -> None:
    before = made(qtbot, tmp_path)
    before.assemble()
    arrange(before)
    settle()
    size, stood = before.size(), parts(before)
    before.close()
    window = made(qtbot, tmp_path, (size.width(), size.height()))
    assert empty_panes(window) == stood
    window.assemble()
    window.pages.recall()
    settle()
    assert parts(window) == stood
    window.close()


@pytest.mark.parametrize("percent", SCALES)
def test_so_it_is_in_a_slim_window_where_words_are_large(
    qtbot: QtBot, tmp_path: Path, percent: int
) -> None:
    Preferences(tmp_path / "window.ini").put("text_percent", percent)
    window = made(qtbot, tmp_path, (800, 720))
    first = empty_panes(window)
    window.assemble()
    settle()
    assert first == parts(window)
    window.close()


def test_after_a_slim_window_a_wide_one_begins_as_on_the_first_day(
    qtbot: QtBot, tmp_path: Path
) -> None:
    before = made(qtbot, tmp_path, (640, 400))
    before.assemble()
    settle()
    before.close()
    window = made(qtbot, tmp_path, (1440, 900))
    first = empty_panes(window)
    window.assemble()
    settle()
    assert first == parts(window)
    window.close()


@pytest.mark.parametrize("kept", ["", "1 2 3", "a b c d", "-1 2 3 0", f"{'9' * 40} 1 1 0"])
def test_invalid_lengths_count_as_none(qtbot: QtBot, tmp_path: Path, kept: str) -> None:
    Preferences(tmp_path / "window.ini").put("panes", kept)
    window = made(qtbot, tmp_path, (1440, 900))
    assert ("pane", QRect(1136, 49, 304, 702)) in empty_panes(window)
    window.assemble()
    window.close()


def test_each_pane_is_painted_in_its_colour(qtbot: QtBot, tmp_path: Path) -> None:
    window = made(qtbot, tmp_path, (1440, 900))
    image = window.grab().toImage()
    for ground, rect in empty_panes(window):
        for corner in (rect.topLeft(), rect.bottomRight(), rect.center()):
            assert image.pixelColor(corner) == THEME.colour(ground)
    assert image.pixelColor(LEFT, 400) == THEME.colour("hair")
    window.assemble()
    window.close()


def test_before_the_first_painting_nothing_heavy_is_imported(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST],
        env={**os.environ, **home_in(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    imported = done.stdout.split()
    assert "visualizer.shell.window.skeleton" in imported
    pages = [f"visualizer.{room}" for room in ROOMS_NOT_YET]
    assert [name for name in (*NOT_YET, *pages) if name in imported] == []


def test_dressed_when_its_parts_are_there_the_window_looks_as_dressed_before(
    qtbot: QtBot, tmp_path: Path
) -> None:
    application = make_application()

    def picture(folder: Path, *, before: bool) -> QImage:
        application.setStyleSheet("")
        preferences = Preferences(folder / "window.ini")
        appearance = Appearance(preferences)
        if before:
            appearance.apply()
        window = MainWindow(preferences, appearance)
        window.resize(1440, 900)
        qtbot.addWidget(window)
        if before:
            window.assemble()
        with qtbot.waitExposed(window):
            window.show()
        if not before:
            window.assemble()
        settle()
        shown = window.grab().toImage()
        window.close()
        return shown

    assert picture(tmp_path / "a", before=False) == picture(tmp_path / "b", before=True)


def test_a_desktop_knows_the_window_as_that_of_its_menu(qtbot: QtBot, tmp_path: Path) -> None:
    window = made(qtbot, tmp_path)
    window.assemble()
    window.complete()
    told = json.loads((ROOT / "resources" / "desktop.json").read_text(encoding="utf-8"))
    application = make_application()
    assert application.desktopFileName() == told["id"]
    assert not application.windowIcon().pixmap(32).isNull()
    window.close()


class Shown(QObject):
    """Collects the windows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Show and watched.isWindowType():
            self.names.append(watched.objectName())
        return False


def test_no_other_window_is_seen_while_its_parts_are_made(qtbot: QtBot, tmp_path: Path) -> None:
    window = made(qtbot, tmp_path)
    shown = Shown()
    application = make_application()
    application.installEventFilter(shown)
    window.assemble()
    application.removeEventFilter(shown)
    assert shown.names == []
    window.close()


def test_keys_go_to_the_program_from_its_first_painting(qtbot: QtBot, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("x = 1\n")
    window = made(qtbot, tmp_path)
    for _ in window.assembling():
        assert window.focusWidget() is None
    window.open_file(program)
    window.show_parts()
    assert window.focusWidget() is window.source.editor
    window.close()


def test_keys_go_to_the_start_page_without_a_program_to_continue(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = made(qtbot, tmp_path)
    for _ in window.assembling():
        assert window.focusWidget() is None
    window.open_last()
    window.show_parts()
    window.complete()
    page = window.pages.page
    assert isinstance(page, StartPage)
    assert window.focusWidget() is page.new
    window.close()


def test_a_window_that_is_closed_before_its_parts_are_there_is_closed_when_they_are(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = made(qtbot, tmp_path)
    making = window.assembling()
    next(making)
    assert not window.close()
    for _ in making:
        assert window.isVisible()
    window.show_parts()
    assert not window.isVisible()
    assert not list(tmp_path.glob("state/sessions/*"))


@pytest.mark.parametrize("name", ["broken.memtrace", "broken.py"])
def test_a_file_that_cannot_be_opened_shows_no_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    broken = tmp_path / name
    broken.write_bytes(b"no recording\0")
    places = Places(tmp_path / "window.ini", tmp_path / "state")
    monkeypatch.setattr(app, "users_own", lambda: places)
    shown = Shown()
    application = make_application()
    application.installEventFilter(shown)
    with pytest.raises(VisualizerError, match=r"broken.*not a (recording|text file)"):
        app.run(broken)
    application.removeEventFilter(shown)
    assert shown.names == []
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()]


@pytest.mark.parametrize(
    ("file", "offer"),
    [
        (("broken.memtrace", b"no recording", False), "Open"),
        (("old.py", "x = '가'".encode("cp949"), False), "cp949"),
        (("old.py", "x = '가'".encode("cp949"), True), "cp949"),
    ],
)
def test_the_window_offers_what_to_do_with_a_file_that_could_not_be_opened(
    file: tuple[str, bytes, bool],
    offer: str,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = tmp_path / file[0]
    broken.write_bytes(file[1])
    places = Places(tmp_path / "window.ini", tmp_path / "state")
    monkeypatch.setattr(app, "users_own", lambda: places)
    has_terminal = file[2]
    if not has_terminal:
        monkeypatch.setattr(sys, "stderr", None)
    said = []

    class Leaving(MainWindow):
        def complete(self) -> None:
            super().complete()
            notification = self.diagram.notifications.problem
            said.append(
                (
                    notification.isVisible(),
                    notification.accessibleName(),
                    [button.text() for button in notification.buttons],
                )
            )
            self.hide()

    monkeypatch.setattr(app, "MainWindow", Leaving)
    assert app.run(broken) == 0
    assert said[0][0]
    assert str(broken) in said[0][1]
    (button,) = said[0][2]
    assert offer in button
