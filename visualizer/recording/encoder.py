"""Put a state into the bytes of the wire: a keyframe is one record."""

from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Content,
    Event,
    ExceptionBody,
    Frame,
    FrameKind,
    Function,
    Generator,
    HeapObject,
    Instance,
    Iterator,
    Mapping,
    Method,
    Module,
    Named,
    Other,
    Scalar,
    Sequence,
    State,
    Step,
    WeakReference,
)
from visualizer.recorder import wire

_EVENTS = {Event(name): number for number, name in enumerate(wire.EVENTS)}
_KINDS = {FrameKind(name): number for number, name in enumerate(wire.FRAME_KINDS)}
_STATES = {name: number for number, name in enumerate(wire.GENERATOR_STATES)}


def encode_state(state: State, names: dict[str, int]) -> bytes:
    """``state`` as a record, its names being known under the numbers in ``names``.

    ``KeyError`` when a name is not among them, ``ValueError`` before the first step.
    """
    if state.step is None:
        raise ValueError("there is no state before the first step")
    numbers: list[int] = []
    texts: list[bytes] = []
    _put_step(numbers, state.step, names)
    for thread, name in state.thread_names.items():
        numbers += (wire.THREAD, thread, names[name])
    for thread, stack in state.stacks.items():
        for depth, frame in enumerate(stack):
            put_frame(numbers, thread, depth, frame, names)
    for file, table in state.globals.items():
        numbers += (wire.GLOBALS, names[file], len(table), *flat_names(table, names))
    for one in state.heap.values():
        put_object(numbers, texts, one, names)
    return wire.pack(numbers, texts)


def _put_step(numbers: list[int], step: Step, names: dict[str, int]) -> None:
    numbers += (wire.STEP, _EVENTS[step.event], step.thread, names[step.file], step.line)
    numbers += (names[step.function], step.stdout_end, step.stderr_end)
    if step.value is not None:
        numbers += (wire.VALUE, step.value)
    if step.exception is not None:
        numbers += (wire.EXCEPTION, step.exception)
    if step.freed:
        numbers += (wire.FREED, len(step.freed), *step.freed)
    for one in step.collections:
        numbers += (wire.COLLECTION, one.generation, len(one.freed), *one.freed)


def put_frame(
    numbers: list[int], thread: int, depth: int, frame: Frame, names: dict[str, int]
) -> None:
    """The operations that push ``frame`` on the stack of ``thread`` and fill it."""
    function, file = names[frame.function], names[frame.file]
    numbers += (wire.PUSH, thread, frame.serial, function, file, _KINDS[frame.kind], frame.line)
    if frame.locals:
        flat = flat_names(frame.locals, names)
        numbers += (wire.LOCALS, thread, depth, len(frame.locals), *flat)


def put_object(
    numbers: list[int], texts: list[bytes], one: HeapObject, names: dict[str, int]
) -> None:
    """The operations that make ``one`` known."""
    count = -1 if one.refcount is None else one.refcount
    numbers += (wire.OBJECT, one.serial, one.address, count, one.size, names[one.type])
    put_content(numbers, texts, one.content, names)
    if one.unreachable:
        numbers += (wire.UNREACHABLE, one.serial, 1)


def put_content(
    numbers: list[int], texts: list[bytes], content: Content, names: dict[str, int]
) -> None:
    """The kind of ``content``, how many operands it has, and the operands."""
    if isinstance(content, Instance):
        inner: list[int] = []
        if content.base is not None:
            put_content(inner, texts, content.base, names)
        operands = [content.cls, len(content.attributes), *flat_names(content.attributes, names)]
        kind, operands = wire.INSTANCE, operands + inner
    else:
        text = _text_of(content)
        if text is not None:
            texts.append(text)
        kind, operands = _operands(content, names, text)
    numbers += (kind, len(operands), *operands)


def _text_of(content: Content) -> bytes | None:
    if isinstance(content, (Scalar, Array)):
        return content.text.encode("utf-8", "surrogatepass")
    return None


def _operands(content: Content, names: dict[str, int], text: bytes | None) -> tuple[int, list[int]]:
    size = len(text or b"")
    match content:
        case Scalar(length=length):
            return wire.SCALAR, [-1 if length is None else length, size]
        case Sequence(items=items, length=length):
            return wire.SEQUENCE, [length, *items]
        case Mapping(entries=entries, length=length):
            return wire.MAPPING, [length, *(serial for entry in entries for serial in entry)]
        case Other(referents=referents):
            return wire.OTHER, list(referents)
        case Method(self=owner, function=function):
            return wire.METHOD, [owner, function]
        case Cell(contents=contents):
            return wire.CELL, [contents or 0]
        case Iterator(over=over, position=position):
            return wire.ITERATOR, [over or 0, position]
        case WeakReference(referent=referent):
            return wire.WEAKREF, [referent or 0]
    return _named_operands(content, names, size)


def _named_operands(content: Content, names: dict[str, int], size: int) -> tuple[int, list[int]]:
    match content:
        case ClassBody(name=name, bases=bases, attributes=own):
            return wire.CLASS, [names[name], len(bases), *bases, *flat_names(own, names)]
        case Function():
            return wire.FUNCTION, _function(content, names)
        case Generator(state=state, line=line, locals=own):
            return wire.GENERATOR, [_STATES[state], line, *flat_names(own, names)]
        case ExceptionBody():
            return wire.EXCEPTION_BODY, _exception(content, names)
        case Module(name=name):
            return wire.MODULE, [names[name]]
        case Array(shape=shape, dtype=dtype, strides=strides, base=base, nbytes=nbytes):
            head = [base or 0, nbytes, len(shape), *shape, *strides]
            return wire.ARRAY, [*head, names[dtype], size]
    raise TypeError(f"no content: {content!r}")


def _function(content: Function, names: dict[str, int]) -> list[int]:
    head = [names[content.name], content.line, content.code or 0, len(content.closure)]
    closure = flat_names(content.closure, names)
    defaults = [len(content.defaults), *content.defaults]
    return [*head, *closure, *defaults, *flat_names(content.attributes, names)]


def _exception(content: ExceptionBody, names: dict[str, int]) -> list[int]:
    parts = (content.cls, content.args, content.cause, content.context, content.traceback)
    return [*(part or 0 for part in parts), *flat_names(content.attributes, names)]


def flat_names(table: Named, names: dict[str, int]) -> list[int]:
    """Pairs of name and serial laid flat, the names as numbers."""
    return [number for name, serial in table for number in (names[name], serial)]
