"""Sentences about `return`, `break` and `continue`."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program

JUMPS = ("jump-waits", "jump-waits-for-with", "break-ran", "continue-ran", "loop-else-skipped")
OPEN = "from contextlib import nullcontext\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "for n in 'ab':\n    try:\n        continue\n    finally:\n        m = n\n",
            [("jump-waits", "continue")] * 2,
        ),
        (
            "while 1:\n    try:\n        break\n    finally:\n        m = 1\nelse:\n    m = 2\n",
            [("jump-waits", "break"), ("loop-else-skipped", None)],
        ),
        (
            "try:\n    for n in 'ab':\n        break\nfinally:\n    m = 1\n",
            [("break-ran", None)],
        ),
        (
            "for n in 'a':\n    try:\n        m = 1\n    finally:\n        continue\n",
            [("continue-ran", None)],
        ),
        (
            f"{OPEN}for n in 'a':\n    with nullcontext():\n        continue\n",
            [("jump-waits-for-with", "continue")],
        ),
        (
            f"{OPEN}with nullcontext():\n    for n in 'a':\n        break\n",
            [("break-ran", None)],
        ),
        (
            "def f():\n    for n in 'a':\n        try:\n            return n\n"
            "        finally:\n            n = 1\nf()\n",
            [("jump-waits", "return")],
        ),
    ],
)
def test_a_jump_waits_for_the_blocks_that_it_leaves(
    text: str, said: list[tuple[str, str | None]], tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for _, all_ in all_ for one in all_ if one.key in JUMPS]
    assert [(one.key, dict(one.arguments).get("code")) for one in found] == said
