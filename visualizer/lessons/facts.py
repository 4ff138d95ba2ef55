"""Facts of a lesson's text, from the recording: ``{{count x @ mark}}``, ``{{steps}}``.

``count``, ``size`` (bytes), ``value``, ``type`` and ``address`` are of the object that a name
refers to at a mark, ``steps`` is how many the recording has.
"""

import re
from collections.abc import Iterator, Mapping

from visualizer.explain.naming import kind_of
from visualizer.explain.questions.moment import Recorded
from visualizer.explain.written import written
from visualizer.model import State

FACT = re.compile(r"\{\{(?:(count|size|value|type|address) +(\S+) *@ *([a-z0-9_]+)|(steps))\}\}")
"""A gap of a text: what, of which name, at which mark."""
NOT_KNOWN = "?"


def facts_in(text: str) -> Iterator[tuple[str, str, str]]:
    """The gaps of a text: what, name and mark; the latter are empty for what needs none."""
    for found in FACT.finditer(text):
        what, name, mark, whole = found.groups()
        yield (whole, "", "") if whole else (what, name, mark)


def fill(text: str, run: Recorded, steps: Mapping[str, int]) -> str:
    """The text with its gaps filled; ``steps`` are those of the marks."""
    cursor = run.cursor()

    def fact(found: re.Match[str]) -> str:
        what, name, mark, whole = found.groups()
        if whole:
            return f"{run.steps:,}"
        if mark not in steps:
            return NOT_KNOWN
        return _fact(what, name, cursor.seek(steps[mark]))

    return FACT.sub(fact, text)


def _fact(what: str, name: str, state: State) -> str:
    step = state.step
    assert step is not None
    frame = state.frames[-1] if state.frames else None
    names = dict(state.globals.get(step.file, ())) | dict(frame.locals if frame else ())
    thing = state.heap.get(names.get(name, 0))
    if thing is None:
        return NOT_KNOWN
    match what:
        case "count":
            return NOT_KNOWN if thing.refcount is None else str(thing.refcount)
        case "size":
            return f"{thing.size:,}"
        case "type":
            return f"`{kind_of(thing.type)}`"
        case "address":
            return f"`{thing.address:#x}`"
    return f"`{written(thing.serial, state.heap)[0]}`"
