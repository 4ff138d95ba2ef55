"""Numbers the names to send, so that each is sent once."""

from __future__ import annotations

from visualizer.recorder import wire
from visualizer.recorder.objects.texts import safe_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from typing import Any

    from visualizer.recorder.objects.plans import Layout


class Names:
    """Numbers names; a new one is added to ``pending`` to be sent.

    The keys are copies: holding the program's own string would raise its reference count.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.pending: list[int] = []
        self.pending_texts: list[bytes] = []

    def number(self, text: str) -> int:
        """Return the number of a name."""
        found = self._numbers.get(text)
        if found is None:
            own, found = self.copy(text), len(self._numbers)
            encoded = own.encode("utf-8", "surrogatepass")
            self._announce(own, found, (wire.TEXT, len(encoded)), encoded)
        return found

    def _announce(self, own: str, number: int, head: tuple[int, int], encoded: bytes) -> None:
        # No call in here: a signal handler could raise after it.
        self._numbers[own] = number
        self.pending += head
        self.pending_texts += (encoded,)

    @staticmethod
    def copy(text: str) -> str:
        """Return an equal string that is not the program's."""
        return text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")


def named_values(
    namespace: dict[Any, object],
    number: Callable[[str], int],
    leave_out: Container[str] = frozenset(),
) -> tuple[Layout, list[object]]:
    """Return the names in a dict by number, and the values; other keys appear as their ``repr``.

    Looks nothing up: a key may be text with a hash of the program's own.
    """
    names: list[int] = []
    values: list[object] = []
    for name, value in dict.items(namespace):
        if type(name) is not str:
            names.append(number(safe_repr(name)))
        elif name in leave_out:
            continue
        else:
            names.append(number(name))
        values.append(value)
    return tuple(names), values
