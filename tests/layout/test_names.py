"""The rows of names in a frame."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.layout import audit
from tests.layout.film import Film
from tests.layout.test_layout_properties import pictures
from visualizer.layout import ArrowKind
from visualizer.layout.names import NameRows
from visualizer.model import Event


def test_a_name_keeps_its_row_though_one_above_it_is_deleted() -> None:
    rows = NameRows()
    rows.update(["a", "b"], 1)
    rows.update(["b"], 2)
    assert rows.at(2) == {"b": 1}
    assert rows.lost_at(2) == (("a", 0),)


def test_the_row_of_a_deleted_name_is_taken_again_from_the_next_step_on() -> None:
    rows = NameRows()
    rows.update(["a", "b"], 1)
    rows.update(["b", "c"], 2)
    rows.update(["b", "c", "d"], 3)
    assert rows.at(3) == {"b": 1, "c": 2, "d": 0}


def test_a_name_that_comes_back_takes_its_old_row() -> None:
    rows = NameRows()
    rows.update(["a", "b"], 1)
    rows.update([], 2)
    rows.update(["b"], 3)
    assert rows.at(3) == {"b": 1}


def test_earlier_steps_are_remembered() -> None:
    rows = NameRows()
    rows.update(["a"], 1)
    rows.update([], 2)
    rows.update(["b"], 5)
    assert [rows.at(time) for time in (1, 2, 5)] == [{"a": 0}, {}, {"b": 0}]


@given(st.lists(st.sets(st.sampled_from("abcdef")), max_size=30))
def test_two_names_never_share_a_row_and_none_moves(steps: list[set[str]]) -> None:
    rows = NameRows()
    before: dict[str, int] = {}
    for time, names in enumerate(steps):
        rows.update(sorted(names), time)
        now = rows.at(time)
        assert now.keys() == names
        taken = [*now.values(), *(row for _, row in rows.lost_at(time))]
        assert len(set(taken)) == len(taken)
        assert all(now[name] == before[name] for name in names & before.keys())
        before = now


def test_a_row_left_empty_between_others_is_known_with_the_name_that_it_had_last() -> None:
    rows = NameRows()
    rows.update(["a", "b", "c"], 1)
    rows.update(["c"], 2)
    rows.update(["c"], 3)
    assert [rows.gone_at(time) for time in (1, 2, 3)] == [(), (), (("a", 0), ("b", 1))]
    rows.update(["c", "d"], 4)
    assert rows.gone_at(4) == (("b", 1),)
    rows.update(["d"], 5)
    rows.update(["d"], 6)
    assert rows.gone_at(6) == (), "a frame ends with its last name"
    assert rows.gone_at(3) == (("a", 0), ("b", 1)), "and it was so whenever one goes back"


@given(st.lists(st.sets(st.sampled_from("abcdef")), max_size=30))
def test_every_row_of_a_frame_has_a_name_or_says_which_it_had(steps: list[set[str]]) -> None:
    rows = NameRows()
    for time, names in enumerate(steps):
        rows.update(sorted(names), time)
    for time in range(len(steps)):
        held = set(rows.at(time).values())
        lost = {row for _, row in rows.lost_at(time)}
        gone = {row for _, row in rows.gone_at(time)}
        assert not gone & (held | lost)
        assert set(range(max(held, default=0))) <= held | lost | gone


def test_where_what_is_returned_takes_the_row_of_a_name_nothing_says_where_that_led() -> None:
    film = Film()
    film.bind("kept", film.list())
    film.call("work", 2, u=film.names["kept"])
    film.step(2)
    film.calls[-1] = replace(film.calls[-1], locals=())
    film.step(3, Event.RETURN, value=film.list(film.number(1)))
    last = pictures(film, "foreseen")[-1]
    assert audit.bundled(last) == []
    assert [arrow.slot.kind for arrow in last.arrows if arrow.card.kind == "frame"] == ["returns"]
    assert all(arrow.kind is not ArrowKind.FORMER for arrow in last.arrows)
