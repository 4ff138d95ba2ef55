"""The wire format between recorder and session: constants, packing, and unpacking.

A record is a header of two unsigned 64-bit numbers (how many numbers, how many bytes of text),
then that many signed 64-bit numbers, then the text padded to a multiple of eight. All little
endian. The numbers are a sequence of operations; an operation with text has the text's length in
bytes, and the texts are in the order of the operations. Text is UTF-8 with lone surrogates
(``surrogatepass``).

Names (of variables, functions, files, types, attributes) are sent once by ``TEXT`` and then
identified by number, counted from 0 in the order in which they were sent. Objects are identified
by serial, counted from 1; 0 is "none". A reference count of -1 means immortal.

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
``GLOBALS``             file, n, then n times (name, serial); n = -1: module removed
``GLOBALS_FROM``        file, index, n, n times (name, serial): the global names from there on
``BIND``                thread, depth, index of a name among the frame's locals, serial
``OBJECT``              serial, address, count, size, type, content
``CONTENT``             serial, content
``SPLICE``              serial, start, number of removed items, n, n new items, new length
``COUNT``               serial, count
``SIZE``                serial, size
``UNREACHABLE``         serial, 0 or 1
``FREED``               n, n serials
``OPERANDS``            thread, depth, n, n serials: the items of a frame's evaluation stack
``LENT``                thread, depth, n, n names: borrowed variables (from 3.14 on)
``COMPREHENSION``       thread, depth, n, then n times (name, serial): variables of the
                        comprehensions that run in a module's or a class's frame, and the
                        results that those of any frame are filling, named by their brackets
``VALUE``               serial
``EXCEPTION``           serial
``COLLECTION``          generation, n, n serials
``SOURCE``              file, length; text
``RESET``               forgets all objects, frames, global names and ranges of addresses
``PARTS``               serial, n, then n times (kind of part, address, through)
``CODE``                number, name, file, line, address, marks, namespace, n, n × (variable,
                        free), m, m × (holder, constant, references of the syntax tree)
``RUNS``                thread, code, addresses of the innermost frame, which runs it, and of
                        the dict that a class body fills, or 0
``HELD``                way (``HELD_WAYS``), serial, count: references of the interpreter
``LOCKS``               n, then n times: serial, holding thread or 0, and three times m and m
                        threads: waiting, waiting with a timeout, about to wait
``RANGE``               kind, start, bytes, n, n facts: a range of addresses of the process
``APART``               serial, address: the second block of an object, 0 if it has none
``DELETED``             serial, count: entries of a dict that were deleted and keep their places
``EXPRESSION``          thread, frame serial or 0, file, line, column, end line, end column, kind,
                        ordinal, value, address, count, type, ended, length; text
``MEANWHILE``           serial, count
``MORE``                at the end of a record: the step continues in the next one
``ON``                  at the beginning of a record: continues the step
======================  ============================================================

Order: names (``TEXT``) precede their first use, also the ``STEP`` of their record; the step's
changes follow ``STEP``. A record without ``STEP`` is no step (``HELLO``, ``SOURCE``). An ``OBJECT``
may refer to a later one in the same record: resolve references when the step is complete. An
address may be used again in the record that frees it, so ``FREED`` takes effect first. ``RESET``,
directly after ``STEP``, starts again from scratch after an interruption of the recorder: remaining
objects get new serials. A very large step takes several records, and is complete with the one that
has no ``MORE``; after an interruption in between, ``STEP`` and ``RESET`` follow instead. ``SPLICE``
replaces items of a sequence, or of the flattened entries of a mapping (key, value, key, value).
Every object has at most one of ``OBJECT`` and ``CONTENT`` in a record, or any number of ``SPLICE``,
each applied to the result of the one before. The locals of a module's frame are not sent: they are
the ``GLOBALS`` of its file. ``BIND`` binds one name to another object, a global name if the frame
is a module's. A variable that is ``LENT`` is borrowed: the caller's reference is counted, not the
frame's own; each ``LENT`` replaces the last one of the frame, and so does each ``COMPREHENSION``. A
``POP`` precedes the ``PUSH`` of the same thread; a thread without frames has ended or runs foreign
code only.

``PARTS`` follows the ``OBJECT`` or ``CONTENT`` of the object and has its references besides its
content, by address (``parts``); ``CONTENT`` removes them until they are sent again. ``through`` is
the address of the container that holds the reference for the object, or 0; for ``PART_THROUGH`` it
is the index among the locals of a generator whose value is in the cell.

``EXPRESSION``, directly after ``STEP`` and ``RESET``, is a value that an instruction left on the
evaluation stack since the step before, in the order of evaluation; recorded on request only. The
positions are those of PEP 657 (columns in UTF-8 bytes from 0), ``kind`` is an index in
``EXPRESSION_KINDS``, and ``ordinal`` counts the instructions of one kind at one position, from 0.
Count, size and text are as they were when the value was made. ``value`` is the serial of the object
if the step knows it, else minus the number of a *temporary*, counted from 1: an object that no name
leads to at the step. ``ended`` is 1 if it has died before the step. ``MEANWHILE``, directly after
it, is the count that another object of the step before had by then, if it had changed; with more
than ``MOST_COUNTED`` objects none is sent. No state depends on either.

``CODE`` announces a code object and its number, counted from 1; its marks are ``OF_PROGRAM`` for
code of the program's own file and ``PAUSES`` for generators, coroutines and async generators.
``address``, ``namespace`` (of a module's dict, else 0), ``holder`` and ``constant`` are addresses:
the holder is a tuple or frozenset of constants, or the code object itself. The variables are those
in cells. ``RUNS`` follows the ``PUSH`` of its frame.

A ``RANGE`` replaces the last one of its kind and start; one of no bytes removes it. An image is a
file that the system has mapped, such as the interpreter's own; arenas and pools are those of
CPython's allocator for objects of up to 512 bytes (``Objects/obmalloc.c``). The facts of a pool are
the bytes of its blocks and, where the allocator is recorded, how many are in use, the offset of the
first that was never handed out, and the addresses of its free blocks in the order in which they
will be handed out. The second block of an object holds a list's array of items, a dict's or a set's
table, a bytearray's bytes. A deleted entry of a dict keeps its place until the dict gets another
table (``dk_usable`` of ``Include/internal/pycore_dict.h``).

``content`` is a kind, the number of operands that follow, and the operands:

==============  =====================================================================
``SCALAR``      full length or -1; text length; text
``SEQUENCE``    length, items
``MAPPING``     length, keys and values in turn
``INSTANCE``    class, n, n × (name, serial), then a content as a builtin, or nothing
``CLASS``       name, n, n bases, n × (name, serial) to the end
``FUNCTION``    name, line, code, n closure × (name, serial), m, m defaults, attributes
``METHOD``      self, function
``CELL``        contents
``SUSPENDED``   state, line, awaits, n × (name, serial) to the end
``ITERATOR``    over, position
``WEAKREF``     referent
``EXCEPTION``   class, args, cause, context, traceback, attributes to the end
``MODULE``      name
``ARRAY``       base, offset, nbytes, n, n × shape, n × strides, dtype, text length; text
``OTHER``       referents
``STRUCTURE``   n, n referents, m, m × (name, serial), (name, text) to the end
``LOCK``        locked, owner's thread or 0, count; -1 if it has none
==============  =====================================================================

In ``FUNCTION`` both counts precede their items; the ``dtype`` of an array is a name, as is the text
in ``STRUCTURE``. The ``offset`` of an array is the distance from the start of its base's memory to
its own, or -1; ``VALUE_END`` and ``ROW_END`` separate the values in its text. ``SUSPENDED`` is a
generator, ``STRUCTURE`` is ``OTHER`` with known facts.
"""

import marshal
import struct

VERSION = 1

# operations; 21 and 24, and the content 9, were sent before the first release
HELLO, TEXT, STEP, THREAD, POP, PUSH, LINE, LOCALS, GLOBALS, OBJECT, CONTENT = range(1, 12)
SPLICE, COUNT, SIZE, UNREACHABLE, FREED, VALUE, EXCEPTION = range(12, 19)
COLLECTION, SOURCE, RESET, BIND = 19, 20, 22, 23
PARTS, CODE, RUNS, HELD, LOCKS, ON, OPERANDS, LENT = range(25, 33)
EXPRESSION, MEANWHILE, COMPREHENSION, GLOBALS_FROM = 33, 34, 35, 36
RANGE, APART, DELETED = 41, 42, 43
MORE = -(1 << 62)
"""No operand has this value, so a record's last number shows whether another part follows."""

VALUE_END, ROW_END = "\x1f", "\x1e"
"""Separators of the values and the rows of an array; no ``repr`` contains them."""

# kinds of content
SCALAR, SEQUENCE, MAPPING, INSTANCE, CLASS, FUNCTION, METHOD, CELL = range(1, 9)
ITERATOR, WEAKREF, EXCEPTION_BODY, MODULE, ARRAY, OTHER = range(10, 16)
SUSPENDED, STRUCTURE, LOCK = range(16, 19)
CONTENTS = (
    *("", "mt", "i(s)", "i(ss)", "s[ns]b", "n[s](ns)", "nio[ns][s](ns)", "ss", "o", "", "oi", "o"),
    *("ooooo(ns)", "n", "omu[u,i]nt", "(s)", "guo(ns)", "[s][ns](nn)", "fum"),
)
"""The operands of each kind of content, by its number.

``n`` is a name, ``s`` a serial, ``o`` a serial or 0, ``t`` the length of a text, ``g`` the state of
a generator, ``f`` 0 or 1, ``u`` a number from 0, ``m`` one from -1, ``i`` any number, ``b`` nothing
or a kind, the number of its operands, and these. ``[ns]`` is a count and that many repetitions,
``[u,i]`` one count of two lists; ``(ns)`` comes as often as there are operands.
"""

# kinds of parts: what an object refers to besides its content
PART_NAMESPACE, PART_CLOSURE, PART_DEFAULTS, PART_KEYWORDS, PART_BASES, PART_THROUGH = range(6)
PART_INTERNALS, PART_CLASS, PART_BASE, PART_GLOBALS, PART_ATTRIBUTE, PART_PAUSED = range(6, 12)
PART_STACK, PART_CALLBACK, PART_CODE, PART_INLINE, PART_ITERATOR = range(12, 17)

# kinds of ranges of addresses
RANGE_IMAGE, RANGE_ARENA, RANGE_POOL = range(3)
RANGE_KINDS = 3

# tables whose indexes are numbers on the wire
EVENTS = ("call", "line", "return", "yield", "resume", "exception", "finish", "uncaught")
FRAME_KINDS = ("module", "function", "class", "generator", "coroutine", "async generator")
PARTS_OF = (
    *("own namespace", "closure tuple", "defaults tuple", "keyword defaults", "bases tuple"),
    *("through a cell", "class internals", "class", "base", "namespace", "attribute"),
    *("paused frame", "stack", "weakref callback", "code", "values in the object", "iterator"),
)
"""The kinds of parts.

The items of the first five are in the content already; a dict of the last kind shows the attributes
that its object holds inline.
"""
OF_PROGRAM, PAUSES = 1, 2
HELD_WAYS = ("stack", "exception")
"""A value being returned or yielded; an exception being raised or handled."""
GENERATOR_STATES = ("created", "suspended", "running", "closed", "running")
"""The last is an awaited async generator with a suspended frame."""
RECORDERS = ("python", "core")
EXPRESSION_KINDS = (
    *("operated", "compared", "called", "attribute", "built", "formatted", "function"),
    *("resumed", "loaded", "copied", "chosen"),
)
"""How an instruction makes a value.

The last three only pass a value on: a name or constant at the beginning of a branch; the value of
``:=``; the operand at which ``and``, ``or`` or a chained comparison stops.
"""
MOST_BRIEF = 400
"""Maximum of characters of a value's text in ``EXPRESSION``; a longer one ends with an ellipsis."""

MOST_COUNTED = 4096
"""Maximum of objects whose counts are compared after each ``EXPRESSION``."""

MOST_ITEMS = 10_000
"""Maximum of a container's items and a value's characters; beyond, only the length is sent."""

HEADER = struct.Struct("<QQ")
LONGEST_RECORD = 1 << 31
"""A longer record, in bytes, is invalid."""

# The spool: a page of counters, then a ring buffer. All unsigned 64-bit, at these offsets.
SPOOL_MAGIC = b"VISPOOL1"
SPOOL_HEADER = 4096
WRITTEN = 8
"""Total bytes written by the recorder."""
CONSUMED = 16
"""Total bytes read by the session; the ring holds those in between."""
CREDIT = 24
"""The step after which the recorder waits; 0: no limit."""
STEPS = 32
"""Steps written so far."""
WAITING = 40
"""1 while the recorder waits for credit, 2 while it waits for space in the ring."""
SYNC_ASKED = 48
"""Terminal only: the recorder increments it to have all output read before a step."""
SYNC_DONE = 56
"""Terminal only: the session sets it to the number that it has answered."""
STDOUT_TAKEN = 64
"""Terminal only: bytes of standard output read so far."""
UNWANTED = 120
"""1 if the session rejects further records: the recorder must end without waiting."""
LAST_WORDS = 128
"""Set when the recorder ends before the program: the number of UTF-8 bytes that follow, up to the
end of the page, with the reason. Independent of space in the ring and of complete records.
"""

# Environment variables that start the recorder; removed before the program starts.
SPOOL_VARIABLE = "VISUALIZER_SPOOL"
SETTINGS_VARIABLE = "VISUALIZER_SETTINGS"
"""Contains ``settings_text`` of the settings."""


def pack(numbers: list[int], texts: list[bytes]) -> bytes:
    """Return one record of ``numbers`` and ``texts``."""
    text = b"".join(texts)
    n, length = len(numbers), len(text)
    return struct.pack(f"<{n + 2}q", n, length, *numbers) + text + bytes(-length % 8)


def unpack(record: bytes | memoryview) -> tuple[tuple[int, ...], bytes]:
    """Return the numbers and the text of one record.

    Raises ``ValueError`` if the record's length differs from its header's.
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
    """Return the bytes of a record with ``count`` numbers and ``text_length`` bytes of text.

    Raises ``ValueError`` if that exceeds the maximum.
    """
    length = HEADER.size + 8 * count + text_length + (-text_length % 8)
    if count > LONGEST_RECORD or text_length > LONGEST_RECORD or length > LONGEST_RECORD:
        raise ValueError("a record that is too long")
    return length


def split(
    data: bytes | bytearray | memoryview, start: int = 0
) -> tuple[list[tuple[int, int]], int]:
    """Return the (start, end) of each complete record in ``data``, and the start of the rest.

    Raises ``ValueError`` for an invalid header.
    """
    found = []
    while (end := next_record(data, start)) > start:
        found.append((start, end))
        start = end
    return found, start


def next_record(data: bytes | bytearray | memoryview, start: int) -> int:
    """Return the end of the record at ``start``; ``start`` if the record is incomplete.

    Raises ``ValueError`` for an invalid header.
    """
    if start + HEADER.size > len(data):
        return start
    end = start + record_length(*HEADER.unpack_from(data, start))
    return end if end <= len(data) else start


def settings_text(
    settings: tuple[str | None, str, list[str], list[str], dict[str, object]],
) -> str:
    """Serialize the session's settings as text for an environment variable.

    They are the original PYTHONPATH, the folder that contains the package, paths of engines to try,
    variables to remove from the environment, and settings that the recorder reads by name.

    Uses marshal, because both ends are one program and importing json would leave a dozen modules
    to remove from the recorded process; an old format, because the interpreters' versions may
    differ.
    """
    return marshal.dumps(settings, 2).hex()
