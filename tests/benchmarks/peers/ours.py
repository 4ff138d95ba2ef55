"""The steps as this project draws them."""

from itertools import combinations

from tests.benchmarks.glance import crosses
from tests.benchmarks.peers.views import Line, View
from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.picture import ensure_application
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.sheet import Sheet
from visualizer.recording import Recording


def pictures(recording: Recording, level: Level = Level.VALUES) -> list[Sheet]:
    """Lay out every step at the window's first level, in its fonts, with all steps known."""
    ensure_application()
    sheets = Sheets(walk_of(recording), recording.sources, QtMeasure(), level)
    cursor = recording.cursor()
    return [
        sheets.sheet(cursor.seek(number), cursor.delta(number))
        for number in range(1, recording.steps + 1)
    ]


def view(sheet: Sheet) -> View:
    """Return our picture in the form in which all tools are measured."""
    return View(
        {
            str(box.key): (box.rect.x, box.rect.y, box.rect.width, box.rect.height)
            for box in sheet.boxes
        },
        tuple(
            Line(tuple((point.x, point.y) for point in arrow.points))
            for arrow in sheet.arrows
            if arrow.points
        ),
        sheet.bounds.width,
        sheet.bounds.height,
        len(sheet.arrows),
    )


def crossings(sheet: Sheet) -> int:
    """Count pairs of arrows that cross, as the benchmark of the layout does."""
    led = [arrow for arrow in sheet.arrows if arrow.points]
    return sum(crosses(one, other) for one, other in combinations(led, 2))
