"""Questions about programs that were not written for them, checked against the programs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.explain.questions.asking import recording_of
from visualizer.explain.questions.choosing import Difficulty, questions_of
from visualizer.explain.questions.giving_away import is_given_away
from visualizer.explain.questions.judging import judge
from visualizer.explain.questions.kinds import Kind, Question
from visualizer.recording import Recording
from visualizer.resources import resource

HERE = Path(__file__).parents[2]
PROGRAMS = sorted(
    [*resource("examples").glob("*.py"), *(HERE / "benchmarks" / "typical").glob("*.py")]
)
MOST = 5
"""The number of questions of each difficulty."""
NAMED = (Kind.COUNT, Kind.VALUE, Kind.SAME)
ASKS = {
    Kind.COUNT: "__import__('sys').getrefcount({0}) - 1",
    Kind.VALUE: "repr({0})",
    Kind.SAME: "'same' if {0} is {1} else 'equal' if {0} == {1} else 'different'",
}


def test_there_are_twenty() -> None:
    assert len(PROGRAMS) >= 20


@pytest.mark.share(3)
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_the_right_answer_is_that_of_the_program(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizer.explain.questions.choosing.MAX_STEPS", 500)
    source = program.read_text(encoding="utf-8")
    with recording_of(tmp_path, source) as recording:
        found = [
            question
            for difficulty in Difficulty
            for question in questions_of(recording, difficulty, MOST)
        ]
        assert found
        for question in found:
            assert not is_given_away(question, _output_before(question, recording))
            assert judge(question, question.answer).is_right
        plain = _run(tmp_path / "plain.py", source)
        for question in found:
            if question.kind is Kind.PRINTED:
                assert str(question.answer) in plain
    told = [one for one in found if one.kind in NAMED and _runs_once(one, source)]
    said = _run(tmp_path / "asked.py", _asking(source, told)).splitlines()
    answers = [line.removeprefix("ANSWER ") for line in said if line.startswith("ANSWER ")]
    assert dict(line.split(" ", 1) for line in answers) == {
        str(number): str(one.answer) for number, one in enumerate(told)
    }


def _output_before(question: Question, recording: Recording) -> str:
    step = question.effect.before.state.step
    assert step is not None
    return recording.output("stdout", 0, step.stdout_end).decode()


def _runs_once(question: Question, source: str) -> bool:
    """Whether the question's line is a simple statement of the module, outside of loops."""
    line = question.effect.before.frame.line
    return any(node.lineno == line and _is_simple(node) for node in ast.parse(source).body)


def _is_simple(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign | ast.Expr | ast.AugAssign | ast.Delete)


def _asking(source: str, questions: list[Question]) -> str:
    """Return the program with code after the questions' lines that asks the interpreter."""
    tree = ast.parse(source)
    body: list[ast.stmt] = []
    for node in tree.body:
        body.append(node)
        for number, one in enumerate(questions):
            if one.effect.before.frame.line == node.lineno:
                asks = ASKS[one.kind].format(*one.names)
                body += ast.parse(f"print('\\nANSWER {number}', {asks})").body
    tree.body = body
    return ast.unparse(tree)


def _run(path: Path, source: str) -> str:
    path.write_text(source, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, path], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return done.stdout
