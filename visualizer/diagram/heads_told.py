"""Which of the references to an object are drawn: heads, the interpreter's and the others make up
its count."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from visualizer.explain import Account
from visualizer.layout import Key, Slot, object_key
from visualizer.layout.sheet import Sheet
from visualizer.model import (
    Event,
    FrameKind,
    Function,
    Sharing,
    State,
    WeakReference,
    called,
    sharing_of,
)

type Heads = Counter[tuple[Key, Slot]]
"""How many heads come from each slot of each holder."""

_CONTENTS = Slot("contents")
_ON_ITS_WAY = ("stack", "exception", "constant")
"""Whose value an arrow from what is handed out is; a constant that is returned is that of the code
alone: nothing else holds it meanwhile."""


@dataclass(frozen=True, slots=True)
class Told:
    """The accounts of an object: those that the picture shows by a head or in a slot (``drawn``),
    those that the interpreter has, and those that could be drawn and are not, by the reason:
    ``type-links``, ``folded`` away in a card of the picture, ``hidden`` with what refers to it.

    ``weak`` are those that do not count; nor does the head of a variable that is lent. ``extra``
    are heads that no account tells of: there should be none.
    """

    drawn: tuple[Account, ...]
    interpreter: tuple[Account, ...]
    undrawn: Mapping[str, tuple[Account, ...]]
    weak: tuple[Account, ...]
    extra: int


def heads_in(sheet: Sheet, state: State) -> Mapping[int, Heads]:
    """The references to each object that a sheet shows: by an arrow, a stub, a text, or in a slot.

    A variable in a cell is shown as a slot of whatever shares it: the cell alone refers to its
    object, once.
    """
    found: defaultdict[int, Heads] = defaultdict(Counter)
    shared = sharing_of(state, state.heap.values())
    for box in sheet.boxes:
        for one in box.block.fields:
            holder = _holder(one.holder, one.slot, state, shared)
            if holder is None:
                continue
            if holder == (one.holder, one.slot):
                found[one.target][holder] += 1
            else:
                found[one.target][holder] = 1
    return found


def drawn_in(sheet: Sheet) -> Collection[Key]:
    """All that a sheet draws, what is nested too."""
    nested = (object_key(serial) for box in sheet.boxes for serial in box.block.anchors)
    return {*sheet.boxes_by_key, *nested}


def _holder(
    key: Key, slot: Slot, state: State, shared: Sharing
) -> tuple[Key, Slot] | None:
    """What has the reference that a slot shows; None where it is none that counts."""
    if key.kind == "frame" and slot.kind == "name":
        serial, name = int(key.name), str(slot.name)
        if name in shared.elsewhere.get(serial, {}):
            return None
        cell = shared.cells.get(serial, {}).get(name)
        return (key, slot) if cell is None else (object_key(cell), _CONTENTS)
    thing = state.heap.get(int(key.name)) if key.kind == "object" else None
    if thing is None:
        return key, slot
    match thing.content:
        case WeakReference():
            return None
        case Function(closure=closure) if slot.kind == "closure":
            return object_key(dict(closure)[str(slot.name)]), _CONTENTS
    return key, slot


def all_drawn(accounts: Iterable[Account]) -> Told:
    """The same without a picture: whatever can be drawn is."""
    every = list(accounts)
    counted = [account for account in every if account.count]
    return Told(
        tuple(account for account in counted if account.shown),
        tuple(account for account in counted if not account.shown),
        {},
        tuple(account for account in every if not account.count),
        0,
    )


def told(accounts: Iterable[Account], heads: Heads, state: State, shown: Collection[Key]) -> Told:
    """What of the ``accounts`` of an object is drawn; ``shown`` are the cards of the picture."""
    lent, every = _lent(state), list(accounts)
    left = Counter({one: n for one, n in heads.items() if (one[0], one[1].name) not in lent})
    drawn, interpreter, weak = list[Account](), list[Account](), list[Account]()
    undrawn: dict[str, list[Account]] = {}
    for account in every:
        if not account.count:
            weak.append(account)
            continue
        n = 0
        for place in [place for place in left if _is_of(account, place, state, shown)]:
            taken = min(left[place], account.count - n)
            left[place] -= taken
            n += taken
        if n:
            drawn.append(replace(account, count=n))
        rest = account.count - n
        if rest and account.shown:
            reason = _reason(account, shown)
            undrawn.setdefault(reason, []).append(replace(account, count=rest))
        elif rest:
            interpreter.append(replace(account, count=rest))
    found = {reason: tuple(ones) for reason, ones in undrawn.items()}
    return Told(tuple(drawn), tuple(interpreter), found, tuple(weak), left.total())


def _is_of(account: Account, place: tuple[Key, Slot], state: State, shown: Collection[Key]) -> bool:
    """Whether a head comes from the slot that an account tells of."""
    key, slot = place
    where = str(account.where)
    if account.kind == "global":
        return f"{key.name} {slot.name}" == where and key.kind == "globals"
    if slot.kind == "event":
        return account.kind in _ON_ITS_WAY and where in _functions(state, key)
    if account.kind == "name":
        return where in (f"{one} {slot.name}" for one in _functions(state, key))
    if account.kind == "traceback" and key.kind == "frame":
        # Calls that an exception has ended stand in the picture, for the traceback has them.
        step = state.step
        return step is not None and step.event is Event.UNCAUGHT
    if account.holder is None:
        return False
    return key == object_key(account.holder)


def _lent(state: State) -> set[tuple[Key, str]]:
    """The variables that callers have lent their objects, by the card and the name."""
    frames = (frame for stack in state.stacks.values() for frame in stack if frame.lent)
    return {(Key("frame", frame.serial), name) for frame in frames for name in frame.lent}


def _functions(state: State, key: Key) -> Iterator[str]:
    """What the call of a card is called."""
    for stack in state.stacks.values():
        for frame in stack:
            is_module = frame.kind is FrameKind.MODULE
            if key == (Key("globals", frame.file) if is_module else Key("frame", frame.serial)):
                yield frame.function
                yield called(frame, state)


def _reason(account: Account, shown: Collection[Key]) -> str:
    if account.kind == "class":
        return "type-links"
    if account.holder is not None and object_key(account.holder) in shown:
        return "folded"
    return "hidden"
