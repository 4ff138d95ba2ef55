"""Lines whose whole effect can be known: then only the names they bind need to be looked at.

A line is simple when all its instructions only load constants and names of its own frame, compute,
compare, jump and bind names. Where in addition everything it loads is an exact builtin scalar, no
code but the interpreter's own can have run: no object but those it unbinds and binds can have
changed, nor any count but theirs. Counts are read here as everywhere, never computed; wherever an
object would have to be looked for (its count was more than one), the full scan is made instead.
"""

from __future__ import annotations

from opcode import EXTENDED_ARG, HAVE_ARGUMENT, opmap, stack_effect
from sys import getrefcount, getsizeof

from visualizer.recorder import wire
from visualizer.recorder.objects import IMMORTAL, NO_AGE, NONE
from visualizer.recorder.returns import HELD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

    from visualizer.recorder.builtin_types import CodeType, FrameType
    from visualizer.recorder.changes import Tracker
    from visualizer.recorder.names import Names
    from visualizer.recorder.stacks import Known

    type Found = tuple[dict[int, None], dict[int, None]]
    type Instruction = tuple[int, int | None, int, int]
    type Simple = tuple[tuple[int, ...], tuple[int, ...]]
    """The numbers of the names that are loaded, and of those that are bound."""
    type FramePlace = tuple[Known, int, int]
    """A frame's entry, its thread and its depth."""

# What neither calls nor touches a container; Python/bytecodes.c of 3.13 and 3.14.
_HARMLESS = frozenset(
    number
    for name, number in opmap.items()
    if name.startswith(("POP_JUMP", "JUMP_", "UNARY_", "COMPARE_", "IS_", "FORMAT_", "NOT_TAKEN"))
    or name
    in (
        *("NOP", "CACHE", "POP_TOP", "COPY", "SWAP", "LOAD_CONST", "LOAD_SMALL_INT", "TO_BOOL"),
        *("BINARY_OP", "CONTAINS_OP", "CONVERT_VALUE", "BUILD_STRING", "EXTENDED_ARG"),
    )
)
_LOADS = {opmap[name] for name in ("LOAD_NAME", "LOAD_FAST", "LOAD_FAST_CHECK")}
_LOADS |= {opmap[name] for name in ("LOAD_FAST_BORROW",) if name in opmap}
_STORES = {opmap[name] for name in ("STORE_NAME", "STORE_FAST")}
_PAIRS = {
    opmap[name]: kinds
    for name, kinds in (
        ("LOAD_FAST_LOAD_FAST", "ll"),
        ("LOAD_FAST_BORROW_LOAD_FAST_BORROW", "ll"),
        ("STORE_FAST_LOAD_FAST", "sl"),
        ("STORE_FAST_STORE_FAST", "ss"),
    )
    if name in opmap
}
_CONSTANTS = {opmap[name] for name in ("LOAD_CONST", "LOAD_SMALL_INT") if name in opmap}
_FOR_ITER, _GET_ITER, _CALL = opmap["FOR_ITER"], opmap["GET_ITER"], opmap["CALL"]
_LOAD_NAME, _LOAD_GLOBAL = opmap["LOAD_NAME"], opmap["LOAD_GLOBAL"]
_NO_WORK = {opmap[name] for name in ("CACHE", "PUSH_NULL", "EXTENDED_ARG", "NOP")}
_CACHE = opmap["CACHE"]
_BRANCHES = {n for name, n in opmap.items() if name.startswith(("POP_JUMP", "JUMP_FORWARD"))}
_GOES_AWAY = {n for name, n in opmap.items() if name.startswith(("JUMP_", "RETURN", "RAISE"))}
_LOOP_ENDS = {opmap[name] for name in ("END_FOR", "POP_TOP", "POP_ITER") if name in opmap}
_MOST_BEFORE = 6
"""The name, three arguments, the call and ``GET_ITER``."""
_BY_NAME = {opmap["LOAD_NAME"], opmap["STORE_NAME"]}

NO_REACH: list[object] = []
"""What a scalar refers to."""


def simple_lines(code: CodeType, number: Callable[[str], int]) -> dict[int, Simple]:
    """For each simple line of a code object, the numbers of the names it loads and binds.

    Returns a dict from line to (loaded, bound), each a tuple; ``number`` numbers a name. Names of
    cells are never in it: they are loaded and bound by other instructions.
    """
    found: dict[int | None, Found] = {}
    spoilt = lines_that_pop(code)
    for _, line, instruction, argument in instructions(code):
        names = note_names(code, instruction, argument, found.setdefault(line, ({}, {})), number)
        if not names:
            spoilt.add(line)
    return {
        line: (tuple(loaded), tuple(bound))
        for line, (loaded, bound) in found.items()
        if line is not None and line not in spoilt
    }


def lines_that_pop(code: CodeType) -> set[int | None]:
    """The lines that take from the stack what was there before: a loop's iterator, a subject.

    That is known from how high the stack is above where it was when the line began.
    """
    found: set[int | None] = set()
    jumps: dict[int, tuple[int | None, int]] = {}
    current: int | None = None
    height = 0
    for at, line, instruction, argument in instructions(code):
        if line != current:
            current, height = line, 0
        if at in jumps and jumps[at][0] == line:
            height = jumps[at][1]
        known = argument if instruction >= HAVE_ARGUMENT else None
        if instruction in _BRANCHES:
            behind = at + 2
            while code.co_code[behind] == _CACHE:
                behind += 2
            jumps[behind + 2 * argument] = line, height + stack_effect(instruction, known)
        height += stack_effect(instruction, known)
        if height < 0:
            found.add(line)
        if instruction in _GOES_AWAY:
            height = 0
    return found


def simple_loops(code: CodeType, number: Callable[[str], int]) -> dict[int, Simple]:
    """The same for the heads of loops over ``range(…)``, by the place where they go round.

    Coming back from its body, a loop runs ``FOR_ITER`` and what is behind it on the line, not the
    call of ``range`` before. That it is over a range is seen from the instructions before it: the
    name ``range``, arguments of one instruction each, a call, ``GET_ITER``.
    """
    found: dict[int, Simple] = {}
    before: list[Instruction] = []
    for entry in instructions(code):
        at, line, instruction, _ = entry
        if instruction == _FOR_ITER and _is_over_range(code, before):
            names: Found = ({}, {})
            behind = (other for other in instructions(code) if other[0] > at)
            if _rest_is_simple(code, behind, line, names, number):
                found[at] = (tuple(names[0]), tuple(names[1]))
        if instruction not in _NO_WORK:  # few at a time: what is freed waits to be used again
            before = [*before[1 - _MOST_BEFORE :], entry]
    return found


def _rest_is_simple(
    code: CodeType,
    behind: Iterable[Instruction],
    line: int | None,
    names: Found,
    number: Callable[[str], int],
) -> bool:
    """Note the names in what is behind a loop's head on its line; False if it is not simple."""
    for _, other, instruction, argument in behind:
        if instruction not in _LOOP_ENDS:
            if other != line:
                break
            if not note_names(code, instruction, argument, names, number):
                return False
    return True


def _is_over_range(code: CodeType, before: list[Instruction]) -> bool:
    if len(before) < 3 or before[-1][2] != _GET_ITER or before[-2][2] != _CALL:
        return False
    count = before[-2][3]
    arguments = before[-2 - count : -2]
    load = before[-3 - count] if len(before) >= 3 + count else None
    if load is None or any(entry[2] not in _LOADS | _CONSTANTS for entry in arguments):
        return False
    index = load[3] >> 1 if load[2] == _LOAD_GLOBAL else load[3]
    return load[2] in (_LOAD_GLOBAL, _LOAD_NAME) and code.co_names[index] == "range"


def note_names(
    code: CodeType, instruction: int, argument: int, names: Found, number: Callable[[str], int]
) -> bool:
    """Note the names an instruction loads and binds; False if it is not a simple one."""
    loaded, bound = names
    if instruction in _PAIRS:
        for kind, index in zip(_PAIRS[instruction], divmod(argument, 16), strict=True):
            (loaded if kind == "l" else bound)[number(code.co_varnames[index])] = None
        return True
    if instruction in _LOADS or instruction in _STORES:
        own = code.co_names if instruction in _BY_NAME else code.co_varnames
        if argument >= len(own):  # a cell among the fast locals
            return False
        (loaded if instruction in _LOADS else bound)[number(own[argument])] = None
        return True
    return instruction in _HARMLESS


def instructions(code: CodeType) -> Iterator[Instruction]:
    """(place, line, instruction, argument) of every instruction."""
    instructions = code.co_code
    for start, end, line in code.co_lines():
        extended = 0
        # A program may give its code a table of lines that goes on behind the code's end.
        for at in range(start, min(end, len(instructions)), 2):
            argument = extended | instructions[at + 1]
            extended = argument << 8 if instructions[at] == EXTENDED_ARG else 0
            yield at, line, instructions[at], argument


class SimpleSteps:
    """Makes the step after a simple line, if it can."""

    def __init__(self, names: Names, tracker: Tracker, scalars: frozenset[int]) -> None:
        self._text = names.text
        self._tracker = tracker
        self._objects = tracker.objects
        self._nothing_was_collected = tracker.collector.nothing_was_collected
        self._scalars = scalars
        self._positions: dict[tuple[int, ...], dict[int, int]] = {}

    def take(
        self,
        frame: FrameType,
        place: FramePlace,
        after: Simple,
        numbers: list[int],
        texts: list[bytes],
    ) -> bool:
        """Append what the line changed; False, and nothing changed, where a scan is needed.

        ``place`` is the frame's entry and where it stands, ``after`` what ``simple_lines`` says of
        the line that has run. ``numbers`` and ``texts`` are as for ``Tracker.step``.
        """
        known = place[0]
        if known.frame != id(frame) or not self._nothing_was_collected():
            return False
        positions = self._positions.get(known.names)
        if positions is None:
            positions = {name: place for place, name in enumerate(known.names)}
            self._positions[known.names] = positions
        loaded, bound = after
        addresses = known.addresses
        for name in loaded:
            at = positions.get(name)
            if at is None or not self._is_scalar(addresses[at]):
                return False
        found = self._look(frame.f_locals, bound, positions)
        return found is not None and self._commit(place, found, numbers, texts)

    def _is_scalar(self, address: int) -> bool:
        return self._objects.type_of(address) in self._scalars

    def _look(
        self,
        own: Mapping[str, Any],
        bound: tuple[int, ...],
        positions: dict[int, int],
    ) -> list[tuple[int, int, Any]] | None:
        """For each name that is bound to another object: (place, address, plan, value, …)."""
        objects, plans = self._objects, self._tracker.reader.plans
        slot_of = objects.slots.get
        found: list[tuple[int, int, Any]] = []
        for name in bound:
            place = positions.get(name)
            if place is None:
                return None
            value = own.get(self._text(name))
            address = id(value)
            plan = plans.get(id(type(value)))
            if plan is None or plan.type_id not in self._scalars:
                return None
            count, size = getrefcount(value) - 2, getsizeof(value)
            content = plan.read(value, NO_REACH) if plan.read else value
            slot = slot_of(address)
            if found and any(address == new for _, new, _ in found):
                found.append((place, address, None))
            elif slot is not None:
                if objects.is_settled(slot):
                    found.append((place, address, None))
                    continue
                if objects.types[slot] != plan.type_id or objects.contents[slot] != content:
                    return None
                found.append((place, address, (count, size)))
            else:
                kept = plan.keep(content) if plan.keep else content
                text = plan.text(value)  # type: ignore[misc]  # every scalar has one
                found.append((place, address, (count, size, plan, kept, text)))
        return found

    def _commit(
        self,
        where: FramePlace,
        found: list[tuple[int, int, Any]],
        numbers: list[int],
        texts: list[bytes],
    ) -> bool:
        objects = self._objects
        known, *frame = where
        addresses = [*known.addresses]
        dead = []
        new = {address for _, address, _ in found}
        for place, address, _ in found:
            old = addresses[place]
            slot = objects.live_slot(old) if old != address else NONE
            if slot and old not in new:
                # What else dies with an object that is no scalar is for the scan to find.
                if objects.counts[slot] != HELD + 1 or objects.types[slot] not in self._scalars:
                    return False
                dead.append(slot)
            addresses[place] = address
        head = tuple(addresses)  # as ``heads`` does
        known.addresses = tuple(addresses)
        del head
        if dead:
            place, address, facts = found[0]
            if len(found) == 1 and facts is not None and len(facts) > 2:
                count, size, plan, content, text = facts
                self._tracker.replace_scalar(dead[0], address, plan, content)
                objects.take_over(dead[0], count + HELD, size)
                if count > IMMORTAL:
                    objects.settle(dead[0])
                numbers += (wire.REBOUND, *frame, place, objects.highest)
                numbers += (address, _told(count), size, plan.name, text[1], len(text[0]))
                texts.append(text[0])
                return True
            freed = self._tracker.bury_slots(dead)
            numbers += (wire.FREED, len(freed), *sorted(freed))
        for place, address, facts in found:
            if facts is not None:
                self._tell(address, facts, numbers, texts)
            numbers += (wire.BIND, *frame, place, objects.serial(address))
        return True

    def _tell(
        self, address: int, facts: tuple[Any, ...], numbers: list[int], texts: list[bytes]
    ) -> None:
        """Take over what was read of one scalar: (count, size), and of a new one all of it."""
        objects = self._objects
        if len(facts) > 2:
            count, size, plan, _, text = facts
            serial = self._keep(address, facts)
            numbers += (wire.OBJECT, serial, address, _told(count), size, plan.name)
            numbers += (wire.SCALAR, 2, text[1], len(text[0]))
            texts.append(text[0])
            return
        count, size = facts
        slot = objects.slots[address]
        if objects.counts[slot] != count + HELD:
            numbers += (wire.COUNT, objects.serials[slot], count)
        if objects.sizes[slot] != size:
            numbers += (wire.SIZE, objects.serials[slot], size)
        objects.take_over(slot, count + HELD, size)

    def _keep(self, address: int, facts: tuple[Any, ...]) -> int:
        """Know a new scalar: (count, size, plan, content, text); its serial."""
        count, size, plan, content, _ = facts
        self._tracker.know(plan)
        slot = self._objects.add(address, plan.type_id, content, NO_AGE)
        self._objects.take_over(slot, count + HELD, size)
        if count > IMMORTAL:
            self._objects.settle(slot)
        return self._objects.highest


def _told(count: int) -> int:
    return -1 if count > IMMORTAL else count
