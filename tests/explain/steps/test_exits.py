"""Sentences about SystemExit, which ends a program without an error."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program
from visualizer.explain.sentence import Sentence


def raised(tmp_path: Path, text: str) -> tuple[Sentence, ...]:
    """Return the sentences for the first step that raises an exception."""
    all_ = step_sentences(record_unread(write_program(tmp_path, "import sys\n" + text)).path)
    return next(said for step, said in all_ if step.exception is not None)


@pytest.mark.parametrize(
    ("line", "key", "gap"),
    [
        ("sys.exit()", "exit-with-code", {"code": "0"}),
        ("sys.exit(None)", "exit-with-code", {"code": "0"}),
        ("sys.exit(3)", "exit-with-code", {"code": "3"}),
        ("sys.exit(True)", "exit-with-code", {"code": "1"}),
        ("raise SystemExit", "exit-with-code", {"code": "0"}),
        ("sys.exit('no\\nmore')", "exit-with-message", {"text": "no more"}),
        ("sys.exit([1])", "exit-with-message", {"text": "[1]"}),
        ("raise SystemExit(1, 2)", "exit-with-message", {"text": "(1, 2)"}),
    ],
)
def test_it_ends_the_program_with_a_code_or_a_message(
    line: str, key: str, gap: dict[str, str], tmp_path: Path
) -> None:
    said = raised(tmp_path, f"def stop():\n    {line}\nstop()\n")
    found = {one.key: dict(one.arguments) for one in said}
    assert found[key] == gap
    assert "ran-code" in found
    assert "raised-exception" not in found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("try:\n    sys.exit()\nexcept ValueError:\n    pass\n", "exit-with-code"),
        ("try:\n    sys.exit()\nfinally:\n    pass\n", "exit-with-code"),
        ("try:\n    sys.exit()\nexcept SystemExit:\n    pass\n", "raised-exception"),
        ("try:\n    sys.exit()\nexcept:\n    pass\n", "raised-exception"),
        (
            "def a(): sys.exit()\ntry:\n    a()\nexcept (KeyError, BaseException):\n    pass\n",
            "raised-exception",
        ),
    ],
)
def test_it_may_be_caught(text: str, key: str, tmp_path: Path) -> None:
    assert key in {one.key for one in raised(tmp_path, text)}


def test_a_line_that_needs_a_value_did_not_finish(tmp_path: Path) -> None:
    assert "unfinished-code" in {one.key for one in raised(tmp_path, "a = sys.exit()\n")}
