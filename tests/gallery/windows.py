"""The gallery's pictures of the whole window."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from tests.gallery.films import Films, global_named, step_at
from tests.gallery.shots import OWN, Shot
from visualizer.explain.watched.traces import watched_name
from visualizer.recording import Recording
from visualizer.shell.app import make_application
from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.window.window import MainWindow


def among_many(window: MainWindow) -> None:
    """Search among very many objects, as in the target picture, and show them all."""
    diagram = window.diagram
    diagram.search.open_search()
    diagram.search.field.setText("289")
    let_come(lambda: bool(diagram.search.hits))
    window.dock.types.heading.setChecked(True)
    window.commands["fit"].trigger()


def present(window: MainWindow) -> None:
    """Present as on a projector, in a window of the same size."""
    size = window.size()
    window.commands["present"].trigger()
    # The offscreen platform's screen is too small.
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(size)
    QApplication.processEvents()
    let_come(lambda: window.diagram.feed.is_planned)


def watch(window: MainWindow, *names: str) -> None:
    """Watch names of the module, step by step in the table below the diagram."""
    frame = window.player.state.frames[0]
    window.watching.add(*(watched_name(frame, name) for name in names))
    window.commands["trace_table"].trigger()


def bookmark(window: MainWindow, back: int, notes: Sequence[str]) -> None:
    """Put notes at a step ``back`` steps earlier and at the present one."""
    here = window.player.step
    for step, note in zip((here - back, here), notes, strict=True):
        window.bookmarks.put(step, note)
    window.commands["bookmark_note"].trigger()


def compare(window: MainWindow) -> None:
    """Show a shallow copy next to a deep one."""
    window.commands["compare"].trigger()
    page = window.comparing.page
    assert page is not None
    page.show_other(1, OWN / "deep.py", None)
    let_come(lambda: page.sides[1].name == "deep.py")
    page.linked.last()
    let_come(lambda: all(side.scene.contrast is not None for side in page.sides))
    let_come(lambda: all(side.feed.is_planned for side in page.sides))
    page.list.setCurrentRow(0)
    for side in page.sides:
        side.scene.motion.finish()


def _among_swaps(window: MainWindow) -> None:
    watch(window, "a", "i", "j")
    bookmark(window, 1, ("첫 번째 교환", "왼쪽 값과 오른쪽 값이 서로 바뀌었습니다."))


def inside(window: MainWindow) -> None:
    """Step into the middle of the line, with both values that its text consists of."""
    for _ in range(3):
        window.commands["inside"].trigger()
    let_come(lambda: window.diagram.feed.is_planned)


def _inside_presented(window: MainWindow) -> None:
    present(window)
    inside(window)


def addresses(window: MainWindow) -> None:
    """Show the address space below the diagram."""
    window.commands["addresses"].trigger()
    let_come(lambda: window.diagram.feed.is_planned)


def addresses_alone(window: MainWindow) -> None:
    addresses(window)
    window.commands["addresses"].trigger()


def _addresses_presented(window: MainWindow) -> None:
    present(window)
    addresses_alone(window)


ARRANGED: dict[str, Callable[[MainWindow], object]] = {
    "window-many-objects": among_many,
    "window-projector": present,
    "window-watch-table": _among_swaps,
    "window-compared": compare,
    "window-compared-narrow-dark-korean": compare,
    "window-compared-high-contrast": compare,
    "window-inside": inside,
    "window-inside-narrow-dark-korean": inside,
    "window-inside-presented-korean": _inside_presented,
    "window-addresses": addresses,
    "window-addresses-narrow-dark-korean": addresses_alone,
    "window-addresses-presented-korean": _addresses_presented,
}
"""Preparations of windows before their pictures, by name."""

_PATIENCE = 60
"""Seconds after which a wait fails."""


def take(
    shot: Shot,
    films: Films,
    folder: Path,
    scratch: Path,
    arrange: Callable[[MainWindow], object] | None = None,
    *,
    step: int = 0,
) -> Path:
    """Make one picture; return its path. ``arrange`` prepares the window.

    ``step``, if given, replaces the last step at the shot's line.
    """
    make_application()
    path = films.path(shot.program)
    recording = Recording.open(path)
    step = step or step_at(recording, shot.line)
    recording.close()
    preferences = Preferences(scratch / f"{shot.name}.ini")
    preferences.put("theme", shot.theme)
    preferences.put("language", shot.language)
    appearance = Appearance(preferences)
    appearance.apply()
    window = MainWindow(preferences, appearance)
    window.assemble()
    window.resize(*shot.size)
    window.show()
    window.open_file(path)
    window.complete()
    window.view.show_level(shot.level)
    window.player.go_to(step)
    if shot.selected:
        window.select(global_named(window.player.state, shot.selected))
    let_come(lambda: window.diagram.feed.is_planned)
    arrange = arrange or ARRANGED.get(shot.name)
    if arrange is not None:
        arrange(window)
    let_come(lambda: window.transport.timeline.is_complete)
    let_come(lambda: window.watching.is_complete)
    lives = window.lives
    if window.diagram.scene.selected is not None:
        let_come(lambda: lives.life(window.diagram.scene.selected or 0) is not None)
    # Movements are over in a picture.
    window.diagram.scene.motion.finish()
    for _ in range(5):
        QApplication.processEvents()
    out = folder / f"{shot.name}.png"
    picture = QPixmap(window.size() * shot.zoom)
    picture.setDevicePixelRatio(shot.zoom)
    window.render(picture)
    picture.save(str(out))
    window.close()
    return out


def let_come(is_there: Callable[[], bool]) -> None:
    """Wait for a result of another thread; ``TimeoutError`` if it does not come."""
    end = time.monotonic() + _PATIENCE
    while not is_there():
        if time.monotonic() > end:
            raise TimeoutError("what belongs to the picture has not come")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
