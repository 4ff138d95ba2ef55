"""The bytes between the recorder and the session: constants, packing, and taking apart.

A record is a header of two unsigned 64-bit numbers (how many numbers, how many bytes of text),
then that many signed 64-bit numbers, then the text padded to a multiple of eight. All little
endian. The numbers are operations one after another; an operation that carries text gives the
text's length in bytes, and the texts follow each other in the order of the operations. Text is
UTF-8, lone surrogates kept (``surrogatepass``).

Names (of variables, functions, files, types, attributes) are sent once by ``TEXT`` and then
spoken of by number, counted from 0 in the order in which they were sent. Objects are spoken of by
serial, counted from 1; 0 stands for "none". A reference count of -1 is immortal.

Operations, with their operands:

======================  ============================================================
``HELLO``               version, process id, two lengths; texts: Python, the recorder
``TEXT``                length; text
``STEP``                event, thread, file, line, function, stdout end, stderr end
``THREAD``              thread, name
``POP``                 thread, how many frames
``PUSH``                thread, frame serial, function, file, kind, line
``LINE``                thread, depth (0 is the outermost), line
``LOCALS``              thread, depth, n, then n times (name, serial)
``GLOBALS``             file, n, then n times (name, serial); n = -1: the module is gone
``BIND``                thread, depth, place of a name among the frame's locals, serial
``REBOUND``             thread, depth, place, serial, address, count, size, type, whole, length;
                        text
``OBJECT``              serial, address, count, size, type, content
``CONTENT``             serial, content
``SPLICE``              serial, start, how many removed, n, n new items, whole length
``COUNT``               serial, count
``SIZE``                serial, size
``UNREACHABLE``         serial, 0 or 1
``FREED``               n, n serials
``OPERANDS``            thread, depth, n, n serials: what lies on a frame's evaluation stack
``LENT``                thread, depth, n, n names: variables that are lent (from 3.14 on)
``VALUE``               serial
``EXCEPTION``           serial
``COLLECTION``          generation, n, n serials
``SOURCE``              file, length; text
``FAILED``              length; text: what went wrong in the recorder
``RESET``               all objects, frames and global names are forgotten
``PARTS``               serial, n, then n times (kind of part, address, through)
``CODE``                number, name, file, line, address, marks, namespace, n, n × (variable,
                        free), m, m × (holder, constant, how often in the syntax tree)
``RUNS``                thread, code, addresses of the innermost frame, which runs it, and of
                        the dict that a class body fills, else 0
``HELD``                way (``HELD_WAYS``), serial, count: what the interpreter holds just now
``LOCKS``               n, then n times: serial, who holds it or 0, and three times m and m
                        threads: who waits, who waits for a time, who is about to wait
``MORE``                at the end of a record: the step goes on in the next one
``ON``                  at the beginning of a record: it goes on
======================  ============================================================

Order: names (``TEXT``) stand before what speaks of them, also before the ``STEP`` of their record;
after ``STEP`` come that step's changes. A record without ``STEP`` is no step (``HELLO``,
``SOURCE``, ``FAILED``). An ``OBJECT`` may refer to one that follows in the same record: references
are to be looked up when the step is whole. An address may be used again in the record that frees
it, so ``FREED`` takes effect first. ``RESET``, right behind ``STEP``, begins anew after the
recorder was interrupted half-way: what is still there gets new serials. A step of very much comes
in several records, and is whole with the one that has no ``MORE``; where the recorder was
interrupted in between, ``STEP`` and ``RESET`` follow instead. ``SPLICE`` speaks of the
items of a sequence, or of the entries of a mapping laid flat (key, value, key, value). Every object
has at most one of ``OBJECT``, ``CONTENT`` and ``SPLICE`` in a record. The locals of a module's
frame are not sent: they are the ``GLOBALS`` of its file. ``BIND`` has one name refer to another
object, a module's global name where the frame is a module's. ``REBOUND`` has it refer to a new
``SCALAR``, whose operands come last, and frees the scalar that nothing but the name referred to:
what most lines of a loop do. Of a variable that is ``LENT`` the caller's reference is counted, not
the frame's own; a frame has none but those told last. A ``POP`` comes before the ``PUSH`` of the
same thread; a thread without frames has ended or runs foreign code only.

``PARTS`` comes behind the ``OBJECT`` or ``CONTENT`` of the object and says what it refers to beside
its content, by address (``parts``); an object whose ``CONTENT`` is sent has none until they are
sent again. ``through`` is the address of the container that holds it for the object, or 0; of
``PART_THROUGH`` it is the place among the locals of a generator whose value is in the cell.

``CODE`` announces a code object by a number of its own, counted from 1; its marks are
``OF_PROGRAM`` for those of the program's own file and ``PAUSES`` for those of generators and kin.
``address``, ``namespace`` (of a module's dict, else 0), ``holder`` and ``constant`` are addresses:
the holder is a tuple or frozenset of constants, or the code object itself. The variables are those
in cells. ``RUNS`` follows the ``PUSH`` of its frame.

``content`` is a kind, the number of operands that follow, and the operands:

==============  =====================================================================
``SCALAR``      whole length or -1; text length; text
``SEQUENCE``    length, items
``MAPPING``     length, keys and values in turn
``INSTANCE``    class, n, n × (name, serial), then a content of its own or nothing
``CLASS``       name, n, n bases, n × (name, serial) to the end
``FUNCTION``    name, line, code, n closure × (name, serial), m, m defaults, attributes
``METHOD``      self, function
``CELL``        contents
``GENERATOR``   state, line, n × (name, serial) to the end
``SUSPENDED``   state, line, awaits, n × (name, serial) to the end
``ITERATOR``    over, position
``WEAKREF``     referent
``EXCEPTION``   class, args, cause, context, traceback, attributes to the end
``MODULE``      name
``ARRAY``       base, offset, nbytes, n, n × shape, n × strides, dtype, text length; text
``OTHER``       referents
``STRUCTURE``   n, n referents, m, m × (name, serial), (name, text) to the end
``LOCK``        locked, owner's thread or 0, count; -1 where it has none
==============  =====================================================================

In ``FUNCTION`` both counts stand before what they count; ``dtype`` of an array is a name, and so is
the text in ``STRUCTURE``. The ``offset`` of an array is where its memory begins in that of its
base, or -1; ``VALUE_END`` and ``ROW_END`` stand between the values in its text. ``SUSPENDED`` is
``GENERATOR`` with what it waits for, ``STRUCTURE`` is ``OTHER`` of which more is known.
"""

import marshal
import struct

VERSION = 1

# operations
HELLO, TEXT, STEP, THREAD, POP, PUSH, LINE, LOCALS, GLOBALS, OBJECT, CONTENT = range(1, 12)
SPLICE, COUNT, SIZE, UNREACHABLE, FREED, VALUE, EXCEPTION = range(12, 19)
COLLECTION, SOURCE, FAILED, RESET, BIND, REBOUND = range(19, 25)
PARTS, CODE, RUNS, HELD, LOCKS, ON, OPERANDS, LENT = range(25, 33)
MORE = -(1 << 62)
"""No operand is that, so the last number of a record tells whether another part follows."""

VALUE_END, ROW_END = "\x1f", "\x1e"
"""Between the values and the rows of an array; no ``repr`` has them."""

# kinds of content
SCALAR, SEQUENCE, MAPPING, INSTANCE, CLASS, FUNCTION, METHOD, CELL = range(1, 9)
GENERATOR, ITERATOR, WEAKREF, EXCEPTION_BODY, MODULE, ARRAY, OTHER = range(9, 16)
SUSPENDED, STRUCTURE, LOCK = range(16, 19)

# kinds of parts: what an object refers to beside its content
PART_NAMESPACE, PART_CLOSURE, PART_DEFAULTS, PART_KEYWORDS, PART_BASES, PART_THROUGH = range(6)
PART_INTERNALS, PART_CLASS, PART_BASE, PART_GLOBALS, PART_ATTRIBUTE, PART_PAUSED = range(6, 12)
PART_STACK, PART_CALLBACK, PART_CODE, PART_INLINE, PART_ITERATOR = range(12, 17)

# the tables whose places are the numbers on the wire
EVENTS = ("call", "line", "return", "yield", "resume", "exception", "finish", "uncaught")
FRAME_KINDS = ("module", "function", "class", "generator", "coroutine", "async generator")
PARTS_OF = (
    *("own namespace", "closure tuple", "defaults tuple", "keyword defaults", "bases tuple"),
    *("through a cell", "class internals", "class", "base", "namespace", "attribute"),
    *("paused frame", "stack", "weakref callback", "code", "values in the object", "iterator"),
)
"""The kinds of parts. Of the first five what they hold is in the content already; a dict with the
last shows the attributes of an object that holds them itself."""
OF_PROGRAM, PAUSES = 1, 2
HELD_WAYS = ("stack", "exception")
"""A value being handed out; an exception being raised or handled."""
GENERATOR_STATES = ("created", "suspended", "running", "closed", "running")
"""The last is an async generator that somebody waits for, its frame being suspended."""
RECORDERS = ("python", "core")

MOST_ITEMS = 10_000
"""Items of a container, and characters of a value, beyond which only the length is sent."""

HEADER = struct.Struct("<QQ")
LONGEST_RECORD = 1 << 31
"""A record longer than this many bytes is taken for garbage."""

# The spool: one page of numbers, then a ring of bytes. All unsigned 64-bit, at these offsets.
SPOOL_MAGIC = b"VISPOOL1"
SPOOL_HEADER = 4096
WRITTEN = 8
"""Bytes ever written by the recorder."""
CONSUMED = 16
"""Bytes ever taken by the session; the ring has room for what lies between, less its size."""
CREDIT = 24
"""The step up to which the recorder may go; it waits there. 0: as far as it likes."""
STEPS = 32
"""Steps written so far."""
WAITING = 40
"""1 while the recorder waits for credit, 2 while it waits for room in the ring."""
SYNC_ASKED = 48
"""Terminal only: raised by the recorder to have all output taken before a step."""
SYNC_DONE = 56
"""Terminal only: set by the session to the number it has answered."""
STDOUT_TAKEN = 64
"""Terminal only: bytes of standard output taken so far."""
UNWANTED = 120
"""1 when the session takes no more records: the recorder is to end, and not to wait for it."""
LAST_WORDS = 128
"""Written when the recorder ends before the program does: how many bytes of UTF-8 follow, up to the
end of the page, that say why. Here they need no room in the ring, and no whole record before."""

# Environment variables that bring the recorder in; removed before the program starts.
SPOOL_VARIABLE = "VISUALIZER_SPOOL"
SETTINGS_VARIABLE = "VISUALIZER_SETTINGS"
"""Holds ``settings_text`` of the settings."""


def pack(numbers: list[int], texts: list[bytes]) -> bytes:
    """One record of ``numbers`` and ``texts``."""
    text = b"".join(texts)
    n, length = len(numbers), len(text)
    return struct.pack(f"<{n + 2}q", n, length, *numbers) + text + bytes(-length % 8)


def unpack(record: bytes | memoryview) -> tuple[tuple[int, ...], bytes]:
    """The numbers and the text of one record.

    Raises ``ValueError`` when the record is not as long as its header says.
    """
    if len(record) < HEADER.size:
        raise ValueError("a record without a header")
    count, length = HEADER.unpack_from(record)
    if record_length(count, length) != len(record):
        raise ValueError("a record that is not as long as it says")
    numbers = struct.unpack_from(f"<{count}q", record, HEADER.size)
    start = HEADER.size + 8 * count
    return numbers, bytes(record[start : start + length])


def record_length(count: int, text_length: int) -> int:
    """How many bytes a record of ``count`` numbers and ``text_length`` bytes takes.

    Raises ``ValueError`` when that is more than any record has.
    """
    length = HEADER.size + 8 * count + text_length + (-text_length % 8)
    if count > LONGEST_RECORD or text_length > LONGEST_RECORD or length > LONGEST_RECORD:
        raise ValueError("a record that is too long")
    return length


def split(
    data: bytes | bytearray | memoryview, start: int = 0
) -> tuple[list[tuple[int, int]], int]:
    """Where the whole records in ``data`` lie, as (start, end), and where the rest begins.

    Raises ``ValueError`` when a header cannot be true.
    """
    found = []
    while start + HEADER.size <= len(data):
        end = start + record_length(*HEADER.unpack_from(data, start))
        if end > len(data):
            break
        found.append((start, end))
        start = end
    return found, start


def next_record(data: bytes, start: int) -> int:
    """Where the record that begins at ``start`` ends; ``start`` where it is not whole.

    Raises ``ValueError`` when its header cannot be true.
    """
    if start + HEADER.size > len(data):
        return start
    end = start + record_length(*HEADER.unpack_from(data, start))
    return end if end <= len(data) else start


def settings_text(settings: dict[str, object]) -> str:
    """What the session tells the recorder, as text fit for an environment variable.

    By marshal, because the two ends are one program, and importing json would leave a dozen modules
    to clean away in the watched process; in an old format of it: the two interpreters need not be
    of one version.
    """
    return marshal.dumps(settings, 2).hex()
