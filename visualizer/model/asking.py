"""The queries about a step that do not need its whole state.

``Values`` answers them from model objects, the followers of a recording from wire numbers, and
conditions from a state of the model.
"""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from visualizer.model.run import HeapObject
    from visualizer.model.values import Found, Unavailable, Value, Whole


class Objects(Protocol):
    """Live objects by serial, and their values as ``values.py`` defines them."""

    def shown(self, serial: int, /) -> "HeapObject | None":
        """Return an object; None if there is none of that serial."""

    def plain(self, serial: int, /) -> "Value":
        """The value of an object, ``Unavailable``, or the ``Thing`` that it is."""

    def whole(self, serial: int, most: int, /) -> "Whole":
        """The value with everything in it, ``most`` items in all."""

    def length(self, serial: int, /) -> int | None:
        """Return the number of items of a container; None for other objects."""

    def item(self, serial: int, at: int, /) -> "int | Unavailable | None":
        """The item at a place of a list, a tuple or a deque; None where there is none."""

    def entry(self, serial: int, key: "Value", most: int, /) -> "Found":
        """The value of the entry of a dict under ``key``."""

    def attribute(self, serial: int, name: str, /) -> tuple[int, int | None] | None:
        """Return the class of an instance, and its own attribute of that name; None for other
        objects.
        """
