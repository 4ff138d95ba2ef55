"""Two streams, put into the order in which the steps wrote them."""

from hypothesis import given
from hypothesis import strategies as st

from visualizer.session.ordering import Ordering, Piece


def arranged(pieces: list[Piece], marks: list[tuple[int, int]]) -> list[Piece]:
    return list(Ordering().arrange(pieces, marks))


def test_steps_part_what_came_in_one_piece() -> None:
    pieces: list[Piece] = [("stdout", b"aabb"), ("stderr", b"xy")]
    assert arranged(pieces, [(2, 0), (2, 1), (4, 1)]) == [
        ("stdout", b"aa"),
        ("stderr", b"x"),
        ("stdout", b"bb"),
        ("stderr", b"y"),
    ]


def test_the_order_holds_over_several_rounds() -> None:
    ordering = Ordering()
    assert list(ordering.arrange([("stdout", b"ab")], [])) == [("stdout", b"ab")]
    second: list[Piece] = [("stdout", b"c"), ("stderr", b"x")]
    assert list(ordering.arrange(second, [(2, 0), (2, 1), (3, 1)])) == [
        ("stderr", b"x"),
        ("stdout", b"c"),
    ]


@given(
    st.lists(
        st.tuples(
            st.lists(st.tuples(st.sampled_from(["stdout", "stderr"]), st.binary(max_size=6))),
            st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40))),
        ),
        max_size=4,
    )
)
def test_whatever_the_marks_say_every_byte_comes_once_and_in_its_own_order(
    rounds: list[tuple[list[Piece], list[tuple[int, int]]]],
) -> None:
    ordering = Ordering()
    came: list[Piece] = []
    for pieces, marks in rounds:
        came += ordering.arrange(pieces, marks)
    for name in ("stdout", "stderr"):
        given_ = [data for pieces, _ in rounds for stream, data in pieces if stream == name]
        assert b"".join(data for stream, data in came if stream == name) == b"".join(given_)
