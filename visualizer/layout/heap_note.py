"""The note about how much of the heap is drawn."""

from typing import NamedTuple

from visualizer.layout.measure import Phrase, phrase
from visualizer.layout.sizes import written_size


class HeapAmount(NamedTuple):
    """The number and size in bytes of the drawn objects, and of all live ones."""

    drawn: int
    size: int
    live: int
    live_size: int


def heap_note(amount: HeapAmount) -> Phrase:
    """Return the number of drawn objects, and of all if some, such as code, are not drawn.

    The total is that of the timeline, so that the two agree.
    """
    if not amount.live_size and amount.live:
        return phrase("heap-note-unknown", n=amount.live)
    whole = written_size(amount.live_size)
    if amount.drawn == amount.live:
        return phrase("heap-note", n=amount.live, size=whole)
    size = written_size(amount.size)
    shown = f"{amount.drawn:,}"
    return phrase("heap-note-some", shown=shown, n=amount.live, size=size, whole=whole)
