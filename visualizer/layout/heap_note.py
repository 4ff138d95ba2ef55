"""How much of the heap is drawn, of how much there is."""

from typing import NamedTuple

from visualizer.layout.measure import Phrase, phrase
from visualizer.layout.sizes import written_size


class HeapAmount(NamedTuple):
    """How many objects are drawn and how many bytes they take, and the same of all live ones."""

    drawn: int
    size: int
    live: int
    live_size: int


def heap_note(amount: HeapAmount) -> Phrase:
    """How many objects are drawn, and of how many if that is not all: code, for one, is not.

    The whole is what the timeline counts, so that the two agree.
    """
    whole = written_size(amount.live_size)
    if amount.drawn == amount.live:
        return phrase("heap-note", n=amount.live, size=whole)
    size = written_size(amount.size)
    shown = f"{amount.drawn:,}"
    return phrase("heap-note-some", shown=shown, n=amount.live, size=size, whole=whole)
