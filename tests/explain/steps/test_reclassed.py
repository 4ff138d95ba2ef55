"""An object whose class changes is still the same object, under another serial."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program

CLASSES = "class A:\n    n = 0\nclass B:\n    def turn(self): self.__class__ = A\n"


@pytest.mark.parametrize(
    "text",
    [
        "x = A()\nx.n = 5\nx.__class__ = B\nend = 1\n",
        "x, y = A(), 1\ny, x.__class__ = 2, B\nend = 1\n",
        "all_ = [A(), 1]\nall_[0].__class__ = B\nend = 1\n",
        "x = B()\nx.turn()\nend = 1\n",
        "def f(p):\n    p.__class__ = B\n    return p\nf(A())\n",
    ],
)
def test_no_object_is_freed_made_or_replaced(text: str, tmp_path: Path) -> None:
    path = record_unread(write_program(tmp_path, CLASSES + text)).path
    keys = [[one.key for one in said] for _, said in step_sentences(path)]
    (step,) = [one for one in keys if "class-changed" in one]
    wrong = ("freed", "object-", "block-used", "slot-now", "slot-refers")
    assert not [one for one in step if one.startswith(wrong)]
    renamed = [one for one in step if one.startswith(("name-now", "name-refers"))]
    assert renamed == ["name-now-refers"] * text.count("y, x.__class__")


def test_an_object_at_the_place_of_a_freed_one_is_another(tmp_path: Path) -> None:
    text = CLASSES + "x = A()\nx.n = 5\nx = None; x = B()\nend = 1\n"
    path = record_unread(write_program(tmp_path, text)).path
    keys = {one.key for _, said in step_sentences(path) for one in said}
    assert "class-changed" not in keys
