"""How to read the objects of a type."""

from __future__ import annotations

from visualizer.recorder.classes import slot_members, type_mro

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


class Plan:
    """How to read the objects of one type.

    ``read(thing, reach)`` gives what is compared from step to step, and may be kept.
    ``text(thing)`` is a value in words, as bytes, and its whole length or -1. ``immutable``: other
    content at the same address is another object. ``kind`` is one of wire's. ``size`` is None where
    ``sys.getsizeof`` runs no code of the program. ``base`` is the kind of the builtin that an
    instance's class derives from. Where ``tells_parts``, ``text`` tells what ``parts`` does
    instead. ``keys`` are what ``class_keys`` gave, ``moment`` is the step when that was last found
    to hold.

    Nothing that a plan refers to refers back to it: one that is dropped would be garbage for the
    program's collector to find, and to count.
    """

    __slots__ = (
        *("base", "collectable", "dies_quietly", "immutable", "keys", "kind", "moment", "name"),
        *("read", "size", "tells_parts", "text", "type_id"),
    )

    def __init__(
        self,
        kind: int,
        name: int,
        read: Read,
        *,
        text: Callable[[Any], Text] | None = None,
        parts: Callable[[Any], list[int]] | None = None,
        immutable: bool = False,
    ) -> None:
        self.kind = kind
        self.name = name
        self.read = read
        self.text: Callable[[Any], Any] | None = text or parts
        self.tells_parts = parts is not None
        self.immutable = immutable
        self.type_id = self.moment = 0
        self.keys: tuple[int, ...] = ()
        self.collectable = self.dies_quietly = False
        self.size: Callable[[Any], int] | None = None
        self.base: int | None = None


class Shape:
    """How to find the attributes of instances of one class of the program.

    ``slots`` are where its slots are, by their names, ``hidden`` those that cannot be asked for by
    name, ``texts`` the names that were found last. Where there are others than those that the
    program's code spells (``has_dicts``) each object has its ``__dict__`` asked for instead. Where
    the class derives from a builtin one (``is_derived``), ``base_read`` reads what that holds, if
    it refers to anything.
    """

    __slots__ = ("base_read", "has_dicts", "hidden", "is_derived", "slots", "texts")

    def __init__(self, cls: type) -> None:
        self.slots = slot_members(type_mro(cls))
        self.hidden = {name: where for name, where in self.slots.items() if name != where[1]}
        self.texts: list[str] = []
        self.has_dicts = self.is_derived = False
        self.base_read: Callable[[Any, Reach], bytes] | None = None
