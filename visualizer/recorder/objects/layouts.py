"""Numbers sequences of names, which many objects share."""

from __future__ import annotations

from visualizer.recorder.objects.texts import safe_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from typing import Any

    from visualizer.recorder.objects.plans import Layout, Worklist


class Layouts:
    """``number`` numbers one name, ``layout`` a sequence of numbered names."""

    def __init__(self, number: Callable[[str], int]) -> None:
        self.number = number
        self.layouts: dict[Layout, int] = {(): 0}
        self.layout_names: list[Layout] = [()]

    def layout(self, numbers: Layout) -> int:
        """Return the number of a sequence of names."""
        found = self.layouts.get(numbers)
        if found is None:
            found = self.layouts[numbers] = len(self.layout_names)
            self.layout_names.append(numbers)
        return found

    def names_and_values(
        self,
        namespace: dict[Any, object],
        worklist: Worklist,
        leave_out: Container[str] = frozenset(),
    ) -> tuple[int, list[int]]:
        """Return the layout and the addresses of the values of a namespace dict."""
        names, values = named_values(namespace, self.number, leave_out)
        worklist.extend(values)
        return self.layout(names), [*map(id, values)]


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
