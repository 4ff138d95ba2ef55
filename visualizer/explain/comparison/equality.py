"""Whether two objects have equal values, judged by what is recorded of them."""

from visualizer.explain.comparison.slots import Heap, labelled_slots, own_facts

MAX_COMPARED = 2_000
"""The maximum number of pairs of objects that are looked at; two that need more are not equal."""


def are_equal(one: int, heap: Heap, other: int, other_heap: Heap) -> bool:
    """Whether types, own values and all that they refer to are equal, cycles included."""
    seen: set[tuple[int, int]] = set()
    waiting = [(one, other)]
    while waiting:
        pair = waiting.pop()
        if pair in seen or (pair[0] == pair[1] and heap is other_heap):
            continue
        seen.add(pair)
        left, right = heap.get(pair[0]), other_heap.get(pair[1])
        if left is None or right is None or len(seen) > MAX_COMPARED:
            return False
        if left.type != right.type or type(left.content) is not type(right.content):
            return False
        if own_facts(left.content, same_text=True) != own_facts(right.content, same_text=True):
            return False
        ours, theirs = labelled_slots(left, heap), labelled_slots(right, other_heap)
        if ours.keys() != theirs.keys():
            return False
        waiting += [(target, theirs[label][1]) for label, (_, target) in ours.items()]
    return True
