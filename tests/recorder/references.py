"""The references of a recorded content."""

from visualizer import model
from visualizer.model import Content, Named


def references(content: Content) -> list[int]:
    """Yield the serials in a content, in its order, once for each reference."""
    match content:
        case model.Instance():
            inner = [] if content.base is None else references(content.base)
            return [content.cls, *_values(content.attributes), *inner]
        case model.Mapping():
            return [serial for entry in content.entries for serial in entry]
        case model.ClassBody():
            return [*content.bases, *_values(content.attributes)]
        case model.Function():
            own = [*_values(content.closure), *content.defaults, *_values(content.attributes)]
            return [*_present(content.code), *own]
        case model.Generator():
            return [*_values(content.locals), *_present(content.awaits)]
        case model.ExceptionBody(cls, args, cause, context, traceback):
            return [
                *_present(cls, args, cause, context, traceback),
                *_values(content.attributes),
            ]
        case _:
            return _of_plain(content)


def _of_plain(content: Content) -> list[int]:
    match content:
        case model.Sequence():
            return list(content.items)
        case model.Method():
            return [content.self, content.function]
        case model.Cell():
            return _present(content.contents)
        case model.Iterator():
            return _present(content.over)
        case model.WeakReference():
            return _present(content.referent)
        case model.Array():
            return _present(content.base)
        case model.Other():
            return list(content.referents)
        case _:
            return []


def _values(names: Named) -> list[int]:
    return [serial for _, serial in names]


def _present(*serials: int | None) -> list[int]:
    return [serial for serial in serials if serial is not None]
