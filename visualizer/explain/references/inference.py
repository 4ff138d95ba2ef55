"""Infers references that were not recorded from the meaning of the program's code.

It infers the function of each frame, and that its caller may refer to it too; that an object in
``__init__`` and its class are referred to by the caller; the cell of a frame's variable; the owner
of a ``__dict__``; the function of a generator without a name. A reference is claimed only for an
object that fits, and never more than is unexplained of its count.
"""

from collections import Counter, defaultdict

from visualizer.explain.references.books import References
from visualizer.explain.references.holding import containers
from visualizer.model import Cell, Frame, Function, Instance, Mapping, content_of


def infer(references: References) -> None:
    """Add all inferred references."""
    _variables_in_cells(references)
    functions = _functions_by_code(references)
    _functions_that_run(references, functions)
    _frames_that_pause(references, functions)
    _objects_under_init(references)
    _namespaces(references)


def _namespaces(references: References) -> None:
    """Claim the dict of each module, and the ``__dict__`` of an object with inline values.

    Such a dict does not record its owner: the owner is an object with the same attributes.
    """
    for code in references.state.codes.values():
        serial = references.at.get(code.namespace)
        if serial is not None and code.file in references.state.globals:
            references.claim(serial, "module", code.file)
    if not references.without_values:
        return
    owners = {
        one.content.attributes: one.serial
        for one in references.heap.values()
        if isinstance(one.content, Instance) and not containers(one)
    }
    for own in references.without_values:
        assert isinstance(own.content, Mapping)
        values = tuple(value for _, value in own.content.entries)
        owner = owners.get(tuple(zip(references.namespace_keys(own.serial), values, strict=False)))
        if owner is not None:
            references.claim(own.serial, "namespace", owner)


def _objects_under_init(references: References) -> None:
    """Claim a new object and its class for the caller until ``__init__`` returns."""
    for stack in references.state.stacks.values():
        for caller, frame in zip(("", *stack), stack, strict=False):
            if frame.function != "__init__" or not frame.locals:
                continue
            where = caller.function if isinstance(caller, Frame) else ""
            made = references.heap[frame.locals[0][1]]
            references.claim(made.serial, "stack", where)
            if isinstance(made.content, Instance) and made.content.cls in references.heap:
                references.claim(made.content.cls, "stack", where)


def _variables_in_cells(references: References) -> None:
    """Claim one reference for a variable in a cell that several frames and functions share."""
    by_variable: dict[tuple[str, int], list[int]] = defaultdict(list)
    for name, cell in references.cells.values():
        content = content_of(cell, references.heap)
        if isinstance(content, Cell) and content.contents is not None:
            by_variable[name, content.contents].append(cell)
    unnamed = _unnamed_cells(references)
    for (name, serial), frames in references.variables.items():
        own = [frame for frame, is_own in frames if is_own]
        cells = by_variable.get((name, serial)) or _remove_first(unnamed[serial], max(1, len(own)))
        more = max(0, len(own) - len(cells)) if own or cells else 1
        for frame in [*own, frames[0][0]][:more]:
            references.add(serial, "name", f"{frame.function} {name}")
        if len(cells) == 1 and len(own) <= 1:
            for frame, _ in frames:
                references.claim(cells[0], "running frame", frame.function)


def _unnamed_cells(references: References) -> dict[int, list[int]]:
    """Return the cells that no known function or generator has, by their contents.

    A coroutine that has not started has recorded the cells of its frame.
    """
    found: dict[int, list[int]] = defaultdict(list)
    if not references.variables:
        return found
    named = {cell for _, cell in references.cells.values()}
    for one in references.heap.values():
        if isinstance(one.content, Cell) and one.content.contents and one.serial not in named:
            found[one.content.contents].append(one.serial)
    return found


def _functions_by_code(references: References) -> dict[int, list[int]]:
    """Return the functions of each code object, by its address."""
    functions: dict[int, list[int]] = defaultdict(list)
    for one in references.heap.values():
        if isinstance(one.content, Function) and one.content.code is not None:
            functions[references.heap[one.content.code].address].append(one.serial)
    return functions


def _frames_that_pause(references: References, functions: dict[int, list[int]]) -> None:
    """Claim function and code for the frame of a generator without a name, as in a ``for``.

    Only functions, frames and the constants of enclosing code refer to a code object.
    """
    for address, found in functions.items():
        code, serial = references.codes.get(address), references.at[address]
        if code is not None and code.pauses and len(found) == 1:
            n = min(references.remainder(found[0]), references.remainder(serial))
            references.claim(found[0], "paused frame", code.name, n)
            references.claim(serial, "paused frame", code.name, n)


def _functions_that_run(references: References, functions: dict[int, list[int]]) -> None:
    frames: Counter[int] = Counter()
    callers: dict[int, str] = {}
    for stack in references.state.stacks.values():
        caller = ""
        for frame in stack:
            code = references.state.codes.get(frame.code or 0)
            if code is not None:
                frames[code.address] += 1
                callers[code.address] = caller
            caller = frame.function
    for address, n in frames.items():
        fitting = [one for one in functions.get(address, ()) if references.remainder(one) > 0]
        if len(fitting) == 1 or sum(map(references.remainder, fitting)) <= n:
            for serial in fitting:
                references.claim(serial, "running frame", references.codes[address].name, n)
                if len(fitting) == 1:
                    # C code that calls the function holds a reference, too.
                    references.claim(serial, "stack", callers[address], n)


def _remove_first(cells: list[int], most: int) -> list[int]:
    """Remove and return up to ``most`` cells, so that each variable gets a cell of its own."""
    taken = cells[:most]
    del cells[:most]
    return taken
