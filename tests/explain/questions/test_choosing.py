"""The questions that suit a program."""

from pathlib import Path

import pytest

from tests.explain.questions.asking import recording_of, step_at
from visualizer.explain.questions.choosing import (
    KINDS,
    Difficulty,
    question_at,
    question_identity,
    questions_of,
)
from visualizer.explain.questions.giving_away import is_given_away
from visualizer.explain.questions.judging import judge
from visualizer.explain.questions.kinds import Kind
from visualizer.explain.questions.moment import line_effect_at
from visualizer.model import Delta, State
from visualizer.recording import Cursor, Recording

PROGRAM = """
    class Node:
        def __init__(self, value, next=None):
            self.value = value
            self.next = next

    def push(head, value):
        node = Node(value, head)
        return node

    head = None
    for value in [1, 2, 3]:
        head = push(head, value)
    other = head
    last = other.next
    while last.next is not None:
        last = last.next
    print(head.value + last.value)
    head = None
    copy = list("ab")
    again = copy
    print(len(again), copy)
"""


@pytest.mark.parametrize("difficulty", Difficulty)
def test_a_program_has_questions_of_several_kinds_none_twice(
    difficulty: Difficulty, tmp_path: Path
) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        found = questions_of(recording, difficulty, 12)
        kinds = {one.kind for one in found}
        assert len(kinds) > 1
        assert kinds <= {*KINDS[difficulty]}
        assert len({question_identity(one) for one in found}) == len(found)
        for one in found:
            assert judge(one, one.answer).is_right
            assert not is_given_away(one)


def test_no_more_than_are_wanted(tmp_path: Path) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        assert len(questions_of(recording, Difficulty.COUNTS, 2)) == 2


def test_no_output_of_many_lines_is_asked_for(tmp_path: Path) -> None:
    text = "print(*range(7, 10), sep='\\n')\nprint(*range(2, 6), sep='\\n')\nprint('-' * 121)\n"
    with recording_of(tmp_path, text) as recording:
        found = questions_of(recording, Difficulty.OUTPUT, 9)
    assert [(one.kind, one.answer) for one in found] == [(Kind.PRINTED, "7\n8\n9")]


def test_no_output_with_an_address_and_no_name_of_the_compiler_is_asked_for(tmp_path: Path) -> None:
    text = "a = [1]\nprint(iter(a))\nb = [*a, 2]\nprint(sum(n + 1 for n in b))\n"
    with recording_of(tmp_path, text) as recording:
        found = questions_of(recording, Difficulty.COUNTS, 9)
        names = [
            name
            for step in range(1, recording.steps + 1)
            if (effect := line_effect_at(recording, step)) is not None
            for name in effect.before.names
        ]
    assert {one.effect.code for one in found} == {"b = [*a, 2]", "print(sum(n + 1 for n in b))"}
    assert "n" in names
    assert ".0" not in names


def test_no_output_with_letters_that_only_the_program_knows_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    text = "name = '홍길동'\nprint(chr(0x394))\nprint(name[0])\nprint('가' * 2)\n"
    with recording_of(tmp_path, text) as recording:
        found = questions_of(recording, Difficulty.OUTPUT, 9)
    assert [one.effect.code for one in found] == ["print(name[0])", "print('가' * 2)"]


def test_no_long_number_that_the_program_does_not_show_is_asked_for(tmp_path: Path) -> None:
    text = """
        big = 1234567 * 8
        n = 2 ** 10
        print('total', big)
        print(0.1 + 0.2)
        print(n - 20)
        half = n / 1000000007
    """
    with recording_of(tmp_path, text) as recording:
        found = questions_of(recording, Difficulty.OUTPUT, 9)
    assert [one.effect.code for one in found] == [
        "n = 2 ** 10",
        "print('total', big)",
        "print(n - 20)",
    ]


@pytest.mark.parametrize("difficulty", Difficulty)
def test_no_question_is_about_a_method_of_a_class(difficulty: Difficulty, tmp_path: Path) -> None:
    text = """
        class Shop:
            count = []
            @staticmethod
            def __tax(): pass
            @property
            def open(self): pass
            @classmethod
            def make(cls): pass
    """
    with recording_of(tmp_path, text) as recording:
        assert questions_of(recording, difficulty, 9) == ()


def test_one_line_asks_no_question_twice(tmp_path: Path) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        step = step_at(recording, "other = head")
        first = question_at(recording, step, Difficulty.COUNTS)
        assert first is not None
        assert first.kind is Kind.COUNT
        second = question_at(recording, step, Difficulty.COUNTS, {question_identity(first)})
        assert second is None or question_identity(second) != question_identity(first)


@pytest.mark.parametrize("difficulty", Difficulty)
def test_a_line_that_spells_out_a_new_object_asks_nothing(
    difficulty: Difficulty, tmp_path: Path
) -> None:
    with recording_of(tmp_path, "a = [1]\nb = [2]\nc = {}\n") as recording:
        assert questions_of(recording, difficulty, 5) == ()


def test_a_new_object_with_others_or_equal_to_one_is_asked_for(tmp_path: Path) -> None:
    with recording_of(tmp_path, "a = [1]\nb = [a, a]\nc = [1]\n") as recording:
        found = [
            (one.effect.code, one.kind) for one in questions_of(recording, Difficulty.NAMES, 5)
        ]
    assert found == [("b = [a, a]", Kind.VALUE), ("c = [1]", Kind.SAME)]


def test_no_output_is_asked_for_that_an_earlier_answer_contains(tmp_path: Path) -> None:
    text = """
        def inner(n):
            print(n + 1)
        def outer(n):
            inner(n * 2)
        outer(4)
        inner(6)
    """
    with recording_of(tmp_path, text) as recording:
        found = questions_of(recording, Difficulty.OUTPUT, 9)
    assert [one.answer for one in found if one.kind is Kind.PRINTED] == ["9", "7"]


def test_a_value_is_asked_for_where_the_line_makes_it(tmp_path: Path) -> None:
    program = """
        seen = {"pear", "fig", "plum"}
        count = 1 + len(seen)
        x = 5
        y = 7
    """
    with recording_of(tmp_path, program) as recording:
        found = [
            (question.kind, question.names)
            for step in range(1, recording.steps + 1)
            if (question := question_at(recording, step, Difficulty.OUTPUT)) is not None
        ]
        assert found == [(Kind.VALUE, ("count",))]


def test_no_value_is_asked_for_that_comes_from_outside(tmp_path: Path) -> None:
    text = """
        import random
        a = random.randint(1, 6)
        b = a + 1
        print(random.random())
        if b: c = random.random()
        def thrown():
            if b:
                return random.randrange(10**6, 10**9)
        d = thrown()
        print(thrown())
    """
    with recording_of(tmp_path, text) as recording:
        asked = questions_of(recording, Difficulty.OUTPUT, 9)
    assert {one.effect.code.strip() for one in asked} == {"b = a + 1", "if b:"}


def test_the_way_on_from_a_head_is_asked_for_once_unless_chance_decides(tmp_path: Path) -> None:
    program = """
        import random
        n = 2
        while n > 0:
            if random.random() > 2:
                n = 0
            n -= 1
        while n < 0:
            n = 0
    """
    with recording_of(tmp_path, program) as recording:
        asked = [
            one.effect.code
            for one in questions_of(recording, Difficulty.OUTPUT, 9)
            if one.kind is Kind.NEXT
        ]
    assert asked == ["while n > 0:", "while n < 0:"]


def test_a_number_of_very_many_digits_is_no_fault(tmp_path: Path) -> None:
    program = """
        n = 1
        for i in range(1, 4):
            n = n * 10**2000
        print(len([n]))
    """
    with recording_of(tmp_path, program) as recording:
        for difficulty in Difficulty:
            for step in range(1, recording.steps + 1):
                question_at(recording, step, difficulty)
            assert questions_of(recording, difficulty, 9)


class Counted:
    """A recording that counts the read steps."""

    def __init__(self, recording: Recording) -> None:
        self._recording, self.read = recording, 0
        self.steps, self.sources, self.output = (
            recording.steps,
            recording.sources,
            recording.output,
        )

    def cursor(self) -> "CountedCursor":
        return CountedCursor(self, self._recording.cursor())


class CountedCursor:
    def __init__(self, run: Counted, cursor: Cursor) -> None:
        self._run, self._cursor = run, cursor

    def seek(self, step: int) -> State:
        self._run.read += abs(step - self._cursor.step)
        return self._cursor.seek(step)

    def delta(self, step: int) -> Delta:
        self._run.read += 1
        return self._cursor.delta(step)


@pytest.mark.parametrize(
    "text",
    [
        "def count(n):\n    if n < 400:\n        count(n + 1)\ncount(0)\n",
        "kept = []\nfor n in range(400):\n    kept.append(n)\n    last = kept[0]\n",
    ],
    ids=["recursion", "loop"],
)
def test_a_search_reads_each_step_a_few_times_whatever_the_program(
    tmp_path: Path, text: str
) -> None:
    with recording_of(tmp_path, text) as recording:
        run = Counted(recording)
        questions_of(run, Difficulty.COUNTS, 6)
        assert run.read < 40 * run.steps


def test_no_question_is_about_a_class_that_has_a_metaclass(tmp_path: Path) -> None:
    program = """
        from abc import ABC
        from collections.abc import Sequence
        class Shape(ABC): pass
        class Square(Shape): pass
        def total(given: Sequence[int]) -> Sequence[int]:
            return given
        total.__annotations__
        rows = list("ab")
        again = rows
    """
    with recording_of(tmp_path, program) as recording:
        found = [one for kind in Difficulty for one in questions_of(recording, kind, 12)]
        assert {name for one in found for name in one.names} == {"rows", "again"}
