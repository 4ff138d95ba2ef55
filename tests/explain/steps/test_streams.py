"""Sentences about the lines that a program reads."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program
from visualizer.diagram.words import translate


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("name = input()", ["`input` read str 'Kim'."]),
        ("name: str = input()", ["`input` read str 'Kim'."]),
        ("def ask():\n    return input('? ')\nname = ask()", ["`input` read str 'Kim'."]),
        ("age = int(input('Age? '), 36)", ["`input` read a line."]),
        ("a, b = input(), input()", ["`input` read str 'Kim'.", "`input` read str '17'."]),
        ("a, b = input() + input(), 1", ["`input` read 2 lines."]),
        ("if input() == 'Kim':\n    pass", ["`input` read a line."]),
        ("name = (\n    input()\n)", ["`input` read str 'Kim'."]),
        ("if (\n    input()\n):\n    pass", ["`input` read a line."]),
        ("for letter in input():\n    pass", ["`input` read a line."]),
        ("with open(f'/dev/null{input()[3:]}'):\n    pass", ["`input` read a line."]),
        ("while input() > 'K':\n    pass", ["`input` read a line.", "`input` read a line."]),
        ("for letter in input(): print(letter)", ["`input` read a line."]),
        ("for _ in '12': name = input()", ["`input` read str 'Kim'.", "`input` read str '17'."]),
        ("if True: name = input()", ["`input` read str 'Kim'."]),
        # A failed statement has read a line if nothing before may fail.
        ("n, m = map(int, input().split())", ["`input` read a line."]),
        ("n = int(input('n: '))", ["`input` read str 'Kim'."]),
        ("for n in range(int(input())):\n    pass", ["`input` read str 'Kim'."]),
        ("for n in map(int, input().replace('Kim', '1x')):\n    pass", ["`input` read a line."]),
        ("'{name}'.format(input())", ["`input` read a line."]),
        ("'%z' % input()", ["`input` read a line."]),
        ("{}[input()]", ["`input` read str 'Kim'."]),
        ("open(input())", ["`input` read str 'Kim'."]),
        ("open(input(), 'q')", ["`input` read a line."]),
        ("int(input(), 2)", ["`input` read str 'Kim'."]),
        ("{1}.remove(input())", ["`input` read str 'Kim'."]),
        ("n = [0, int(input())]", ["`input` read str 'Kim'."]),
        ("assert input() == 'Lee'", ["`input` read a line."]),
        ("n = missing(input())", []),
        ("n = int(input().strip())", ["`input` read a line."]),
        ("n = len(input(), b=1)", ["`input` read a line."]),
        ("n = {}[1] + int(input())", []),
        # A target comes after the value, but that of an operator before it.
        ("a = [0]\na[int(input())] = 1 / 0", []),
        ("a = {}\na[input()] = 1 / a['no']", []),
        ("a = {}\na[input()] += 1", ["`input` read str 'Kim'."]),
        ("a = {}\na['no'] += int(input())", []),
        ("a, a.x = input()", ["`input` read a line."]),
        ("n = (1 / 0) + int(input())", []),
        ("sys.stdin.read(); n = 0\nn = int(input())", []),
        # It is not certain that a part of an expression runs, and how often.
        ("name = 'Lee' or input()", []),
        ("lines = [input() for _ in '12']", []),
        ("is_between = 3 < 2 < int(input())", []),
        ("assert True, input()", []),
        ("match 1:\n    case 2 if input():\n        pass", []),
        ("input = lambda: 'Lee'\nname = input()", []),
        ("import sys\ntry: sys.stdin = None; name = input()\nexcept RuntimeError: pass", []),
    ],
)
def test_a_line_that_is_read_has_one_sentence(code: str, said: list[str], tmp_path: Path) -> None:
    text = f"import io, sys\nsys.stdin = io.StringIO('Kim\\n17\\n')\n{code}\nend = 1\n"
    run = record_unread(write_program(tmp_path, text))
    all_ = [one for _, all_ in step_sentences(run.path) for one in all_]
    assert [translate(one, "en") for one in all_ if one.key.startswith("input-")] == said


def test_what_is_read_comes_before_what_the_statement_does_with_it(tmp_path: Path) -> None:
    text = """for one in (exec("import io, sys; sys.stdin = io.StringIO('1 2')"), input('? ')):
    end = 1
"""
    run = record_unread(write_program(tmp_path, text))
    all_ = [[one.key for one in said if one.level == 1] for _, said in step_sentences(run.path)]
    assert all_[1][:4] == ["ran-code", "printed-text", "input-read-lines", "for-next"]


def test_so_it_is_in_korean(tmp_path: Path) -> None:
    text = """
        import io, sys
        sys.stdin = io.StringIO("Kim\\n17\\n")
        name = input()
        age = int(input())
    """
    run = record_unread(write_program(tmp_path, text))
    all_ = [one for _, all_ in step_sentences(run.path) for one in all_]
    said = [translate(one, "ko") for one in all_ if one.key.startswith("input-")]
    assert said == ["`input`이 str 'Kim'을 읽었습니다.", "`input`이 1줄을 읽었습니다."]


def test_a_line_that_is_read_without_a_prompt_comes_before_what_is_printed(tmp_path: Path) -> None:
    text = "import io, sys\nsys.stdin = io.StringIO('1 2')\nfor one in input(): print(one)\n"
    all_ = [said for _, said in step_sentences(record_unread(write_program(tmp_path, text)).path)]
    first, *_, last = ([one.key for one in said if one.level == 1] for said in all_[3:])
    assert first[1:4] == ["input-read-lines", "for-next", "printed-text"]
    assert last[1:3] == ["for-over", "finished"]


def test_what_a_finally_prints_comes_before_the_exception_that_passes_on(tmp_path: Path) -> None:
    text = """def work():
    try:
        1 / 0
    finally:
        print('over')
work()
"""
    all_ = [said for _, said in step_sentences(record_unread(write_program(tmp_path, text)).path)]
    keys = ([one.key for one in said if one.level == 1] for said in all_)
    passed = next(found for found in keys if "printed-text" in found)
    assert passed == ["ran-code", "printed-text", "frame-kept", "passing-exception"]
