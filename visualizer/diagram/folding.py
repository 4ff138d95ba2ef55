"""What hangs under an object can be folded away: nothing else moves, and it comes back as it was.

Hidden is what one gets to through the folded card alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from visualizer.layout import ArrowKind, Box, Fold, Key, Mark, Picture, object_key

type Graph = Mapping[Key, list[Key]]

NOT_HELD = (ArrowKind.FORMER, ArrowKind.WEAK)


def fold(picture: Picture, folded: Collection[int]) -> tuple[Picture, dict[Key, int]]:
    """The picture without what hangs under the ``folded`` objects; what is hidden, and by which."""
    boxes = {box.key: box for box in picture.boxes}
    shut = {key for key in map(object_key, folded) if key in boxes}
    if not shut:
        return picture, {}
    graph, around = graph_of(picture)
    roots = [key for key in boxes if key.kind != "object"]
    # What no name leads to hangs under nothing.
    roots += boxes.keys() - reached(roots, graph, ())
    hidden = boxes.keys() - reached(roots, graph, shut)
    by: dict[Key, int] = {}
    for key in sorted(shut - hidden):
        under = reached([key], graph, boxes.keys() - hidden - {key}) & hidden
        by.update(dict.fromkeys(under - by.keys(), int(key.name)))
    under_each: dict[int, list[Box]] = defaultdict(list)
    for key, holder in by.items():
        under_each[holder].append(boxes[key])
    leads: dict[int, int] = defaultdict(int)
    for arrow in picture.arrows:
        goal = around.get(object_key(arrow.target), object_key(arrow.target))
        if arrow.card in by and goal not in by and arrow.kind is not ArrowKind.FORMER:
            leads[by[arrow.card]] += 1
    kept = tuple(
        replace(box, fold=_fold(under_each[box.serial], leads[box.serial]))
        if box.serial is not None and box.serial in under_each
        else box
        for box in picture.boxes
        if box.key not in by
    )
    arrows = tuple(
        arrow
        for arrow in picture.arrows
        if arrow.card not in by
        and around.get(object_key(arrow.target), object_key(arrow.target)) not in by
    )
    by.update((inner, by[key]) for inner, key in around.items() if key in by)
    return replace(picture, boxes=kept, arrows=arrows), by


def can_fold(box: Box) -> bool:
    """Whether anything may hang under a card."""
    return box.serial is not None and not box.ghost and any(part.points for part in box.card.parts)


def _fold(under: Iterable[Box], leads: int) -> Fold:
    objects, changed = 0, False
    for box in under:
        inside = {part.target for part in box.card.parts if part.target and not part.points}
        objects += 1 + len(inside)
        changed = changed or box.mark is not Mark.NONE or bool(box.marks)
    return Fold(objects, changed, leads)


def graph_of(picture: Picture) -> tuple[Graph, dict[Key, Key]]:
    """Where the arrows of each card lead, and the card around each container inside one."""
    around = {object_key(inner.serial): box.key for box in picture.boxes for inner in box.nested}
    graph: dict[Key, list[Key]] = defaultdict(list)
    for arrow in picture.arrows:
        if arrow.kind not in NOT_HELD:
            target = object_key(arrow.target)
            graph[arrow.card].append(around.get(target, target))
    return graph, around


def reached(roots: Iterable[Key], graph: Graph, shut: Collection[Key]) -> set[Key]:
    """What is led to from ``roots``; from those ``shut`` nothing leads on."""
    found = set(roots)
    waiting = [key for key in found if key not in shut]
    while waiting:
        for goal in graph.get(waiting.pop(), ()):
            if goal not in found:
                found.add(goal)
                if goal not in shut:
                    waiting.append(goal)
    return found
