"""Sheets of a small program whose states are known, as in the window."""

from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.wording.known import Known
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Field
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.picture import Key, Slot
from visualizer.layout.sheet import Placed, Sheet
from visualizer.model import Scalar


class Filmed:
    """A film, and its sheets at one level."""

    def __init__(self, film: Film, level: Level = Level.VALUES) -> None:
        self.film, self.level = film, level
        self._sheets = Sheets(walk_of(film), {"prog.py": ""}, FixedMeasure(), level)

    def known(self, step: int) -> Known:
        return Known(self.film.states[step - 1], self.film.deltas[step - 1], self.level)

    def sheet(self, step: int) -> Sheet:
        return self._sheets.sheet(self.film.states[step - 1], self.film.deltas[step - 1])

    def show(self, scene: SheetScene, step: int) -> Sheet:
        sheet = self.sheet(step)
        scene.show_sheet(sheet, self.known(step))
        return sheet


def box(sheet: Sheet, key: Key) -> Placed:
    return next(one for one in sheet.boxes if one.key == key)


def field(sheet: Sheet, holder: Key, kind: str, name: int | str) -> Field:
    """Return the field of a reference, in any box."""
    fields = (one for found in sheet.boxes for one in found.block.fields)
    return next(one for one in fields if one[:2] == (holder, Slot(kind, name)))


def lists() -> Film:
    """Two names of a list with two numbers, another list in a list, a long text."""
    film = Film()
    film.bind("first", film.list(film.number(1), film.number(1000)))
    film.bind("outer", film.list(film.names["first"], film.list(film.number(2))))
    film.bind("text", film.new("str", Scalar(repr("a" * 40))))
    film.step(1)
    film.bind("alias", film.names["first"])
    film.step(2)
    return film
