"""The names of a step and their values as a table, the running call's first.

Names are listed at once; values are formatted on demand, because a stack may be deep.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from visualizer.explain.sentence import Sentence
from visualizer.explain.watched.looks import ValueChange, Watched, evaluate_watch
from visualizer.explain.written import value_text
from visualizer.model import (
    ClassBody,
    Delta,
    Event,
    Frame,
    FrameKind,
    Function,
    Module,
    Named,
    Scalar,
    State,
    comprehension_rows,
    content_of,
    is_special,
    previous_state,
)

RESULT_KEYWORDS = {Event.RETURN: "return", Event.YIELD: "yield"}
"""The statements by which a call passes on a value; as keywords, they equal no name."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A call or a module with its names, including those deleted since the previous step.

    ``key`` is stable over the steps. ``old`` are the previous names, None for a new call. The value
    that the call passes on comes last, under the keyword of its statement.
    """

    key: int | str
    function: str
    file: str
    line: int
    thread: int
    running: bool
    names: tuple[str, ...]
    now: dict[str, int]
    old: dict[str, int] | None


@dataclass(frozen=True, slots=True)
class Variable:
    """A name and its value on one line; ``was`` is the previous value if it differs.

    ``serial`` is None for a deleted name. ``same`` are the other names of the same object, with
    their scopes, unless it is a plain value. ``why`` is the reason why an expression has no value.
    """

    name: str
    serial: int | None
    text: str
    change: ValueChange | None
    was: str
    same: tuple[tuple[Scope, str], ...] = ()
    why: Sentence | None = None


class Variables:
    """The variables of ``state``, which ``delta`` led to; valid until ``state`` changes."""

    def __init__(self, state: State, delta: Delta) -> None:
        self._state, self._delta = state, delta
        self._before = previous_state(state, delta)
        self._changed = {
            one.serial
            for one in delta.objects
            if getattr(one.old, "content", None) != getattr(one.new, "content", None)
        }
        self.scopes = tuple(self._scopes())
        self._named: dict[int, list[tuple[Scope, str]]] = {}
        for scope in reversed(self.scopes):
            for name, serial in scope.now.items():
                self._named.setdefault(serial, []).append((scope, name))

    def variable(self, scope: Scope, name: str) -> Variable:
        """Return one of the names of a scope."""
        serial = scope.now.get(name)
        earlier = scope.old.get(name) if scope.old is not None else None
        was = "" if earlier is None else value_text(earlier, self._before.heap)[0]
        if serial is None:
            return Variable(name, None, "", ValueChange.GONE, was)
        text, read = value_text(serial, self._state.heap)
        change = None
        if earlier is None:
            change = ValueChange.NEW if self._can_have_new_names(scope) else None
        elif earlier != serial or not self._changed.isdisjoint((serial, *read)):
            change = ValueChange.CHANGED
        return Variable(name, serial, text, change, was, self._same(scope, name, serial))

    def watched(self, one: Watched, title: str, sources: Mapping[str, str]) -> Variable:
        """Return a watch as a variable called ``title``."""
        now, earlier = (evaluate_watch(one, at, sources) for at in (self._state, self._before))
        change = now.change_since(earlier)
        if change is None and not self._changed.isdisjoint((now.serial or 0, *now.read)):
            change = ValueChange.CHANGED
        return Variable(title, now.serial, now.text or "", change, earlier.text or "", why=now.why)

    def _can_have_new_names(self, scope: Scope) -> bool:
        # After an uncaught exception the traceback's frames are shown again, and a generator
        # resumes with its old names: neither is new.
        again = (Event.UNCAUGHT, Event.RESUME)
        return scope.old is not None or self._delta.step.event not in again

    def _same(self, scope: Scope, name: str, serial: int) -> tuple[tuple[Scope, str], ...]:
        thing = self._state.heap.get(serial)
        if thing is None or thing.refcount is None or isinstance(thing.content, Scalar):
            return ()
        others = self._named[serial]
        return tuple(one for one in others if one[0] is not scope or one[1] != name)

    # ---- scopes ----

    def _scopes(self) -> list[Scope]:
        state, step = self._state, self._state.step
        if step is None:
            return []
        own = [(step.thread, one) for one in reversed(state.frames)]
        others = [
            (thread, frame)
            for thread, frames in state.stacks.items()
            if thread != step.thread
            for frame in reversed(frames)
        ]
        calls = [(t, one) for t, one in (*own, *others) if one.kind is not FrameKind.MODULE]
        running = state.frames[-1] if state.frames else None
        known = {
            frame.serial: (*frame.locals, *comprehension_rows(frame))
            for frames in self._before.stacks.values()
            for frame in frames
        }
        found = [self._call(t, one, one is running, known.get(one.serial)) for t, one in calls]
        modules = {one.file: one for one in state.frames if one.kind is FrameKind.MODULE}
        innermost = [running.file] if running and running.kind is FrameKind.MODULE else []
        for file in dict.fromkeys((*innermost, *state.globals)):
            found.append(self._module(file, modules.get(file), file in innermost))
        return found

    def _call(self, thread: int, frame: Frame, running: bool, old: Named | None) -> Scope:
        step = self._delta.step
        keyword = RESULT_KEYWORDS.get(step.event) if running else None
        result = {keyword: step.value} if keyword and step.value is not None else {}
        own = (*frame.locals, *comprehension_rows(frame))
        names, now, earlier = self._bindings(own, old)
        return Scope(
            key=frame.serial,
            function=frame.function,
            file=frame.file,
            line=frame.line,
            thread=thread,
            running=running,
            names=(*names, *result),
            now={**now, **result},
            old=earlier,
        )

    def _module(self, file: str, frame: Frame | None, running: bool) -> Scope:
        was = next(
            (one for one in self._before.frames if frame and one.serial == frame.serial), None
        )
        old = (*self._before.globals.get(file, ()), *(comprehension_rows(was) if was else ()))
        own = (*self._state.globals.get(file, ()), *(comprehension_rows(frame) if frame else ()))
        names, now, earlier = self._bindings(own, old)
        return Scope(
            key=file,
            function="",
            file=file,
            line=frame.line if frame is not None else 0,
            thread=self._delta.step.thread,
            running=running,
            names=names,
            now=now,
            old=earlier,
        )

    def _bindings(
        self, names: Named, old: Named | None
    ) -> tuple[tuple[str, ...], dict[str, int], dict[str, int] | None]:
        """Return the listed names, the bindings, and the previous ones, without Python's own."""
        now = {name: serial for name, serial in names if not is_special(name)}
        earlier = None if old is None else {n: s for n, s in old if not is_special(n)}
        gone = [name for name in earlier or () if name not in now]
        listed = sorted((*now, *gone), key=lambda name: self._is_definition(now.get(name)))
        return tuple(listed), now, earlier

    def _is_definition(self, serial: int | None) -> bool:
        """Whether an object is a definition, which is listed after data."""
        content = content_of(serial, self._state.heap)
        return isinstance(content, Function | ClassBody | Module)
