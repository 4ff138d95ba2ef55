"""Heads at what is drawn, what the interpreter holds and what is not drawn make up the count."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gallery.films import Films
from tests.layout.film import Film
from visualizer.diagram import DiagramScene
from visualizer.diagram.heads_told import Told, heads_in, told
from visualizer.diagram.picture import ensure_application
from visualizer.explain import Ledger, accounts
from visualizer.layout import Key, Picture
from visualizer.model import Cell, Event, Function, Generator, State
from visualizer.recording import Recording

HERE = Path(__file__).parents[1]
PROGRAMS = sorted(
    path
    for folder in ("gallery/programs", "layout/programs", "recorder/programs", "programs")
    for path in (HERE / folder).glob("*.py")
)
APART = ("deep_recursion", "longest_zips", "thousand_instances", "thousand_tree", "points")
"""Very many objects or steps: looked at in few of them."""
STEPS, FEW = 16, 3
"""How many steps of a program are looked at in the short run of the tests."""


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    ensure_application()
    return Films(tmp_path_factory.mktemp("films"))


def drawn(picture: Picture) -> Iterator[int]:
    """Whatever stands with a finite count of its own, in a card or in the slot of one."""
    for box in picture.boxes:
        if box.ghost or box.group is not None or box.middle:
            continue
        if box.serial is not None and box.badge is not None and box.badge.count is not None:
            yield box.serial
        yield from (serial for serial, badge in box.pills if badge.count is not None)


def told_in(state: State, picture: Picture) -> Iterator[tuple[int, Told]]:
    """What is told of each of them."""
    ledger, shown = Ledger(state), {box.key for box in picture.boxes}
    heads = heads_in(picture)
    for serial in sorted(set(drawn(picture))):
        rows = accounts(state, serial, ledger)
        yield serial, told(rows, heads.get(serial, Counter()), state, shown)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_heads_and_rows_make_up_every_count(
    program: Path, films: Films, request: pytest.FixtureRequest
) -> None:
    with_all = request.config.getoption("--full")
    recording = Recording.open(films.path(program))
    scene = DiagramScene(level=3)
    foresight, cursor = scene.new_foresight(), recording.cursor()
    for number in range(1, recording.steps + 1):
        foresight.add(cursor.delta(number))
    foresight.close()
    scene.reset(foresight)
    few = FEW if program.stem in APART else STEPS * (16 if with_all else 1)
    wrong, seen = [], 0
    for number in range(1, recording.steps + 1, max(1, recording.steps // few)):
        state = cursor.seek(number)
        scene.show_step(state, cursor.delta(number) if number > 1 else None)
        scene.set_level(3 + number % 2)
        assert scene.picture is not None
        for serial, found in told_in(state, scene.picture):
            seen += 1
            undrawn = (row for rows in found.undrawn.values() for row in rows)
            rows = (*found.drawn, *found.interpreter, *undrawn)
            count = sum(row.count for row in rows) + found.extra
            if found.extra or count != state.heap[serial].refcount:
                wrong.append((number, serial, state.heap[serial].type, found))
    recording.close()
    assert not wrong
    assert seen or recording.steps < 3


def first(recording: Recording, event: Event, function: str) -> State:
    """The first step of a kind in a function."""
    cursor = recording.cursor()
    numbers = recording.steps_with(event)
    found = (cursor.seek(number) for number in numbers)
    return next(one for one in found if one.step is not None and one.step.function == function)


def rows_of(state: State, function: str) -> dict[str, tuple[str, int | None]]:
    """What stands in the rows of a call's card: the text, and the object that each leads to."""
    scene = DiagramScene(level=3)
    scene.show_step(state)
    assert scene.picture is not None
    frame = next(frame for frame in state.frames if frame.function == function)
    box = next(box for box in scene.picture.boxes if box.key == Key("frame", frame.serial))
    return {str(part.slot.name): (str(part.text), part.target) for part in box.card.parts}


def test_a_variable_that_functions_share_leads_to_its_cell(films: Films) -> None:
    recording = Recording.open(films.path(HERE / "gallery" / "programs" / "closure.py"))
    state = first(recording, Event.RETURN, "add")
    _, cell = rows_of(state, "add")["count"]
    content = state.heap[cell or 0].content
    assert isinstance(content, Cell)
    assert content.contents == dict(state.frames[-1].locals)["count"]
    assert any(
        isinstance(one.content, Function) and ("count", cell) in one.content.closure
        for one in state.heap.values()
    )
    recording.close()


def test_what_no_arrow_stands_for_is_told_with_its_reason() -> None:
    film = Film()
    cls = film.cls("Account")
    film.bind("Account", cls)
    for name in ("mine", "yours"):
        film.bind(name, film.instance(cls))
    state = film.step()
    scene = DiagramScene(level=3)
    scene.show_step(state)
    assert scene.picture is not None
    found = dict(told_in(state, scene.picture))
    assert [row.kind for row in found[cls].drawn] == ["global"]
    assert {why: len(rows) for why, rows in found[cls].undrawn.items()} == {"type-links": 2}


def test_a_generator_that_hands_out_has_the_names_of_its_frame(films: Films) -> None:
    recording = Recording.open(films.path(HERE / "gallery" / "programs" / "parts.py"))
    state = first(recording, Event.YIELD, "countdown")
    generator = next(one for one in state.heap.values() if isinstance(one.content, Generator))
    text, target = rows_of(state, "countdown")["n"]
    assert str(generator.serial) in text
    assert target is None
    recording.close()
