"""Complete English messages, translated: only those that may fit are compared in full."""

from visualizer.words import finished
from visualizer.words.finished import translate_finished


def test_it_translates_a_message_with_gaps() -> None:
    assert translate_finished("numpy is not installed", "en") == "numpy is not installed"
    assert "numpy" in (found := translate_finished("numpy is not installed", "ko"))
    assert "installed" not in found


def test_a_message_is_compared_only_with_those_that_begin_and_end_like_it() -> None:
    finished._pattern.cache_clear()
    translate_finished("numpy is not installed", "ko")
    compared = finished._pattern.cache_info().currsize
    assert 0 < compared < len(finished._messages("ko")) / 5
