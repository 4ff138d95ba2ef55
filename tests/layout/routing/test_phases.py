"""A phase reuses decisions whose inputs are unchanged."""

from visualizer.layout.routing.geometry import Area
from visualizer.layout.routing.phases import Changes, Decision, Phase, Question

HERE: Area = (0, 0, 10, 10)
ELSEWHERE: Area = (50, 50, 60, 60)


class Asked:
    """Records the decisions that are made again."""

    def __init__(self) -> None:
        self.phase: Phase[str] = Phase()
        self.decided: list[str] = []

    def run(self, questions: list[Question], *changed: Area, value: str = "") -> list[str]:
        changes = Changes()
        changes.add(changed)
        self.decided.clear()

        def decide(number: int) -> Decision[str]:
            name = str(questions[number].name)
            self.decided.append(name)
            return Decision(name + value, HERE if name != "c" else ELSEWHERE, (HERE,))

        return self.phase.run(questions, changes, decide, lambda number, value: None)


def test_an_equal_question_is_not_decided_again() -> None:
    asked = Asked()
    assert asked.run([Question("a"), Question("b")]) == ["a", "b"]
    assert asked.run([Question("a"), Question("b")]) == ["a", "b"]
    assert asked.decided == []


def test_another_question_of_the_same_name_is_decided_again() -> None:
    asked = Asked()
    asked.run([Question("a", 1)])
    asked.run([Question("a", 2)])
    assert asked.decided == ["a"]


def test_a_change_in_its_input_makes_a_decision_anew() -> None:
    asked = Asked()
    asked.run([Question("a"), Question("c")])
    asked.run([Question("a"), Question("c")], ELSEWHERE)
    assert asked.decided == ["c"]


def test_a_changed_decision_concerns_the_later_ones() -> None:
    asked = Asked()
    asked.run([Question("a", 1), Question("b"), Question("c")])
    asked.run([Question("a", 2), Question("b"), Question("c")], value="!")
    assert asked.decided == ["a", "b"]


def test_a_question_that_is_gone_concerns_all() -> None:
    asked = Asked()
    asked.run([Question("a"), Question("b"), Question("c")])
    asked.run([Question("a"), Question("c")])
    assert asked.decided == ["a"]


def test_many_changes_are_found_by_their_place() -> None:
    changes = Changes()
    changes.add([(100.0 * n, 0.0, 100.0 * n + 10, 10.0) for n in range(40)])
    assert changes.affects((3905, 5, 3950, 8))
    assert not changes.affects((3950, 5, 3990, 8))
