"""The difference between two contents of a long sequence."""

from struct import pack

from hypothesis import example, given
from hypothesis import strategies as st

from visualizer.recorder.encoding import splice

items = st.lists(st.integers(1, 5) | st.integers(1, 1 << 47), max_size=60)


def content(items: list[int]) -> bytes:
    return pack(f"<{len(items) + 1}q", len(items), *items)


@given(items, items)
@example([], [])
@example([1, 1], [1, 1, 1])
@example([1, 2, 1, 2], [1, 2])
def test_what_it_says_leads_from_the_old_to_the_new(old: list[int], new: list[int]) -> None:
    start, removed, added = splice(content(old), content(new))
    assert 0 <= start <= len(old)
    assert 0 <= removed <= len(old) - start
    assert [*old[:start], *added, *old[start + removed :]] == new


@given(items, items)
def test_it_says_no_more_than_what_lies_between_the_first_and_last_difference(
    old: list[int], new: list[int]
) -> None:
    start, removed, added = splice(content(old), content(new))
    front = 0
    while front < min(len(old), len(new)) and old[front] == new[front]:
        front += 1
    back = 0
    while back < min(len(old), len(new)) - front and old[-1 - back] == new[-1 - back]:
        back += 1
    assert (start, removed) == (front, len(old) - front - back)
    assert list(added) == new[front : len(new) - back]


@given(items, st.data())
def test_an_edit_costs_as_much_as_it_is_long(old: list[int], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    put = data.draw(st.lists(st.integers(1, 1 << 47), max_size=5))
    _, removed, added = splice(content(old), content([*old[:start], *put, *old[end:]]))
    assert removed <= end - start
    assert len(added) <= len(put)
