"""Sentences about the items of a comprehension."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program
from visualizer.explain.sentence import Sentence

_OF_VALUE = ("value-passed", "item-taken", "item-left-out")


def _all_said(folder: Path, text: str) -> list[Sentence]:
    run = record_unread(write_program(folder, text))
    return [one for _, said in step_sentences(run.path) for one in said]


@pytest.mark.parametrize("brackets", ["[]", "{}", "()"])
def test_a_value_is_computed_only_for_the_items_that_are_taken(
    brackets: str, tmp_path: Path
) -> None:
    inside = "\n    n * 2\n    for n in range(4)\n    if n % 2 == 1\n"
    text = f"made = list({brackets[0]}{inside}{brackets[1]})\n"
    all_ = _all_said(tmp_path, text)
    found = [one for one in all_ if one.key in _OF_VALUE]
    tests = [one.key for one in found if one.key != "value-passed"]
    assert tests == ["item-left-out", "item-taken"] * 2
    assert {dict(one.arguments)["line"] for one in found if one.key == "value-passed"} == {2}
    # Left-out items pass the line without a value; a generator visits it once more per value.
    computed = [one for one in all_ if one.key == "ran-code" and one.arguments[0][1] == "n * 2"]
    assert len(computed) == (4 if brackets == "()" else 2)


@pytest.mark.parametrize("brackets", ["[]", "{}", "()"])
def test_a_line_that_takes_and_tests_an_item_judges_that_item(
    brackets: str, tmp_path: Path
) -> None:
    inside = "\n    n * 2\n    for n in range(5) if n % 2 == 1\n"
    found = _all_said(tmp_path, f"made = list({brackets[0]}{inside}{brackets[1]})\n")
    assert "value-passed" in [one.key for one in found]
    tests = [one.key for one in found if one.key in ("item-taken", "item-left-out")]
    # The recording does not have the item that a generator takes first.
    expected = ["item-left-out", "item-taken", "item-left-out", "item-taken", "item-left-out"]
    assert tests == ([] if brackets == "()" else expected)


@pytest.mark.parametrize(
    ("loops", "outcomes"),
    [
        ("for row in ([0, 1], [], [2])\n    for n in row if n", [False, True, True]),
        ("for n in (2, 2, 0) if seen.append(n) or n", []),
        ("for a in (1, 2)\n    for n in () if a", []),
    ],
)
def test_an_item_is_judged_only_where_the_names_after_the_step_decide(
    loops: str, outcomes: list[bool], tmp_path: Path
) -> None:
    found = _all_said(tmp_path, f"seen = []\nmade = [\n    n\n    {loops}\n]\n")
    said = [one.key for one in found if one.key.startswith("item-")]
    keys = {True: "item-taken-value", False: "item-left-out-value"}
    assert said == [keys[one] for one in outcomes]


def test_a_comprehension_without_conditions_passes_no_value(tmp_path: Path) -> None:
    """From Python 3.14 on, making the empty list is a step at the line of the value."""
    text = "made = [n\n    for n in zip('ab', 'cd')]\n"
    assert "value-passed" not in [one.key for one in _all_said(tmp_path, text)]


def test_the_end_of_an_inner_loop_computes_no_value(tmp_path: Path) -> None:
    text = "made = [\n    n\n    for row in [[1], [2]]\n    for n in row\n]\n"
    found = _all_said(tmp_path, text)
    ran = [dict(one.arguments)["code"] for one in found if one.key == "ran-code"]
    assert ran.count("n") == 2
    # Until Python 3.14 the end of the inner loop visits the line of the value.
    assert len([one for one in found if one.key == "value-passed"]) in (0, 2)


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ("[n for n in (1, 2, 3) if n > 1]", ["item-left-out", "item-taken", "item-taken"]),
        ("{n for n in (1, 2, 3) if n > 1}", ["item-left-out", "item-taken", "item-taken"]),
        ("{n: n for n in (1, 2, 3) if n > 1}", ["item-left-out", "item-taken", "item-taken"]),
        ("[n for row in ([1, 0, 1],) for n in row if n > 1]", ["item-left-out"] * 3),
        ("[n for n in (1, 2, 3)]", []),
        ("[[n for n in (1, 2) if n > 1] for m in (1, 2)]", []),
    ],
)
def test_the_result_on_one_line_shows_which_items_are_taken(
    code: str, keys: list[str], tmp_path: Path
) -> None:
    for text in (f"made = {code}\n", f"def f():\n    return {code}\nf()\n"):
        found = _all_said(tmp_path, text)
        assert [one.key for one in found if one.key in _OF_VALUE] == keys


def test_a_condition_on_the_first_line_of_a_statement_has_its_outcome(tmp_path: Path) -> None:
    found = _all_said(tmp_path, "made = [n for row in ([1], []) if row\n    for n in row]\n")
    assert [one.key for one in found if one.key[:5] == "item-"] == ["item-taken-value"]


@pytest.mark.parametrize("begin", ["\n", ""])
@pytest.mark.parametrize("brackets", ["[]", "{}", "()"])
def test_the_end_of_an_inner_loop_on_its_own_line_has_a_sentence(
    brackets: str, begin: str, tmp_path: Path
) -> None:
    inside = f"{begin}    n\n    for row in ([1], [], [2], [])\n    if row\n    for n in row\n"
    found = _all_said(tmp_path, f"made = list({brackets[0]}{inside}{brackets[1]})\n")
    over = [dict(one.arguments) for one in found if one.key == "inner-loop-over"]
    assert over == [{"code": "n"}] * 2


def test_the_end_of_an_inner_loop_on_one_line_has_a_sentence(tmp_path: Path) -> None:
    for code, times in (
        ("[n for row in [[1], [], [2]] for n in row]", 3),
        ("[n for row in [[1, 1], [2]] for n in row if n > 1]", 2),
        ("{n for row in [[1, 1], [1]] for n in row}", 2),
    ):
        found = _all_said(tmp_path, f"made = {code}\n")
        ends = [dict(one.arguments) for one in found if one.key == "inner-loop-over"]
        assert ends == [{"code": "n"}] * times


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ("{n for n in (1, 1, 2)}", ["result-has-item"]),
        ("{n % 2: 5 for n in (1, 3)}", ["result-has-key"]),
        ("{1: n for n in (1, 3)}", []),
        ("{n for n in (5, 5, 1) if n > 1}", ["result-stays", "item-left-out"]),
        (
            "(top := 9) and {(top := n) % 2 for n in (5, 3, 1) if top > 4}",
            ["result-stays", "item-left-out"],
        ),
        ("{n\n for n in (5, 5)}", []),
        ("[n for n in (5, 5)]", []),
        ("[n for row in ([1, 2],) for n in row if n > 1]", ["item-left-out"]),
        (
            "[n for row in ((1, 2), (2, 1)) for n in row if n > 2]",
            ["item-left-out"] * 2 + ["result-stays", "item-left-out"],
        ),
        ("[n for a in range(2) for n in range(2) if n > 1]", ["item-left-out"] * 4),
        ("[n for a in (1, 2) for b in (1, 2) for n in (1, 2) if n > 1]", ["item-left-out"] * 4),
        ("[n for row in ([1, 2],) for n in row if (lambda m: m > 2)(n)]", ["result-stays"] * 2),
        ("[n for row in ([1],) for n in row if [n] == (lambda m: m)(n)]", ["result-stays"]),
    ],
)
def test_an_item_that_a_set_or_dict_already_has_gets_a_sentence(
    code: str, keys: list[str], tmp_path: Path
) -> None:
    found = _all_said(tmp_path, f"made = {code}\n")
    said = ("result-has-item", "result-has-key", "result-stays", "item-left-out")
    assert [one.key for one in found if one.key in said] == keys


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("for n in [m for m in (1, 2)]: n += 1", {"for-next", "for-over"}),
        ("a = [m for m in (1, 2)]; b = 1", {"did-several"}),
    ],
)
def test_no_statement_of_a_line_is_described_before_its_comprehension_is_over(
    line: str, keys: set[str], tmp_path: Path
) -> None:
    steps = [
        {one.key for one in all_}
        for _, all_ in step_sentences(
            record_unread(write_program(tmp_path, f"{line}\npass\n")).path
        )
    ]
    going_on = [found for found in steps if "line-goes-on" in found]
    assert len(going_on) == 2
    assert all(keys.isdisjoint(found) for found in going_on)
    assert keys <= set().union(*steps)


def test_a_result_is_complete_before_the_call_that_takes_it_prints_it(tmp_path: Path) -> None:
    all_ = _all_said(tmp_path, "print([\n    n\n    for n in (1, 2)\n])\n")
    order = ["result-done", "printed-text"]
    assert [one.key for one in all_ if one.key in order] == order


def test_a_line_that_still_runs_has_its_sentence_before_that_about_the_result(
    tmp_path: Path,
) -> None:
    order = ["line-goes-on", "result-begun"]
    found = [one.key for one in _all_said(tmp_path, "a = [n for n in (1, 2)]\n")]
    assert [one for one in found if one in order][:2] == order


def test_a_comprehension_names_an_item_before_it_tests_and_stores_it(tmp_path: Path) -> None:
    text = "a = [m for m in (1, 2) if m > 1]\npass\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    steps = [[one.key for one in said] for _, said in all_]
    [first, second] = [said for said in steps if "line-goes-on" in said]
    assert first[:4] == ["line-goes-on", "result-begun", "name-new", "item-left-out"]
    assert second[:3] == ["line-goes-on", "name-now-refers", "item-taken"]


def test_a_condition_is_judged_though_an_iterator_beneath_another_moves(tmp_path: Path) -> None:
    text = "q = ['aa']\na = [n for w in q for n, c in enumerate(w) if c == 'b']\npass\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, said in all_ for one in said]
    assert keys.count("item-left-out") == 2
    assert "result-stays" not in keys


@pytest.mark.parametrize(
    "text", ["a = (n\n     for n in (1, 2))\nb = [*a]\n", "a = lambda: [\n    id,\n    max]\na()\n"]
)
def test_a_statement_that_has_ended_does_not_continue_when_its_expression_runs(
    text: str, tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    inner = [said for step, said in all_ if step.function in ("<genexpr>", "<lambda>")]
    keys = [one.key for said in inner for one in said if "-goes-" in one.key]
    assert keys.count("expression-goes-to") >= 1
    assert "statement-goes-on" not in keys
