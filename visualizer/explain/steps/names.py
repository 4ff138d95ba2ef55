"""Sentences about the names that a step binds and removes, and about comprehensions' results."""

import ast
import builtins
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache

from visualizer.explain.exceptions import names_of_classes
from visualizer.explain.naming import Alike, ByPath, OfProgram, describe_apart
from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.paths import path_to
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.functions import comprehension_names, function_name, owner_of
from visualizer.explain.source.scopes import INLINED
from visualizer.explain.source.statements import parts_of_head, statements
from visualizer.explain.steps.frames import (
    FrameChange,
    free_names,
    is_left_by_exception,
    is_same_frame,
)
from visualizer.model import (
    OF_COMPILER,
    ClassBody,
    Delta,
    Event,
    Frame,
    FrameKind,
    Function,
    Heap,
    Named,
    Scalar,
    State,
    content_of,
    is_result,
    main_file,
    module_name,
    own_names,
    scope_name,
)
from visualizer.model.scopes import COMPREHENSION

type Scope = tuple[str, Named | None, Named | None]
"""A frame's function with its names before and after; None if there is no such frame."""


type NamesBeforeAndAfter = tuple[Named | None, Named | None]


def frames_of(before: State, delta: Delta, sources: Mapping[str, str]) -> Iterator[Scope]:
    """Yield the scopes whose names a step may change.

    Of a variable that frames share, only the outermost one is described.
    """
    described = set[tuple[str, int]]()
    for stack in delta.stacks:
        for old, new in stack.frames():
            frame = new or old
            if frame is None:
                continue
            # After an uncaught exception the traceback's frames are shown again, and a generator
            # resumes with its old names: neither is new.
            if old is None and delta.step.event in (Event.UNCAUGHT, Event.RESUME):
                continue
            variables = _variables(old), _variables(new)
            if any(variables):
                yield COMPREHENSION, *variables
            if frame.kind is FrameKind.MODULE:
                continue
            earlier, now = _locals(old), _locals(new)
            if new is not None and old is None:
                # Names of the functions around it are not new.
                earlier = tuple(
                    one for one in now or () if one[0] in free_names(new, before, delta)
                )
            elif new is not None and earlier and now and earlier != now:
                bound, free = {*now} - {*earlier}, free_names(new, before, delta)
                same = {one[0] for one in bound & described if one[0] in free}
                earlier = tuple(one for one in earlier if one[0] not in same)
                now = tuple(one for one in now if one[0] not in same)
                described |= bound
            if earlier != now:
                free = free_names(frame, before, delta)
                for one in _apart(old or frame, frame, before, sources, (earlier, now)):
                    yield from _of_owners(one, free, frame, sources)
    yield from _modules_of(before, delta)


def _modules_of(before: State, delta: Delta) -> Iterator[Scope]:
    """Yield the modules whose names a step may change.

    If a program imports itself, the file's names become those of the second module.
    """
    was, stack = before.stacks.get(delta.step.thread, ()), delta.stack_after(before)
    for names in delta.globals:
        old, new = _module_in(was, names.file), _module_in(stack, names.file)
        if new is None or old is None:
            yield scope_of(names.file, before), names.old or (), names.new or ()
        elif old.serial == new.serial:
            yield scope_name(new, before), names.old or (), names.new or ()


def _module_in(stack: Iterable[Frame], file: str) -> Frame | None:
    """Return the innermost frame that runs a file's module."""
    found = [one for one in stack if one.kind is FrameKind.MODULE and one.file == file]
    return found[-1] if found else None


def _apart(
    was: Frame, frame: Frame, before: State, sources: Mapping[str, str], names: NamesBeforeAndAfter
) -> Iterator[Scope]:
    """Yield the names of a function before and after, its comprehensions' separately.

    A variable that hides a name of the function is the comprehension's while that fills a result.
    """
    inner, hiding = comprehension_names(was, sources)
    hiding &= {name for name, _ in {*(names[0] or ())} ^ {*(names[1] or ())}}
    function = function_name(frame, before, sources)
    own = tuple(
        one and tuple(pair for pair in one if pair[0] not in inner | hiding) for one in names
    )
    of_comprehension = tuple(
        one and tuple(pair for pair in one if pair[0] in (inner | hiding if fills else inner))
        for one, fills in zip(names, map(_results, (was, frame)), strict=True)
    )
    old, new = of_comprehension
    if (old or ()) != (new or ()):
        yield COMPREHENSION, old, new
    old, new = own
    if old != new:
        yield function, old, new


def _of_owners(
    scope: Scope, free: Collection[str], frame: Frame, sources: Mapping[str, str]
) -> Iterator[Scope]:
    """Yield the names of a scope; those of ``free`` variables are names of the functions around."""
    name, *both = scope
    owners = {one: owner_of(one, frame, sources) or name for one in free}
    for owner in dict.fromkeys((name, *owners.values())):
        old, new = (
            names and tuple(one for one in names if owners.get(one[0], name) == owner)
            for names in both
        )
        if owner == name or (new and old != new):
            yield owner, old, new


def _locals(frame: Frame | None) -> Named | None:
    """Return the names of a frame, except those that the compiler adds, such as ``.0``."""
    if frame is None:
        return None
    return tuple(one for one in frame.locals if one[0][:1] != "." and one[0] not in OF_COMPILER)


def _variables(frame: Frame | None) -> Named:
    """Return the variables of the comprehensions that run in a module's or a class's frame."""
    inner = frame.comprehension if frame is not None else ()
    return tuple(pair for pair in inner if not is_result(pair[0]))


def scope_of(file: str, before: State) -> str:
    """Return the name of a module as a scope; the program's own module has a special name."""
    return module_name(file, main_file(before))


def describe_names(
    frames: list[Scope],
    before: State,
    delta: Delta,
    heap: Heap,
    handlers: Collection[str],
    *,
    is_made: Callable[[int], bool],
) -> Iterator[Sentence]:
    """Yield a sentence for each name that a step binds or removes.

    The interpreter removes ``handlers``, the names of exceptions, at the end of their blocks.
    An object that ``is_made`` in a call of the statement did not exist before it.
    """
    renamed = [one for _, old, new in frames for one in _renamed(old, new, heap)]
    bound = [one for _, old, new in frames for _, one in {*(new or ())} - {*(old or ())}]
    alike = Alike(heap, renamed, bound)
    existing = {one for one in _existing(bound, before, delta, heap) if not is_made(one)}
    for scope, old, new in frames:
        if new is None:
            continue
        earlier, now = dict(old or ()), dict(new)
        for name, target in new:
            shared = "-shared" if target in existing else ""
            said = {"name": name, "scope": scope}
            if name not in earlier:
                said["new"] = describe(target, alike)
                yield sentence(f"name-new{shared}", "gain", target, **said)
            elif earlier[name] != target:
                said["new"], was = describe_apart(target, earlier[name], alike)
                if was == said["new"]:
                    yield sentence("name-refers-another", "change", target, **said)
                else:
                    yield sentence(f"name-now-refers{shared}", "change", target, **said, old=was)
        for name, target in old or ():
            if name in now:
                continue
            if name in handlers:
                yield sentence("name-of-except-gone", "loss", name=name, scope=scope)
            else:
                was = describe(target, heap)
                yield sentence("name-deleted", "loss", name=name, scope=scope, old=was)


ENDS_OF_LINES = Event.LINE, Event.RETURN, Event.FINISH


def describe_hiding(change: FrameChange) -> Iterator[Sentence]:
    """Yield a sentence for each built-in that a statement hides by a new name of a module or call.

    A name of a class body hides nothing in its methods, and a parameter is the caller's concern. A
    call that itself began in a call of the same function repeats nothing.
    """
    was, step = change.was, change.step
    if was is None or step.event not in ENDS_OF_LINES or was.kind is FrameKind.CLASS:
        return
    calls = (one for one in change.before.stacks[step.thread] if one.serial != was.serial)
    known = {name for one in calls if one.routine == was.routine for name, _ in one.locals}
    known.update(change.names[0], *comprehension_names(was, change.sources))
    for name in change.names[1]:
        is_new = name not in known and hasattr(builtins, name) and name[0] != "_"
        if is_new and not _imports_builtin(name, change):
            yield sentence("name-hides-builtin", name=name)


def _imports_builtin(name: str, change: FrameChange) -> bool:
    """Whether the line imports a built-in itself: `from io import open`."""
    nodes = (one.node for one in statements(change.text).get(change.previous.line, ()))
    found = (one.module or "" for one in nodes if isinstance(one, ast.ImportFrom))
    modules = map(sys.modules.get, found)
    return any(getattr(one, name, None) is getattr(builtins, name) for one in modules)


def _renamed(old: Named | None, new: Named | None, heap: Heap) -> Iterator[int]:
    """Yield the functions that gained or lost a name other than their own."""
    for name, target in {*(old or ())} ^ {*(new or ())}:
        content = content_of(target, heap)
        if isinstance(content, Function) and content.name != name:
            yield target


def _existing(bound: Iterable[int], before: State, delta: Delta, heap: Heap) -> set[int]:
    """Return the newly bound objects that existed before the statement.

    Immortal values are left out, and so are plain ones at levels without numbers, which draw them
    in the rows that refer to them. An object that a call or comprehension in the statement made is
    new: only the newly bound names refer to it. A class refers to itself: if it has no name, it is
    new after a call.
    """
    goes_on = delta.before is not None and delta.before.event is not Event.LINE
    inside = before.stacks.get(delta.step.thread, ())[-1:]
    unfinished = {one for frame in inside for one in (*frame.operands, *_results(frame))}
    stacks = (frame for stack in delta.stacks for frame in stack.new or () if frame.lent)
    lent = {target for frame in stacks for name, target in frame.locals if name in frame.lent}
    known = {target: (heap[target].refcount, n) for target, n in Counter(bound).items()}
    classes = {one for one in known if isinstance(heap[one].content, ClassBody)}
    made = {one for one in classes if (goes_on or one in unfinished) and not _has_name(one, before)}
    return {
        target
        for target, (count, n) in known.items()
        if target in before.heap
        and count is not None
        and not (isinstance(heap, ByPath) and isinstance(heap[target].content, Scalar))
        and target not in made
        and (count > n or target in lent or not (goes_on or target in unfinished))
    }


def _has_name(target: int, before: State) -> bool:
    """Whether a name refers to an object, other than one of the running call."""
    stack = before.frames[:-1] if before.frames else ()
    names = (*before.globals.values(), *(frame.locals for frame in stack))
    return any(one == target for found in names for _, one in found)


def before_and_after(before: State, delta: Delta, texts: Mapping[str, str]) -> OfProgram:
    """Return the heap after a step, with the objects that the step freed."""
    changed = {one.serial: one.new or one.old for one in delta.objects}
    both = OfProgram({serial: one for serial, one in changed.items() if one}, before.heap)
    both.texts = texts.values()
    return both


def by_path(before: State, delta: Delta, heap: Heap) -> ByPath:
    """Return a heap whose objects are named by names and slots that the step does not rebind.

    Names of the innermost frame come first, and hide equal names of other frames.
    """
    was, file = before.stacks.get(delta.step.thread, ()), main_file(before) or ""
    stack = reversed(delta.stack_after(before))
    scopes = [(_names_before(was, frame), own_names(frame)) for frame in stack]
    scopes.append((before.globals.get(file, ()), delta.names_after(file, before)))
    found = dict[str, tuple[int, bool]]()
    for old, new in scopes:
        earlier = dict(old)
        for name, target in new:
            found.setdefault(name, (target, earlier.get(name) == target))
    stay = tuple((name, target) for name, (target, stays) in found.items() if stays)
    return ByPath(heap, cache(lambda serial: path_to(serial, stay, heap, before.heap)))


def _names_before(stack: Iterable[Frame], frame: Frame) -> Named:
    """Return the names that a frame had on an earlier stack; none if it is new."""
    found = next((one for one in stack if is_same_frame(one, frame)), None)
    return () if found is None else own_names(found)


_ENDS = frozenset({"StopIteration", "StopAsyncIteration"})
"""The exceptions that a loop takes as its end, which are reported like others."""

_RESULT = "result-begun", "result-done", "result-given-up"
_ITEMS = "items-begun", "items-done", "items-given-up"
"""The sentences for what a comprehension builds, and a generator expression is collected in."""


def describe_results(delta: Delta, heap: Heap, sources: Mapping[str, str]) -> Iterator[Sentence]:
    """Yield a sentence for each comprehension that begins to build its result or has ended.

    From Python 3.14 on, ``tuple(n for n in given)`` collects its items in a list in the same way.
    """
    event, earlier = delta.step.event, delta.before
    raised = None if earlier is None else heap.get(earlier.exception or 0)
    passes = raised is not None and _ENDS.isdisjoint(names_of_classes(raised, heap))
    for stack in delta.stacks:
        for old, new in stack.frames():
            # A coroutine that waits in a comprehension continues it in another frame.
            if new is None or (old is None and event is Event.RESUME):
                continue
            before, now = _results(old), _results(new)
            for target in now - before:
                begun, *_ = _RESULT if _builds(new, sources) else _ITEMS
                yield sentence(begun, "gain", target, what=describe(target, heap))
            is_left = is_left_by_exception(new, heap)
            is_left |= bool(passes and stack.old and stack.old[-1] is old)
            for target in before - now:
                _, done, given_up = _RESULT if _builds(old or new, sources) else _ITEMS
                yield sentence(
                    given_up if is_left else done, "change", target, what=describe(target, heap)
                )


def _builds(frame: Frame, sources: Mapping[str, str]) -> bool:
    """Whether a comprehension may be on a frame's line, not only a generator expression."""
    found = statements(sources.get(frame.file, "")).get(frame.line, ())
    parts = (part for one in found for part in parts_of_head(one.node))
    kinds = {type(inner) for part in parts for inner in ast.walk(part)}
    return ast.GeneratorExp not in kinds or not kinds.isdisjoint(INLINED)


def _results(frame: Frame | None) -> set[int]:
    inner = frame.comprehension if frame is not None else ()
    return {serial for name, serial in inner if is_result(name)}
