"""Plain steps that are followed in one go come to the same as followed one by one."""

import random

import pytest

from tests.recording.following import facts, indexed, lie, one_by_one, skipped
from tests.recording.script import Script
from visualizer.model import FrameKind, Scalar
from visualizer.recorder import wire
from visualizer.recording import common_run
from visualizer.recording.decoder import Decoder
from visualizer.recording.follow import Follower

WALKS = {"python": None, **({"c": common_run.native} if common_run.native else {})}


@pytest.fixture(autouse=True, params=WALKS)
def walk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of going past plain steps, where there are two."""
    monkeypatch.setattr(common_run, "native", WALKS[request.param])


class Run:
    """A loop that was never run: the records of its steps, most of them plain."""

    def __init__(self, chance: random.Random, kind: FrameKind) -> None:
        self.chance = chance
        self.script = script = Script()
        script.begin()
        script.push(1, "<module>", kind=FrameKind.MODULE)
        named = tuple((f"n{n}", script.new().serial) for n in range(3))
        script.set_globals("prog.py", named)
        if kind is not FrameKind.MODULE:
            script.push(2, kind=kind)
            script.set_locals(1, tuple((name, script.new().serial) for name, _ in named))
        self.depth = 0 if kind is FrameKind.MODULE else 1
        self.kept = [script.new().serial for _ in range(3)]
        self.records = [script.hello(), script.end()]

    def go_on(self) -> None:
        """One more step; what its record says need not be true."""
        script, chance, depth = self.script, self.chance, self.depth
        script.begin(line=chance.randrange(9))
        act = chance.choices(("rebind", "bind", "line", "count", "born"), (60, 10, 20, 4, 4))[0]
        flat = script.state.stacks[1][depth].locals
        place = chance.randrange(len(flat))
        if act == "rebind":
            old = flat[place][1]
            if old in self.kept or sum(serial == old for _, serial in flat) > 1:
                script.bind(depth, place, chance.choice(self.kept))
            else:
                script.rebound(depth, place, "7" * chance.randrange(1, 20))
        elif act == "bind":
            script.bind(depth, place, chance.choice([*self.kept, flat[0][1]]))
        elif act == "count":
            script.count(chance.choice(self.kept), chance.randrange(9))
        elif act == "born":
            script.new(Scalar("new"), size=chance.randrange(99))
        script.set_line(depth, chance.randrange(9))
        self.records.append(script.end())


@pytest.mark.parametrize("kind", [FrameKind.MODULE, FrameKind.FUNCTION])
@pytest.mark.parametrize("lies", [0, 1])
def test_it_comes_to_the_same_as_one_by_one(
    monkeypatch: pytest.MonkeyPatch, kind: FrameKind, lies: int
) -> None:
    faults = 0
    for seed in range(150):
        chance = random.Random(seed)
        run = Run(chance, kind)
        for _ in range(60):
            run.go_on()
        for _ in range(lies):
            lie(run.records, chance)
        quick = indexed(run.records)
        with monkeypatch.context() as patch:
            one_by_one(patch)
            slow = indexed(run.records)
        assert quick == slow, seed
        faults += bool(slow[1])
    assert (faults > 50) if lies else not faults


def test_a_name_is_bound_to_an_object_that_is_new_in_the_same_run() -> None:
    run = Run(random.Random(1), FrameKind.MODULE)
    script, begun = run.script, sum(map(len, run.records))
    for _ in range(20):
        # A new one has one name, then two, then the other one, in whose place the next comes.
        for place, value in (
            (0, "new"),
            (1, "other"),
            (0, "kept"),
            (1, "new"),
            (0, "other"),
            (1, "kept"),
        ):
            script.begin()
            if value == "new":
                script.rebound(0, place, value)
            else:
                others = script.state.stacks[1][0].locals[1 - place][1], run.kept[0]
                script.bind(0, place, others[value == "kept"])
            script.set_line(0, 1)
            run.records.append(script.end())
    going, single = Follower(), Follower()
    for record in run.records[:2]:
        going.take(record)
    gone = going.take_run(b"".join(run.records), begun, 1000).steps
    assert gone > 110
    for record in run.records[: 2 + gone]:
        single.take(record)
    assert facts(going.raw) == facts(single.raw)


def test_most_steps_of_a_loop_are_followed_in_one_go() -> None:
    run = Run(random.Random(1), FrameKind.MODULE)
    for _ in range(400):
        run.go_on()
    records, follower, at, quick = b"".join(run.records), Follower(), 0, 0
    while at < len(records):
        found = follower.take_run(records, at, 1000)
        quick += found.steps
        behind = wire.next_record(records, found.end)
        if behind > found.end:
            follower.take(records[found.end : behind])
        at = behind
    assert quick > 300


def test_skipping_leads_to_the_state_that_decoding_leads_to() -> None:
    for seed in range(40):
        run = Run(random.Random(seed), FrameKind.FUNCTION)
        for _ in range(60):
            run.go_on()
        records, stop = b"".join(run.records), 2 + seed
        skipping, _ = skipped(records, stop)
        decoding = Decoder()
        for record in run.records[: stop + 1]:
            decoding.decode(record)
        assert skipping.state == decoding.state
        assert facts(skipping.raw) == facts(decoding.raw)
