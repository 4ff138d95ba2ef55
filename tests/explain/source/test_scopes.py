"""Names read from the recorded source."""

from visualizer.explain.source.scopes import bound_names, own_names

PROGRAM = """\
import math as m
total = 0
def add(n, *more):
    global total, last
    last = more
    square = n * n
    total += n
class Cart:
    size = 3
    def __init__(self, owner):
        self.owner = owner
        label = lambda x: x
        print(total)
"""


def test_the_names_that_a_program_binds_are_found_with_their_functions() -> None:
    assert sorted(bound_names(PROGRAM)) == [
        *[("", name) for name in ("Cart", "add", "last", "m", "total")],
        *[("__init__", name) for name in ("label", "owner", "self")],
        *[("add", name) for name in ("more", "n", "square")],
    ]


def test_a_function_has_its_own_names_and_those_that_it_uses_of_functions_around_it() -> None:
    text = """\
def outer(x, y):
    def inner():
        nonlocal x
        x = [z for z in y]
    def changing():
        global x
        x = 1
"""
    assert own_names(text, "inner", 2) == {"x", "y"}
    assert own_names(text, "changing", 5) == set()
    assert ("inner", "z") in bound_names(text)


def test_a_function_does_not_use_what_only_its_decorators_and_inner_functions_name() -> None:
    text = """\
def outer(x, y, z, w):
    @x
    def inner(a=y):
        def deeper(z):
            return z, [w for w in z]
        class Inner:
            w = 3
            def method(self):
                return w
        return deeper
"""
    assert own_names(text, "inner", 2) == {"a", "deeper", "Inner", "w"}
    assert own_names(text.replace("return w", "return 3"), "inner", 2) == {"a", "deeper", "Inner"}


def test_watched_names_are_those_of_the_frame() -> None:
    text = """\
class _Cart:
    def add(self, __n, __all__):
        return list(i for i in [j for j in __n])
"""
    found = {name for function, name in bound_names(text) if function == "add"}
    assert found == {"self", "_Cart__n", "__all__", "j"}


def test_a_text_that_is_no_python_has_none() -> None:
    assert bound_names("for i in range(3)\n") == ()
