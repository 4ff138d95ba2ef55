"""The rows of a chain's nodes: one, or several if a program joins or divides lists.

Nodes of a row that are never there at one step may have one column: those that a stack pushes
after it has popped others.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from visualizer.layout.analysis.clocks import Stays
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.layout.nodes.parents import Link

_MAX_NODES = 60
"""The maximum number of nodes of a chain that may have several rows."""
_MOST_PASSED = 2
"""A link that passes more living nodes counts as if it passed this number."""
_LAST = 1 << 60
"""A step after all others."""

type Row = list[int]


def rows_of(
    nodes: Collection[int], run: Row, stays: Mapping[Link, Stays], died: Mapping[int, int]
) -> list[Row]:
    """Return the rows of a chain: one, with the longest ``run`` of nodes, or several.

    ``stays`` has the links of one name between the nodes; ``died`` has the step at which a node was
    freed. Several rows follow the links that last longest, but for those to the first node of a
    ring. They are chosen if, over all steps,
    fewer links pass other nodes or lead to another row, or if no link ever joins the rows.
    """
    one_row = _with_all([run[:]], nodes, stays)
    if len(nodes) > _MAX_NODES:
        return one_row
    first = run[0] if _is_ring(run, stays) else 0
    onward = {link: held for link, held in stays.items() if link.target != first}
    several = _with_all(_lasting(nodes, onward) or [[]], nodes, stays)
    return min(one_row, several, key=lambda rows: (_cost(rows, stays, died), -len(rows)))


def in_columns(
    row: Row, born: Mapping[int, int], died: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield each node of a row with its column: after those of all earlier nodes that it meets.

    ``born`` and ``died`` have the steps at which a node was made and freed. A node that is made
    as another one is freed gets another column, so it does not look like a changed one.
    """
    lives: list[list[tuple[int, int]]] = []
    for node in with_checkpoints(row):
        life = born.get(node, 0), died.get(node, _LAST)
        column = len(lives)
        while column and not _meets(life, lives[column - 1]):
            column -= 1
        if column == len(lives):
            lives.append([])
        lives[column].insert(bisect_left(lives[column], life), life)
        yield node, column


def _meets(life: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Whether a life has a step in common with others, which have none and are in order."""
    born, died = life
    nth = bisect_left(others, (born,))
    return (nth > 0 and others[nth - 1][1] >= born) or (
        nth < len(others) and others[nth][0] <= died
    )


def _lasting(nodes: Iterable[int], stays: Mapping[Link, Stays]) -> list[Row]:
    """Return rows in which each node refers to the next, by the links that last longest.

    A node without any link has a row; one with links has none for itself.
    """
    times = {link: sum(end - start for start, end in held) for link, held in stays.items()}
    row_of = {one: [one] for one in nodes}
    for link in sorted(times, key=times.__getitem__, reverse=True):
        row, more = row_of[link.source], row_of[link.target]
        if row is not more and row[-1] == link.source and more[0] == link.target:
            row += more
            row_of |= dict.fromkeys(more, row)
    alone = row_of.keys() - {end for link in stays for end in (link.source, link.target)}
    return [row for one, row in row_of.items() if row[0] == one and (len(row) > 1 or one in alone)]


def _is_ring(run: Row, stays: Mapping[Link, Stays]) -> bool:
    """Whether the last node of a run refers to its first at the end, with all links between."""
    ends = {(link.source, link.target): held[-1][1] for link, held in stays.items()}
    around = {ends.get(link) for link in zip(run, (*run[1:], *run[:1]), strict=True)}
    return len(run) > 2 and len(around) == 1 and None not in around


def _with_all(rows: list[Row], nodes: Iterable[int], stays: Mapping[Link, Stays]) -> list[Row]:
    """Add the other nodes to the rows: before the node that they lead to, or at the very end."""
    leads_to = {link.source: link.target for link in with_checkpoints(stays)}
    row_of = {one: row for row in rows for one in row}
    for one in with_checkpoints(nodes):
        if one in row_of:
            continue
        way: dict[int, None] = {}
        target = one
        while target and target not in row_of and target not in way:
            way[target] = None
            target = leads_to.get(target, 0)
        row = row_of.get(target, rows[-1])
        at = row.index(target) if target in row_of else len(row)
        row[at:at] = way
        row_of |= dict.fromkeys(way, row)
    return rows


def _cost(rows: list[Row], stays: Mapping[Link, Stays], died: Mapping[int, int]) -> int:
    """Return how many nodes all links pass, summed over all steps; another row counts as one."""
    at = {one: (nth, place) for nth, row in enumerate(rows) for place, one in enumerate(row)}
    born: dict[int, int] = {}
    for link, held in stays.items():
        for one in (link.source, link.target):
            born[one] = min(held[0][0], born.get(one, held[0][0]))
    cost = 0
    for link, held in stays.items():
        (row, first), (other, last) = sorted((at[link.source], at[link.target]))
        # A node without any link may be there from the beginning.
        between = rows[row][first + 1 : last] if row == other else ()
        passed = [(born.get(one, 0), died.get(one, _LAST)) for one in between]
        cost += sum(_passed(stay, passed) if row == other else stay[1] - stay[0] for stay in held)
    return cost


def _passed(stay: tuple[int, int], lives: Iterable[tuple[int, int]]) -> int:
    """Return how many nodes a link passes, summed over the steps of its stay."""
    start, end = stay
    shared = sum(max(0, min(end, died) - max(start, born)) for born, died in lives)
    return min(shared, _MOST_PASSED * (end - start))
