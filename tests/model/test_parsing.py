"""Newer grammar is parsed as the closest older grammar, at the same positions."""

import ast

import pytest

from visualizer.model import parse_program, program_tree
from visualizer.model.parsing import attribute_names

NEWER = [
    ('page = t"Hello {name}"', 'page = f"Hello {name}"'),
    ("page = rT'{a}' + Tr'{b}'", "page = rF'{a}' + Fr'{b}'"),
    ('x = [t"{a}" for a in b]', 'x = [f"{a}" for a in b]'),
    ('x = t"""a\n{b}"""\n', 'x = f"""a\n{b}"""\n'),
    ("x = t'{a}' t'{b}'", "x = f'{a}' f'{b}'"),
    ("x = (rt'{a}'\n     t'{b}')", "x = (rf'{a}'\n     f'{b}')"),
    ("lazy import json", "import      json"),
    ("if x:\n    lazy  from a.b import c", "if x:\n    from       a.b import c"),
    ("flat = [*x for x in xs]", "flat = [ x for x in xs]"),
    ("f(*x for x in xs)", "f( x for x in xs)"),
    ("both = {**d for d in ds}", "both = {  d for d in ds}"),
    ("try: f()\nexcept A, B.C: g(1, 2)", "try: f()\nexcept A| B.C: g(1, 2)"),
    ("try: f()\nexcept* A, B: pass", "try: f()\nexcept* A| B: pass"),
]


@pytest.mark.parametrize(("newer", "older"), NEWER)
def test_newer_grammar_is_read_as_the_nearest_known_one(newer: str, older: str) -> None:
    found = ast.dump(parse_program(newer), include_attributes=True)
    try:
        ast.parse(newer)
    except SyntaxError:
        assert found == ast.dump(ast.parse(older), include_attributes=True)


def test_all_of_a_program_is_read() -> None:
    text = "\r\n".join(newer for newer, _ in NEWER)
    names = {one.id for one in ast.walk(parse_program(text)) if isinstance(one, ast.Name)}
    assert {"page", "flat", "both", "A", "B"} <= names


@pytest.mark.parametrize(
    "text",
    ["x = ", "import json json", 'at"x"', "t'{a", "[*x, for]", "except A, B: pass", "f(lazy)x"],
)
def test_anything_else_is_an_error_as_it_was(text: str) -> None:
    with pytest.raises(SyntaxError) as found:
        parse_program(text)
    with pytest.raises(SyntaxError) as plain:
        ast.parse(text)
    assert (found.value.msg, found.value.lineno) == (plain.value.msg, plain.value.lineno)


def test_names_of_attributes_are_found_where_a_program_may_write_them() -> None:
    text = "class A(B):\n    a: int\n    b = c = 1\nd.e = f(g=1)\nh['--i-j']\n"
    text += "match k:\n    case A(m=1): pass\n"
    assert attribute_names(text) == {"a", "b", "c", "e", "g", "i_j", "int", "m"}
    assert attribute_names("def broken(\n    x.y") == {"def", "broken", "x", "y"}


def test_a_tree_has_no_expression_that_is_nested_deeply() -> None:
    tree = program_tree("a = " + " + ".join(["b"] * 1000) + "\nc = d[e](f)\n")
    deep, plain = tree.body
    assert ast.unparse(deep).startswith("a = … + … + b + b")
    assert ast.unparse(plain) == "c = d[e](f)"
