"""The names that a cell needs from the notebook."""

import pytest

from visualizer.embedding.cell_names import imported, names_read


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("a.append(b)", ["a", "b"]),
        ("a = b\na.append(1)", ["b"]),
        ("a, (b, *c) = d\na; b; c", ["d"]),
        ("a += 1", ["a"]),
        ("if a: b -= 1", ["a", "b"]),
        ("del a", ["a"]),
        ("a: int = 1\na", ["int"]),
        ("import a.b as c, d.e\nc; d", []),
        ("a[0] = b", ["a", "b"]),
        ("def f(n=a):\n    return f(n - 1) + b + [c for c in range(n)]", ["a", "b", "range"]),
        ("def f():\n    n = 1\n    n += 1\n    return n", []),
        ("def f():\n    global g\n    g = 1", ["g"]),
        ("class C(B):\n    x = a\n    def m(self):\n        return C, y", ["B", "a", "y"]),
        ("if a:\n    b = 1\nb", ["a", "b"]),
        ("이름 = 값", ["값"]),
    ],
)
def test_a_name_counts_unless_the_cell_surely_binds_it_first(cell: str, names: list[str]) -> None:
    assert sorted(names_read(cell)) == sorted(names)


def test_a_cell_with_an_error_shows_it() -> None:
    with pytest.raises(SyntaxError):
        names_read("a = (")


def test_imports_are_found_wherever_they_are() -> None:
    source = "import a.b, c\ndef f():\n    from d.e import g\n    from . import h\n"
    assert imported(source) == ["a", "c", "d"]
