"""The slots of an object that refer to others."""

import pytest

from visualizer.model import Content, Instance, Mapping, Scalar, Sequence, first_slot, held_by


@pytest.mark.parametrize(
    "content",
    [
        Sequence((5, 6, 5), 3),
        Mapping(((5, 6), (7, 5), (8, 8)), 3),
        Instance(1, (("a", 5), ("b", 6), ("c", 5))),
        Instance(1, (("a", 6),), Sequence((5, 6), 2)),
        Scalar("5"),
    ],
)
def test_the_first_slot_that_refers_to_an_object_is_the_first_in_display_order(
    content: Content,
) -> None:
    slots = list(held_by(content))
    for target in range(10):
        found = next((slot for slot, one in slots if one == target), None)
        assert first_slot(content, target) == found
