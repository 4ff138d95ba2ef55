"""Why a run ended, in a sentence."""

from signal import strsignal

import pytest

from visualizer.explain.ending import explain_end
from visualizer.model import End, EndReason
from visualizer.words import translate, written_table


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (
            End(EndReason.KILLED, exit_code=-2),
            f"The program was killed by signal 2 ({strsignal(2)}).",
        ),
        (End(EndReason.KILLED, exit_code=-99), "The program was killed by signal 99."),
        (End(EndReason.EXITED, exit_code=3), "The program exited with code 3."),
        (End(EndReason.EXITED), "The program exited with code ?."),
        (End(EndReason.STEP_LIMIT), "Stopped: step limit reached."),
    ],
)
def test_an_end_has_its_reason_and_code(end: End, said: str) -> None:
    found = explain_end(end)
    assert found is not None
    assert translate(found, written_table("en")) == said


@pytest.mark.parametrize("reason", [EndReason.FINISHED, EndReason.EXITED])
def test_a_program_that_ends_by_itself_needs_no_sentence(reason: EndReason) -> None:
    assert explain_end(End(reason, exit_code=0)) is None
