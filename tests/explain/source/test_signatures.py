"""Functions' signatures, from the text of their program."""

import inspect

import pytest

from visualizer.explain.source.signatures import Signatures, signatures
from visualizer.model import Function

PROGRAM = '''
import functools


def plain(a, b=1, *rest, key: int = None, **more) -> float:
    """Words."""


def marked(a, b, /, c=(1, 2), *, d="xyz", e):
    def inner(z=a):
        return z
    return inner


@functools.cache
@functools.wraps(plain)
def decorated(n):
    return n


async def later(x, *, y=-1):
    pass


def nothing():
    pass


class Box:
    def put(self, *things):
        pass


add = lambda a, b=2: a + b
'''


def test_names_order_and_kinds_are_those_that_python_knows() -> None:
    space: dict[str, object] = {}
    exec(compile(PROGRAM, "prog.py", "exec"), space)
    box = space["Box"]
    functions = [space[name] for name in ("plain", "marked", "later", "nothing", "add")]
    functions += [inspect.unwrap(space["decorated"], stop=lambda f: not hasattr(f, "cache_info"))]  # type: ignore[arg-type]
    functions.append(vars(box)["put"])
    told = signatures(PROGRAM)
    for function in functions:
        code = function.__code__  # type: ignore[attr-defined]
        known = inspect.signature(function, follow_wrapped=False)  # type: ignore[arg-type]
        bare = [
            one.replace(annotation=inspect.Parameter.empty) for one in known.parameters.values()
        ]
        wanted = str(known.replace(parameters=bare, return_annotation=inspect.Signature.empty))
        assert told[code.co_name, code.co_firstlineno].replace(" ", "") == wanted.replace(" ", "")
    assert told["inner", 10] == "(z=a)"


@pytest.mark.parametrize("text", ["def f(:", "", "\0", "(" * 5000])
def test_text_that_is_no_python_has_no_signatures(text: str) -> None:
    assert signatures(text) == {}


def test_a_long_default_is_cut_and_two_of_one_name_on_one_line_are_not_distinguished() -> None:
    text = "def f(words='a default that is very long'): pass\ng = [lambda a: a, lambda b: b]\n"
    assert signatures(text) == {("f", 1): "(words='a default that…)"}


def test_a_function_is_called_as_all_files_agree() -> None:
    texts = {"a.py": "def f(x): pass\ndef g(y): pass\n", "b.py": "def f(z): pass\n"}
    known = Signatures(lambda: texts)

    def called(name: str, line: int) -> str:
        return known.call(Function(name, line, None, (), ()))

    assert called("g", 2) == "g(y)"
    assert called("f", 1) == "f", "which of the two it is, nobody knows"
    assert called("h", 3) == "h"
    texts["b.py"] = "def f(x): pass\n"
    assert called("f", 1) == "f(x)", "the text is read again when it is another"
