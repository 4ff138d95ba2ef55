"""Memory in bytes, from each system's own units."""

from visualizer.platform.memory import available, installed, peak_bytes, peak_resident, resident


def test_the_most_that_a_process_had_is_in_bytes_whatever_the_system_counts() -> None:
    assert peak_bytes(5 << 20, "darwin") == 5 << 20
    assert peak_bytes(5 << 10, "linux") == 5 << 20


def test_memory_is_given_in_bytes() -> None:
    assert 1 << 20 < resident() <= 2 * peak_resident()
    assert resident() < installed()
    assert 0 < (available() or 0) <= installed()
