"""Values and names at a step: both followers agree with a whole state."""

import random

import pytest

from tests.recording.following import QUESTIONS, Following
from tests.recording.random_runs import random_run
from tests.recording.script import Script
from visualizer.explain.conditions import OfState
from visualizer.explain.recorded_values import OfHeap
from visualizer.model import (
    Content,
    FrameKind,
    HeapObject,
    Instance,
    Mapping,
    Scalar,
    Sequence,
    Thing,
    Unavailable,
)
from visualizer.recorder import wire
from visualizer.recording.follow.follower import WHOLE, Follower, native
from visualizer.recording.follow.plain.plain_follower import PlainFollower

FOLLOWERS = [PlainFollower] if native is None else [PlainFollower, native]
SCALARS = {
    "int": ("7", "-12", "0", "007", "-", "", "1_000", "9" * 18, "9" * 30, "x"),
    "str": ("'ada'", '"it\'s"', "'a\\n'", "'", "ada", "'한글'", "''", "'a' 'b'"),
    "float": ("1.5", "nan", "inf", "-inf", "1e"),
    "bytes": ("b'ab'", "b'"),
    "bool": ("True", "False"),
    "NoneType": ("None",),
    "ellipsis": ("Ellipsis",),
    "complex": ("2j", "(1+2j)"),
    "range": ("range(0, 3)", "range(x)", "range(3, 1, -1)"),
    "slice": ("slice(1)",),
}
SEQUENCES = ("list", "tuple", "set", "frozenset", "deque", "Others")
MAPPINGS = ("dict", "Counter")


class Objects:
    """A step with objects of many types, some of which contain others."""

    def __init__(self, seed: int) -> None:
        self.chance, self.script = random.Random(seed), Script()
        self.script.begin()
        self.serials = [self._scalar().serial for _ in range(14)]
        self.serials += [self._container().serial for _ in range(40)]
        if seed % 2:
            self._put_into_itself()
        self.records = self.script.hello() + self.script.end()

    def _scalar(self) -> HeapObject:
        type_ = self.chance.choice([*SCALARS])
        text = self.chance.choice(SCALARS[type_])
        length = 4000 if self.chance.random() < 0.1 else None
        return self.script.new(Scalar(text, length), type=type_)

    def _container(self) -> HeapObject:
        chance, more = self.chance, self.chance.choice((0, 0, 0, 1))
        some = tuple(chance.choices(self.serials, k=2 * chance.randrange(4)))
        content: Content
        types: tuple[str, ...]
        match chance.randrange(5):
            case 0 | 1:
                content, types = Sequence(some, len(some) + more), SEQUENCES
            case 2 | 3:
                pairs = tuple(zip(some[::2], some[1::2], strict=True))
                content, types = Mapping(pairs, len(pairs) + more), MAPPINGS
            case _:
                named = tuple(zip(("x", "self", "x"), some, strict=False))
                content, types = Instance(self.serials[0], named, None), ("Node", "list")
        one = self.script.new(content, type=chance.choice(types))
        self.serials.append(one.serial)
        return one

    def _put_into_itself(self) -> None:
        for serial in self.serials[-12:]:
            if isinstance(self.script.state.heap[serial].content, Sequence):
                self.script.change(serial, Sequence((serial,), 1))


@pytest.mark.parametrize("make", FOLLOWERS)
def test_a_follower_gives_the_values_of_a_state(make: type[Follower]) -> None:
    told = set[str]()
    for seed in range(30):
        made = Objects(seed)
        following = Following(make)
        following.follower.follow(made.records, 0, len(made.records), WHOLE)
        whole = OfHeap(following.state.heap)
        for serial in (*made.serials, 1 << 40):
            for _ in range(2):  # the second time the answer may come from a cache
                answers = [repr(ask(following.follower, serial)) for ask in QUESTIONS]
                assert answers == [repr(ask(whole, serial)) for ask in QUESTIONS], (seed, serial)
            told |= set(answers)
    assert len(told) > 500


@pytest.mark.parametrize("make", FOLLOWERS)
def test_a_follower_gives_the_names_of_a_state_at_each_step(make: type[Follower]) -> None:
    found = set[object]()
    for seed in range(20):
        following = Following(make)
        for record in random_run(seed, 40).records:
            following.follow(record)
            state, follower = following.state, following.follower
            whole = OfState(state, {})
            assert follower.running() == whole.running()
            names = {name for pairs in state.globals.values() for name, _ in pairs} | {"x"}
            for name in names | {name for frame in state.frames for name, _ in frame.locals}:
                both = follower.local_name(name), follower.global_name(name)
                assert both == (whole.local_name(name), whole.global_name(name))
                found |= {*both}
    assert len(found) > 20


@pytest.mark.parametrize("make", FOLLOWERS)
def test_a_value_follows_the_changes_of_its_object(make: type[Follower]) -> None:
    script, following = Script(), Following(make)
    script.begin()
    one = script.new(Scalar("7"), type="int").serial
    many = script.new(Sequence((one,), 1), type="list").serial
    following.follow(script.end())
    follower = following.follower
    assert follower.plain(one) == 7
    assert follower.plain(many) == Thing(many)
    assert follower.whole(many, 9) == ([7], 8, [], None)
    script.begin()
    script.change(one, Scalar("8"))
    following.follow(script.end())
    assert follower.whole(many, 9) == ([8], 8, [], None)
    assert follower.whole(many, 0) == (None, -1, [], Unavailable.CUT)


@pytest.mark.parametrize("make", FOLLOWERS)
def test_a_running_function_is_given_with_its_file(make: type[Follower]) -> None:
    script, following = Script(), Following(make)
    script.begin()
    names = script.names
    script.send(wire.CODE, 1, names.number("A.f"), names.number("prog.py"), 12, 4096, 0, 0, 0, 0)
    script.push(1, "<module>", kind=FrameKind.MODULE)
    script.push(2, "f")
    script.send(wire.RUNS, 1, 1, 8192, 0)
    following.follow(script.end())
    assert following.follower.running() == ("prog.py", "A.f", 12)
