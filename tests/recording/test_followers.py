"""The C follower and the Python follower reach the same state, and refuse the same records."""

import gc
import random
import tracemalloc

import pytest

from tests.recording.following import Following, come_to, facts, lie
from tests.recording.random_runs import random_run
from tests.recording.script import Script
from visualizer.model import Content, Event, FrameKind, HeapObject, Instance, Scalar, Sequence
from visualizer.recorder import wire
from visualizer.recording.follow.follower import WHOLE, native, new_follower
from visualizer.recording.follow.keyframe import keyframe_of
from visualizer.recording.follow.plain.plain_follower import PlainFollower
from visualizer.recording.follow.plain.raw_objects import Fault

needs_native = pytest.mark.skipif(native is None, reason="the part in C was not built")

COMMON = {
    "call": 14,
    "return": 14,
    "bind": 30,
    "locals": 10,
    "operands": 8,
    "comprehension": 8,
    "append": 8,
    "replace": 5,
    "attribute": 8,
    "count": 6,
    "size": 4,
    "line": 6,
    "expression": 4,
}
ODD = {"global": 2} | dict.fromkeys(
    ("unset", "content", "island", "output", "thread", "long", "accent"), 1
)


class Calls:
    """An invented run of calls: the records of its steps."""

    def __init__(self, chance: random.Random, acts: dict[str, int]) -> None:
        self.chance = chance
        self.acts = acts
        self.script = script = Script()
        script.begin()
        script.push(1, "<module>", kind=FrameKind.MODULE)
        script.set_globals("prog.py", tuple((f"n{n}", self.new().serial) for n in range(3)))
        self.list = self.new(Sequence((), 0))
        self.node = self.new(Instance(self.new().serial, (("x0", self.list.serial),), None))
        script.send(*(wire.CODE, 1, script.names.number("f"), script.names.number("prog.py")))
        script.send(*(1, 4096, 0, 0, 0, 0))
        for name in ("f", "g", "h", "x0", "x1", "x2", "x3", "y0", "y1", "y2", "y3"):
            script.names.number(name)
        self.frames = 1
        self.kept = [self.new().serial for _ in range(3)]
        self.operands: list[tuple[int, ...]] = [()]
        self.inner: list[tuple[int, ...]] = [()]
        self.is_returned = False
        self.records = [script.hello(), script.end()]

    def new(self, content: Content | None = None) -> HeapObject:
        return self.script.new(content, type="int", size=self.chance.randrange(99))

    def go_on(self) -> None:
        """Add a step; its record need not be true, but is consistent."""
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
            script.pop()
            self.operands.pop()
            self.inner.pop()
            self.bury([serial for _, serial in stack[-1].locals])
        getattr(self, f"_{act}", lambda: None)()
        depth = len(script.state.stacks[1]) - 1
        if event is Event.LINE and chance.random() < 0.7:
            script.set_line(depth, chance.randrange(9))
        self.records.append(script.end())

    def bury(self, serials: list[int]) -> None:
        """Free those of the objects that nothing refers to any more."""
        dead = sorted({*serials} - {*self.references(), self.list.serial})
        if dead:
            self.script.free(*dead)

    def references(self) -> list[int]:
        """Return the target of every reference."""
        found = [serial for frame in self.script.state.stacks[1] for _, serial in frame.locals]
        found += [serial for lying in self.operands for serial in lying] + self.kept
        found += [serial for bound in self.inner for serial in bound]
        heap = self.script.state.heap
        items, own = heap[self.list.serial].content, heap[self.node.serial].content
        assert isinstance(items, Sequence)
        assert isinstance(own, Instance)
        return [*found, *items.items, *(serial for _, serial in own.attributes)]

    # ---- the acts of a step ----

    def _call(self) -> None:
        script, chance = self.script, self.chance
        self.frames += 1
        script.push(self.frames, chance.choice("fgh"))
        self.operands.append(())
        self.inner.append(())
        script.send(wire.RUNS, 1, 1, 8192 + 16 * self.frames, 0)
        if chance.random() < 0.8:
            names = tuple((f"x{n}", self.some()) for n in range(chance.randrange(1, 4)))
            script.set_locals(len(script.state.stacks[1]) - 1, names)

    def _return(self) -> None:
        serial = self.some()
        self.script.value(serial)
        if self.chance.random() < 0.7:
            self.script.send(wire.HELD, 0, serial, 1)
        if serial not in self.kept:
            self.kept.append(serial)
        self.is_returned = True

    def some(self) -> int:
        """Return a living object, or a new one."""
        return self.chance.choice([*self.kept, 0, 0, 0]) or self.new().serial

    def place(self) -> tuple[int, int, int] | None:
        """Return depth and place of a name, and its object."""
        stack = self.script.state.stacks[1]
        depth = self.chance.choice(
            [len(stack) - 1, len(stack) - 1, self.chance.randrange(len(stack))]
        )
        if not stack[depth].locals:
            return None
        place = self.chance.randrange(len(stack[depth].locals))
        return depth, place, stack[depth].locals[place][1]

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
        self.script.send(wire.OPERANDS, 1, depth, len(new), *new)
        self.bury([*old])

    def _comprehension(self) -> None:
        depth, number = len(self.inner) - 1, self.script.names.number
        old = self.inner[depth]
        self.inner[depth] = new = tuple(self.some() for _ in range(self.chance.randrange(3)))
        pairs = [one for n, serial in enumerate(new) for one in (number(f"y{n}"), serial)]
        self.script.send(wire.COMPREHENSION, 1, depth, len(new), *pairs)
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

    def _expression(self) -> None:
        script, chance = self.script, self.chance
        value = chance.choice([*self.kept, -1, -2])
        text = chance.choice(("7", "한글")).encode()
        script.send(
            *(wire.EXPRESSION, 1, chance.randrange(3), script.names.number("prog.py")),
            *(chance.randrange(1, 9), 0, 9, 4, chance.randrange(11), 0, value, 4096, 1),
            *(script.names.number("f"), 0, len(text)),
            text=text,
        )
        if value > 0:
            script.send(wire.MEANWHILE, value, chance.randrange(1, 9))

    def _count(self) -> None:
        self.script.count(self.chance.choice(self.kept), self.chance.randrange(9))

    def _size(self) -> None:
        self.script.size(self.chance.choice(self.kept), self.chance.randrange(99))

    # ---- acts that the fast path leaves to the other ----

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


@pytest.mark.share(2)
@needs_native
@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("lies", [0, 1])
@pytest.mark.parametrize("acts", [COMMON, COMMON | ODD], ids=["common", "odd"])
def test_both_come_to_the_same(acts: dict[str, int], lies: int, at_once: bool) -> None:
    faults = 0
    for seed in range(120):
        records = run_of(seed, 60, acts).records
        for _ in range(lies):
            lie(records, random.Random(seed))
        mine = come_to(native, records, at_once=at_once)
        assert mine == come_to(PlainFollower, records, at_once=at_once), seed
        faults += bool(mine[2])
    assert (faults > 40) if lies else not faults


@pytest.mark.share(2)
@needs_native
@pytest.mark.parametrize("in_parts", [True, False])
@pytest.mark.parametrize("lies", [0, 1, 3])
def test_both_come_to_the_same_in_runs_of_everything(lies: int, in_parts: bool) -> None:
    faults = 0
    for seed in range(120):
        records = [*random_run(seed, 25, in_parts=in_parts).records]
        for number in range(lies):
            lie(records, random.Random(7 * seed + number))
        mine = come_to(native, records, at_once=False)
        assert mine == come_to(PlainFollower, records, at_once=False), seed
        faults += bool(mine[2])
    assert (faults > 40) if lies else not faults


@pytest.mark.parametrize("make", [PlainFollower, new_follower])
def test_one_that_begins_again_is_as_a_new_one(make: type[PlainFollower]) -> None:
    runs = [random_run(number, 25).records for number in range(4)]
    for seed in range(20):
        used, kept = make(is_indexing=True, is_of_lives=True), list[tuple[object, str]]()
        for number in range(10):
            chance = random.Random(10 * seed + number)
            records = runs[chance.randrange(4)][: chance.randrange(3, 25)]
            whole = b"".join(records)
            used.begin([], 0)
            used.follow(whole, 0, len(whole), WHOLE)
            new = PlainFollower(is_indexing=True, is_of_lives=True)
            new.follow(whole, 0, len(whole), WHOLE)
            if chance.random() < 0.7:
                assert facts(used) == facts(new), seed
                assert used.lives() == new.lives()
            if chance.random() < 0.3:
                kept.append((shown := used.all_shown(), repr(shown)))
        # A follower changes no object that a caller has.
        assert all(repr(shown) == said for shown, said in kept)


@needs_native
def test_one_that_begins_again_keeps_the_memory_of_few_objects() -> None:
    script = Script()
    script.begin()
    for _ in range(40_000):
        script.new(Scalar("7" * 250))
    record = script.end()
    tracemalloc.start()
    follower = native(is_indexing=False, is_of_lives=False)
    follower.follow(record, 0, len(record), WHOLE)
    full = tracemalloc.get_traced_memory()[0]
    follower.begin([], 0)
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept < full / 2


@needs_native
def test_both_followers_give_the_same_lives() -> None:
    for seed in range(40):
        records, told = b"".join(random_run(seed, 25).records), []
        for make in (native, PlainFollower):
            follower = make(is_of_lives=True, is_indexing=False)
            follower.follow(records, 0, len(records), WHOLE)
            told.append(tuple(map(bytes, follower.lives())))
        assert told[0] == told[1]
        assert told[0][0], "something was born"


@pytest.mark.parametrize("make", [PlainFollower, new_follower])
def test_it_stops_after_as_many_steps_as_are_wanted(make: type[PlainFollower]) -> None:
    records = run_of(2, 60, COMMON).records
    whole = b"".join(records)
    for most in (1, 2, 17, 59):
        going, single = Following(make).follower, Following(make)
        assert going.follow(whole, 0, len(whole), most) == sum(map(len, records[: 1 + most]))
        assert going.steps == most
        for record in records[: 1 + most]:
            single.follow(record)
        assert facts(going) == facts(single.follower)


@pytest.mark.parametrize("make", [PlainFollower, new_follower])
@pytest.mark.parametrize("step", [0, -1, -(1 << 63)])
def test_no_keyframe_is_of_a_step_before_the_first(make: type[PlainFollower], step: int) -> None:
    following = Following(make)
    for record in run_of(2, 9, COMMON).records:
        following.follow(record)
    keyframe = keyframe_of(following.follower)
    other = Following(make, following.follower.names, following.follower.named).follower
    with pytest.raises(Fault, match="a keyframe that is not one step"):
        other.restore(keyframe, step, following.follower.highest)


@pytest.mark.parametrize("make", [PlainFollower, new_follower])
def test_a_record_that_is_cut_off_is_waited_for(make: type[PlainFollower]) -> None:
    records = run_of(4, 3, COMMON).records
    whole = b"".join(records)
    for cut in range(1, len(records[-1])):
        follower = Following(make).follower
        at = follower.follow(whole[:-cut], 0, len(whole) - cut, WHOLE)
        assert at == len(whole) - len(records[-1])
        assert follower.follow(whole, at, len(whole), WHOLE) == len(whole)


def test_steps_gone_past_lead_to_the_state_that_decoding_leads_to() -> None:
    for seed in range(40):
        records, stop = run_of(seed, 60, COMMON | ODD).records, 2 + seed
        going, decoding = Following(), Following()
        going.go_past(b"".join(records[: stop + 1]))
        for record in records[: stop + 1]:
            decoding.decode(record)
        assert going.state == decoding.state
        if stop + 1 < len(records):  # and the next step is the same
            record = records[stop + 1]
            assert going.decode(record) == decoding.decode(record)


@needs_native
def test_the_collector_examines_no_object_of_a_state() -> None:
    follower, records = new_follower(), b"".join(run_of(2, 200, COMMON).records)
    follower.follow(records, 0, len(records), WHOLE)
    things = [*follower.all_shown().values()]
    contents = [one.content for one in things]
    items = [one.items for one in contents if isinstance(one, Sequence)]
    attributes = [one.attributes for one in contents if isinstance(one, Instance)]
    pairs = [pair for one in attributes for pair in one]
    assert any(items)
    assert pairs
    assert not any(map(gc.is_tracked, (*things, *contents, *items, *attributes, *pairs)))


def test_a_state_that_a_follower_gave_stays_unchanged_when_counts_change() -> None:
    script, following = Script(), Following()
    script.begin()
    one = script.new(Sequence((), 0)).serial
    following.follow(script.end())
    before = following.state.heap[one]
    script.begin()
    script.count(one, 7)
    following.follow(script.end())
    after = following.state.heap[one]
    assert (before.refcount, after.refcount) == (1, 7)
    assert after.content is before.content, "what did not change is made once"
