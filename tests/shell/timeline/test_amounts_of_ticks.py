"""Round values at an axis have no digits that express precision."""

from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, tick_text


def test_a_round_value_is_short_and_never_a_power() -> None:
    assert tick_text(seconds_text)(0.01) == "10 ms"
    assert tick_text(bytes_text)(1e9) == "1 GB"
    assert tick_text(bytes_text)(2.5e6) == "2.5 MB"
    assert tick_text(lambda rows: f"{rows:,.0f}")(1e6) == "1,000,000"
