"""Finds the code objects that are alive at a step."""

from collections.abc import Iterator, Mapping

from visualizer.model.run import Code, State


def living_codes(state: State, heap_at: Mapping[int, int]) -> Iterator[Code]:
    """Yield the code of frames and functions, and the code objects nested in it.

    ``heap_at`` maps an address to the serial of the object there.
    """
    by_address = {code.address: code for code in state.codes.values()}
    known: set[int] = set()
    waiting = _running(state)
    for address, code in by_address.items():
        serial = heap_at.get(address)
        if serial is not None and state.heap[serial].type == "code":
            waiting.append(code)
    while waiting:
        code = waiting.pop()
        if code.number in known:
            continue
        known.add(code.number)
        yield code
        for constant in code.constants:
            within = by_address.get(constant.address)
            # Code of a lower number is dead: one of the constants has its address now.
            if within is not None and within.number > code.number:
                waiting.append(within)


def constant_addresses(state: State) -> frozenset[int]:
    """Return the addresses of the constants of running code and of the code nested in it.

    They were created when that was compiled, also where no name has referred to them yet.
    """
    return frozenset(
        constant.address for code in living_codes(state, {}) for constant in code.constants
    )


def runs_the_program(state: State) -> bool:
    """Whether the program's main module still runs, so that Python keeps its syntax tree."""
    return any(code.is_program and code.namespace for code in _running(state))


def _running(state: State) -> list[Code]:
    running = {frame.code for frames in state.stacks.values() for frame in frames}
    return [state.codes[number] for number in running if number is not None]
