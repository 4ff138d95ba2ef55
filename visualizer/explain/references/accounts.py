"""Lists the references to an object, one row each; the rows add up to its reference count."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from visualizer.explain.naming import describe
from visualizer.explain.references.books import Where
from visualizer.explain.references.ledger import Ledger
from visualizer.explain.references.slots import slots
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.signatures import with_defaults
from visualizer.model import (
    Function,
    Heap,
    HeapObject,
    State,
    WeakReference,
    main_file,
    module_name,
)

INTERPRETER = (
    "running frame",
    "paused frame",
    "class internals",
    "constant",
    "stack",
    "other",
)
"""Kinds of reference that the interpreter holds; the picture has no arrows for them."""
_IN_SLOTS = ("item", "value", "attribute", "cell")
_MAX_SLOTS = 3


@dataclass(frozen=True, slots=True)
class Account:
    """``count`` references in words; ``holder`` is the object that has them, if it is an object.

    ``shown`` is False for references that the interpreter holds. A weak reference has the count 0.
    ``kind`` and ``where`` are those of the ledger's entry.
    """

    words: Sentence
    count: int
    holder: int | None = None
    shown: bool = True
    kind: str = ""
    where: Where = ""


def accounts(
    state: State,
    serial: int,
    ledger: Ledger | None = None,
    *,
    sources: Mapping[str, str] | None = None,
) -> tuple[Account, ...]:
    """Return all references to an object: the interpreter's after others, weak references last.

    ``ledger`` saves building the state's ledger; ``sources`` give the parameter of a default. Empty
    for an object that is not on the heap; an immortal object has only weak references. Rows with
    equal words get the numbers of their holders.
    """
    if serial not in state.heap:
        return ()
    entries = (ledger or Ledger(state)).entries(serial)
    found = [
        replace(_account(state, serial, kind, where, n), kind=kind, where=where)
        for kind, where, n in entries
    ]
    found.sort(key=lambda account: not account.shown)
    arguments = [_by_parameter(one, state, serial, sources or {}) for one in found]
    return (*_with_holder_numbers(arguments), *_weak(state.heap, serial))


def _by_parameter(
    account: Account, state: State, serial: int, sources: Mapping[str, str]
) -> Account:
    """Name a default by its parameter, whether the function or its tuple of defaults holds it."""
    if account.holder is None or not isinstance(account.where, int):
        return account
    heap, holder = state.heap, account.holder
    whole = heap[holder]
    if whole.type == "tuple" and account.kind == "item":
        functions = _functions_with(heap, whole)
    elif account.kind == "default" and isinstance(whole.content, Function):
        if serial not in whole.content.defaults:
            words = sentence("refers-defaults", "", serial, holder=describe(holder, heap))
            return replace(account, words=words)
        functions = [holder]
    else:
        return account
    for one in functions:
        function = heap[one].content
        assert isinstance(function, Function)
        names = with_defaults(function, sources)
        pairs = zip(names, function.defaults, strict=False)
        own = ", ".join(name for name, default in pairs if default == serial)
        if own:
            holder_words = describe(one, heap)
            words = sentence("refers-parameter", "", serial, name=own, holder=holder_words)
            return replace(account, words=words)
    return account


def _functions_with(heap: Heap, whole: HeapObject) -> list[int]:
    """Return the functions that have this tuple of defaults."""
    functions = (one for one in heap.values() if isinstance(one.content, Function))
    place = "defaults tuple", whole.address
    return [f.serial for f in functions if place in [(one.kind, one.address) for one in f.parts]]


def _with_holder_numbers(found: list[Account]) -> list[Account]:
    """Add the number of the holder to rows with equal words."""
    often = Counter(one.words for one in found)
    return [
        replace(one, words=_numbered(one.words, one.holder))
        if often[one.words] > 1 and one.holder is not None
        else one
        for one in found
    ]


def _numbered(words: Sentence, holder: int) -> Sentence:
    arguments = {name: f"{value} #{holder}" if name == "holder" else value
            for name, value in words.arguments}  # fmt: skip
    return replace(words, arguments=tuple(arguments.items()))


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


def _places(heap: Heap, holder: int, serial: int) -> str:
    """Return the first few slots of ``holder`` that refer to the object."""
    places = [place for place, target in slots(heap[holder], heap).items() if target == serial]
    more = ", …" if len(places) > _MAX_SLOTS else ""
    return ", ".join(places[:_MAX_SLOTS]) + more


def _weak(heap: Heap, serial: int) -> list[Account]:
    return [
        Account(
            sentence("refers-weakly", "", serial, holder=describe(one.serial, heap)), 0, one.serial
        )
        for one in heap.values()
        if isinstance(one.content, WeakReference) and one.content.referent == serial
    ]
