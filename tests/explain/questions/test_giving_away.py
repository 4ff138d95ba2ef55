"""No question asks for an answer that the picture already shows."""

from pathlib import Path

import pytest

from tests.explain.questions.asking import asked, recording_of
from visualizer.explain.questions.giving_away import is_given_away
from visualizer.explain.questions.kinds import Kind

PROGRAM = """
    a = [1, 2]
    a.append(3)
    b = a
    b = a
    c = list(a)
    x = 7
    print(x)
    print("as it stands")
    print("\\n  on a line of its own  ")
    print(a, x + 1)
    print(x * 2, x)
    print(x * 3)  # It prints 21.
    print(x * 4, "#")  # It prints 21.
    c = None
    while True:
        if x:
            break
    if __name__ == "__main__":
        x = 8
"""


@pytest.mark.parametrize(
    ("kind", "code", "names", "given"),
    [
        (Kind.COUNT, "a.append(3)", ("a",), True),
        (Kind.COUNT, "b = a", ("a",), False),
        (Kind.VALUE, "a = [1, 2]", ("a",), True),
        (Kind.VALUE, "x = 7", ("x",), True),
        (Kind.VALUE, "b = a", ("b",), True),
        (Kind.VALUE, "a.append(3)", ("a",), False),
        (Kind.REFERS, "a.append(3)", ("a",), True),
        (Kind.REFERS, "b = a", ("b",), False),
        (Kind.SAME, "x = 7", ("a", "b"), True),
        (Kind.SAME, "c = list(a)", ("a", "c"), False),
        (Kind.PRINTED, "print(x)", (), True),
        (Kind.PRINTED, 'print("as it stands")', (), True),
        (Kind.PRINTED, 'print("\\n  on a line of its own  ")', (), True),
        (Kind.PRINTED, "print(a, x + 1)", (), False),
        (Kind.PRINTED, "print(x * 3)  # It prints 21.", (), True),
        (Kind.PRINTED, 'print(x * 4, "#")  # It prints 21.', (), False),
        (Kind.DIES, "c = None", (), False),
        (Kind.DIES, "x = 7", (), True),
        (Kind.DRAW, "a.append(3)", (), True),
        (Kind.DRAW, "b = a", (), False),
        (Kind.DRAW, "a = [1, 2]", (), True),
        (Kind.NEXT, "while True:", (), True),
        (Kind.NEXT, "if x:", (), False),
        (Kind.NEXT, 'if __name__ == "__main__":', (), True),
    ],
)
def test_visible_answers_count_as_given_away(
    kind: Kind, code: str, names: tuple[str, ...], given: bool, tmp_path: Path
) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        question = asked(recording, kind, code, *names)
        assert is_given_away(question, "") is given


def test_output_printed_before_counts_as_given_away(tmp_path: Path) -> None:
    with recording_of(tmp_path, PROGRAM) as recording:
        question = asked(recording, Kind.PRINTED, "print(x * 2, x)")
        assert not is_given_away(question, "14 8\n")
        assert is_given_away(question, "14 7\n")
