"""The indentation of a new line, and pairs of brackets."""

import pytest

from visualizer.shell.editor.keys import space_after
from visualizer.shell.editor.python_scan import pair_at


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("if x:  # note|", "if x:  # note\n    |"),
        ("if x: |y", "if x: \n    |y"),
        ("x = 1  # not a block:|", "x = 1  # not a block:\n|"),
        ("x = 'if y:'|", "x = 'if y:'\n|"),
        ("def f():\n    return 1|", "def f():\n    return 1\n|"),
        ("if a:\n    if b:\n        break|", "if a:\n    if b:\n        break\n    |"),
        ("if x:\n  if y:\n    pass|", "if x:\n  if y:\n    pass\n  |"),
        ("if x:\n\traise E  # why|", "if x:\n\traise E  # why\n|"),
        ("if x:\n\tif y:|", "if x:\n\tif y:\n\t\t|"),
        ("def f():\n    returned = 1|", "def f():\n    returned = 1\n    |"),
        ("def f():\n    return |1", "def f():\n    return \n    |1"),
        ("def f():\n    return (1,|", "def f():\n    return (1,\n            |"),
        (
            "if x:\n    raise (\n        1\n    )|",
            "if x:\n    raise (\n        1\n    )\n|",
        ),
        ("f(|", "f(\n    |"),
        ("if f(a,\n     b):|", "if f(a,\n     b):\n    |"),
        ("if x:\n\tif f(a,\n\t     b):|", "if x:\n\tif f(a,\n\t     b):\n\t\t|"),
        ("if x:\n\ty\nif f(a,\n     b):|", "if x:\n\ty\nif f(a,\n     b):\n\t|"),
        ("if x:\n\ty\nz = [1,\n     2]\nif x:|", "if x:\n\ty\nz = [1,\n     2]\nif x:\n\t|"),
        ("x = {'a': |", "x = {'a': \n     |"),
        ("x = 1 + \\|", "x = 1 + \\\n    |"),
        ('x = """if y:|', 'x = """if y:\n|'),
        ("x = '''a\n  b'''|", "x = '''a\n  b'''\n|"),
        ("while x:\n    continue\n|", "while x:\n    continue\n\n|"),
        ("# return|", "# return\n|"),
        ("    # if x:|", "    # if x:\n    |"),
    ],
)
def test_a_new_line_is_indented_as_python_is_written(before: str, after: str) -> None:
    head, _, rest = before.partition("|")
    space = space_after(head.split("\n"), rest.partition("\n")[0])
    assert f"{head}\n{space}|{rest}" == after


@pytest.mark.parametrize(
    ("text", "at", "pair"),
    [
        ("f(a[1])", 2, (1, 6)),
        ("f(a[1])", 1, (1, 6)),
        ("f(a[1])", 7, (1, 6)),
        ("f(a[1])", 6, (3, 5)),
        ("f('(', x)", 1, (1, 8)),
        ("f('(', x)", 4, None),
        ("f(  # )\n)", 2, (1, 8)),
        ("'😀'(x)", 3, (3, 5)),
        ("f(", 2, None),
        ("f(]", 2, None),
        ("x = 1", 2, None),
        ("", 0, None),
    ],
)
def test_a_bracket_is_found_with_the_one_it_belongs_to(
    text: str, at: int, pair: tuple[int, int] | None
) -> None:
    assert pair_at(text, at) in (pair, pair and pair[::-1])
