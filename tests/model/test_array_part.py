"""The slices that describe a view."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from visualizer.model import Array
from visualizer.model.array_part import dtype_name, part_of_base

type Numbers = NDArray[np.int64]


def recorded(array: Numbers, base: Numbers | None = None) -> Array:
    start = None if base is None else address(array) - address(base)
    return Array(array.shape, array.dtype.str, array.strides, 1, array.nbytes, (), start)


def address(array: Numbers) -> int:
    start = array.__array_interface__["data"][0]
    assert isinstance(start, int)
    return start


@given(st.data())
def test_the_given_slices_make_the_very_view(data: st.DataObject) -> None:
    shape = data.draw(st.lists(st.integers(1, 6), min_size=1, max_size=3))
    base = np.arange(np.prod(shape)).reshape(shape).copy()
    taken = [st.one_of(st.integers(0, n - 1), st.slices(n)) for n in shape]
    view = base[data.draw(st.tuples(*taken))]
    assume(isinstance(view, np.ndarray) and view.size)
    told = part_of_base(recorded(view, base), recorded(base))
    assert told is not None
    again = eval(f"base{told}", {"base": base})
    assert (address(again), again.shape) == (address(view), view.shape)
    assert np.array_equal(again, view)


@pytest.mark.parametrize(
    "view",
    [
        np.arange(12).reshape(3, 4).T,
        np.arange(12).reshape(3, 4).view(np.float64),
        np.arange(12).reshape(3, 4).reshape(2, 6),
        np.arange(12).reshape(3, 4)[:, :, None],
        np.arange(12).reshape(3, 4)[:0],
    ],
    ids=["transposed", "another dtype", "reshaped", "another dimension", "empty"],
)
def test_a_view_that_no_slices_make_has_none(view: Numbers) -> None:
    base = np.arange(12).reshape(3, 4)
    told = Array(view.shape, view.dtype.str, view.strides, 1, view.nbytes, (), 0)
    assert part_of_base(told, recorded(base)) is None


def test_a_view_of_memory_that_is_no_array_has_no_slices() -> None:
    assert part_of_base(recorded(np.arange(3)), recorded(np.arange(3))) is None


@pytest.mark.parametrize("name", ["bool", "int8", "uint16", "float32", "complex128", "object"])
def test_a_type_has_the_name_that_numpy_gives_it(name: str) -> None:
    assert dtype_name(np.dtype(name).str) == name


@pytest.mark.parametrize("written", [">f8", "<U3", "<M8[ns]", "|V12"])
def test_any_other_is_written_as_it_is(written: str) -> None:
    assert dtype_name(written) == written
