"""Random films: names, calls and containers of any content change."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from tests.layout.film import Film
from visualizer.model import Event, Instance, Mapping, Sequence

NAMES = ("a", "b", "c", "d", "longer_name")
ATTRIBUTES = ("left", "right", "prev", "value")


class _Director:
    """Makes random changes, one after another."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.film = Film()
        self.film.bind("Node", self.film.cls("Node"))

    def pick(self) -> int:
        """Return any living object, or a new number."""
        number = self.draw(st.integers(0, 1000))
        found = [s for s, thing in self.film.heap.items() if thing.type not in ("type",)]
        if not found or number % 4 == 0:
            return self.film.number(number)
        return found[number % len(found)]

    def make_list(self) -> None:
        items = [self.pick() for _ in range(self.draw(st.integers(0, 4)))]
        self.film.bind(self.draw(st.sampled_from(NAMES)), self.film.list(*items))

    def make_dict(self) -> None:
        key, value = self.pick(), self.pick()
        self.film.bind(self.draw(st.sampled_from(NAMES)), self.film.dict((key, value)))

    def make_node(self) -> None:
        cls = self.film.names["Node"]
        names = self.draw(st.lists(st.sampled_from(ATTRIBUTES), unique=True, max_size=3))
        node = self.film.instance(cls, **{name: self.pick() for name in names})
        self.film.bind(self.draw(st.sampled_from(NAMES)), node)

    def change(self) -> None:
        """Change the items of an object, or bind a name to an object without items."""
        serial = self.pick()
        content = self.film.heap[serial].content
        match content:
            case Sequence(items=items):
                more = self.draw(st.integers(0, 15))
                items = items[1:] if more == 0 else (*items, *(self.pick() for _ in range(more)))
                self.film.put(serial, Sequence(items, len(items)))
            case Mapping(entries=entries):
                # A dict has each key once.
                changed_entries = dict(entries) | {self.pick(): self.pick()}
                self.film.put(serial, Mapping(tuple(changed_entries.items()), len(changed_entries)))
            case Instance(cls=cls, attributes=attributes):
                name = self.draw(st.sampled_from(ATTRIBUTES))
                changed = dict(attributes) | {name: self.pick()}
                self.film.put(serial, Instance(cls, tuple(changed.items())))
            case _:
                self.film.bind(self.draw(st.sampled_from(NAMES)), serial)

    def call(self) -> None:
        if len(self.film.calls) < 6 + 3:
            self.film.call("work", 3, **{name: self.pick() for name in ("x", "y")})

    def give_back(self) -> None:
        if self.film.calls:
            # A comprehension's variables are gone when the call is about to return.
            if self.draw(st.booleans()):
                frame = self.film.calls[-1]
                self.film.calls[-1] = replace(frame, locals=frame.locals[:-1])
            self.film.step(4, Event.RETURN, value=self.pick())
            self.film.calls.pop()

    def unbind(self) -> None:
        if not self.film.calls:
            self.film.names.pop(self.draw(st.sampled_from(NAMES)), None)


@st.composite
def films(draw: st.DrawFn, longest: int = 14) -> Film:
    """A film of a few steps."""
    director = _Director(draw)
    changes: list[Callable[[], None]] = [
        director.make_list,
        director.make_dict,
        director.make_node,
        director.change,
        director.change,
        director.call,
        director.give_back,
        director.unbind,
    ]
    # Some films have a stack so deep that its middle is folded.
    for _ in range(draw(st.sampled_from((0, 0, 0, 6)))):
        director.call()
        director.film.step(3)
    for _ in range(draw(st.integers(1, longest))):
        draw(st.sampled_from(changes))()
        director.film.step(draw(st.integers(1, 9)))
    return director.film
