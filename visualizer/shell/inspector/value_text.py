"""Formats an object's contents as rows, for the inspector."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from visualizer.explain.naming import kind_of
from visualizer.layout.measure import Phrase, Text, phrase
from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Generator,
    HeapObject,
    Instance,
    Iterator,
    Lock,
    Mapping,
    Method,
    Module,
    Other,
    Scalar,
    Sequence,
    State,
    WeakReference,
    attributes_in_order,
    library_value,
)

MOST_ROWS = 100
"""Rows of a container on one page of the inspector."""
MOST_LETTERS = 1_000
"""Characters of a long text on one page of the inspector."""
_CUT = 200


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A row: a name within the object, its value, and the serial of an object it refers to.

    Phrases belong to the window and need translation; other texts belong to the program.
    """

    name: Text
    value: Text
    serial: int | None = None


def short(state: State, serial: int | None) -> str:
    """Return a scalar's text, or the type and serial of any other object."""
    if serial is None:
        return "None"
    thing = state.heap.get(serial)
    if thing is None:
        return f"#{serial}"
    match thing.content:
        case Scalar(text=text):
            return _cut(text)
        case Other() if (value := library_value(thing, state.heap)) is not None:
            return value
    return f"{kind_of(thing.type)} #{serial}"


def _plain_content(thing: HeapObject) -> Content | None:
    """Return the contents of an object, without its attributes."""
    return thing.content.base if isinstance(thing.content, Instance) else thing.content


def rows_known(thing: HeapObject) -> int:
    """Return the number of recorded items or entries of a container; 0 for other objects."""
    match _plain_content(thing):
        case Sequence(items=known) | Mapping(entries=known):
            return len(known)
    return 0


def letters_known(thing: HeapObject) -> int:
    """Return the number of recorded characters of a text too long for a page; 0 for others."""
    match _plain_content(thing):
        case Scalar(text=text) if len(text) > MOST_LETTERS:
            return len(text)
    return 0


def letters_missing(thing: HeapObject) -> int:
    """Return the number of characters of a text that were not recorded."""
    match _plain_content(thing):
        case Scalar(text=text, length=int(length)):
            return max(length - len(text), 0)
    return 0


def count_of(thing: HeapObject) -> int | None:
    """Return the length of a container; None for other objects."""
    content = _plain_content(thing)
    return content.length if isinstance(content, Sequence | Mapping) else None


def rows_of(
    state: State,
    thing: HeapObject,
    called: Callable[[Function], str] = attrgetter("name"),
    first: int = 0,
    defaults: Callable[[Function], tuple[str, ...]] = lambda _: (),
) -> tuple[ValueRow, ...]:
    """Return the contents of an object: at most ``MOST_ROWS`` rows from the row ``first``.

    For a long text ``first`` is a character, and its row has ``MOST_LETTERS`` characters.
    ``called`` returns how a function is called, ``defaults`` its parameters with default values.
    """
    letter = first if letters_known(thing) else 0
    end = first - letter + MOST_ROWS
    parts = _parts(state, thing, end)[first - letter : end]
    if letters_known(thing):
        (_, text), *others = parts
        parts = [("", str(text)[letter : letter + MOST_LETTERS]), *others]
    if isinstance(thing.content, Function):
        parts = [("def", called(thing.content)), *parts[1:]]
        parts += _defaults(thing.content, defaults(thing.content))
    return tuple(
        ValueRow(
            name,
            value if isinstance(value, str | Phrase) else short(state, value),
            value if isinstance(value, int) else None,
        )
        for name, value in parts
    )


type _Part = tuple[Text, Text | int | None]


def _parts(state: State, thing: HeapObject, end: int) -> list[_Part]:
    match thing.content:
        case Instance(base=base):
            own = attributes_in_order(thing, state.heap)
            return [*_plain(state, thing, base, end), *own]
        case ClassBody(bases=bases, attributes=attributes):
            return [*((phrase("base"), base) for base in bases), *attributes]
        case Function(name=name, line=line, closure=closure):
            return [("", name), (phrase("value.line"), str(line)), *closure]
        case Method(self=owner, function=function):
            return [("self", owner), (phrase("value.function"), function)]
        case Cell(contents=contents):
            return [(phrase("value.contents"), contents)]
        case Generator(state=how, line=line, locals=names, awaits=awaits):
            waits = [(phrase("awaits"), awaits)] if awaits is not None else []
            return [_state(f"generator-{how}", line=line), *waits, *names]
        case Iterator(over=over, position=position):
            place = (phrase("value.position"), str(position))
            return [_state("used-up")] if over is None else [(phrase("value.over"), over), place]
        case WeakReference(referent=referent):
            return [_state("dead") if referent is None else (phrase("value.referent"), referent)]
        case Lock(locked=locked, owner=owner, count=count):
            by = {"thread": owner, "n": count} if owner is not None and count is not None else {}
            return [_state("locked-by" if by else "locked" if locked else "unlocked", **by)]
        case ExceptionBody(args=args, cause=cause, context=context, attributes=attributes):
            return [("args", args), ("__cause__", cause), ("__context__", context), *attributes]
        case content:
            return _plain(state, thing, content, end)


def _defaults(function: Function, names: tuple[str, ...]) -> list[_Part]:
    """Return the default values, by parameter name, or by number if the names are unknown."""
    return [
        (f"{names[n]}=" if names else phrase("default", number=n + 1), serial)
        for n, serial in enumerate(function.defaults)
    ]


def _state(key: str, **arguments: int) -> _Part:
    return phrase("value.state"), phrase(key, **arguments)


def _plain(
    state: State,
    thing: HeapObject,
    content: Scalar | Sequence | Mapping | Module | Array | Other | None,
    end: int,
) -> list[_Part]:
    match content:
        case Scalar(text=text):
            return [("", text)]
        case Sequence(items=items):
            ordered = not thing.type.endswith("set")
            shown = items[:end]
            return [(str(place) if ordered else "", item) for place, item in enumerate(shown)]
        case Mapping(entries=entries):
            return [(short(state, key), value) for key, value in entries[:end]]
        case Module(name=name):
            return [(phrase("value.name"), name)]
        case Array(shape=shape, dtype=dtype, text=text):
            return [("shape", str(shape)), ("dtype", dtype), ("", _cut(text))]
        case Other(referents=referents, named=names, facts=facts):
            named = {serial for _, serial in names}
            rest = [("", one) for one in referents[:end] if one not in named]
            return [*facts, *names[:end], *rest]
        case None:
            return []


def _cut(text: str) -> str:
    return text if len(text) <= _CUT else f"{text[:_CUT]}…"
