"""In which column each object stands: one to the right of the furthest that refers to it."""

from collections import defaultdict, deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from visualizer.layout.chains import Graph, Rows, cut_into_rows, find_chains, row_length
from visualizer.layout.spans import Reference

LASTING = 0.2
"""A reference held for less than this part of the shorter life of its ends does not count."""

_ALL = 0.9
"""A name that refers to an object for so much of its life does so for all that one sees."""

WAYS_BACK = frozenset(
    {"prev", "previous", "parent", "up", "owner", "back"}
    | {"_prev", "_previous", "_parent", "_up", "_owner", "_back"}
)
"""Attributes that lead to where one came from, by the names that they usually have."""


def assign_columns(
    serials: Iterable[int],
    references: Iterable[Reference],
    life: Callable[[int], float],
    horizon: int,
    fixed: Mapping[int, int],
    *,
    rows: Rows | None = None,
) -> dict[int, int]:
    """The column of every serial by longest path; frames are column 0 and ``fixed`` stays.

    References that close a cycle, lead back or do not last are left out of account, and so are, for
    what has a name all its life, those that it outlives, such as an iterator's over a list.
    ``life`` gives the steps for which an object is in the picture, up to ``horizon``. With ``rows``
    chains that are too long for a row stand in several, and it is told which.
    """
    new = [serial for serial in serials if serial not in fixed]
    known = set(new)
    graph: Graph = {serial: {} for serial in new}
    least = dict.fromkeys(new, 1)
    named = _named_for_life(references, known, life, horizon)
    for reference in _leading_on(references, known, named):
        target, holder = reference.target, int(reference.holder.name)
        held = min(reference.end, horizon + 1) - reference.start
        if holder in known:
            graph[holder][target] = graph[holder].get(target, 0) + held
        elif holder in fixed and held >= LASTING * min(life(holder), life(target)):
            least[target] = max(least[target], fixed[holder] + 1)
    for holder, targets in graph.items():
        for target in [t for t, h in targets.items() if h < LASTING * min(life(holder), life(t))]:
            del targets[target]
    _break_cycles(graph, _held_by_names(references, known, horizon))
    columns = dict(least)
    _longest_paths(graph, columns)
    return columns if rows is None else _in_rows(graph, columns, least, life, rows)


def _leading_on(
    references: Iterable[Reference], known: Container[int], named: Mapping[int, float]
) -> Iterator[Reference]:
    """Those from one object to another that may decide how far right that stands."""
    for reference in references:
        target, holder = reference.target, reference.holder
        if target not in known or holder.kind != "object" or int(holder.name) == target:
            continue
        if reference.end >= named.get(target, 0) and reference.named not in WAYS_BACK:
            yield reference


def _held_by_names(
    references: Iterable[Reference], known: Container[int], horizon: int
) -> dict[int, float]:
    """For how many steps names of frames hold what is known."""
    held: dict[int, float] = defaultdict(float)
    for reference in references:
        if reference.target in known and reference.holder.kind != "object":
            held[reference.target] += min(reference.end, horizon + 1) - reference.start
    return held


def _in_rows(
    graph: Graph,
    columns: dict[int, int],
    least: dict[int, int],
    life: Callable[[int], float],
    rows: Rows,
) -> dict[int, int]:
    """The columns where chains that are too long for a row stand in several."""
    found = find_chains(graph, columns, rows.kind, life)
    lengths = (row_length(chain, columns, rows.width) for chain in found)
    longest = (rows.longest(len(chain)) for chain in found)
    measured = zip(found, map(min, lengths, longest), strict=True)
    chains = [(chain, length) for chain, length in measured if length < len(chain)]
    if not chains:
        return columns
    cut_into_rows(graph, chains, least, life, rows)
    _longest_paths(graph, least)
    return least


def _named_for_life(
    references: Iterable[Reference],
    known: Container[int],
    life: Callable[[int], float],
    horizon: int,
) -> dict[int, float]:
    """What one name refers to all the while, and the step up to which it does."""
    found: dict[int, float] = {}
    for reference in references:
        if reference.holder.kind == "object" or reference.target not in known:
            continue
        end = min(reference.end, horizon + 1)
        if end - reference.start >= _ALL * life(reference.target):
            found[reference.target] = max(found.get(reference.target, 0), end)
    return found


def _longest_paths(graph: Graph, columns: dict[int, int]) -> None:
    waiting = dict.fromkeys(graph, 0)
    for targets in graph.values():
        for target in targets:
            waiting[target] += 1
    ready = deque(serial for serial, count in waiting.items() if count == 0)
    while ready:
        holder = ready.popleft()
        for target in graph[holder]:
            columns[target] = max(columns[target], columns[holder] + 1)
            waiting[target] -= 1
            if waiting[target] == 0:
                ready.append(target)


def _break_cycles(graph: Graph, outside: Mapping[int, float]) -> None:
    """Keep, within what refers to itself in circles, only what leads on from where one enters."""
    home = {serial: number for number, group in enumerate(_components(graph)) for serial in group}
    groups: dict[int, list[int]] = defaultdict(list)
    for serial in graph:
        groups[home[serial]].append(serial)
    entered: dict[int, float] = defaultdict(float, outside)
    for holder, targets in graph.items():
        for target, held in targets.items():
            if home[holder] != home[target]:
                entered[target] += held
    for group in groups.values():
        if len(group) == 1:
            continue
        levels = _levels(graph, group, max(group, key=lambda s: (entered[s], -s)))
        for holder in group:
            for target in list(graph[holder]):
                if target in levels and levels[target] <= levels[holder]:
                    del graph[holder][target]


def _levels(graph: Graph, group: list[int], entry: int) -> dict[int, int]:
    within = set(group)
    levels = {entry: 0}
    ready = deque([entry])
    while ready:
        holder = ready.popleft()
        for target in graph[holder]:
            if target in within and target not in levels:
                levels[target] = levels[holder] + 1
                ready.append(target)
    return levels


def _components(graph: Graph) -> list[list[int]]:
    """Strongly connected components (Tarjan 1972), without recursion: chains are long."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    found: list[list[int]] = []
    for root in graph:
        if root in index:
            continue
        work = [(root, iter(graph[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(graph[target])))
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    found.append(_popped(stack, on_stack, node))
    return found


def _popped(stack: list[int], on_stack: set[int], until: int) -> list[int]:
    group = []
    while True:
        node = stack.pop()
        on_stack.discard(node)
        group.append(node)
        if node == until:
            return group
