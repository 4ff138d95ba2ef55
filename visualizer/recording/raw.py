"""The state of a run in the numbers of the wire: what records are checked against.

Following a run costs least this way; the objects of the model are made from it only where somebody
wants to see them.
"""

from typing import TYPE_CHECKING

from visualizer.recorder import wire

if TYPE_CHECKING:
    from visualizer.model import Content, Frame, Part

type Numbers = tuple[int, ...]


class Fault(ValueError):
    """A record says what cannot be; the message is the fault in a few words, without a file."""


class RawObject:
    """An object as the wire has it; ``text`` belongs to the one operand that counts text.

    ``content`` and ``told`` are for whoever makes the model's content and parts of it, None and
    empty when they are to be made anew.
    """

    __slots__ = (
        "address",
        "body",
        "content",
        "count",
        "kind",
        "parts",
        "serial",
        "size",
        "text",
        "told",
        "type",
        "unreachable",
    )

    def __init__(self, serial: int, address: int, count: int, size: int, type_: int) -> None:
        self.serial = serial
        self.address = address
        self.count = count
        self.size = size
        self.type = type_
        self.unreachable = 0
        self.kind = 0
        self.body: Numbers = ()
        self.text = b""
        self.parts: Numbers = ()
        self.told: tuple[Part, ...] = ()
        self.content: Content | None = None


class RawFrame:
    """A frame as the wire has it; ``locals`` are names and serials in turn.

    ``frame`` is for whoever makes the model's frame of it, None when that is to be made anew.
    """

    __slots__ = (
        "address",
        "code",
        "file",
        "frame",
        "function",
        "kind",
        "line",
        "locals",
        "namespace",
        "serial",
    )

    def __init__(self, serial: int, function: int, file: int, kind: int, line: int) -> None:
        self.serial = serial
        self.function = function
        self.file = file
        self.kind = kind
        self.line = line
        self.locals: Numbers = ()
        self.code = self.address = self.namespace = 0
        self.frame: Frame | None = None


class RawState:
    """Everything there is after the last record, and what that record has touched.

    Operations change it in place; ``commit`` checks what holds a record together. After a ``Fault``
    it is of no use any more. ``touched``, ``depths``, ``files``, ``renamed`` and ``coded`` say
    which objects, which stacks (and from which frame on), whose global names and which threads a
    step changed, and which code objects it announced.
    """

    __slots__ = (
        "addresses",
        "born",
        "coded",
        "codes",
        "collections",
        "dead",
        "depths",
        "exception",
        "failure",
        "files",
        "freed",
        "globals",
        "gone",
        "handed",
        "heap",
        "heap_bytes",
        "held",
        "hello",
        "highest",
        "islands",
        "locks",
        "name_count",
        "named",
        "names",
        "new",
        "place",
        "relocked",
        "renamed",
        "sources",
        "stacks",
        "steps",
        "text",
        "text_at",
        "threads",
        "touched",
        "value",
        "written",
    )

    def __init__(self) -> None:
        self.steps = 0
        self.highest = 0
        self.heap: dict[int, RawObject] = {}
        self.heap_bytes = 0
        self.stacks: dict[int, list[RawFrame]] = {}
        self.globals: dict[str, Numbers] = {}
        self.threads: dict[int, int] = {}
        self.codes: dict[int, Numbers] = {}
        self.locks: dict[int, Numbers] = {}
        """The operands of each ``CODE``, by its number."""
        self.names: list[str] = []
        self.name_count = 0
        self.named = 0
        """How many names have been sent; more may be known from elsewhere."""
        self.addresses: dict[int, int] = {}
        self.held: dict[int, int] = {}
        """How many references there are to each object that has ever been referred to."""
        self.written = (0, 0)
        self.hello: tuple[str, str] | None = None
        self.sources: dict[str, str] = {}
        self.failure: str | None = None
        self.text = b""
        """The text of the record under way, and how much of it has been taken."""
        self.text_at = 0
        self.begin_step(())

    def begin_step(self, place: Numbers) -> None:
        """Start on a step with the operands of ``STEP``."""
        self.place = place
        self.value = self.exception = 0
        self.freed: Numbers = ()
        self.collections: tuple[tuple[int, Numbers], ...] = ()
        self.handed: Numbers = ()
        self.relocked = False
        """The operands of each ``HELD``."""
        self.new: list[int] = []
        self.gone: list[int] = []
        self.born: list[RawObject] = []
        self.dead: list[RawObject] = []
        self.islands: list[int] = []
        self.touched: dict[int, None] = {}
        self.depths: dict[int, int] = {}
        self.files: dict[str, None] = {}
        self.renamed: dict[int, None] = {}
        self.coded: dict[int, None] = {}

    def take(self, size: int) -> bytes:
        """The next ``size`` bytes of the record's text."""
        start = self.text_at
        self.text_at = end = start + size
        if size < 0 or end > len(self.text):
            raise Fault("a text that is longer than its record")
        return self.text[start:end]

    def take_text(self, size: int) -> str:
        """The same as text."""
        return self.take(size).decode("utf-8", "surrogatepass")

    def name(self, number: int) -> str:
        """The name sent under ``number``."""
        if not 0 <= number < self.name_count:
            raise Fault(f"name {number} is not known")
        return self.names[number]

    def take_pairs(self, flat: Numbers) -> None:
        """Check names and serials in turn, and hold the serials as new references."""
        names = flat[::2]
        if names:
            if min(names) < 0 or max(names) >= self.name_count:
                raise Fault("a name that is not known")
            serials = flat[1::2]
            if len(serials) != len(names):
                raise Fault("a name without an object")
            self.new += serials

    def known(self, serial: int) -> RawObject:
        """The live object ``serial``, about to change."""
        found = self.heap.get(serial)
        if found is None:
            raise Fault(f"object {serial} is not known")
        self.touched[serial] = None
        return found

    def commit(self) -> None:
        """The step is whole: check what holds it together."""
        event, thread, file, line, function, out, err = self.place
        if not (0 <= file < self.name_count and 0 <= function < self.name_count):
            raise Fault("a name that is not known")
        if not 0 <= event < len(wire.EVENTS) or thread < 1 or line < 0:
            raise Fault(f"event {event} in line {line} of thread {thread}")
        before = self.written
        if (out, err) != before:
            # A program may cut off its own output; what it had written stays written.
            self.written = max(out, before[0]), max(err, before[1])
        heap, held = self.heap, self.held
        for serial in self.new:
            if serial not in heap:
                raise Fault(f"object {serial} is referred to but not known")
            held[serial] = held.get(serial, 0) + 1
        for serial in self.gone:
            held[serial] -= 1
        if self.value or self.exception or self.handed:
            for serial in (self.value, self.exception, *self.handed[1::3]):
                if serial and serial not in heap:
                    raise Fault(f"object {serial} is referred to but not known")
        if self.born or self.dead:
            self._settle()
        if self.locks and (self.relocked or self.dead) and not self.locks.keys() <= heap.keys():
            raise Fault("a lock that is waited for and not known")
        self.steps += 1

    def _settle(self) -> None:
        addresses, held = self.addresses, self.held
        for one in self.dead:
            if held.pop(one.serial, 0):
                raise Fault(f"object {one.serial} was freed while something referred to it")
            del addresses[one.address]
        for one in self.born:
            other = addresses.setdefault(one.address, one.serial)
            if other != one.serial:
                raise Fault(f"objects {other} and {one.serial} are alive at one address")
            self.highest = max(self.highest, one.serial)
