"""The words about a sheet's parts: in tooltips, and for a screen reader."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.diagram.filmed import Filmed, box, field, lists
from tests.layout.film import Film
from visualizer.diagram.view.meaning import hint_at
from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.view.view import SheetView
from visualizer.diagram.wording.describing import SheetDescriber
from visualizer.diagram.wording.written import written
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.composing.changes import Changes, changes_of
from visualizer.layout.measure import phrase
from visualizer.layout.picture import Key, Rect, object_key
from visualizer.layout.sheet import Label, Tag, TagKind
from visualizer.model import Delta, Event, Instance, Mapping, Sequence, State

MODULE = Key("globals", "prog.py")


@pytest.fixture
def film() -> Film:
    return lists()


def describer(film: Film, level: Level = Level.VALUES, language: str = "en") -> SheetDescriber:
    filmed = Filmed(film, level)
    return SheetDescriber(filmed.sheet(2), filmed.known(2), language)


def first(film: Film) -> Key:
    return object_key(film.names["first"])


def test_an_object_is_described_with_its_value(film: Film) -> None:
    list_ = box(Filmed(film).sheet(2), first(film))
    assert describer(film).box_words(list_, None) == "list, 2 items\n[1, 1000]"
    assert describer(film, language="ko").box_words(list_, None) == "list, 항목 2개\n[1, 1000]"


def test_a_name_is_described_with_its_object(film: Film) -> None:
    sheet = Filmed(film).sheet(2)
    words = describer(film).box_words(box(sheet, MODULE), field(sheet, MODULE, "name", "text"))
    short, whole = words.split("\n")
    assert short.startswith("text in module refers to str 'aaa")
    assert short.endswith("…'")
    assert whole == repr("a" * 40)


def test_a_cell_is_described_by_its_index(film: Film) -> None:
    sheet = Filmed(film).sheet(2)
    list_ = box(sheet, first(film))
    found = describer(film).box_words(list_, field(sheet, first(film), "item", 1))
    assert found == "[1] of list refers to int 1000"


@pytest.mark.parametrize("level", [Level.COUNTS, Level.REGIONS])
def test_levels_with_counts_name_the_referrers(film: Film, level: Level) -> None:
    list_ = box(Filmed(film, level).sheet(2), first(film))
    lines = describer(film, level).box_words(list_, None).split("\n")
    outer = film.names["outer"]
    number = film.names["first"]
    assert lines[0] == f"list #{number}, 2 items"
    assert lines[2] == f"3 references: first in module, alias in module, [0] of list #{outer}"
    assert len(lines) == (4 if level is Level.REGIONS else 3)


def test_among_very_many_objects_only_the_count_is_given(
    film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizer.diagram.wording.known.MOST_OBJECTS", 3)
    list_ = box(Filmed(film, Level.COUNTS).sheet(2), first(film))
    assert describer(film, Level.COUNTS).box_words(list_, None).split("\n")[2] == "3 references"


def test_an_object_that_is_never_freed_has_no_count(film: Film) -> None:
    sheet = Filmed(film, Level.COUNTS).sheet(2)
    one = field(sheet, first(film), "item", 0)
    found = describer(film, Level.COUNTS).box_words(box(sheet, first(film)), one)
    assert found.endswith("never freed, not counted")


def test_an_arrow_is_described_like_its_field(film: Film) -> None:
    sheet = Filmed(film).sheet(2)
    arrow = next(one for one in sheet.arrows if one.slot.name == "alias")
    said = describer(film).arrow_words(arrow)
    assert said == "alias in module refers to list, 2 items\n[1, 1000]"
    same = describer(film).box_words(box(sheet, MODULE), field(sheet, MODULE, "name", "alias"))
    assert said == same


def test_tags_are_described(film: Film) -> None:
    index = Tag(Label("i", Rect(0, 0, 9, 9)), first(film), TagKind.INDEX)
    name = Tag(Label("alias", Rect(0, 0, 9, 9)), first(film), TagKind.NAME)
    assert describer(film).tag_words(index) == "i is the index of this cell"
    assert describer(film, language="ko").tag_words(index) == "i가 이 칸의 인덱스입니다"
    assert describer(film).tag_words(name) == "alias in module refers to list, 2 items"


def test_the_tag_of_a_row_without_a_name_is_described_by_that_row() -> None:
    film = Film()
    film.call("rows", 1)
    pending = film.list(film.number(1))
    film.kept = {pending}
    film.calls[-1] = replace(film.calls[-1], operands=(pending,))
    film.step()
    filmed = Filmed(film)
    tag = Tag(Label(phrase("pending"), Rect(0, 0, 9, 9)), object_key(pending), TagKind.NAME)
    for language, said in ("en", "pending list, 1 item"), ("ko", "계산 중 list, 항목 1개"):
        words = SheetDescriber(filmed.sheet(1), filmed.known(1), language)
        assert words.tag_words(tag) == said


def test_frames_are_described_with_their_line_and_folded_ones_with_their_names() -> None:
    film = Film()
    film.step(1)
    film.call("work", 5, n=film.number(3))
    film.step(5, Event.CALL)
    filmed = Filmed(film)
    known = filmed.known(2)
    said = SheetDescriber(filmed.sheet(2), known, "en")
    frame = next(one for one in filmed.sheet(2).boxes if one.key.kind == "frame")
    assert said.box_words(frame, None) == "work, line 5, running"
    folded = replace(frame, is_folded=True)
    assert said.box_words(folded, None) == "work, line 5, running\nn = int 3"


def test_a_frame_is_described_with_the_names_that_it_leaves_out() -> None:
    film = Film()
    for n in range(60):
        film.bind(f"work_{n}", film.function(f"work_{n}", n))
    film.step()
    filmed = Filmed(film)
    sheet = filmed.sheet(1)
    frame = box(sheet, MODULE)
    left_out = {f"work_{n}" for n in range(60)} - {one.slot.name for one in frame.block.fields}
    said = SheetDescriber(sheet, filmed.known(1), "en")
    title, first, *_, last = said.box_words(frame, None).split("\n")
    assert (title, last) == ("module, running", "…")
    name, _, function = first.partition(" = ")
    assert name in left_out
    assert function == f"function {name}"
    assert {*said.spoken_box(frame).split(", ")[2:]} == left_out


def test_a_screen_reader_gets_numbers_counts_and_changes(film: Film) -> None:
    sheet = Filmed(film, Level.COUNTS).sheet(2)
    number, said = film.names["first"], describer(film, Level.COUNTS)
    assert said.spoken_box(box(sheet, first(film))) == (
        f"list #{number}, 2 items, 3 references, was 2"
    )
    alias = field(sheet, MODULE, "name", "alias")
    assert said.spoken_field(alias) == (
        f"alias in module refers to list #{number}, 2 items, changed"
    )
    plain = describer(film).spoken_box(box(sheet, first(film)))
    assert plain == f"list #{number}, 2 items"


def test_a_new_object_that_is_unreachable_is_called_both() -> None:
    film = lists()
    made = film.list(film.number(3))
    film.bind("made", made)
    film.heap[made] = replace(film.heap[made], unreachable=True)
    film.step(3)
    filmed = Filmed(film)
    sheet = filmed.sheet(3)
    assert sheet.outlines[made] is Outline.LOST
    said = SheetDescriber(sheet, filmed.known(3), "en").spoken_box(box(sheet, object_key(made)))
    assert said == f"list #{made}, 1 item, new, unreachable"


def test_a_step_is_compared_once_for_all_its_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    film, compared = lists(), list[State]()

    def counted(state: State, delta: Delta | None) -> Changes:
        compared.append(state)
        return changes_of(state, delta)

    monkeypatch.setattr("visualizer.diagram.wording.known.changes_of", counted)
    known = Filmed(film).known(2)
    assert not any(known.is_new(serial) for serial in film.heap)
    assert len(compared) == 1


def test_an_instance_is_described_with_its_attributes() -> None:
    film = Film()
    film.bind("Point", film.cls("Point"))
    film.bind("point", film.instance(film.names["Point"], x=film.number(4)))
    film.step(1)
    filmed = Filmed(film)
    said = SheetDescriber(filmed.sheet(1), filmed.known(1), "en")
    sheet = filmed.sheet(1)
    words = said.box_words(box(sheet, MODULE), field(sheet, MODULE, "name", "point"))
    assert words == "point in module refers to Point, 1 attribute\nPoint(x=4)"


# ---- values ----


def test_a_value_is_written_as_python_writes_it() -> None:
    film = Film()
    text = film.number(1)
    made = film.dict((text, film.list(film.number(2), film.number(3))))
    assert written(made, film.heap) == "{1: [2, 3]}"
    assert written(film.new("tuple", Sequence((text,), 1)), film.heap) == "(1,)"
    assert written(film.new("set", Sequence((), 0)), film.heap) == "set()"
    assert written(film.new("OrderedDict", Mapping((), 0)), film.heap) == "OrderedDict({})"
    point = film.instance(film.cls("Point"), x=film.number(4))
    assert written(point, film.heap) == "Point(x=4)"


def test_a_value_that_holds_itself_ends() -> None:
    film = Film()
    made = film.list()
    film.put(made, Sequence((made,), 1))
    assert written(made, film.heap) == "[[...]]"


def test_a_long_value_is_cut_at_the_wanted_length() -> None:
    film = Film()
    made = film.list(*(film.number(n) for n in range(1000)))
    said = written(made, film.heap, 50)
    assert len(said) == 50
    assert said.startswith("[0, 1, 2")
    assert said.endswith("…")
    assert written(made, film.heap).endswith(", 999]")


# ---- tool tips ----


@pytest.fixture
def view(film: Film, qtbot: QtBot) -> SheetView:
    scene = SheetScene()
    made = SheetView(scene)
    qtbot.addWidget(made)
    made.resize(900, 600)
    Filmed(film).show(scene, 2)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_tool_tip_describes_the_item_under_the_pointer(
    view: SheetView, film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, QRect]] = []

    def note(_: QPoint, text: str, __: QWidget, about: QRect) -> None:
        shown.append((text, about))

    # A real tooltip needs a visible window, which the offscreen platform lacks.
    monkeypatch.setattr(QToolTip, "showText", note)
    rect = view.rect_of(first(film))
    at = view.mapFromScene(rect.topLeft() + QPointF(6, 6))
    viewport = view.viewport()
    asked = QHelpEvent(QHelpEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, asked)
    ((text, about),) = shown
    assert "list, 2 items<br>[1, 1000]" in text
    assert about.contains(at)


def test_empty_space_has_no_description(view: SheetView) -> None:
    assert hint_at(view.sheets, QPointF(-5000, -5000)) is None


def test_another_language_is_spoken_at_once(view: SheetView, film: Film) -> None:
    view.sheets.set_language("ko")
    assert view.sheets.shown.boxes[first(film)].described() == "list, 항목 2개\n[1, 1000]"


def test_a_set_has_its_brackets_in_a_class_that_derives_from_it_too() -> None:
    film = Film()
    items = Sequence((film.number(1),), 1)
    own = film.new("Own", Instance(film.cls("Own", film.library_class("set")), (), items))
    frozen = film.new("frozenset", items)
    assert [written(one, film.heap) for one in (own, frozen)] == ["Own({1})", "frozenset({1})"]
