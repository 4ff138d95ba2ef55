"""The judgement of an answer, and the explanation of a wrong one."""

from pathlib import Path

import pytest

from tests.explain.questions.asking import asked, recording_of
from visualizer.explain.questions.judging import judge
from visualizer.explain.questions.kinds import NEW, Answer, Kind, Question, Way
from visualizer.words import translate, written_table

PROGRAM = """
    a = [1]
    b = a
    c = [a, b]
    d = list(a)
    print(len(c), d)
    if len(a) > 1:
        pass
    c = None
    a = None
"""


def said(question: Question, given: Answer) -> str:
    """Return all sentences about an answer, in English."""
    verdict = judge(question, given)
    words = written_table("en")
    return " ".join(translate(one, words) for one in verdict.explanations)


@pytest.mark.parametrize(
    ("kind", "code", "names"),
    [
        (Kind.COUNT, "c = [a, b]", ("a",)),
        (Kind.VALUE, "c = [a, b]", ("c",)),
        (Kind.REFERS, "b = a", ("b",)),
        (Kind.REFERS, "d = list(a)", ("d",)),
        (Kind.PRINTED, "print(len(c), d)", ()),
        (Kind.SAME, "d = list(a)", ("a", "d")),
        (Kind.DIES, "c = None", ()),
        (Kind.DRAW, "b = a", ()),
        (Kind.NEXT, "if len(a) > 1:", ()),
    ],
)
def test_the_answer_of_the_recording_is_right(
    kind: Kind, code: str, names: tuple[str, ...], tmp_path: Path
) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        question = asked(recording, kind, code, *names)
        verdict = judge(question, question.answer)
        assert verdict.is_right
        assert verdict.explanations


def test_an_answer_about_the_next_line_gets_the_line_and_its_values(tmp_path: Path) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        question = asked(recording, Kind.NEXT, "if len(a) > 1:")
        right = "The block below is skipped. Before the line `a` was `[1]`."
        assert said(question, Way.PAST) == said(question, Way.INSIDE) == right
        assert not judge(question, Way.INSIDE).is_right


def test_a_wrong_count_gets_the_references_that_it_would_take(tmp_path: Path) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        question = asked(recording, Kind.COUNT, "c = [a, b]", "a")
        assert question.answer == 4
        assert "For 6, 2 more references would have to lead to it" in said(question, 6)
        few = said(question, 3)
        assert "For 3, one of these references would have to be gone" in few
        assert "name `a`" in few
        assert "`[0], [1]` of list" in few


def test_a_wrong_object_gets_the_line_that_would_lead_there(tmp_path: Path) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        question = asked(recording, Kind.REFERS, "d = list(a)", "d")
        wrong = question.effect.before.names["c"]
        told = said(question, wrong)
        assert "if the line were `d = c`" in told
        assert "a new object" in told
        new = asked(recording, Kind.REFERS, "b = a", "b")
        assert "only if the line created one" in said(new, NEW)


def test_wrong_output_gets_the_place_of_the_difference(tmp_path: Path) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        question = asked(recording, Kind.PRINTED, "print(len(c), d)")
        assert "line 1, at character 3" in said(question, "2 x")
        assert judge(question, "2 [1]  \n").is_right
        assert "prints one line" in said(question, "2 [1]\nmore")


def test_a_wrong_answer_about_identity_gets_the_line_that_would_have_to_run(tmp_path: Path) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        question = asked(recording, Kind.SAME, "d = list(a)", "a", "d")
        assert "`d = a`" in said(question, "same")
        assert "two objects with equal values" in said(question, "different")


def test_a_wrong_answer_about_deaths_gets_the_holder_or_the_releaser(tmp_path: Path) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        question = asked(recording, Kind.DIES, "c = None")
        lives = question.effect.before.names["a"]
        told = said(question, frozenset({lives}))
        assert "lives on" in told
        assert "name `a`" in told
        assert "the last reference was `c`" in told


def test_a_drawing_is_judged_arrow_by_arrow(tmp_path: Path) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        question = asked(recording, Kind.DRAW, "b = a")
        there = question.effect.before.names["a"]
        assert judge(question, (("b", there), ("a", there))).is_right
        told = said(question, (("a", NEW), ("z", there)))
        assert "`a` would refer to a new object only if" in told
        assert "The arrow of `b` is missing" in told
        assert "no name `z`" in told


VALUES = """
    price = 7
    count = price + 3
    name = "tea" * 2
    kinds = {price, count}
    for k in [1]:
        half = price / 2
    price += 1
    rows = [[price] * 2]
"""


@pytest.mark.parametrize(
    ("code", "name", "given"),
    [
        ("count = price + 3", "count", " 10 "),
        ('name = "tea" * 2', "name", '"teatea"'),
        ("kinds = {price, count}", "kinds", "{10,7}"),
        ("half = price / 2", "half", "3.50"),
        ("rows = [[price] * 2]", "rows", "[[8,8]]"),
    ],
)
def test_a_value_may_be_written_in_any_way_that_python_reads(
    code: str, name: str, given: str, tmp_path: Path
) -> None:
    with recording_of(tmp_path, VALUES) as recording:
        assert judge(asked(recording, Kind.VALUE, code, name), given).is_right


@pytest.mark.parametrize(
    ("code", "name", "given", "told"),
    [
        ("count = price + 3", "count", "11", "For `count` to be `11`, the line would have to"),
        ("count = price + 3", "count", "10.0", "`10.0` is of the type `float`"),
        ("count = price + 3", "count", "price", "`price` is not written like a value"),
        (
            'name = "tea" * 2',
            "name",
            "teatea",
            "In a program, text is written in quotes: `'teatea'`",
        ),
        ("price += 1", "price", "7", "`price` would still be `7` if this line did not"),
        ("rows = [[price] * 2]", "rows", "[[8.0, 8]]", "For `rows` to be `[[8.0, 8]]`"),
    ],
)
def test_a_wrong_value_gets_the_condition_for_it(
    code: str, name: str, given: str, told: str, tmp_path: Path
) -> None:
    with recording_of(tmp_path, VALUES) as recording:
        question = asked(recording, Kind.VALUE, code, name)
        assert not judge(question, given).is_right
        assert told in said(question, given)


def test_the_values_that_the_line_read_prove_its_value(tmp_path: Path) -> None:
    with recording_of(tmp_path, VALUES) as recording:
        question = asked(recording, Kind.VALUE, "price += 1", "price")
        told = said(question, "8")
        assert told == "After the line `price` is `8`. Before the line `price` was `7`."


NESTED = 'nested = [{1, 2}, {"b": {3}, "a": 1.0}]'
ODD = """
    words = {"a"}
    result = words.add("kiwi")
    z = 3
    lam = (lambda z: z + 1)(5)
    many = [z * 2 for z in words if z] + [z]
    nested = [{1, 2}, {"b": {3}, "a": 1.0}]
"""


@pytest.mark.parametrize(
    ("code", "name", "given", "right"),
    [
        ('result = words.add("kiwi")', "result", "foo", False),
        ('result = words.add("kiwi")', "result", "None", True),
        (NESTED, "nested", "[{2,1},{'a':1.0,'b':{3}}]", True),
        (NESTED, "nested", "[{2,1},{'a':1,'b':{3}}]", False),
        (
            NESTED,
            "nested",
            "[{True, 2},{'a':1.0,'b':{3}}]",
            False,
        ),
        (NESTED, "nested", "'\\d'", False),
    ],
)
def test_odd_values_are_held_to_their_types_and_not_to_an_order(
    code: str, name: str, given: str, right: bool, tmp_path: Path
) -> None:
    with recording_of(tmp_path, ODD) as recording:
        question = asked(recording, Kind.VALUE, code, name)
        assert judge(question, given).is_right is right
        assert right or judge(question, given).explanations


def test_names_in_a_called_lambda_are_not_read_by_the_line(tmp_path: Path) -> None:
    with recording_of(tmp_path, ODD) as recording:
        told = said(asked(recording, Kind.VALUE, "lam = (lambda z: z + 1)(5)", "lam"), "6")
        assert told == "After the line `lam` is `6`."
