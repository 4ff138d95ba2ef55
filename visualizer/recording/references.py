"""Which objects a content refers to."""

from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Generator,
    Instance,
    Iterator,
    Mapping,
    Method,
    Named,
    Other,
    Sequence,
    State,
    WeakReference,
)


def references(content: Content) -> list[int]:
    """The serials in ``content``, each as often as it stands there."""
    match content:
        case Sequence(items=serials) | Other(referents=serials):
            return list(serials)
        case Mapping(entries=entries):
            return [serial for entry in entries for serial in entry]
        case Instance(cls=cls, attributes=attributes, base=base):
            return [cls, *values(attributes), *(references(base) if base else ())]
        case ClassBody(bases=bases, attributes=attributes):
            return [*bases, *values(attributes)]
        case Function(code=code, closure=closure, defaults=defaults, attributes=attributes):
            return [*_present(code), *values(closure), *defaults, *values(attributes)]
        case Method(self=owner, function=function):
            return [owner, function]
        case (
            Cell(contents=one) | Iterator(over=one) | WeakReference(referent=one) | Array(base=one)
        ):
            return _present(one)
        case Generator(locals=names):
            return values(names)
        case ExceptionBody():
            parts = (content.cls, content.args, content.cause, content.context, content.traceback)
            return [*_present(*parts), *values(content.attributes)]
        case _:
            return []


def values(names: Named) -> list[int]:
    """The serials that ``names`` refer to."""
    return [serial for _, serial in names]


def all_references(state: State) -> list[int]:
    """Every reference there is in ``state``: of frames, global names and objects."""
    found = [
        serial
        for stack in state.stacks.values()
        for frame in stack
        for serial in values(frame.locals)
    ]
    for names in state.globals.values():
        found += values(names)
    for one in state.heap.values():
        found += references(one.content)
    return found


def _present(*serials: int | None) -> list[int]:
    return [serial for serial in serials if serial is not None]
