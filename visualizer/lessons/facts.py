"""Fills gaps of a lesson's text from the recording: ``{{count x @ mark}}``, ``{{steps}}``.

``count``, ``size`` (bytes), ``value``, ``type`` and ``address`` describe the object to which a name
refers at a mark; ``steps`` is the number of steps in the recording.
"""

import re
from collections.abc import Iterator, Mapping

from visualizer.explain.naming import kind_of
from visualizer.explain.written import value_text
from visualizer.model import State
from visualizer.model.delta import ReadableRecording

FACT = re.compile(r"\{\{(?:(count|size|value|type|address) +(\S+) *@ *([a-z0-9_]+)|(steps))\}\}")
"""A gap of a text: the kind of fact, the name, the mark."""
UNKNOWN = "?"


def facts_in(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, name and mark of each gap; name and mark are empty for ``steps``."""
    for found in FACT.finditer(text):
        what, name, mark, whole = found.groups()
        yield (whole, "", "") if whole else (what, name, mark)


def fill(text: str, run: ReadableRecording, steps: Mapping[str, int]) -> str:
    """Return the text with its gaps filled; ``steps`` maps marks to steps."""
    cursor = run.cursor()

    def fact(found: re.Match[str]) -> str:
        what, name, mark, whole = found.groups()
        if whole:
            return f"{run.steps:,}"
        if mark not in steps:
            return UNKNOWN
        return _fact(what, name, cursor.seek(steps[mark]))

    return FACT.sub(fact, text)


def _fact(what: str, name: str, state: State) -> str:
    step = state.step
    assert step is not None
    frame = state.frames[-1] if state.frames else None
    names = dict(state.globals.get(step.file, ())) | dict(frame.locals if frame else ())
    thing = state.heap.get(names.get(name, 0))
    if thing is None:
        return UNKNOWN
    match what:
        case "count":
            return UNKNOWN if thing.refcount is None else str(thing.refcount)
        case "size":
            return f"{thing.size:,}"
        case "type":
            return f"`{kind_of(thing.type)}`"
        case "address":
            return f"`{thing.address:#x}`"
    return f"`{value_text(thing.serial, state.heap)[0]}`"
