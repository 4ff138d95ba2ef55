"""States put together by hand, one step after another, with the deltas between them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.layout.difference import difference
from visualizer.model import (
    Cell,
    ClassBody,
    Content,
    Delta,
    End,
    EndReason,
    Event,
    Frame,
    FrameKind,
    Function,
    Generator,
    HeapObject,
    Instance,
    Life,
    Mapping,
    Other,
    Scalar,
    Sequence,
    State,
    Step,
)
from visualizer.model.run import Code, Constant, Part

FILE = "prog.py"
MODULE = Frame(1, "<module>", FILE, 1, FrameKind.MODULE, ())


@dataclass
class Film:
    """A program's run: change ``heap``, ``names`` and ``calls``, then take a ``step``.

    Reference counts are those of the shown references; ``step`` frees unreferenced objects.
    """

    heap: dict[int, HeapObject] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    calls: list[Frame] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    deltas: list[Delta] = field(default_factory=list)
    made: int = 0
    called: int = 1
    kept: set[int] = field(default_factory=set)
    """Objects that the interpreter holds and that no name leads to."""
    codes: dict[int, Code] = field(default_factory=dict)

    @property
    def steps(self) -> int:
        return len(self.states)

    def cursor(self) -> "Projector":
        return Projector(self)

    @property
    def end(self) -> End:
        return End(EndReason.FINISHED)

    @property
    def sources(self) -> dict[str, str]:
        return {}

    @property
    def lives(self) -> "Film":
        return self

    def life(self, serial: int) -> Life:
        there = [number for number, state in enumerate(self.states, 1) if serial in state.heap]
        died = there[-1] + 1 if there[-1] < self.steps else None
        return Life(serial, 0, there[0], died, None, None)

    def steps_with(self, *events: Event) -> list[int]:
        steps = [state.step for state in self.states]
        return [step.number for step in steps if step is not None and step.event in events]

    def new(self, kind: str, content: Content, immortal: bool = False) -> int:
        """Put an object on the heap and return its serial."""
        self.made += 1
        count = None if immortal else 0
        address = 0x7F00_0000_0000 + 48 * self.made
        self.heap[self.made] = HeapObject(self.made, kind, address, count, 56, content)
        return self.made

    def number(self, value: int) -> int:
        """Return the serial of a small int, which is immortal and unique, or of a larger one."""
        small = -5 <= value <= 256
        for serial, thing in self.heap.items():
            if small and thing.content == Scalar(str(value)):
                return serial
        return self.new("int", Scalar(str(value)), immortal=small)

    def list(self, *items: int) -> int:
        return self.new("list", Sequence(items, len(items)))

    def dict(self, *entries: tuple[int, int]) -> int:
        return self.new("dict", Mapping(entries, len(entries)))

    def function(self, name: str, line: int) -> int:
        return self.new("function", Function(name, line, None, (), ()))

    def code(self, name: str, outer: Code | None = None) -> Code:
        """Return code of the program, which the code ``outer`` has as a constant."""
        number = len(self.codes) + 1
        made = Code(number, name, FILE, number, 0x1000 * number, True, 0, (), (), ())
        self.codes[number] = made
        if outer is not None:
            constants = (*self.codes[outer.number].constants, Constant(0, made.address))
            self.codes[outer.number] = replace(self.codes[outer.number], constants=constants)
        return made

    def suspended(
        self, code: Code | None, line: int, awaits: int | None = None, /, **names: int
    ) -> int:
        """Make a coroutine that waits at a line; without ``code`` it belongs to a library."""
        content = Generator("suspended", line, tuple(names.items()), awaits)
        serial = self.new("coroutine", content)
        parts = (Part("paused frame", code.address),) if code is not None else ()
        self.heap[serial] = replace(self.heap[serial], parts=parts)
        return serial

    def cls(self, name: str, *bases: int, **attributes: int) -> int:
        own = ("__module__", self.number(0)), *attributes.items()
        return self.new("type", ClassBody(name, bases, own))

    def library_class(self, name: str) -> int:
        return self.new("type", ClassBody(name, (), ()))

    def instance(self, cls: int, **attributes: int) -> int:
        content = self.heap[cls].content
        assert isinstance(content, ClassBody)
        return self.new(content.name, Instance(cls, tuple(attributes.items())))

    def put(self, serial: int, content: Content) -> None:
        """Replace an object's content."""
        self.heap[serial] = replace(self.heap[serial], content=content)

    def call(self, function: str, line: int, /, **names: int) -> None:
        self.called += 1
        frame = Frame(self.called, function, FILE, line, FrameKind.FUNCTION, tuple(names.items()))
        self.calls.append(frame)

    def bind(self, name: str, serial: int) -> None:
        """Bind a name of the innermost call, or of the module."""
        if not self.calls:
            self.names[name] = serial
            return
        frame = self.calls[-1]
        names = dict(frame.locals) | {name: serial}
        self.calls[-1] = replace(frame, locals=tuple(names.items()))

    def step(
        self,
        line: int = 1,
        event: Event = Event.LINE,
        value: int | None = None,
        exception: int | None = None,
    ) -> State:
        """Make the current state the next step."""
        self._free(value, exception)
        stack = (replace(MODULE, line=line if not self.calls else 1), *self.calls)
        function = stack[-1].function
        number = len(self.states) + 1
        state = State(
            Step(number, event, FILE, line, function, 1, value=value, exception=exception),
            {1: stack},
            {FILE: tuple(self.names.items())},
            dict(self.heap),
            codes=dict(self.codes),
        )
        before = self.states[-1] if self.states else State()
        delta = difference(before, state)
        self.states.append(state)
        self.deltas.append(delta)
        return state

    def _free(self, *handed: int | None) -> None:
        counts = Counter(self._roots(handed))
        waiting, reached = list(counts), set(counts)
        while waiting:
            for target in targets(self.heap[waiting.pop()].content):
                counts[target] += 1
                if target not in reached:
                    reached.add(target)
                    waiting.append(target)
        for serial in list(self.heap):
            thing = self.heap[serial]
            if thing.refcount is None:
                continue
            if serial not in reached:
                del self.heap[serial]
            elif thing.refcount != counts[serial]:
                self.heap[serial] = replace(thing, refcount=counts[serial])

    def _roots(self, handed: tuple[int | None, ...]) -> Iterator[int]:
        yield from self.names.values()
        yield from self.kept
        for frame in self.calls:
            yield from (serial for _, serial in frame.locals)
        yield from (serial for serial in handed if serial is not None)


@dataclass
class Projector:
    """Walks a film as a recording's cursor does."""

    film: Film

    def seek(self, step: int) -> State:
        return self.film.states[step - 1] if step else State()

    def delta(self, step: int) -> Delta:
        return self.film.deltas[step - 1]


def targets(content: Content) -> Iterator[int]:
    """Yield every serial in a content, of the kinds that films use."""
    match content:
        case Sequence(items=items):
            yield from items
        case Mapping(entries=entries):
            yield from (serial for entry in entries for serial in entry)
        case Instance(cls=cls, attributes=attributes):
            yield cls
            yield from (serial for _, serial in attributes)
        case Cell(contents=int(serial)) | Function(code=int(serial)):
            yield serial
        case Other(referents=referents):
            yield from referents
        case Generator(locals=names, awaits=awaits):
            yield from (serial for _, serial in names)
            yield from () if awaits is None else (awaits,)
        case ClassBody(bases=bases, attributes=attributes):
            yield from bases
            yield from (serial for _, serial in attributes)


def call_example() -> Film:
    """Return the call example, as its recording has it."""
    film = Film()
    film.step(1)
    film.bind("f2", film.function("f2", 1))
    film.step(5)
    film.bind("f1", film.function("f1", 5))
    film.step(11)
    film.bind("y", film.number(5))
    film.step(12)
    film.call("f1", 5, x=film.number(5))
    film.step(5, Event.CALL)
    film.step(6)
    film.bind("x", film.number(10))
    film.step(7)
    film.call("f2", 1, x=film.number(10))
    film.step(1, Event.CALL)
    film.step(2)
    film.bind("x", film.number(11))
    film.step(3)
    film.step(3, Event.RETURN, value=film.number(11))
    film.calls.pop()
    film.bind("y", film.number(11))
    film.step(8)
    film.step(8, Event.RETURN, value=film.number(11))
    film.calls.pop()
    film.bind("z", film.number(11))
    film.step(12, Event.FINISH)
    return film
