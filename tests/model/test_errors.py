"""An error advises only what the person can do."""

import errno

import pytest

from visualizer.model import VisualizerError, at_fixed_place, not_written


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.ELOOP]
)
def test_nobody_is_told_to_choose_a_place_that_is_fixed(number: int) -> None:
    chosen = not_written("a/b", OSError(number, "refused"))
    fixed = at_fixed_place(chosen)
    assert "choose another place" in str(chosen)
    assert str(fixed).startswith("a/b: ")
    assert "another" not in str(fixed)


def test_another_error_remains() -> None:
    error = VisualizerError("{file}: is a directory; choose a file", file="a")
    assert at_fixed_place(error) is error
