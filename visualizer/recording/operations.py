"""The operations of a record, each a function that takes its operands and says where they end."""

from collections.abc import Callable

from visualizer.model import (
    Collection,
    Frame,
    FrameKind,
    HeapObject,
    Instance,
    Mapping,
    Scalar,
    Sequence,
)
from visualizer.recorder import wire
from visualizer.recording.contents import checked_mapping, checked_sequence, read_content
from visualizer.recording.references import references, values
from visualizer.recording.work import Fault, Work

type Numbers = tuple[int, ...]
type Operation = Callable[[Work, Numbers, int], int]

_KINDS = tuple(FrameKind(name) for name in wire.FRAME_KINDS)


def _hello(work: Work, numbers: Numbers, at: int) -> int:
    version, _process, python, recorder = numbers[at : at + 4]
    if version != wire.VERSION:
        raise Fault(f"the recorder speaks version {version}, this program {wire.VERSION}")
    work.hello = (work.take(python), work.take(recorder))
    return at + 4


def _text(work: Work, numbers: Numbers, at: int) -> int:
    text = work.take(numbers[at])
    if work.named < len(work.names):
        if work.names[work.named] != text:
            raise Fault(f"name {work.named} is not what it was")
    else:
        work.name_numbers.setdefault(text, len(work.names))
        work.names.append(text)
    work.named += 1
    return at + 1


def _step(work: Work, numbers: Numbers, at: int) -> int:
    if work.place is not None:
        raise Fault("two steps in one record")
    work.place = numbers[at : at + 7]
    return at + 7


def _thread(work: Work, numbers: Numbers, at: int) -> int:
    thread, name = numbers[at : at + 2]
    if thread < 1:
        raise Fault(f"thread {thread}")
    names = work.state.thread_names
    work.old_threads.setdefault(thread, names.get(thread))
    names[thread] = work.name(name)
    return at + 2


def _pop(work: Work, numbers: Numbers, at: int) -> int:
    thread, count = numbers[at : at + 2]
    stack = work.stack(thread)
    if not 0 < count <= len(stack):
        raise Fault(f"{count} frames taken off a stack of {len(stack)}")
    for frame in stack[-count:]:
        work.gone.extend(values(frame.locals))
    del stack[-count:]
    return at + 2


def _push(work: Work, numbers: Numbers, at: int) -> int:
    thread, serial, function, file, kind, line = numbers[at : at + 6]
    if serial < 1 or line < 0 or not 0 <= kind < len(_KINDS):
        raise Fault(f"frame {serial} of kind {kind} in line {line}")
    frame = Frame(serial, work.name(function), work.name(file), line, _KINDS[kind], ())
    work.stack(thread).append(frame)
    return at + 6


def _frame(work: Work, thread: int, depth: int) -> tuple[list[Frame], Frame]:
    stack = work.stack(thread)
    if not 0 <= depth < len(stack):
        raise Fault(f"frame {depth} of a stack of {len(stack)}")
    return stack, stack[depth]


def _line(work: Work, numbers: Numbers, at: int) -> int:
    thread, depth, line = numbers[at : at + 3]
    stack, old = _frame(work, thread, depth)
    if line < 0:
        raise Fault(f"line {line}")
    stack[depth] = Frame(old.serial, old.function, old.file, line, old.kind, old.locals)
    return at + 3


def _locals(work: Work, numbers: Numbers, at: int) -> int:
    thread, depth, count = numbers[at : at + 3]
    stack, old = _frame(work, thread, depth)
    start = at + 3
    end = counted(numbers, start, 2 * count)
    if old.locals:
        work.gone.extend(values(old.locals))
    names = work.pairs(numbers[start:end])
    stack[depth] = Frame(old.serial, old.function, old.file, old.line, old.kind, names)
    return end


def _globals(work: Work, numbers: Numbers, at: int) -> int:
    file, count = work.name(numbers[at]), numbers[at + 1]
    start = at + 2
    end = counted(numbers, start, 2 * max(count, 0))
    table = work.state.globals
    old = table.get(file)
    work.old_globals.setdefault(file, old)
    if old:
        work.gone.extend(values(old))
    if count == -1:
        table.pop(file, None)
    else:
        counted(numbers, start, count)
        table[file] = work.pairs(numbers[start:end])
    return end


def _object(work: Work, numbers: Numbers, at: int) -> int:
    serial, address, count, size, number, kind, length = numbers[at : at + 7]
    if serial <= work.highest or serial in work.state.heap:
        raise Fault(f"object {serial} is born a second time")
    if address < 0 or count < -1 or size < 0:
        raise Fault(f"object {serial} with address {address}, count {count}, size {size}")
    end = counted(numbers, at + 7, length)
    content = read_content(work, kind, numbers[at + 7 : end])
    refcount = None if count == -1 else count
    born = HeapObject(serial, work.name(number), address, refcount, size, content)
    work.born.append(born)
    work.replace(born)
    return end


def _content(work: Work, numbers: Numbers, at: int) -> int:
    serial, kind, length = numbers[at : at + 3]
    old = work.known(serial)
    end = counted(numbers, at + 3, length)
    if type(old.content) is not Scalar:
        work.gone.extend(references(old.content))
    content = read_content(work, kind, numbers[at + 3 : end])
    work.replace(
        HeapObject(serial, old.type, old.address, old.refcount, old.size, content, old.unreachable)
    )
    return end


def _splice(work: Work, numbers: Numbers, at: int) -> int:
    serial, start, removed, count = numbers[at : at + 4]
    end = counted(numbers, at + 4, count)
    old, added, length = work.known(serial), numbers[at + 4 : end], numbers[end]
    inner = old.content.base if isinstance(old.content, Instance) else old.content
    spliced: Sequence | Mapping
    if isinstance(inner, Sequence):
        flat = _spliced(work, inner.items, start, removed, added)
        spliced = checked_sequence(work, flat, length, added)
    elif isinstance(inner, Mapping):
        flat = _spliced(work, tuple(s for e in inner.entries for s in e), start, removed, added)
        spliced = checked_mapping(work, flat, length, added)
    else:
        raise Fault(f"object {serial} has no items")
    content = old.content
    content = (
        Instance(content.cls, content.attributes, spliced)
        if isinstance(content, Instance)
        else spliced
    )
    work.replace(
        HeapObject(serial, old.type, old.address, old.refcount, old.size, content, old.unreachable)
    )
    return end + 1


def _spliced(work: Work, flat: Numbers, start: int, removed: int, added: Numbers) -> Numbers:
    stop = start + removed
    if start < 0 or removed < 0 or stop > len(flat):
        raise Fault("items replaced beyond the end of a container")
    work.gone.extend(flat[start:stop])
    return flat[:start] + added + flat[stop:]


def _count(work: Work, numbers: Numbers, at: int) -> int:
    serial, count = numbers[at : at + 2]
    old = work.known(serial)
    if count < -1:
        raise Fault(f"object {serial} with count {count}")
    refcount = None if count == -1 else count
    work.replace(
        HeapObject(serial, old.type, old.address, refcount, old.size, old.content, old.unreachable)
    )
    return at + 2


def _size(work: Work, numbers: Numbers, at: int) -> int:
    serial, size = numbers[at : at + 2]
    old = work.known(serial)
    if size < 0:
        raise Fault(f"object {serial} with size {size}")
    work.replace(
        HeapObject(serial, old.type, old.address, old.refcount, size, old.content, old.unreachable)
    )
    return at + 2


def _unreachable(work: Work, numbers: Numbers, at: int) -> int:
    serial, flag = numbers[at : at + 2]
    old = work.known(serial)
    if flag not in (0, 1):
        raise Fault(f"object {serial} with flag {flag}")
    work.replace(
        HeapObject(serial, old.type, old.address, old.refcount, old.size, old.content, flag == 1)
    )
    return at + 2


def _freed(work: Work, numbers: Numbers, at: int) -> int:
    start = at + 1
    end = counted(numbers, start, numbers[at])
    freed = numbers[start:end]
    heap = work.state.heap
    for serial in freed:
        last = heap.pop(serial, None)
        if last is None or work.old_objects.setdefault(serial, last) is None:
            raise Fault(f"object {serial} was freed but not there")
        work.dead.append(last)
        if type(last.content) is not Scalar:
            work.gone.extend(references(last.content))
    work.freed += freed
    return end


def _value(work: Work, numbers: Numbers, at: int) -> int:
    work.value = numbers[at] or None
    return at + 1


def _exception(work: Work, numbers: Numbers, at: int) -> int:
    work.exception = numbers[at] or None
    return at + 1


def _collection(work: Work, numbers: Numbers, at: int) -> int:
    generation, count = numbers[at : at + 2]
    start = at + 2
    end = counted(numbers, start, count)
    freed = numbers[start:end]
    if generation < 0 or (freed and not 0 < min(freed) <= max(freed) <= work.highest):
        raise Fault("a collection of what never was")
    work.collections += (Collection(generation, freed),)
    return end


def _source(work: Work, numbers: Numbers, at: int) -> int:
    file, size = numbers[at : at + 2]
    work.sources[work.name(file)] = work.take(size)
    return at + 2


def _failed(work: Work, numbers: Numbers, at: int) -> int:
    work.failure = work.take(numbers[at])
    return at + 1


def counted(numbers: Numbers, start: int, count: int) -> int:
    """Where ``count`` numbers from ``start`` end; ``Fault`` where the record ends before."""
    end = start + count
    if count < 0 or end > len(numbers):
        raise Fault("a list that is longer than its record")
    return end


OPERATIONS: dict[int, Operation] = {
    wire.HELLO: _hello,
    wire.TEXT: _text,
    wire.STEP: _step,
    wire.THREAD: _thread,
    wire.POP: _pop,
    wire.PUSH: _push,
    wire.LINE: _line,
    wire.LOCALS: _locals,
    wire.GLOBALS: _globals,
    wire.OBJECT: _object,
    wire.CONTENT: _content,
    wire.SPLICE: _splice,
    wire.COUNT: _count,
    wire.SIZE: _size,
    wire.UNREACHABLE: _unreachable,
    wire.FREED: _freed,
    wire.VALUE: _value,
    wire.EXCEPTION: _exception,
    wire.COLLECTION: _collection,
    wire.SOURCE: _source,
    wire.FAILED: _failed,
}
