"""What the heap's ground says of itself when some of what is drawn there is left out."""

from dataclasses import replace

from visualizer.diagram.regrouping import Grouped
from visualizer.layout import Picture, RegionKind
from visualizer.layout.heap_note import heap_note
from visualizer.model import State


def heap_told(whole: Picture, left: Picture, grouped: Grouped, state: State) -> Picture:
    """What is ``left`` of a ``whole`` picture, with the true number of objects on its heap.

    What is ``grouped`` is drawn in the card of its group, what is in its slots is not.
    """
    amount = whole.heap
    told = any(region.kind is RegionKind.HEAP and region.note for region in left.regions)
    if amount is None or not told or left.boxes is whole.boxes:
        return left
    kept = {box.key for box in left.boxes if not box.middle}
    gone = set[int]()
    there = 0
    for box in whole.boxes:
        if box.serial is None or box.ghost:
            continue
        if box.serial in grouped.cards:
            there += 1
        elif box.key not in kept:
            gone.add(box.serial)
        else:
            continue
        # Where counts are told, these are what is drawn in its slots.
        for serial, _ in box.pills:
            gone.add(serial)
    gone &= state.heap.keys()
    heap, come = state.heap, grouped.unseen & state.heap.keys()
    now = amount._replace(
        drawn=amount.drawn - len(gone) + len(come),
        size=amount.size + sum(heap[n].size for n in come) - sum(heap[n].size for n in gone),
        grouped=there + len(come),
    )
    regions = tuple(
        replace(region, note=heap_note(now))
        if region.kind is RegionKind.HEAP and region.note
        else region
        for region in left.regions
    )
    return replace(left, regions=regions, heap=now)
