"""The pictures of the guide, which students and teachers read first.

    python -m tests.gallery --guide

makes them in ``resources/guide``, in both languages, next to the text that shows them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.gallery.films import Films
from tests.gallery.labs import run_lab
from tests.gallery.shots import CALL_EXAMPLE, DEEPEST, EXAMPLES, HERE, OWN, Shot
from tests.gallery.windows import (
    addresses_alone,
    bookmark,
    compare,
    inside,
    let_come,
    present,
    take,
    watch,
)
from visualizer.diagram.words import LANGUAGES
from visualizer.explain.questions.choosing import Difficulty
from visualizer.lessons.shelf import built_in_lessons
from visualizer.shell.program.recent_files import RecentFiles
from visualizer.shell.start_page.page import StartPage
from visualizer.shell.window.window import MainWindow

FOLDER = HERE.parents[1] / "resources" / "guide"
SIZE = (1280, 800)
TWO_NAMES = EXAMPLES / "two_names.py"

NOTES = {
    "en": ("What does the second call get: x, or what x refers to?", "Why is f2 still alive?"),
    "ko": (
        "두 번째 호출이 받는 것은 x일까요, x가 가리키는 것일까요?",
        "f2는 왜 아직 살아 있을까요?",
    ),
}


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture of the guide; ``arrange`` prepares the window."""

    shot: Shot
    arrange: Callable[[MainWindow], object]


def _nothing(window: MainWindow) -> None:
    pass


def _watch(window: MainWindow) -> None:
    watch(window, "name", "price", "found")


def _bookmark(window: MainWindow) -> None:
    bookmark(window, 3, NOTES[window.words.language])


def _break(window: MainWindow) -> None:
    window.source.editor.setFocus()
    window.commands["breakpoint"].trigger()


def _fit(window: MainWindow) -> None:
    window.commands["fit"].trigger()


def _compare(window: MainWindow) -> None:
    """Show a run on this machine, as small as the window proposes."""
    window.pages.show("concurrency")
    page = window.pages.lab
    assert page is not None
    run_lab(page, {"workload": "sleep", "scale": 0.1, "repeats": 5})
    page.select("gevent")  # type: ignore[attr-defined]


def _share(window: MainWindow) -> None:
    """Show ten ways to bring tables to the parent, after a run."""
    window.pages.show("shared_memory")
    page = window.pages.lab
    assert page is not None
    run_lab(page, {"files": 2, "rows": 200_000, "repeats": 3})


def _stream(window: MainWindow) -> None:
    """Show eager and lazy methods up to a million items, after a run."""
    window.pages.show("streaming")
    page = window.pages.lab
    assert page is not None
    sizes = [10**power for power in range(3, 7)]
    run_lab(page, {"task": "numbers", "sizes": sizes, "repeats": 3})
    page.select("generator")  # type: ignore[attr-defined]


def _start(window: MainWindow) -> None:
    """Show the start page, with its pictures made from the programs."""
    RecentFiles(window.preferences).clear()
    window.pages.show("start")
    page = window.pages.page
    assert isinstance(page, StartPage)
    let_come(lambda: not page.pictures.busy)


def _lesson(window: MainWindow) -> None:
    """Answer the first question and focus the second."""
    lesson = next(one for one in built_in_lessons() if one.key == "aliasing")
    window.lessons.open(lesson)
    pane = window.dock.lesson
    let_come(lambda: all(card.question is not None for card in pane.cards.values()))
    first, second = [*pane.cards.values()][:2]
    first.setFocus()
    assert first.question is not None
    assert isinstance(first.question.answer, int)
    first.answer_with(first.question.answer)
    first.submit()
    second.setFocus()
    let_come(lambda: window.diagram.feed.is_planned)


def _poll(window: MainWindow) -> None:
    """Ask a class; the answer is still hidden."""
    present(window)
    window.predicting.choose(Difficulty.NAMES)
    window.commands["predict"].trigger()
    window.player.go_to(2)
    let_come(lambda: window.predicting.card.question is not None)
    let_come(lambda: window.diagram.feed.is_planned)


SCENES = (
    Scene(Shot("first-look", CALL_EXAMPLE, 14, level=1), _nothing),
    Scene(Shot("a-call", CALL_EXAMPLE, DEEPEST, level=2), _break),
    Scene(Shot("inside", OWN / "hypotenuse.py", 7, level=3), inside),
    Scene(Shot("counts", OWN / "alias.py", 3, selected="a"), _nothing),
    Scene(Shot("an-exception", OWN / "averages.py", level=2), _nothing),
    Scene(Shot("an-island", OWN / "island.py", 20, level=2), _fit),
    Scene(Shot("addresses", OWN / "growing.py", level=4, selected="scores"), addresses_alone),
    Scene(Shot("a-table", OWN / "loops.py", 13, level=2), _watch),
    Scene(Shot("a-lab", CALL_EXAMPLE, DEEPEST), _compare),
    Scene(Shot("a-segment", CALL_EXAMPLE, DEEPEST), _share),
    Scene(Shot("a-stream", CALL_EXAMPLE, DEEPEST), _stream),
    Scene(Shot("start-page", CALL_EXAMPLE, DEEPEST, level=1), _start),
    Scene(Shot("a-lesson", CALL_EXAMPLE, DEEPEST, level=1), _lesson),
    Scene(Shot("beside", OWN / "shallow.py", level=1), compare),
    Scene(Shot("bookmarks", CALL_EXAMPLE, DEEPEST, level=1), _bookmark),
    Scene(Shot("presenting", OWN / "slide.py", 9, level=1), present),
    Scene(Shot("a-poll", TWO_NAMES, 3, level=1), _poll),
)


def make_guide(films: Films, scratch: Path, folder: Path = FOLDER) -> Iterator[Path]:
    """Make every picture in every language, as a small file."""
    for scene in SCENES:
        for language in LANGUAGES:
            name = f"{scene.shot.name}.{language}"
            shot = replace(scene.shot, name=name, language=language, size=SIZE)
            path = take(shot, films, folder, scratch, scene.arrange)
            few_colours(QImage(str(path))).save(str(path))
            yield path


def few_colours(picture: QImage) -> QImage:
    """Return the picture with its 256 most frequent colours, which takes a third of the space."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32)
    found, counts = np.unique(pixels, return_counts=True)
    table = found[np.argsort(counts)[::-1][:256]]
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8,
        [int(colour) for colour in table],
        Qt.ImageConversionFlag.ThresholdDither,
    )
