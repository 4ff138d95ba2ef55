"""Common steps that are followed in one go come to the same as followed one by one."""

import random

import pytest

from tests.recording.following import facts, indexed, lie, one_by_one, skipped
from tests.recording.script import Script
from visualizer.model import Content, Event, FrameKind, HeapObject, Instance, Scalar, Sequence
from visualizer.recorder import wire
from visualizer.recording import common_run
from visualizer.recording.decoder import Decoder
from visualizer.recording.follow import Follower

pytestmark = pytest.mark.skipif(
    common_run.native is None, reason="the part in C was not built: there is no second way"
)

COMMON = {
    "call": 14,
    "return": 14,
    "rebind": 20,
    "bind": 10,
    "locals": 10,
    "operands": 8,
    "append": 8,
    "replace": 5,
    "attribute": 8,
    "count": 6,
    "size": 4,
    "line": 6,
}
ODD = {"global": 2} | dict.fromkeys(
    ("unset", "content", "island", "output", "thread", "long", "accent"), 1
)


class Calls:
    """A run of calls that was never made: the records of its steps, most of them common."""

    def __init__(self, chance: random.Random, acts: dict[str, int]) -> None:
        self.chance = chance
        self.acts = acts
        self.script = script = Script()
        script.begin()
        script.push(1, "<module>", kind=FrameKind.MODULE)
        script.set_globals("prog.py", tuple((f"n{n}", self.new().serial) for n in range(3)))
        self.list = self.new(Sequence((), 0))
        self.node = self.new(Instance(self.new().serial, (("x0", self.list.serial),), None))
        script.say(*(wire.CODE, 1, script.names.number("f"), script.names.number("prog.py")))
        script.say(*(1, 4096, 0, 0, 0, 0))
        for name in ("f", "g", "h", "x0", "x1", "x2", "x3", "y0", "y1", "y2", "y3"):
            script.names.number(name)  # a step that sends another name is none of the commonest
        self.frames = 1
        self.kept = [self.new().serial for _ in range(3)]
        self.operands: list[tuple[int, ...]] = [()]
        self.is_returned = False
        self.records = [script.hello(), script.end()]

    def new(self, content: Content | None = None) -> HeapObject:
        return self.script.new(content, type="int", size=self.chance.randrange(99))

    def go_on(self) -> None:
        """One more step; what its record says need not be true, but it holds together."""
        script, chance = self.script, self.chance
        (act,) = chance.choices([*self.acts], [*self.acts.values()])
        stack = script.state.stacks[1]
        if (act == "return" and (len(stack) == 1 or self.is_returned)) or len(stack) > 6:
            act = "line"
        event = {"call": Event.CALL, "return": Event.RETURN}.get(act, Event.LINE)
        thread = 2 if act == "thread" else 1
        out = chance.randrange(9) if act == "output" else None
        script.begin(event, chance.randrange(9), thread=thread, out=out)
        if self.is_returned:
            self.is_returned = False
            # The recorder has a name rebound where nothing else happens.
            act = "bind" if act == "rebind" else act
            script.pop()
            self.operands.pop()
            self.bury([serial for _, serial in stack[-1].locals])
        getattr(self, f"_{act}", lambda: None)()
        depth = len(script.state.stacks[1]) - 1
        if event is Event.LINE and chance.random() < 0.7:
            script.set_line(depth, chance.randrange(9))
        self.records.append(script.end())

    def bury(self, serials: list[int]) -> None:
        """Those die that nothing refers to any more."""
        dead = sorted({*serials} - {*self.references(), self.list.serial})
        if dead:
            self.script.free(*dead)

    def references(self) -> list[int]:
        """What anything refers to, as often as it does."""
        found = [serial for frame in self.script.state.stacks[1] for _, serial in frame.locals]
        found += [serial for lying in self.operands for serial in lying] + self.kept
        heap = self.script.state.heap
        items, own = heap[self.list.serial].content, heap[self.node.serial].content
        assert isinstance(items, Sequence)
        assert isinstance(own, Instance)
        return [*found, *items.items, *(serial for _, serial in own.attributes)]

    # ---- what a step does ----

    def _call(self) -> None:
        script, chance = self.script, self.chance
        self.frames += 1
        script.push(self.frames, chance.choice("fgh"))
        self.operands.append(())
        script.say(wire.RUNS, 1, 1, 8192 + 16 * self.frames, 0)
        if chance.random() < 0.8:
            names = tuple((f"x{n}", self.some()) for n in range(chance.randrange(1, 4)))
            script.set_locals(len(script.state.stacks[1]) - 1, names)

    def _return(self) -> None:
        serial = self.some()
        self.script.value(serial)
        if self.chance.random() < 0.7:
            self.script.say(wire.HELD, 0, serial, 1)
        if serial not in self.kept:
            self.kept.append(serial)
        self.is_returned = True

    def some(self) -> int:
        """An object that is there, or a new one."""
        return self.chance.choice([*self.kept, 0, 0, 0]) or self.new().serial

    def place(self) -> tuple[int, int, int] | None:
        """Depth and place of a name, and what it refers to."""
        stack = self.script.state.stacks[1]
        depth = self.chance.choice(
            [len(stack) - 1, len(stack) - 1, self.chance.randrange(len(stack))]
        )
        if not stack[depth].locals:
            return None
        place = self.chance.randrange(len(stack[depth].locals))
        return depth, place, stack[depth].locals[place][1]

    def _rebind(self) -> None:
        found = self.place()
        if found is None:
            return
        depth, place, old = found
        if self.references().count(old) == 1:
            self.script.rebound(depth, place, "7" * self.chance.randrange(1, 20))
        else:
            self.script.bind(depth, place, self.chance.choice(self.kept))

    def _bind(self) -> None:
        if (found := self.place()) is not None:
            depth, place, old = found
            self.script.bind(depth, place, self.some())
            self.bury([old])

    def _locals(self) -> None:
        stack = self.script.state.stacks[1]
        if len(stack) > 1:
            old = [serial for _, serial in stack[-1].locals]
            names = tuple((f"y{n}", self.some()) for n in range(self.chance.randrange(4)))
            self.script.set_locals(len(stack) - 1, names)
            self.bury(old)

    def _operands(self) -> None:
        depth = len(self.operands) - 1
        old = self.operands[depth]
        self.operands[depth] = new = tuple(self.some() for _ in range(self.chance.randrange(3)))
        self.script.say(wire.OPERANDS, 1, depth, len(new), *new)
        self.bury([*old])

    def _append(self) -> None:
        serial = self.list.serial
        content = self.script.state.heap[serial].content
        assert isinstance(content, Sequence)
        items = (*content.items, *(self.some() for _ in range(self.chance.randrange(1, 3))))
        at = len(content.items)
        to = Sequence(items, len(items))
        self.script.splice(serial, (at, 0), items[at:], to, len(items))
        self.script.size(serial, 56 + 8 * len(items))

    def _replace(self) -> None:
        serial = self.list.serial
        content = self.script.state.heap[serial].content
        assert isinstance(content, Sequence)
        if not content.items:
            return
        at = self.chance.randrange(len(content.items))
        old = content.items[at : at + self.chance.randrange(1, 3)]
        new = tuple(self.some() for _ in old)
        items = (*content.items[:at], *new, *content.items[at + len(old) :])
        self.script.splice(serial, (at, len(old)), new, Sequence(items, len(items)), len(items))
        self.bury([*old])

    def _attribute(self) -> None:
        content = self.script.state.heap[self.node.serial].content
        assert isinstance(content, Instance)
        names = tuple((f"x{n}", self.some()) for n in range(self.chance.randrange(4)))
        self.script.change(self.node.serial, Instance(content.cls, names, None))
        self.bury([serial for _, serial in content.attributes])

    def _count(self) -> None:
        self.script.count(self.chance.choice(self.kept), self.chance.randrange(9))

    def _size(self) -> None:
        self.script.size(self.chance.choice(self.kept), self.chance.randrange(99))

    # ---- what is left to the other way ----

    def _global(self) -> None:
        names = self.script.state.globals["prog.py"]
        self.script.set_globals("prog.py", (*names, (f"n{len(names)}", self.some())))

    def _unset(self) -> None:
        if (names := self.script.state.globals.get("prog.py")) and len(names) > 1:
            self.script.set_globals("prog.py", names[1:])
            self.bury([names[0][1]])

    def _content(self) -> None:
        self.script.change(self.chance.choice(self.kept), Scalar("another"))

    def _island(self) -> None:
        self.script.unreachable(self.chance.choice(self.kept), self.chance.random() < 0.5)

    def _long(self) -> None:
        self.kept.append(self.new(Scalar("7" * 300, 4000)).serial)

    def _accent(self) -> None:
        self.kept.append(self.new(Scalar("'é'")).serial)


def run_of(seed: int, steps: int, acts: dict[str, int]) -> Calls:
    calls = Calls(random.Random(seed), acts)
    for _ in range(steps):
        calls.go_on()
    return calls


@pytest.mark.parametrize("lies", [0, 1])
@pytest.mark.parametrize("acts", [COMMON, COMMON | ODD], ids=["common", "odd"])
def test_it_comes_to_the_same_as_one_by_one(
    monkeypatch: pytest.MonkeyPatch, acts: dict[str, int], lies: int
) -> None:
    faults = 0
    for seed in range(150):
        records = run_of(seed, 60, acts).records
        for _ in range(lies):
            lie(records, random.Random(seed))
        quick = indexed(records)
        with monkeypatch.context() as patch:
            one_by_one(patch)
            slow = indexed(records)
        assert quick == slow, seed
        faults += bool(slow[1])
    assert (faults > 50) if lies else not faults


def test_all_but_the_first_steps_of_calls_are_followed_in_one_go() -> None:
    # A list that grows and has items replaced in the same run is none of the commonest.
    records, follower = run_of(1, 500, COMMON | {"replace": 0}).records, Follower()
    for record in records[:2]:
        follower.take(record)
    run = follower.take_run(b"".join(records[2:]), 0, 1000)
    assert run.steps == 500
    assert len(run.events) == 500


def test_items_and_attributes_are_replaced_in_one_go() -> None:
    acts = {"replace": 5, "attribute": 5, "rebind": 5, "bind": 2}
    calls = run_of(3, 4, {"append": 1})
    calls.acts = acts
    for _ in range(100):
        calls.go_on()
    records, follower = calls.records, Follower()
    for record in records[:6]:
        follower.take(record)
    assert follower.take_run(b"".join(records[6:]), 0, 1000).steps == 100


def test_it_stops_after_as_many_steps_as_are_wanted() -> None:
    records = run_of(2, 60, COMMON).records
    for most in (1, 2, 17, 59):
        going, single = Follower(), Follower()
        for record in records[:2]:
            going.take(record)
        run = going.take_run(b"".join(records[2:]), 0, most)
        assert run.steps == most
        assert run.end == sum(map(len, records[2 : 2 + most]))
        for record in records[: 2 + most]:
            single.take(record)
        assert facts(going.raw) == facts(single.raw)


def test_skipping_leads_to_the_state_that_decoding_leads_to() -> None:
    for seed in range(40):
        made = run_of(seed, 60, COMMON | ODD).records
        records, stop = b"".join(made), 2 + seed
        skipping, at = skipped(records, stop)
        decoding = Decoder()
        for record in made[: stop + 1]:
            decoding.decode(record)
        assert skipping.state == decoding.state
        assert facts(skipping.raw) == facts(decoding.raw)
        if at < len(records):  # and what follows is told alike
            record = records[at : wire.next_record(records, at)]
            assert skipping.decode(record) == decoding.decode(record)


def test_objects_that_are_packed_are_left_to_the_other_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("visualizer.recording.raw._MOST_WARM", 12)
    monkeypatch.setattr("visualizer.recording.raw._KEPT_WARM", 4)
    for seed in range(40):
        records = run_of(seed, 80, COMMON).records
        quick = indexed(records)
        with monkeypatch.context() as patch:
            one_by_one(patch)
            slow = indexed(records)
        assert quick[1:] == slow[1:], seed
