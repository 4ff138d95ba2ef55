"""Complete English messages, translated: only those that may fit are compared in full."""

from visualizer.words import finished
from visualizer.words.finished import translate_finished

MISSING = "numpy is not installed; install it with: python -m pip install numpy"


def test_it_translates_a_message_with_gaps() -> None:
    assert translate_finished(MISSING, "en") == MISSING
    assert "numpy" in (found := translate_finished(MISSING, "ko"))
    assert "installed" not in found
    assert found.endswith("python -m pip install numpy")


def test_a_message_is_compared_only_with_those_that_begin_and_end_like_it() -> None:
    finished._pattern.cache_clear()
    translate_finished(MISSING, "ko")
    compared = finished._pattern.cache_info().currsize
    assert 0 < compared < len(finished._messages("ko")) / 5
