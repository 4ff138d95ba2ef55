"""Makes the pictures of each level of detail, and merges their tables into a page's.

Levels share nothing while they are made, so they may be made in any order or in parallel.
"""

from collections.abc import Callable
from typing import NamedTuple

from visualizer.export.page.drawing import TEXT, Drawing
from visualizer.export.page.pictures import Json, Pictures
from visualizer.export.page.range import PageRange
from visualizer.export.page.tables import Table
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.measure import Text, TextMeasure
from visualizer.layout.placing import Size
from visualizer.recording import Recording
from visualizer.words import LANGUAGES, Translatable, translate, written_table

type Report = Callable[[float], None]
"""A callback that often gets the finished share of the work, 0 … 1."""
type Rows = list[object]


class LevelPart(NamedTuple):
    """A level in the form of a page, and the rows of its tables, in the order of their first use.

    ``items`` of the level refer to ``layers``, and these to ``classes`` and ``texts``, by number.
    """

    level: Json
    layers: Rows
    classes: Rows
    texts: Rows


def in_languages(text: Text | Translatable) -> object:
    """Return code as it is, and words as a list with each language."""
    if isinstance(text, str):
        return text
    return [translate(text, written_table(language)) for language in LANGUAGES]


def make_level(
    recording: Recording,
    found: PageRange,
    level: Level,
    measure: TextMeasure,
    *,
    canvas: Size,
    report: Report,
) -> LevelPart:
    """Return the pictures of all steps of a page at a level."""
    walk = walk_of(recording, found.first, found.last)
    sheets = Sheets(walk, recording.sources, measure, level, canvas)
    sheets.plan()
    layers, classes, texts = Table(), Table(), Table()
    pictures = Pictures(level, Drawing(classes, texts, in_languages, measure), layers)
    cursor = recording.cursor()
    for number in found.steps:
        delta = cursor.delta(number)
        pictures.add(sheets.sheet(cursor.seek(number), delta))
        report((number - found.first + 1) / len(found.steps))
    return LevelPart(pictures.found(), layers.rows, classes.rows, texts.rows)


type MakeLevels = Callable[[Recording, PageRange, TextMeasure, Size, Report], list[LevelPart]]
"""Makes all levels of a page."""


def one_by_one(
    recording: Recording, found: PageRange, measure: TextMeasure, canvas: Size, report: Report
) -> list[LevelPart]:
    """Return the levels of a page, made one after another."""
    count = len(found.levels)

    def made(number: int, level: Level) -> LevelPart:
        def report_share(share: float) -> None:
            report((number + share) / count)

        return make_level(recording, found, level, measure, canvas=canvas, report=report_share)

    return [made(number, level) for number, level in enumerate(found.levels)]


class PageTables:
    """The tables that the levels of a page share."""

    def __init__(self) -> None:
        self.layers, self.classes, self.texts = Table(), Table(), Table()

    def add(self, part: LevelPart) -> Json:
        """Merge the tables of a level; return the level with the numbers of the page."""
        classes = [self.classes.number(one) for one in part.classes]
        texts = [self.texts.number(one) for one in part.texts]
        layers = [self.layers.number(_renumbered(one, classes, texts)) for one in part.layers]
        items: list[list[object]] = part.level["items"]  # type: ignore[assignment]
        for item in items:
            item[-1] = [layers[one] for one in item[-1]]  # type: ignore[attr-defined]
        return part.level


def _renumbered(layer: object, classes: list[int], texts: list[int]) -> object:
    """Return the shapes of a layer with the numbers of the page."""
    shapes: list[list[int]] = layer  # type: ignore[assignment]
    for shape in shapes:
        shape[1] = classes[shape[1]]
        if shape[0] == TEXT:
            shape[-1] = texts[shape[-1]]
    return shapes
