"""The changes of a step inside objects."""

import ast
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import replace
from itertools import chain
from operator import itemgetter
from types import MappingProxyType
from typing import cast

from visualizer.explain.naming import (
    Overlaid,
    describe_alone,
    describe_apart,
    describe_at,
    kind_of,
    slot_text,
    with_numbers,
)
from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.paths import path_to
from visualizer.explain.references.holding import held_by
from visualizer.explain.references.slots import changed_slots, items_of, key_text
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.steps.items import (
    CONTAINERS,
    Doing,
    contents_text,
    describe_aliases,
    describe_items,
    describe_members,
    describe_skipped,
)
from visualizer.explain.steps.outcomes import parts_that_ran
from visualizer.explain.steps.reclassed import holds_the_same
from visualizer.explain.steps.walks import describe_walk
from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Code,
    Delta,
    Event,
    Function,
    Generator,
    Heap,
    HeapObject,
    Instance,
    Lock,
    Named,
    Other,
    Scalar,
    Sequence,
    State,
    attribute_place,
    content_of,
    is_internal,
    is_of_library,
    is_set,
    library_base,
    own_attributes,
    shown_attributes,
)
from visualizer.model import Mapping as MappingContent
from visualizer.model import held_by as held_by_content

_MOST_ITEMS = 4
"""The maximum number of sentences about the items of one object."""


def describe_contents(
    before: State,
    delta: Delta,
    heap: Heap,
    texts: Collection[str],
    here: FrameChange | None,
    *,
    again: Mapping[int, int] = MappingProxyType({}),
) -> Iterator[Sentence]:
    """Yield a sentence for each slot, item or state that changed, the objects in order.

    ``texts`` of the program's files distinguish its attributes from a library's; ``here`` has the
    names that the code may use, and its line, ``again`` new serials after a change of class.
    """
    changed = [*filter(None, (one.rewritten for one in delta.objects))]
    if not changed:
        return
    parts = tuple(parts_that_ran(here))
    tried = _tried_names(parts, here)
    doing = _doing(parts, delta)
    rewritten = {new.serial for _, new in changed}
    of_classes = _class_dicts(changed, heap)
    filled = {one.namespace for stack in before.stacks.values() for one in stack} - {0}
    described = _descriptions(changed, heap)
    reached = _reached_by_names(before)
    for old, new in changed:
        if again and holds_the_same(old, new, again):
            continue
        # zip and enumerate reuse their own tuple; the sentences about a class tell of its dict, and
        # those about the names of its body of the dict that these fill.
        is_known = new.type == "tuple" or new.serial in of_classes or new.address in filled
        if is_known or _is_inside_library((old, new), reached, before.heap, heap, texts):
            continue
        if walk := describe_walk(new, *tried, heap, rewritten):
            yield walk
            continue
        holder = _holder(old, new, tried, heap, described)
        match new.content:
            case Sequence(length=0) if old.type == "list" and _may_sort(delta):
                count = getattr(old.content, "length", None) or 0
                yield sentence("list-sorts", "change", new.serial, n=count)
            case Generator() as content:
                yield from _state_changes(old, content, holder, before.codes.values())
            case Cell():
                for one in _slot_changes(old, new, holder, heap, texts):
                    yield replace(one, level=2)  # the sentence about the variable already says it
            case Scalar(text=text) | Array(text=text) if text != getattr(old.content, "text", None):
                text = contents_text(new, heap)
                yield sentence("value-now", "change", new.serial, holder=holder, now=text)
            case _:
                as_a_whole = describe_items(old, new, holder, heap, doing)
                found = as_a_whole or (*_slot_changes(old, new, holder, heap, texts),)
                yield from found if _has_only_attributes(new) else _first_of(found)
                yield from describe_aliases(new, holder, here.names[1] if here else {}, heap)
                yield from describe_skipped(old, new, delta.stack_after(before), heap, doing)


def _may_sort(delta: Delta) -> bool:
    """Whether `sort` may have taken out the items of a list: it calls a key or a comparison."""
    # list_sort_impl in CPython's listobject.c; a `__del__` may come from clearing the list.
    return delta.step.event is Event.CALL and delta.step.function != "__del__"


def _has_only_attributes(thing: HeapObject) -> bool:
    content = thing.content
    return isinstance(content, ClassBody) or (
        isinstance(content, Instance) and content.base is None
    )


def _first_of(found: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """Yield the sentences about the items of one object; of many, the first and a number."""
    shown = found if len(found) <= _MOST_ITEMS else found[: _MOST_ITEMS - 1]
    yield from shown
    if left_out := len(found) - len(shown):
        yield sentence("and-more", n=left_out)


def _state_changes(
    old: HeapObject, now: Generator, holder: str, codes: Iterable[Code]
) -> Iterator[Sentence]:
    """Yield the sentence for the new state of a generator. The coroutines of a library have none.

    ``codes`` are those of the program.
    """
    if {one.address for one in codes}.isdisjoint(part.address for part in old.parts):
        return
    was = old.content
    # Without a name or number, only the sentence about its frame identifies a generator.
    is_told = holder == kind_of(old.type)
    if isinstance(was, Generator) and was.state != now.state and not is_told:
        key = f"generator-now-{now.state}"
        said = sentence(key, "change", old.serial, holder=holder, line=now.line)
        # The sentence about its frame already says it, but there is none if it has not run.
        is_news = now.state == "closed" and was.state != "running"
        yield said if is_news else replace(said, level=2)


def describe_unstarted(delta: Delta) -> Iterator[Sentence]:
    """Yield a sentence for each kind of new generator: its code waits for the first use.

    At a call there is none: the sentence about the frame describes the generator.
    """
    if delta.step.event is Event.CALL:
        return
    new = (one.new for one in delta.objects if one.old is None and one.new is not None)
    kinds = {
        one.type: one.serial
        for one in new
        if isinstance(one.content, Generator) and one.content.state == "created"
    }
    for kind, serial in kinds.items():
        key = "coroutine-made" if kind == "coroutine" else "generator-made"
        yield sentence(key, "", serial)


def _tried_names(parts: Iterable[ast.AST], here: FrameChange | None) -> tuple[Named, Named]:
    """Return the names that the line has, and all that its code may use."""
    written = {one.id for one in parts if isinstance(one, ast.Name)}
    names = tuple(here.all_names) if here is not None else ()
    return tuple(one for one in names if one[0] in written), names


def _descriptions(
    changed: Iterable[tuple[HeapObject, HeapObject]], heap: Heap
) -> Mapping[str, int]:
    """Count the descriptions of changed objects and of what their attributes refer to."""
    contents = (one.content for pair in changed for one in pair)
    fields = chain(*(one.attributes for one in contents if isinstance(one, Instance)))
    serials = {new.serial for _, new in changed} | {one for _, one in fields}
    return Counter(describe(one, heap) for one in serials)


def _class_dicts(changed: Iterable[tuple[HeapObject, HeapObject]], heap: Heap) -> set[int]:
    """Return the dicts of classes, if one changed: functions that read its names refer to them.

    From CPython 3.15 on such a function may be all that leads to a class without a name yet.
    """
    if not any(_may_be_of_class(new, heap) for _, new in changed):
        return set()
    functions = (one.content for one in heap.values() if isinstance(one.content, Function))
    variables = (pair for one in functions for pair in one.closure)
    cells = (content_of(cell, heap) for name, cell in variables if name == "__classdict__")
    return {one.contents for one in cells if isinstance(one, Cell) and one.contents is not None}


def _may_be_of_class(thing: HeapObject, heap: Heap) -> bool:
    """Whether an object is a class, or a dict whose first key is that of a class body."""
    match thing.content:
        case MappingContent(entries=[(key, _), *_]):
            first = content_of(key, heap)
            return isinstance(first, Scalar) and first.text == "'__module__'"
    return isinstance(thing.content, ClassBody)


def _doing(parts: Iterable[ast.AST], delta: Delta) -> Doing:
    calls, at_front, assigns_slice, orders = set(), set(), False, []
    for one in parts:
        match one:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=given):
                calls.add(name)
                if name == "sort":
                    orders.append(", ".join(map(ast.unparse, one.keywords)))
                place = given[0] if given else None
                is_zero = isinstance(place, ast.Constant) and place.value == 0
                is_first = name in ("pop", "insert") and is_zero
                if is_first or name in ("popleft", "remove", "appendleft", "extendleft"):
                    at_front.add(name)
            case ast.Subscript(slice=ast.Slice(step=None), ctx=ast.Store()):
                assigns_slice = True
    goes_on = delta.before is not None and delta.before.event is not Event.LINE
    return Doing(calls, assigns_slice, at_front, goes_on, orders[0] if len(orders) == 1 else "")


def _holder(
    old: HeapObject,
    new: HeapObject,
    tried: Iterable[Iterable[tuple[str, int]]],
    heap: Heap,
    described: Mapping[str, int],
) -> str:
    """Describe a changed object.

    The expression that reaches it names a container, an object whose identifying value has changed,
    and one of several with one description: ``described`` counts them among the changed objects and
    what these refer to. The names on the line are ``tried`` before all others.
    """
    said = describe(new.serial, heap)
    is_container = isinstance(new.content, Sequence | MappingContent)
    is_clear = not is_container and described[said] == 1
    earlier = Overlaid({old.serial: old}, cast(MutableMapping[int, HeapObject], heap))
    if is_clear and said == describe(old.serial, earlier):
        return said
    path = next(filter(None, (path_to(new.serial, names, heap) for names in tried)), None)
    if path is None:
        return said if is_container else describe_alone(kind_of(new.type), new.serial, heap)
    return f"{kind_of(new.type)} `{path}`"


def _reached_by_names(before: State) -> set[int]:
    """Return the objects to which names of the program and operands refer.

    From CPython 3.14 on `dataclass` calls the class's `__annotate__` before the class has a name:
    only `__classdict__` leads to it, a variable of the compiler.
    """
    frames = [*chain.from_iterable(before.stacks.values())]
    scopes = chain(before.globals.values(), *((one.locals, one.comprehension) for one in frames))
    named = {target for name, target in chain.from_iterable(scopes) if name != "__classdict__"}
    return named.union(*(one.operands for one in frames))


def _is_inside_library(
    versions: tuple[HeapObject, HeapObject],
    reached: Collection[int],
    before: Heap,
    heap: Heap,
    texts: Collection[str],
) -> bool:
    """Whether names of the program reach an object only through internals of a library, if at all.

    ``reached`` are the objects to which names refer ``before`` the step.
    """
    old = versions[0]
    is_inside = is_of_library(old, heap)
    if not is_inside and old.type not in CONTAINERS:
        return False
    only_library = all(_has_library_only(one, heap) for one in versions)
    seen, waiting = {old.serial}, {old.serial}
    while waiting and not any(one in reached for one in waiting):
        known = [one for one in before.values() if one.serial not in seen]
        holding = [(one, _shows(one, waiting, heap, texts, only_library)) for one in known]
        is_inside = is_inside or any(shows is False for _, shows in holding)
        waiting = {one.serial for one, shows in holding if shows}
        seen |= waiting
    return is_inside and not waiting


def _has_library_only(thing: HeapObject, heap: Heap) -> bool:
    """Whether a container has only objects of a library, such as locks and tasks."""
    items = (heap.get(target) for _, target in held_by(thing))
    return all(
        one is None or isinstance(one.content, Lock | Other) or is_of_library(one, heap)
        for one in items
    )


def _shows(
    one: HeapObject,
    serials: Collection[int],
    heap: Heap,
    texts: Collection[str],
    only_library: bool = False,
) -> bool | None:
    """Whether an object refers to one of some others not only by internals of a library.

    None if it refers to none of them. ``only_library``: they have no objects of the program.
    """
    if not any(target in serials for _, target in held_by(one)):
        return None
    match one.content:
        case Other():
            return False
        case ClassBody(bases=bases, attributes=held) if library_base(one.serial, heap):
            shown = (target for name, target in held if not is_internal(name, texts))
            return any(target in serials for target in chain(bases, shown))
        case Instance(base=base):
            held = own_attributes(one, heap, texts)
            if only_library and is_of_library(one, heap):
                held = tuple(pair for pair in held if not pair[0].startswith("_"))
            items = () if base is None or isinstance(base, Other) else held_by_content(base)
            return any(target in serials for _, target in chain(held, items))
    return True


def _slot_changes(
    old: HeapObject, new: HeapObject, holder: str, heap: Heap, texts: Collection[str]
) -> Iterator[Sentence]:
    # Keys with equal texts are different slots.
    before, now = changed_slots(old, new, with_numbers(heap))
    if is_set(new, heap):
        yield from describe_members(old, new, holder, heap)
        before, now = ({s: one for s, one in all_.items() if s[0] == "."} for all_ in (before, now))
    levels: Mapping[str, int] = {}
    if isinstance(new.content, Instance | ClassBody):
        # Describe a slot that is shown before or after: a library may replace `None` by its object.
        levels = _shown_slots((old, new), (before, now), heap, texts)
        before, now = (
            {slot: target for slot, target in found.items() if slot in levels}
            for found in (before, now)
        )

    def said(key: str, slot: str, **more: str) -> Sentence:
        where = slot_text(slot, heap)
        one = sentence(key, "change", new.serial, slot=where, holder=holder, **more)
        return replace(one, level=levels.get(slot, 1))

    for slot, target in now.items():
        if slot not in before:
            place = holder.partition("`")[2].removesuffix("`") + slot_text(slot, heap)
            yield said("slot-new", slot, new=describe_at(place, target, heap))
        elif before[slot] != target:
            what, was = describe_apart(target, before[slot], heap)
            if was == what:
                yield said("slot-refers-another", slot, new=what)
            else:
                yield said("slot-now-refers", slot, new=what, old=was)
    for slot, target in before.items():
        # Libraries drop internal objects that they no longer need.
        if slot not in now and not (slot.startswith("._") and is_of_library(new, heap)):
            yield said("slot-gone", slot, old=describe(target, heap))
    if _is_reordered(old, new, heap):
        text = contents_text(new, heap)
        yield sentence("dict-reordered", "change", new.serial, holder=holder, now=text)


def _is_reordered(old: HeapObject, new: HeapObject, heap: Heap) -> bool:
    """Whether entries that stay in a dict are in another order; a key may be another equal one."""
    was, now = (list(map(itemgetter(0), items_of(one.content))) for one in (old, new))
    shared = min(len(was), len(now))
    if was[:shared] == now[:shared]:
        return False
    texts = {key: key_text(key, heap) for key in {*was} ^ {*now}}
    before, after = ([texts.get(key, key) for key in keys] for keys in (was, now))
    stay = {*before} & {*after}
    return [one for one in before if one in stay] != [one for one in after if one in stay]


def _shown_slots(
    versions: tuple[HeapObject, HeapObject],
    found: tuple[Mapping[str, int], Mapping[str, int]],
    heap: Heap,
    texts: Collection[str],
) -> dict[str, int]:
    """Return the slots of an instance or a class that the picture shows in one of its versions.

    Each comes with the level of its sentences: the picture also shows the public plain values of a
    library's object, which the program may not know. Of the attributes that Python sets in a class,
    those that a text names count as well; only these count in a class that derives from a library
    class, where the library may keep its own.
    """
    serial = versions[1].serial
    classes = [one.content for one in versions if isinstance(one.content, ClassBody)]
    if classes:
        written = {f".{name}" for one in classes for name, _ in shown_attributes(one)}
        every = {slot for one in found for slot in one}
        if library_base(serial, heap):
            written = set()
        shown = (one for one in every if one in written or not is_internal(one[1:], texts))
        return dict.fromkeys(shown, 1)
    inner = is_of_library(versions[1], heap)
    own = {
        attribute_place(name)
        for thing in versions
        for name, _ in own_attributes(thing, heap, texts)
    }
    if own and inner and any(_shows(one, {serial}, heap, texts) is False for one in heap.values()):
        own.clear()

    def level_of(slot: str, target: int) -> int | None:
        if slot in own or not slot.startswith("."):
            return 1
        is_plain = isinstance(content_of(target, heap), Scalar)
        return 2 if inner and is_plain and not slot.startswith("._") else None

    found_levels = ((slot, level_of(slot, one[slot])) for one in found for slot in one)
    return {slot: level for slot, level in found_levels if level is not None}
