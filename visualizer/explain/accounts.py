"""Who refers to an object, a row at a time: the rows add up to its reference count."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from visualizer.explain.books import Where
from visualizer.explain.ledger import Ledger
from visualizer.explain.naming import describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.slots import slots
from visualizer.model import HeapObject, State, WeakReference, main_file, module_name

INTERPRETER = (
    "running frame",
    "paused frame",
    "class internals",
    "constant",
    "stack",
    "other",
)
"""Kinds of reference that the interpreter itself holds: no arrow of the picture stands for them."""
_IN_SLOTS = ("item", "value", "attribute", "cell")
_SLOTS_NAMED = 3


@dataclass(frozen=True, slots=True)
class Account:
    """``count`` references in words; ``holder`` is the object that has them, if it is one.

    ``shown`` is False for what the interpreter holds. A weak reference has the count 0. ``kind``
    and ``where`` are those of the ledger's entry.
    """

    words: Sentence
    count: int
    holder: int | None = None
    shown: bool = True
    kind: str = ""
    where: Where = ""


def accounts(state: State, serial: int, ledger: Ledger | None = None) -> tuple[Account, ...]:
    """Everything that refers to an object, what the interpreter holds last, then weak references.

    ``ledger`` is that of the state, where it is at hand. Empty for what is not on the heap; an
    immortal object has none but weak references.
    """
    if serial not in state.heap:
        return ()
    entries = (ledger or Ledger(state)).entries(serial)
    found = [
        replace(_account(state, serial, kind, where, n), kind=kind, where=where)
        for kind, where, n in entries
    ]
    found.sort(key=lambda account: not account.shown)
    return (*found, *_weak(state.heap, serial))


def _account(state: State, serial: int, kind: str, where: Where, n: int) -> Account:
    holder = where if isinstance(where, int) else None
    shown = kind not in INTERPRETER
    key = "refers-" + kind.replace(" ", "-")
    if kind in ("name", "global"):
        scope, _, name = str(where).rpartition(" ")
        if kind == "global":
            scope = module_name(scope, main_file(state))
        return Account(sentence("refers-name", "", serial, name=name, scope=scope), n)
    if kind == "other" and holder is None:
        return Account(Sentence(key), n, None, False)
    if holder is None:
        if where == "syntax tree":
            return Account(Sentence("refers-syntax-tree"), n, None, False)
        return Account(sentence(key, "", serial, holder=str(where)), n, None, shown)
    named = describe(holder, state.heap)
    if kind == "other":
        return Account(sentence("refers-within", "", serial, holder=named), n, holder)
    places = _places(state.heap, holder, serial) if kind in _IN_SLOTS else ""
    if places:
        words = sentence("refers-slot", "", serial, slot=places, holder=named)
    else:
        words = sentence(key, "", serial, holder=named)
    return Account(words, n, holder, shown)


def _places(heap: Mapping[int, HeapObject], holder: int, serial: int) -> str:
    """The slots of ``holder`` that refer to the object, the first few of them."""
    places = [place for place, target in slots(heap[holder], heap).items() if target == serial]
    more = ", …" if len(places) > _SLOTS_NAMED else ""
    return ", ".join(places[:_SLOTS_NAMED]) + more


def _weak(heap: Mapping[int, HeapObject], serial: int) -> list[Account]:
    return [
        Account(
            sentence("refers-weakly", "", serial, holder=describe(one.serial, heap)), 0, one.serial
        )
        for one in heap.values()
        if isinstance(one.content, WeakReference) and one.content.referent == serial
    ]
