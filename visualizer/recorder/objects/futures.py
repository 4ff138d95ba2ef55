"""Reads asyncio's futures and tasks.

They are objects in C (Modules/_asynciomodule.c) whose underscore attributes expose their parts
without running code of the program. The collector's traversal shows their actual references.
"""

from __future__ import annotations

from types import GetSetDescriptorType, TracebackType

from visualizer.recorder.names import named_values
from visualizer.recorder.objects.attributes import remove_reference
from visualizer.recorder.objects.classes import name_of_type, referents, type_dict, type_mro
from visualizer.recorder.objects.packing import pack_instance
from visualizer.recorder.versions import DERIVED_HAVE_VALUES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from visualizer.recorder.objects.attributes import Attributes, Found
    from visualizer.recorder.objects.plans import Layout, Shape, Worklist

    type ReadShaped = Callable[[Shape, object, Worklist], bytes]
    type Part = tuple[int, Callable[[object], object]]
    """The number of a name, and the function that reads the part of that name."""

PARTS = (
    *("_coro", "_fut_waiter", "_loop", "_result", "_exception", "_cancel_message"),
    "_source_traceback",
)
AWAITED_BY = "_asyncio_awaited_by"
FUTURE, TASK, CONTEXT = "_asyncio.Future", "_asyncio.Task", "_contextvars.Context"


def reader_of_futures(attributes: Attributes, mro: tuple[type, ...]) -> ReadShaped | None:
    """Return the function that reads objects of a class; None if it is no future type."""
    own = [base for base in mro if is_future_type(base)]
    return _FutureReader(attributes, mro, own).read if own else None


class _FutureReader:
    """Reads the futures of one class as instances: their parts, then attributes set by the
    program.
    """

    def __init__(self, attributes: Attributes, mro: tuple[type, ...], own: list[type]) -> None:
        self._attributes = attributes
        self._number = number = attributes.number
        parts: dict[str, Part] = {}
        for base in own:
            for name in PARTS:
                member = type_dict(base).get(name)
                if type(member) is GetSetDescriptorType:
                    parts.setdefault(name, (number(name), member.__get__))
        self._parts = tuple(parts.values())
        of_future = type_dict(own[-1])
        self._callbacks = of_future["_callbacks"].__get__
        awaited_by = of_future.get(AWAITED_BY)
        self._awaited_by = awaited_by.__get__ if awaited_by is not None else None
        self._is_task = any(name_of_type(base) == TASK for base in mro)
        has_descriptor = any("__dict__" in type_dict(base) for base in mro)
        self._has_hidden_dict = not has_descriptor and not DERIVED_HAVE_VALUES

    def read(self, shape: Shape, thing: object, worklist: Worklist) -> bytes:
        """Return the packed layout and addresses; the values go to the worklist."""
        found = referents(thing)
        names: list[int] = []
        values: list[object] = []
        for number, part in self._parts:
            value = _part(part, thing)
            if value is not None and remove_reference(found, value):
                names.append(number)
                values.append(value)
        if len(found) > 1:
            for name, value in self._unnamed(thing, found):
                remove_reference(found, value)
                names.append(self._number(name))
                values.append(value)
        rest: Layout = ()
        others: Sequence[object] = ()
        namespace: dict[Any, object] | None = None
        if len(found) > 1:
            rest, others, namespace = self._own(shape, thing, found)
        values += others
        worklist.append(type(thing))
        worklist += values
        return pack_instance(type(thing), (*names, *rest), values, namespace)

    def _unnamed(self, thing: object, found: list[Any]) -> list[tuple[str, object]]:
        """Return references that no attribute exposes, or only in a new set."""
        callbacks = _part(self._callbacks, thing) or ()
        named = _unnamed(found, callbacks, is_task=self._is_task)
        if self._awaited_by is not None:
            waiting = _waiting(found, thing, self._awaited_by)
            named += [(AWAITED_BY, waiting)] if waiting is not None else []
        return named

    def _own(self, shape: Shape, thing: object, found: list[Any]) -> Found:
        """Return attributes set by the program.

        A class derived from a future has no ``__dict__`` descriptor, as the future has a dict
        already (type_new_slots in Objects/typeobject.c). It is the only dict left, but from 3.14 on
        the object has the values themselves.
        """
        if self._has_hidden_dict and not shape.slots:
            for one in found:
                if type(one) is dict:
                    return *named_values(one, self._number), one
        return self._attributes.own(shape, thing, found)


def _unnamed(
    found: list[Any], callbacks: Sequence[Any], *, is_task: bool
) -> list[tuple[str, object]]:
    """Return references that no attribute exposes, by the names in the library's Python version.

    A task's name may be a number until it is read. The first callback and its context are stored
    separately, all others in a list.
    """
    shown_parts: dict[str, object] = {}
    for value in found:
        kind = type(value)
        if kind is TracebackType:
            shown_parts.setdefault("_exception_tb", value)
        elif kind is list and len(callbacks) > 1:
            shown_parts.setdefault("_callbacks", value)
        elif callbacks and value is callbacks[0][0]:
            shown_parts.setdefault("_callback", value)
        elif name_of_type(kind) == CONTEXT:
            first = is_task and "_context" not in shown_parts
            shown_parts.setdefault("_context" if first else "_callback_context", value)
        elif is_task and (kind is str or kind is int):
            shown_parts.setdefault("_name", value)
        elif any(base is BaseException for base in type_mro(kind)):
            shown_parts.setdefault("_cancelled_exc", value)
    return [*shown_parts.items()]


def _waiting(found: list[Any], thing: object, awaited_by: Callable[[object], Any]) -> object | None:
    """Return the task that awaits a future, or the set of such tasks (from 3.14 on).

    The attribute returns a new set of them, which needs their hashes: it is not read for a class of
    the program, which may define its own.
    """
    for one in found:
        tasks = [*set.__iter__(one)] if type(one) is set else [one]
        if all(name_of_type(type(task)) == TASK and is_future_type(type(task)) for task in tasks):
            awaiting = [*(_part(awaited_by, thing) or ())]
            if tasks and all(any(task is other for other in awaiting) for task in tasks):
                return one  # type: ignore[no-any-return]
    return None


def is_future_type(cls: type) -> bool:
    """Whether the class is the future or the task type in C, of any import."""
    if name_of_type(cls) not in (FUTURE, TASK):
        return False
    return any(type(type_dict(base).get("_loop")) is GetSetDescriptorType for base in type_mro(cls))


def _part(part: Callable[[object], Any], thing: object) -> Any:
    """Return a part of a future; None if it is missing or ``__init__`` never ran."""
    try:
        return part(thing)
    except RuntimeError:
        return None
