"""The complete expressions of a line and their values, and the line with them filled in."""

import ast

from visualizer.explain.expressions.composing import Expression, expressions
from visualizer.explain.expressions.line import evaluated_line
from visualizer.model.evaluation import Evaluated, Span

FILE = "prog.py"


def value(source: str, piece: str, kind: str, text: str, ordinal: int = 0) -> Evaluated:
    """Return a value of the first expression with that text."""
    span = next(
        (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.expr) and ast.get_source_segment(source, node) == piece
    )
    return at(span, kind, text, ordinal)


def at(
    span: tuple[int, int, int | None, int | None], kind: str, text: str, n: int = 0
) -> Evaluated:
    """Return a value at a position."""
    first, column, last, end = span
    place: Span = first, column, last or 0, end or 0
    return Evaluated(1, 1, FILE, place, kind, n, None, 1, 4096, 1, "int", False, text)


def shown(source: str, *values: Evaluated) -> list[tuple[str, str]]:
    """Return the texts of the expressions that are complete, and of their values."""
    return [(one.text, one.value.text) for one in expressions(values, {FILE: source})]


def line(source: str, *values: Evaluated) -> str:
    """Return the line after these values."""
    found = evaluated_line(expressions(values, {FILE: source}), source)
    assert found is not None
    return "".join(piece.text for piece in found.pieces)


def test_a_name_is_no_expression_of_its_own_but_gives_its_value_to_its_part() -> None:
    source = "x = a if c else b\n"
    assert shown(source, value(source, "a", "loaded", "5")) == [("a if c else b", "5")]


def test_a_test_that_jumps_ends_all_that_it_decides() -> None:
    source = "x = (a and b or c) or d\n"
    assert shown(source, value(source, "a and b or c", "chosen", "1")) == [
        ("(a and b or c) or d", "1")
    ]
    assert shown(source, value(source, "a and b", "chosen", "0")) == [("a and b", "0")]


def test_a_condition_makes_no_value_of_and() -> None:
    source = "if a < 1 and b < 2: pass\n"
    assert shown(source, value(source, "b < 2", "compared", "True")) == [("b < 2", "True")]


def test_a_chain_is_described_comparison_by_comparison() -> None:
    source = "x = a < b < c\n"
    first = value(source, "a < b < c", "compared", "True")
    second = value(source, "a < b < c", "compared", "False", 1)
    found = expressions((first, second), {FILE: source})
    assert [(one.text, one.is_part) for one in found] == [("a < b", True), ("a < b < c", False)]


def test_other_work_of_python_at_a_place_is_left_out() -> None:
    source = "with f(x): pass\n@g(1)\ndef h(): pass\n"
    for piece in ("f(x)", "g(1)"):
        assert shown(source, value(source, piece, "called", "1")) == [(piece, "1")]
        assert shown(source, value(source, piece, "called", "None", 1)) == []


def test_columns_are_those_of_characters() -> None:
    source = "한글 = '한' + f(1)\n"
    (found,) = expressions((value(source, "f(1)", "called", "'글'"),), {FILE: source})
    assert (found.at, found.text) == ((1, 11, 1, 15), "f(1)")


def test_values_stand_in_the_line_in_the_place_of_their_expressions() -> None:
    source = "z = f2(x) + 1\n"
    first = value(source, "f2(x)", "called", "11")
    second = value(source, "f2(x) + 1", "operated", "12")
    assert line(source, first) == "z = 11 + 1"
    assert line(source, first, second) == "z = 12"


def test_a_field_of_an_f_string_loses_its_braces() -> None:
    source = 'p = rf"{key}_(\\d{6})"\n'
    fields = [
        (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FormattedValue)
    ]
    values = [
        at(span, "formatted", text) for span, text in zip(fields, ("'m'", "'6'"), strict=True)
    ]
    assert line(source, values[0]) == 'p = rf"m_(\\d{6})"'
    assert line(source, *values) == 'p = rf"m_(\\d6)"'


def test_used_values_leave_the_stack() -> None:
    source = "z = f(a) * (g(b) + 1)\n"
    values = [value(source, piece, "called", "2") for piece in ("f(a)", "g(b)")]
    values.append(value(source, "g(b) + 1", "operated", "3"))
    found = evaluated_line(expressions(values, {FILE: source}), source)
    assert found is not None
    assert [one.text for one in found.stack] == ["f(a)", "g(b) + 1"]


def test_a_compound_statement_shows_only_its_head() -> None:
    source = "while f(x) > 1:\n    x = 2\n"
    assert line(source, value(source, "f(x)", "called", "3")) == "while 3 > 1"


def test_a_text_that_is_no_python_shows_each_value_made() -> None:
    found: list[Expression] = expressions((at((1, 0, 1, 3), "called", "1"),), {FILE: "x = ("})
    assert [(one.text, one.value.text) for one in found] == [("", "1")]


def test_a_chain_continues_with_the_values_on_the_stack() -> None:
    source = "x = 1 < (a + 1) <= f(b) < 9\n"
    chain = "1 < (a + 1) <= f(b) < 9"
    values = [
        value(source, "a + 1", "operated", "4"),
        value(source, chain, "compared", "True"),
        value(source, "f(b)", "called", "7"),
        value(source, chain, "compared", "True", 1),
        value(source, chain, "compared", "False", 2),
    ]
    assert [line(source, *values[:n]) for n in range(1, 6)] == [
        "x = 1 < (4) <= f(b) < 9",
        "x = True and (4) <= f(b) < 9",
        "x = True and (4) <= 7 < 9",
        "x = True and 7 < 9",
        "x = False",
    ]
    found = expressions(values, {FILE: source})
    assert [one.text for one in found if one.is_part] == ["1 < (a + 1)", "(a + 1) <= f(b)"]
    before = evaluated_line(found[:4], source)
    assert before is not None
    assert [one.text for one in before.stack] == ["f(b)", "(a + 1) <= f(b)"]


def test_the_last_comparison_of_a_condition_stands_alone() -> None:
    source = "if 1 < a < 9: pass\n"
    values = [value(source, "1 < a < 9", "compared", "True", n) for n in (0, 1)]
    assert line(source, values[0]) == "if True and a < 9"
    assert line(source, *values) == "if True"


def test_a_generator_that_shares_the_parentheses_of_its_call_keeps_them() -> None:
    source = "x = sum(n for n in a) + len(b)\n"
    made = value(source, "(n for n in a)", "called", "<generator>")
    assert line(source, made) == "x = sum(<generator>) + len(b)"
    source = "x = (n for n in a)\n"
    made = value(source, "(n for n in a)", "called", "<generator>")
    assert line(source, made) == "x = <generator>"


def field(source: str, text: str) -> Evaluated:
    """Return the formatted value of the only field of an f-string."""
    (node,) = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.FormattedValue)]
    return at(
        (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset), "formatted", text
    )


def test_an_f_string_of_one_field_has_quotes_as_soon_as_it_is_complete() -> None:
    source = 'x = f"{a}"\n'
    first, second = expressions((field(source, "'5'"),), {FILE: source})
    lines = [evaluated_line(found, source) for found in ([first], [first, second])]
    assert ["".join(one.text for one in found.pieces) for found in lines if found] == [
        'x = f"5"',
        "x = '5'",
    ]


def test_a_field_that_names_its_expression_keeps_the_name() -> None:
    assert line('x = f"a {n + 1 = :>3} b"\n', field('x = f"a {n + 1 = :>3} b"\n', "'  6'")) == (
        'x = f"a n + 1 =   6 b"'
    )
    assert line('x = f"{(n)=} b"\n', field('x = f"{(n)=} b"\n', "'6'")) == 'x = f"(n)=6 b"'
    assert line('x = f"{a == b} c"\n', field('x = f"{a == b} c"\n', "'True'")) == ('x = f"True c"')
