"""The effects of a line, and the recording's answers to each kind of question."""

from pathlib import Path

import pytest

from tests.explain.questions.asking import asked, moment, recording_of, step_at
from visualizer.explain.questions.kinds import NEW, Kind, Way, answer_as_json, make_question
from visualizer.explain.questions.moment import line_effect_at
from visualizer.explain.questions.wording import choice_text
from visualizer.explain.recorded_values import Undecidable
from visualizer.model import own_attributes

NAMES = """
    import sys
    a = [1, 2]
    b = a
    c = a[:]
    d = [9]
    a = None
    print(sys.getrefcount(b) - 1, b == c)
    b = None
    n = 5
"""

WAYS = """
    n = 3
    if n > 4:
        pass
    elif n > 2:
        n = 3
    while n:
        n -= 1
    for one in []:
        print(one)
    if n: n = 9
    def last():
        if n == 0:
            pass
    last()
    if n.none:
        pass
"""


def test_a_count_is_the_one_the_program_would_read(tmp_path: Path) -> None:
    program = """
        import sys
        class Car: pass
        def drive(car):
            mine = [car, car]
            return sys.getrefcount(car)
        first = Car()
        cars = [first]
        second = first
        print(sys.getrefcount(first) - 1)
    """
    with recording_of(tmp_path, program) as recording:
        question = asked(recording, Kind.COUNT, "second = first", "first")
        assert question.answer == int(recording.output("stdout"))
        assert question.proof == question.step + 1
        inside = asked(recording, Kind.COUNT, "first = Car()", "first")
        assert inside.answer == 1


def test_a_name_refers_to_an_existing_object_or_to_a_new_one(tmp_path: Path) -> None:
    with recording_of(tmp_path, NAMES) as recording:
        there = asked(recording, Kind.REFERS, "b = a", "b")
        assert there.answer == there.effect.before.names["a"]
        assert there.answer in there.choices
        assert asked(recording, Kind.REFERS, "c = a[:]", "c").answer == NEW
        assert answer_as_json(there) == "[1, 2]"


@pytest.mark.parametrize(
    ("code", "names", "answer"),
    [
        ("b = a", ("a", "b"), "same"),
        ("c = a[:]", ("a", "c"), "equal"),
        ("d = [9]", ("a", "d"), "different"),
    ],
)
def test_two_names_are_the_same_equal_or_different(
    code: str, names: tuple[str, str], answer: str, tmp_path: Path
) -> None:
    with recording_of(tmp_path, NAMES) as recording:
        assert asked(recording, Kind.SAME, code, *names).answer == answer


def test_equality_of_objects_with_their_own_eq_is_not_asked(tmp_path: Path) -> None:
    program = """
        class Odd:
            def __eq__(self, other):
                return True
        a, b = Odd(), Odd()
        nan = float("nan")
        x, y = [nan], [nan]
    """
    with recording_of(tmp_path, program) as recording:
        for code, names in (("a, b = Odd(), Odd()", "ab"), ("x, y = [nan], [nan]", "xy")):
            with pytest.raises(Undecidable):
                asked(recording, Kind.SAME, code, *names)


def test_the_output_of_a_line_includes_that_of_its_calls(tmp_path: Path) -> None:
    program = """
        def shout(text):
            print(text.upper())
            return len(text)
        total = shout("hi") + shout("you")
        print("total", total)
        quiet = 1
    """
    with recording_of(tmp_path, program) as recording:
        both = asked(recording, Kind.PRINTED, 'total = shout("hi") + shout("you")')
        assert both.answer == "HI\nYOU"
        assert asked(recording, Kind.PRINTED, 'print("total", total)').answer == "total 5"
        with pytest.raises(Undecidable):
            asked(recording, Kind.PRINTED, "quiet = 1")


@pytest.mark.parametrize(
    ("code", "time", "answer"),
    [
        ("if n > 4:", 1, Way.PAST),
        ("elif n > 2:", 1, Way.INSIDE),
        ("while n:", 1, Way.INSIDE),
        ("while n:", 4, Way.PAST),
        ("for one in []:", 1, Way.PAST),
        ("if n == 0:", 1, Way.INSIDE),
    ],
)
def test_a_head_goes_into_its_block_or_past_it(
    code: str, time: int, answer: Way, tmp_path: Path
) -> None:
    with recording_of(tmp_path, WAYS) as recording:
        question = make_question(Kind.NEXT, moment(recording, code, time))
        assert question.answer == answer


@pytest.mark.parametrize("code", ["if n: n = 9", "n = 3", "if n.none:"])
def test_a_line_with_one_way_or_an_error_asks_for_no_way(code: str, tmp_path: Path) -> None:
    with recording_of(tmp_path, WAYS) as recording, pytest.raises(Undecidable):
        asked(recording, Kind.NEXT, code)


def test_a_death_concerns_an_object_that_existed_before(tmp_path: Path) -> None:
    with recording_of(tmp_path, NAMES) as recording:
        assert asked(recording, Kind.DIES, "a = None").answer == frozenset()
        last = asked(recording, Kind.DIES, "b = None")
        assert last.answer == frozenset({last.effect.before.names["b"]})
        assert answer_as_json(last) == ["list [1, 2]"]


def test_a_drawing_has_an_arrow_for_each_name_of_the_frame(tmp_path: Path) -> None:
    with recording_of(tmp_path, NAMES) as recording:
        question = asked(recording, Kind.DRAW, "c = a[:]")
        there = question.effect.before.names["a"]
        assert dict(question.answer) == {"a": there, "b": there, "c": NEW}  # type: ignore[arg-type]


def test_an_immortal_object_has_no_count_to_ask_for(tmp_path: Path) -> None:
    with recording_of(tmp_path, NAMES) as recording:
        with pytest.raises(Undecidable):
            asked(recording, Kind.COUNT, "n = 5", "n")
        with pytest.raises(Undecidable):
            asked(recording, Kind.COUNT, "n = 5", "missing")


def test_a_line_of_several_steps_is_one_moment(tmp_path: Path) -> None:
    program = """
        names = ["a", "b", "c"]
        upper = [name.upper() for name in names]
        total = sum(
            len(name)
            for name in names
        )
        print(upper)
    """
    with recording_of(tmp_path, program) as recording:
        first = step_at(recording, "upper = [name.upper() for name in names]")
        whole = line_effect_at(recording, first)
        assert whole is not None
        assert "upper" in whole.after.names
        # In the middle of a comprehension no line begins.
        for step in range(first + 1, whole.after.number):
            assert line_effect_at(recording, step) is None
        long = moment(recording, "total = sum(")
        assert "total" in long.after.names


def test_the_code_of_a_question_ends_with_the_head(tmp_path: Path) -> None:
    text = """
        n = 1
        if (n
            and n > 0  # both
        ):

            # The body.
            n = 2
    """
    with recording_of(tmp_path, text) as recording:
        code = moment(recording, "if (n").code
    assert code.split("\n")[1:] == ["    and n > 0  # both", "):"]


def test_a_line_that_raises_ends_with_the_exception(tmp_path: Path) -> None:
    program = """
        def fail():
            raise ValueError("no")
        try:
            fail()
        except ValueError as error:
            print(error)
    """
    with recording_of(tmp_path, program) as recording:
        assert moment(recording, "fail()").after.state.step.event == "exception"  # type: ignore[union-attr]


def test_a_return_ends_with_its_frame_still_there(tmp_path: Path) -> None:
    program = """
        def last(items):
            found = items[-1]
            return found
        print(last([[1], [2]]))
    """
    with recording_of(tmp_path, program) as recording:
        question = asked(recording, Kind.COUNT, "found = items[-1]", "found")
        assert question.answer == 2
        assert "found" in moment(recording, "return found").after.own


def test_a_line_of_more_steps_than_asked_for_is_nobodys_question(tmp_path: Path) -> None:
    program = """
        def count(n):
            for i in range(n):
                pass
        count(100)
    """
    with recording_of(tmp_path, program) as recording:
        step = step_at(recording, "count(100)")
        assert line_effect_at(recording, step, most=50) is None
        assert line_effect_at(recording, step) is not None


def test_a_line_during_which_another_thread_runs_is_nobodys_question(tmp_path: Path) -> None:
    program = """
        import threading
        may_go, done = threading.Event(), []
        def work():
            may_go.wait()
            done.append(1)
            may_go.clear()
        helper = threading.Thread(target=work)
        helper.start()
        may_go.set(); helper.join()
        print(done)
    """
    with recording_of(tmp_path, program) as recording:
        code = "may_go.set(); helper.join()"
        assert line_effect_at(recording, step_at(recording, code)) is None
        assert line_effect_at(recording, step_at(recording, "print(done)")) is not None


def test_a_loop_without_a_head_that_runs_is_not_taken_for_one_line(tmp_path: Path) -> None:
    program = """
        def halves(n):
            while True:
                n, rest = ([x // 2 for x in [n]][0], 1 // n)
        try:
            halves(5)
        except ZeroDivisionError:
            print("done")
    """
    with recording_of(tmp_path, program) as recording:
        code = "n, rest = ([x // 2 for x in [n]][0], 1 // n)"
        assert line_effect_at(recording, step_at(recording, code)) is None


def test_a_value_that_nobody_can_type_is_not_asked_for(tmp_path: Path) -> None:
    program = """
        class Car: pass
        car = Car()
        third = 1 / 3
        many = list(range(40))
        nan = float("nan")
        huge = 10 ** 5000
        complex_ = complex(-0.0, 2)
        frozen = frozenset((1, 2))
        text = "한글" * 2
    """
    with recording_of(tmp_path, program) as recording:
        asked_for = {
            "car": "Car()",
            "many": "list(range(40))",
            "nan": 'float("nan")',
            "huge": "10 ** 5000",
            "complex_": "complex(-0.0, 2)",
            "frozen": "frozenset((1, 2))",
        }
        for name, made in asked_for.items():
            with pytest.raises(Undecidable):
                asked(recording, Kind.VALUE, f"{name} = {made}", name)
        assert asked(recording, Kind.VALUE, 'text = "한글" * 2', "text").answer == "'한글한글'"


def test_among_several_there_is_more_than_the_answer_to_choose(tmp_path: Path) -> None:
    program = """
        def twice(x):
            return 2 * x
        y = 5
        z = twice(y)
    """
    with recording_of(tmp_path, program) as recording:
        question = asked(recording, Kind.REFERS, "z = twice(y)", "z")
        assert question.answer == NEW
        assert question.choices == (question.effect.before.names["y"],)


def test_internal_data_of_library_objects_is_no_choice(tmp_path: Path) -> None:
    program = """
        import argparse
        parser = argparse.ArgumentParser(prog="x")
        shelf = [parser]
    """
    with recording_of(tmp_path, program) as recording:
        question = asked(recording, Kind.REFERS, "shelf = [parser]", "shelf")
        assert question.choices == (question.effect.before.names["parser"],)


def test_library_data_in_an_object_of_the_program_is_no_choice(tmp_path: Path) -> None:
    program = """
        from threading import Thread
        class Worker(Thread): pass
        worker = Worker()
        worker.jobs = []
        shelf = [worker]
    """
    with recording_of(tmp_path, program) as recording:
        question = asked(recording, Kind.REFERS, "shelf = [worker]", "shelf")
        before = question.effect.before
        worker = before.heap[before.names["worker"]]
        jobs = dict(own_attributes(worker, before.heap))["jobs"]
        assert question.choices == (worker.serial, jobs)
        answer = asked(recording, Kind.DRAW, "worker = Worker()").answer
        assert answer == (("worker", NEW),)


def test_a_drawing_has_the_arrows_that_a_line_has_moved_inside_of_objects(tmp_path: Path) -> None:
    program = """
        class Node: pass
        left, right = Node(), Node()
        left.other = right
        pair = [left, 5, right]
        book = {"l": left}
        pair[0] = right
        right.other = [left]
    """
    with recording_of(tmp_path, program) as recording:
        names = moment(recording, "right.other = [left]").before.names
        left, right, pair, book = (names[one] for one in ("left", "right", "pair", "book"))

        def drawn(code: str) -> dict[str, int]:
            answer = asked(recording, Kind.DRAW, code).answer
            assert isinstance(answer, tuple)
            return dict(answer)

        both = {"left": left, "right": right}
        assert drawn("left.other = right") == both | {"left.other": right}
        made = {"pair": NEW, "pair[0]": left, "pair[2]": right}
        assert drawn("pair = [left, 5, right]") == both | made
        assert drawn('book = {"l": left}')["book['l']"] == left
        all_ = both | {"pair": pair, "book": book}
        assert drawn("pair[0] = right") == all_ | {"pair[0]": right}
        assert drawn("right.other = [left]") == all_ | {"right.other": NEW}


def test_no_two_wrong_choices_look_alike(tmp_path: Path) -> None:
    program = """
        grid = [[0], [0], [1], [1]]
        row = grid[2]
    """
    with recording_of(tmp_path, program) as recording:
        question = asked(recording, Kind.REFERS, "row = grid[2]", "row")
        looks = [choice_text(question, one).arguments for one in question.choices]
        assert question.answer in question.choices
        said = [dict(one)["what"] for one in looks]
        assert (said.count("[0]"), said.count("[1]")) == (1, 1)
