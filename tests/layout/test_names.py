"""The rows of names in a frame."""

from hypothesis import given
from hypothesis import strategies as st

from visualizer.layout.names import NameRows


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
