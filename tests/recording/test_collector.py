"""The collector is off only inside ``without_collector``."""

import gc

import pytest

from visualizer.recording.collector import without_collector


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_as_it_was_before(was_on: bool) -> None:
    try:
        if not was_on:
            gc.disable()
        with without_collector():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
