"""The recorder sends names once, and never the program's own string objects."""

import sys

from hypothesis import given
from hypothesis import strategies as st

from visualizer.recorder import wire
from visualizer.recorder.names import Names

texts = st.text(st.characters(), max_size=20) | st.sampled_from(["", "x", "\ud800", "이름"])


@given(st.lists(texts))
def test_equal_names_have_one_number_and_numbers_follow_the_order_of_sending(
    texts: list[str],
) -> None:
    names = Names()
    numbers = [names.number(text) for text in texts]
    order = list(dict.fromkeys(texts))
    assert numbers == [order.index(text) for text in texts]
    assert [names.number(text) for text in texts] == numbers
    assert names.pending[::2] == [wire.TEXT] * len(order)
    sent = [data.decode("utf-8", "surrogatepass") for data in names.pending_texts]
    assert sent == order
    assert names.pending[1::2] == [len(data) for data in names.pending_texts]


def test_no_reference_to_the_programs_string_is_kept() -> None:
    names = Names()
    text = "".join(["pro", "gram"])
    before = sys.getrefcount(text)
    names.number(text)
    names.number(text)
    assert sys.getrefcount(text) == before
