"""The marks of a search's hits on a sheet."""

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.diagram.filmed import Filmed, field, lists
from tests.layout.film import Film
from visualizer.diagram.view.scene import SheetScene
from visualizer.layout.picture import Key, Rect, object_key
from visualizer.model import Scalar, Sequence

MODULE = Key("globals", "prog.py")


@pytest.fixture
def film() -> Film:
    return lists()


@pytest.fixture
def scene(film: Film, qtbot: QtBot) -> SheetScene:
    made = SheetScene()
    Filmed(film).show(made, 2)
    return made


def marked(scene: SheetScene) -> dict[Key, list[Rect]]:
    found: dict[Key, list[Rect]] = {}
    for spot in scene.finding.marks:
        found.setdefault(spot.box, []).append(spot.rect)
    return found


def current(scene: SheetScene) -> list[Key]:
    return [spot.box for spot in scene.finding.marks if spot.is_current]


def test_a_box_is_marked_around_it(scene: SheetScene, film: Film) -> None:
    first = film.names["first"]
    scene.mark_hits([first], first)
    block = scene.shown.boxes[object_key(first)].box.block
    assert marked(scene) == {object_key(first): [block.rect.grown(3)]}
    assert current(scene) == [object_key(first)]


def test_a_value_is_marked_in_its_row(scene: SheetScene, film: Film) -> None:
    text = film.names["text"]
    scene.mark_hits([text], text)
    sheet = scene.sheet
    assert sheet is not None
    assert marked(scene) == {MODULE: [field(sheet, MODULE, "name", "text").rect]}
    at = scene.shown.boxes[MODULE].box
    rect = field(sheet, MODULE, "name", "text").rect
    assert scene.place_of(text) == rect.moved(at.x, at.y)


def test_nested_objects_are_marked_in_their_box(scene: SheetScene, film: Film) -> None:
    outer, sheet = object_key(film.names["outer"]), scene.sheet
    assert sheet is not None
    inner = field(sheet, outer, "item", 1).target
    scene.mark_hits([inner])
    assert marked(scene) == {outer: [scene.shown.boxes[outer].box.block.anchors[inner]]}
    assert current(scene) == []


def test_a_key_and_an_item_of_a_tuple_are_marked_where_they_are_written(qtbot: QtBot) -> None:
    film = Film()
    key = film.new("str", Scalar("'red'"))
    film.bind("colours", film.dict((key, film.list(film.number(1)))))
    film.bind("pair", film.new("tuple", Sequence((key, film.number(2)), 2)))
    film.step(1)
    scene = SheetScene()
    sheet = Filmed(film).show(scene, 1)
    scene.mark_hits([key])
    colours = object_key(film.names["colours"])
    block = scene.shown.boxes[colours].box.block
    written = next(words.rect for words in block.words if words.text == "'red'")
    assert marked(scene) == {
        colours: [written],
        MODULE: [field(sheet, MODULE, "name", "pair").rect],
    }


def test_all_hits_are_marked_and_one_of_them_is_the_one_that_one_is_at(
    scene: SheetScene, film: Film
) -> None:
    first, outer = film.names["first"], film.names["outer"]
    scene.mark_hits([first, outer], outer)
    assert set(marked(scene)) == {object_key(first), object_key(outer)}
    assert current(scene) == [object_key(outer)]
    scene.mark_hits([first, outer], first)
    assert current(scene) == [object_key(first)]
    scene.mark_hits(())
    assert marked(scene) == {}
    assert not [item for item in scene.items() if item.parentItem() is not None]


def test_marks_stay_with_their_objects_over_steps(film: Film, scene: SheetScene) -> None:
    filmed = Filmed(film)
    first = film.names["first"]
    scene.mark_hits([first, film.names["text"]], first)
    (here,) = (item for spot, item in scene.finding.marks.items() if spot.box != MODULE)
    filmed.show(scene, 1)
    filmed.show(scene, 2)
    assert here in scene.finding.marks.values()
    assert here.parentItem() is scene.shown.boxes[object_key(first)]
    scene.set_theme("dark")
    assert {item.look.theme.name for item in scene.finding.marks.values()} == {"dark"}


def test_an_object_that_is_not_drawn_is_shown_by_its_holder(qtbot: QtBot) -> None:
    film = Film()
    numbers = [film.number(1000 + n) for n in range(300)]
    film.bind("many", film.list(*numbers))
    film.step(1)
    scene = SheetScene()
    sheet = Filmed(film).show(scene, 1)
    drawn = {one.target for box in sheet.boxes for one in box.block.fields}
    hidden = next(serial for serial in numbers if serial not in drawn)
    scene.mark_hits([hidden], hidden)
    assert current(scene) == [object_key(film.names["many"])]
    assert scene.place_of(hidden) is not None
    assert scene.place_of(10_000) is None


def test_the_hit_that_one_is_at_looks_other_than_the_rest(scene: SheetScene, film: Film) -> None:
    def painted() -> QImage:
        image = QImage(scene.sceneRect().size().toSize(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        scene.render(painter)
        painter.end()
        return image

    first = film.names["first"]
    plain = painted()
    scene.mark_hits([first])
    one_of_them = painted()
    scene.mark_hits([first], first)
    assert len({bytes(image.constBits()) for image in (plain, one_of_them, painted())}) == 3
