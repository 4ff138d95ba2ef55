"""Two streams, merged in the order in which the steps wrote them."""

from hypothesis import given
from hypothesis import strategies as st

from visualizer.session.streams.ordering import Ordering, Piece


def arranged(pieces: list[Piece], marks: list[tuple[int, int]]) -> list[Piece]:
    return list(Ordering().arrange(pieces, [], marks, all_marked=True))


def test_steps_divide_output_that_came_in_one_piece() -> None:
    pieces: list[Piece] = [("stdout", b"aabb"), ("stderr", b"xy")]
    assert arranged(pieces, [(2, 0), (2, 1), (4, 1)]) == [
        ("stdout", b"aa"),
        ("stderr", b"x"),
        ("stdout", b"bb"),
        ("stderr", b"y"),
    ]


def test_the_order_holds_over_several_rounds() -> None:
    ordering = Ordering()
    first: list[Piece] = [("stdout", b"ab")]
    assert list(ordering.arrange(first, [], [], all_marked=True)) == [("stdout", b"ab")]
    second: list[Piece] = [("stdout", b"c"), ("stderr", b"x")]
    marks = [(2, 0), (2, 1), (3, 1)]
    assert list(ordering.arrange(second, [], marks, all_marked=True)) == [
        ("stderr", b"x"),
        ("stdout", b"c"),
    ]


def test_output_after_the_last_known_step_waits_for_its_own() -> None:
    ordering = Ordering()
    late: list[Piece] = [("stdout", b"oo"), ("stderr", b"ee")]
    assert list(ordering.arrange([], late, [(0, 0)], all_marked=True)) == []
    marks = [(0, 1), (1, 1), (1, 2)]
    assert list(ordering.arrange([], [], marks, all_marked=True)) == [
        ("stderr", b"e"),
        ("stdout", b"o"),
        ("stderr", b"e"),
        ("stdout", b"o"),
    ]


def test_nothing_beyond_the_marks_is_given_while_some_are_still_to_come() -> None:
    ordering = Ordering()
    early: list[Piece] = [("stdout", b"oo"), ("stderr", b"ee")]
    given_ = list(ordering.arrange(early, [], [(0, 1)], all_marked=False))
    assert given_ == [("stderr", b"e")]
    assert list(ordering.arrange([], [], [(1, 1), (1, 2)], all_marked=True)) == [
        ("stdout", b"o"),
        ("stderr", b"e"),
        ("stdout", b"o"),
    ]


def test_one_stream_alone_waits_for_nothing() -> None:
    late: list[Piece] = [("stdout", b"a"), ("stdout", b"b")]
    came = Ordering().arrange([], late, [], all_marked=False)
    assert b"".join(data for _, data in came) == b"ab"


def test_very_much_is_passed_on_as_it_came() -> None:
    megabyte = bytes(1 << 20)
    ordering = Ordering()
    early: list[Piece] = [("stdout", megabyte)] * 300
    came = [data for _, data in ordering.arrange(early, early, [], all_marked=True)]
    assert came == [megabyte] * 600
    late: list[Piece] = [*early, ("stderr", b"e")]
    marks = [(600 << 20 | step, 0) for step in range(1, 2000)]
    pieces = list(ordering.arrange(late, [], marks, all_marked=True))
    assert len(pieces) == 1999 + 300 + 1
    assert sum(len(data) for stream, data in pieces if stream == "stdout") == 300 << 20


pieces_ = st.lists(st.tuples(st.sampled_from(["stdout", "stderr"]), st.binary(max_size=6)))
marks_ = st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)))


@given(st.lists(st.tuples(pieces_, pieces_, marks_, st.booleans()), max_size=4))
def test_under_any_marks_every_byte_comes_once_and_in_its_own_order(
    rounds: list[tuple[list[Piece], list[Piece], list[tuple[int, int]], bool]],
) -> None:
    ordering = Ordering()
    came: list[Piece] = []
    for early, late, marks, all_marked in rounds:
        came += ordering.arrange(early, late, marks, all_marked=all_marked)
    came += ordering.arrange([], [], [], all_marked=True)
    wrote = [piece for early, late, _, _ in rounds for piece in (*early, *late)]
    for name in ("stdout", "stderr"):
        given_ = [data for stream, data in wrote if stream == name]
        assert b"".join(data for stream, data in came if stream == name) == b"".join(given_)
