"""How to read the objects of a type."""

from __future__ import annotations

from visualizer.recorder.classes import class_keys, has_plain_attributes, slot_members, type_mro

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    type Content = bytes | int | str
    """What is known of an object between two steps."""
    type Reach = list[object]
    """What is still to be looked at."""
    type Text = tuple[bytes, int]
    """A value in words, cut, and its whole length where it was cut, else -1."""
    type Read = Callable[[Any, Reach], Content]
    type Layout = tuple[int, ...]
    """The numbers of names, in order."""
    type Slots = dict[str, tuple[int, str]]
    """Where slots are, by name: the place of the class among the bases, and the key there."""
    type Getter = Callable[[object], tuple[object, ...]]


class Plan:
    """How to read the objects of one type.

    ``read(thing, reach)`` gives what is compared from step to step; None for an int, which is
    compared itself. ``keep`` turns that into what may be kept. ``text(thing)`` is a value in
    words, as bytes, and its whole length or -1. ``immutable``: other content at the same address is
    another object. ``kind`` is one of wire's. ``size`` is None where ``sys.getsizeof`` runs no code
    of the program. ``base`` is the kind of the builtin that an instance's class derives from. Where
    ``tells_parts``, ``text`` tells what ``parts`` does instead.

    Nothing that a plan refers to refers back to it: one that is dropped would be garbage for the
    program's collector to find, and to count.
    """

    __slots__ = (
        *("base", "collectable", "dies_quietly", "immutable", "keep", "kind", "name", "read"),
        *("size", "tells_parts", "text", "type_id"),
    )

    def __init__(
        self,
        kind: int,
        name: int,
        read: Read | None,
        *,
        text: Callable[[Any], Text] | None = None,
        parts: Callable[[Any], list[int]] | None = None,
        immutable: bool = False,
        keep: Callable[[Any], Content] | None = None,
    ) -> None:
        self.kind = kind
        self.name = name
        self.read = read
        self.text: Callable[[Any], Any] | None = text or parts
        self.tells_parts = parts is not None
        self.immutable = immutable
        self.keep = keep
        self.type_id = 0
        self.collectable = self.dies_quietly = False
        self.size: Callable[[Any], int] | None = None
        self.base: int | None = None

    def become(self, other: Plan) -> None:
        """Take over all of another plan."""
        for name in Plan.__slots__:
            setattr(self, name, getattr(other, name))


class Shape:
    """How to find the attributes of instances of one class of the program.

    ``slots`` are where its slots are, by their names, ``hidden`` those that cannot be asked for by
    name; ``plain``: no class of the program stands in the way of reading. ``layouts`` has by the
    number of attributes the names last seen and what gets their values; where one cannot be told
    from the class's own (``has_dicts``) each object has its
    ``__dict__`` asked for instead. Where the class derives from a builtin one (``is_derived``),
    ``base_read`` reads what that holds, if it refers to anything. ``spelled`` is for programs that
    listen to audit events (``Attributes``). ``keys`` are what ``class_keys`` gave, ``moment`` is
    the step when that was last found to hold.
    """

    __slots__ = (
        *("base_read", "has_dicts", "hidden", "is_derived", "keys", "layouts"),
        *("moment", "plain", "slots", "spelled"),
    )

    def __init__(self, cls: type) -> None:
        mro = type_mro(cls)
        self.slots = slot_members(mro)
        self.hidden = {name: where for name, where in self.slots.items() if name != where[1]}
        self.plain = has_plain_attributes(mro)
        self.keys = class_keys(cls)
        self.moment = 0
        self.layouts: dict[int, list[tuple[Layout, Getter]]] = {}
        self.spelled: tuple[Any, ...] | None = None
        self.has_dicts = self.is_derived = False
        self.base_read: Callable[[Any, Reach], bytes] | None = None


def same[T](value: T) -> T:
    """The value itself."""
    return value
