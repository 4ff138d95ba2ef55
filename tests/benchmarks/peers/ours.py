"""The steps as this project draws them."""

from tests.benchmarks.peers.views import Line, View
from tests.layout.crossings import UNCHANGED
from tests.layout.crossings import crossings as crossed
from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.picture import ensure_application
from visualizer.layout import ArrowKind, Foresight, Layout, Picture
from visualizer.recording import Recording

DRAWN = (*UNCHANGED, ArrowKind.NEW, ArrowKind.REBOUND)
"""The kinds of arrows that are references; the others tell where one led until now."""


def pictures(recording: Recording) -> list[Picture]:
    """Every step at the window's first level, in its fonts, the whole recording known."""
    ensure_application()
    measure = QtMeasure()
    foresight = Foresight(measure)
    cursor = recording.cursor()
    for number in range(1, recording.steps + 1):
        foresight.add(cursor.delta(number))
    foresight.close()
    layout = Layout(measure, foresight)
    return [
        layout.picture(cursor.seek(number), cursor.delta(number))
        for number in range(1, recording.steps + 1)
    ]


def view(picture: Picture) -> View:
    """A picture of ours in the form all tools are measured in."""
    arrows = [arrow for arrow in picture.arrows if arrow.kind in DRAWN]
    return View(
        {
            str(box.key): (box.rect.x, box.rect.y, box.rect.width, box.rect.height)
            for box in picture.boxes
        },
        tuple(
            Line(tuple((point.x, point.y) for point in arrow.points))
            for arrow in arrows
            if not arrow.chip
        ),
        picture.bounds.width,
        picture.bounds.height,
        len(arrows),
    )


def crossings(picture: Picture) -> int:
    """Pairs of arrows that cross, as the benchmark of the layout counts them."""
    return crossed(picture, DRAWN).total() // 2
