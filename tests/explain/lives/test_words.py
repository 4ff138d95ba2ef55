"""An object's life in sentences, in both languages, each with its step."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.layout.film import FILE, Film
from tests.recorder.runs import record_unread, write_program
from visualizer.diagram.words import LANGUAGES, translate
from visualizer.explain.lives.lives import KINDS
from visualizer.explain.lives.words import describe_life
from visualizer.model import Life
from visualizer.recording import Recording
from visualizer.words import written_table

SOURCES = {FILE: ""}


def test_a_life_is_described_from_its_first_step_to_the_next_owner_of_its_address() -> None:
    film = Film()
    film.step(1)
    film.bind("a", film.list())
    film.step(2)
    serial = film.names.pop("a")
    film.step(3)
    life = Life(serial, film.states[1].heap[serial].address, 2, 3, 7, 9)
    assert [
        (c.step, translate(c.words, "en")) for c in describe_life(life, film.cursor(), SOURCES)
    ] == [
        (2, "first seen after line 1 ran"),
        (2, "reuses the address of #7"),
        (3, "freed"),
        (3, "name `a` in the module was deleted"),
        (3, "#9 reuses its address"),
    ]


def test_an_object_made_by_another_file_is_described_with_that_file() -> None:
    film = Film()
    film.step(1)
    film.bind("a", film.list())
    film.step(2)
    (made,) = describe_life(Life(1, 1, 2, None, None, None), film.cursor(), {"other.py": ""})
    assert translate(made.words, "en") == "first seen after line 1 of prog.py ran"


def test_survivors_have_no_end_and_the_first_objects_no_beginning() -> None:
    film = Film()
    film.bind("a", film.list())
    film.step(1)
    life = Life(film.names["a"], 1, 1, None, None, None, unreachable=1)
    assert [(c.step, c.words.key) for c in describe_life(life, film.cursor(), SOURCES)] == [
        (1, "life-there"),
        (1, "life-island"),
    ]


def test_a_dead_holder_is_called_by_its_former_kind() -> None:
    film = Film()
    inner = film.list()
    film.bind("a", film.list(inner))
    outer = film.names["a"]
    film.step(1)
    del film.names["a"]
    film.step(2)
    told = describe_life(Life(inner, 1, 1, 2, None, None), film.cursor(), SOURCES)
    assert translate(told[-1].words, "en") == f"list #{outer}, which referred to it, was freed"
    assert translate(told[-1].words, "ko") == f"이것을 가리키던 list #{outer}가 해제됨"


def test_an_object_whose_class_changes_is_not_freed_and_not_made(tmp_path: Path) -> None:
    text = "class A: pass\nclass B: pass\nx = A()\nx.__class__ = B\ndel x\n"
    path = record_unread(write_program(tmp_path, text)).path
    with closing(Recording.open(path)) as recording:
        cursor = recording.cursor()
        of_both = [max(cursor.seek(recording.steps - back).heap) for back in (2, 1)]
        lives = [recording.lives.life(serial) for serial in of_both]
        told = [
            [(c.step, c.words.key) for c in describe_life(life, cursor, recording.sources)]
            for life in lives
        ]
    changed = lives[1].born
    assert told[0] == [(lives[0].born, "life-made"), (changed, "life-class-after")]
    assert told[1][:2] == [(changed, "life-class-before"), (changed + 1, "life-freed")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_of_losing_a_reference_has_its_words(language: str) -> None:
    keys = {"lost-" + kind.replace(" ", "-") for kind in KINDS}
    assert keys <= written_table(language).by_key.keys()
