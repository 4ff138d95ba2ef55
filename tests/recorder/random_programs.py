"""Programs made by hypothesis, which print their readings for comparison with the recording.

A program binds a handful of names repeatedly, in templates of ``program_parts``, nested. Between
the statements, in functions, loops, classes and comprehensions too, it prints its own readings of
the names in reach (``tell``) or of all its objects (``census``). A failing program
shrinks to the few statements that matter.
"""

import re
from dataclasses import dataclass, replace
from textwrap import indent

from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from tests.recorder.program_oracle import head_for
from tests.recorder.program_parts import ATOMS, EXPRESSIONS, STATEMENTS

NAMES = ("v0", "v1", "v2", "v3", "v4")
FUNCTIONS = ("h0", "h1")
BEGINNING = "\n".join(f"{name} = {1000 * n}" for n, name in enumerate(NAMES, 1))
DEEPEST_BLOCK = 2
DEEPEST_EXPRESSION = 2
_HOLE = re.compile(r"<([a-z])(\d?)(\+*)([a-z,]*)>")


@dataclass(frozen=True)
class Scope:
    """The names to read and to bind; ``keyword`` makes them another frame's names."""

    readable: tuple[str, ...]
    bindable: tuple[str, ...]
    keyword: str
    depth: int = 0
    of_class: tuple[str, ...] = ()


class Maker:
    """Fills the holes of a program."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def block(self, scope: Scope, most: int) -> list[str]:
        """Return the lines of some statements, each followed by readings."""
        lines: list[str] = []
        while len(lines) < 2 or (len(lines) < 2 * most and self._draw(st.integers(0, most))):
            lines += self._draw(told_statement(scope))
        return lines

    def statement(self, scope: Scope) -> str:
        """Return a statement, perhaps of several lines."""
        known = STATEMENTS
        if scope.depth >= DEEPEST_BLOCK:
            known = tuple(one for one in STATEMENTS if "<b" not in one)
        if not scope.keyword:
            known = tuple(one for one in known if "<k>" not in one)
        return self._filled(self._draw(st.sampled_from(known)), scope, 0)

    def readings(self, scope: Scope) -> str:
        """Return a line that reads all names in reach, or all objects."""
        if self._draw(st.integers(0, 3)) == 3:
            return "census()"
        names = scope.readable[-8:]
        return f"tell('{' '.join(names)}', {', '.join(names)})"

    def expression(self, scope: Scope, depth: int) -> str:
        """Return an expression."""
        known = EXPRESSIONS if depth < DEEPEST_EXPRESSION else ATOMS
        return self._filled(self._draw(st.sampled_from(known)), scope, depth + 1)

    def _filled(self, text: str, scope: Scope, depth: int) -> str:
        for name in {n for hole in _HOLE.finditer(text) for n in hole[4].split(",") if n}:
            text = re.sub(rf"\b{name}\b(?!')", f"{name}{scope.depth}", text)
        again: dict[str, str] = {}
        return _HOLED.sub(lambda hole: self._fill(hole, scope, depth, again), text)

    def _fill(self, hole: re.Match[str], scope: Scope, depth: int, again: dict[str, str]) -> str:
        margin, kind, number, plus, names = hole.groups()
        if number and kind + number in again:
            return margin + again[kind + number]
        own = tuple(names.split(",")) if names else ()
        inner = self._inner(kind, scope, plus, own) if own else scope
        if kind == "m":
            rest = tuple(name for name in inner.readable if name not in again.values())
            kind, inner = "e", replace(inner, readable=rest)
        found = self._part(kind, inner, scope, depth)
        if number:
            again[kind + number] = found
        return indent(found, margin) if kind == "b" else margin + found

    @staticmethod
    def _inner(kind: str, scope: Scope, plus: str, own: tuple[str, ...]) -> Scope:
        hidden = (*own, *scope.of_class) if kind != "b" or len(plus) > 1 else own
        readable = tuple(name for name in scope.readable if name not in hidden) + own
        found = replace(scope, readable=readable, depth=scope.depth + 1)
        if len(plus) < 2:
            return found
        if plus == "++":
            return replace(found, bindable=own, keyword="nonlocal", of_class=())
        return replace(found, bindable=own, keyword="", of_class=own)

    def _part(self, kind: str, inner: Scope, scope: Scope, depth: int) -> str:
        match kind:
            case "e":
                return self.expression(inner, depth)
            case "b":
                return "\n".join(self.block(inner, 3))
            case "v":
                return self._draw(st.sampled_from(inner.readable))
            case "t" | "o":
                return self._draw(st.sampled_from(scope.bindable))
            case "f":
                return self._draw(st.sampled_from(FUNCTIONS))
            case "k":
                return scope.keyword
        return str(self._draw(st.integers(300, 1999)))


_HOLED = re.compile(rf"([ ]*){_HOLE.pattern.replace(',]*', ',0-9]*')}")


@st.composite
def told_statement(draw: st.DrawFn, scope: Scope) -> list[str]:
    """Return the lines of a statement and its readings; shrinking can leave it out."""
    maker = Maker(draw)
    return [maker.statement(scope), maker.readings(scope)]


@st.composite
def programs(draw: st.DrawFn, most: int = 8) -> str:
    """Return a program; some run in a function, some with the collector switched off."""
    in_function = draw(st.booleans())
    keyword = "nonlocal" if in_function else "global"
    lines = Maker(draw).block(Scope(NAMES, NAMES, keyword), most)
    body = "\n".join([BEGINNING, *lines])
    if in_function:
        body = "def main():\n" + indent(body, "    ") + "\nmain()"
    return f"{head_for(body)}{body}\n"


def random_programs(number: int, count: int) -> list[str]:
    """Return that many programs; a number always gives the same programs."""
    found: list[str] = []

    @seed(number)
    @settings(max_examples=count, database=None, deadline=None, phases=(Phase.generate,))
    @given(programs())
    def gather(text: str) -> None:
        found.append(text)

    gather()
    return found
