"""Sentences about iterators that advance."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import program_version, record_unread, write_program

_BY_INDEX = ("str `a`", "list `a`")
"""From 3.15 on a loop over these has no iterator (Python/bytecodes.c, ``GET_ITER``)."""
_ALL = {"iterator-moved", "iterator-moved-in", "iterator-at-end", "iterator-ended"}


@pytest.mark.parametrize(
    ("text", "keys", "over"),
    [
        ("a = 'xy'\nfor n in a: pass\n", ["iterator-at-end"], "str `a`"),
        ("a = [7, 8, 9]\nfor n in a: pass\n", ["iterator-moved", "iterator-at-end"], "list `a`"),
        ("a = {1: 2, 3: 4}\nfor n in a.items(): pass\n", ["iterator-at-end"], "dict `a`"),
        (
            "a = {1: 2, 3: 4, 5: 6}\nfor n in a: pass\n",
            ["iterator-moved-in", "iterator-at-end"],
            "dict `a`",
        ),
        (
            "for n in reversed([7, 8, 9]): pass\n",
            ["iterator-moved", "iterator-at-end"],
            "list [7, 8, 9]",
        ),
    ],
)
def test_an_iterator_is_described_by_its_container_and_has_an_end(
    text: str, keys: list[str], over: str, tmp_path: Path
) -> None:
    run = record_unread(write_program(tmp_path, text))
    found = [one for _, all_ in step_sentences(run.path) for one in all_ if one.key in _ALL]
    if program_version() >= (3, 15) and over in _BY_INDEX:
        assert not found
        return
    assert [one.key for one in found] == keys
    assert {dict(one.arguments)["over"] for one in found} == {over}
    assert {one.level for one in found} == {2}


def test_an_iterator_with_a_name_is_described_at_every_level(tmp_path: Path) -> None:
    text = "a = enumerate('xy')\nnext(a)\nb = iter([1, 2])\nnext(b)\nnext(b)\n"
    run = record_unread(write_program(tmp_path, text))
    found = [one for _, all_ in step_sentences(run.path) for one in all_ if one.level == 1]
    said = [(one.key, dict(one.arguments)["holder"]) for one in found if "-moved" in one.key]
    assert said == [("enumerate-moved", "enumerate `a`"), ("iterator-moved", "list_iterator `b`")]
    assert any(one.key == "iterator-at-end" for one in found)


def test_an_iterator_over_a_dict_that_grew_is_not_at_its_end(tmp_path: Path) -> None:
    text = "a = {1: 2, 3: 4, 5: 6}\nfor n in a:\n    a[n + 1] = 0\n"
    run = record_unread(write_program(tmp_path, text))
    assert not any(
        one.key == "iterator-at-end" for _, all_ in step_sentences(run.path) for one in all_
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a = (n for n in 'xy')", ["a"]),
        ("a = iter([7])", ["a"]),
        ("a = map(str, [7])", ["a"]),
        ("a = enumerate(zip([7], [8]))", ["a"]),
        ("a = [7]", []),
        ("from itertools import chain\na = chain([7], [8])", []),
        ("a = reversed((iter([]), 1, 2))\nn = [*a]\na = [7]", []),
        ("async def f(): pass\nimport asyncio\na = f()\nasyncio.run(a)\nprint(a)\na = [7]", []),
        ("a = iter([7])\nn = [\n    n\n    for n in a\n]\na = [7]", []),
        ("a = iter([7])\nn = [n for n in a]\na = [7]", []),
        ("a = iter([7])\nn = sum(n for n in a)\na = [7]", []),
        ("def f(n): return n\na = iter([7])\nn = [f(n) for n in a]\na = [7]", []),
        ("a = iter([])\nn = list(zip(a, a))\na = [7]", ["a"]),
        ("a = iter([7])\nb = iter([])\nlist(a)\nn = [*a], list(b)\na = [7]", ["a", "b"]),
        ("a, b = iter([]), [[7]]\nn = [list(a) for a in b]\na = [7]", []),
        ("b = []\na = iter(b)\nn = b.append(7), [*a]\na = b", []),
    ],
)
def test_a_line_that_uses_an_iterator_again_says_that_it_has_no_more_values(
    line: str, said: list[str], tmp_path: Path
) -> None:
    text = f"{line}\nfor n in a: pass\nb = list(a)\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for _, sentences in all_ for one in sentences if one.key == "values-exhausted"]
    assert [dict(one.arguments)["code"] for one in found] == said
