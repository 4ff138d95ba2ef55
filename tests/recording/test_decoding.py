"""The decoder turns wire records into deltas, or refuses them with the fault."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recording.following import Following
from tests.recording.random_runs import random_run
from tests.recording.script import Script, snapshot
from visualizer.model import Cell, FrameKind, Mapping, Scalar, Sequence, apply, revert
from visualizer.recorder import wire
from visualizer.recording.follow.plain.raw_objects import Fault

seeds = st.integers(0, 2**32)
some = settings(max_examples=40)


@given(seeds)
@some
def test_records_lead_to_the_states_they_were_made_of(seed: int) -> None:
    run = random_run(seed)
    decoder = Following()
    states = [snapshot(decoder.state)]
    for record in run.records:
        if decoder.decode(record) is not None:
            states.append(snapshot(decoder.state))
    assert tuple(states) == run.states


@given(seeds)
@some
def test_deltas_lead_forwards_and_back_again(seed: int) -> None:
    run = random_run(seed)
    decoder = Following()
    deltas = [delta for record in run.records if (delta := decoder.decode(record)) is not None]
    state = snapshot(run.states[0])
    for number, delta in enumerate(deltas):
        apply(state, delta)
        assert state == run.states[number + 1]
    for number in range(len(deltas), 0, -1):
        revert(state, deltas[number - 1])
        assert state == run.states[number - 1]


@given(seeds)
@some
def test_a_keyframe_holds_the_whole_state(seed: int) -> None:
    run = random_run(seed)
    decoder = Following()
    for record in run.records:
        decoder.decode(record)
    again = decoder.again()
    assert again.state == run.states[-1]
    assert again.follower.highest == decoder.follower.highest


@given(seeds, st.integers(1, 29))
@some
def test_after_a_keyframe_the_run_goes_on_as_without(seed: int, at: int) -> None:
    run = random_run(seed)
    decoder = Following()
    for record in run.records[: at + 1]:
        decoder.decode(record)
    again = decoder.again()
    assert again.state == decoder.state
    for record in run.records[at + 1 :]:
        assert again.decode(record) == decoder.decode(record)


@given(seeds, st.data())
@some
def test_whatever_stands_in_a_record_is_taken_or_refused_and_nothing_else(
    seed: int, data: st.DataObject
) -> None:
    """Any numbers cause either a delta or a Fault, no other error, and no endless loop."""
    run = random_run(seed, 4)
    decoder = Following()
    for record in run.records[:-1]:
        decoder.decode(record)
    numbers, text = wire.unpack(run.records[-1])
    wild = list(numbers)
    interesting = st.sampled_from((-1, 0, 1, 2, 5, 10_001, 2**31, 2**63 - 1, -(2**63)))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(wild) - 1))
        wild[place] = data.draw(interesting | st.integers(0, 25))
    with suppress(Fault):
        delta = decoder.decode(wire.pack(wild, [text]))
        assert delta is None or delta.step == decoder.state.step


def refused(script: Script, *before: bytes) -> str:
    """Return the fault of the current step."""
    decoder = Following()
    for record in before:
        decoder.decode(record)
    with pytest.raises(Fault) as caught:
        decoder.decode(script.end())
    with pytest.raises(Fault, match="what came before was damaged"):
        decoder.decode(script.step())
    return str(caught.value)


def test_a_reference_to_nothing_is_refused() -> None:
    script = Script()
    script.begin()
    script.new(Sequence((7,), 1))
    assert refused(script) == "object 7 is referred to but not known"


def test_an_object_may_refer_to_one_that_follows() -> None:
    script = Script()
    script.begin()
    first, second = script.next_serial(), script.next_serial()
    script.new(Sequence((second,), 1), first)
    script.new(Cell(first), second)
    decoder = Following()
    decoder.decode(script.end())
    assert decoder.state == script.state


def test_an_object_that_something_refers_to_cannot_be_freed() -> None:
    script = Script()
    script.begin()
    one = script.new().serial
    script.new(Sequence((one,), 1))
    first = script.end()
    script.begin()
    script.free(one)
    assert refused(script, first) == "object 1 was freed while something referred to it"


def test_a_freed_object_does_not_come_back() -> None:
    script = Script()
    script.begin()
    one = script.new().serial
    script.new()
    first = script.end()
    script.begin()
    script.free(one)
    second = script.end()
    script.begin()
    script.new(serial=one)
    assert refused(script, first, second) == "object 1 is born a second time"


def test_an_object_is_freed_once() -> None:
    script = Script()
    script.begin()
    one = script.new().serial
    first = script.end()
    script.begin()
    script.free(one)
    script.send(wire.FREED, 1, one)
    assert refused(script, first) == "object 1 was freed but not there"


def test_two_objects_cannot_be_alive_at_one_address() -> None:
    script = Script()
    script.begin()
    script.new(address=64)
    first = script.end()
    script.begin()
    script.new(address=64)
    assert refused(script, first) == "two objects are alive at one address, one of them 2"


def test_an_address_is_used_again_in_the_record_that_frees_it() -> None:
    script = Script()
    script.begin()
    script.new(address=64)
    first = script.end()
    script.begin()
    script.new(address=64)
    script.free(1)
    decoder = Following()
    decoder.decode(first)
    decoder.decode(script.end())
    assert decoder.state == script.state


def test_items_are_replaced_within_their_container_only() -> None:
    script = Script()
    script.begin()
    script.new(Sequence((), 0))
    first = script.end()
    script.begin()
    script.splice(1, (0, 1), (), Sequence((), 0), 0)
    assert refused(script, first) == "items replaced beyond the end of a container"


def test_a_mapping_stays_in_pairs() -> None:
    script = Script()
    script.begin()
    script.new(Mapping((), 0))
    first = script.end()
    script.begin()
    script.splice(1, (0, 0), (1,), Mapping((), 0), 1)
    assert refused(script, first) == "a list that ends within an item"


def test_a_frame_must_be_there_to_change() -> None:
    script = Script()
    script.begin()
    script.send(wire.LINE, 1, 0, 5)
    assert refused(script) == "frame 0 of a stack of 0"


def test_no_more_frames_can_be_taken_off_than_there_are() -> None:
    script = Script()
    script.begin()
    script.push(1)
    script.send(wire.POP, 1, 2)
    assert refused(script) == "2 frames taken off a stack of 1"


def test_an_unknown_name_is_refused() -> None:
    script = Script()
    script.begin()
    script.send(wire.THREAD, 1, 99)
    assert refused(script) == "name 99 is not known"


def test_a_change_needs_a_step() -> None:
    with pytest.raises(Fault, match="operation 13 is not known here"):
        Following().decode(wire.pack([wire.COUNT, 1, 1], []))


def test_a_record_has_one_step() -> None:
    script = Script()
    script.begin()
    script.send(wire.STEP, 1, 1, 0, 1, 1, 0, 0)
    assert refused(script) == "operation 3 is not known here"


def test_a_text_that_is_no_utf_8_is_refused() -> None:
    script = Script()
    script.begin()
    script.send(wire.OBJECT, 1, 64, 1, 28, 0, wire.SCALAR, 2, -1, 2, text=b"\xff\xff")
    assert refused(script) == "a record that cannot be read"


def test_text_longer_than_it_may_be_is_refused() -> None:
    script = Script()
    script.begin()
    script.new(Scalar("x" * (wire.MOST_ITEMS + 1)))
    assert refused(script) == "a text that is longer than it says"


def test_another_version_of_the_recorder_is_refused() -> None:
    with pytest.raises(Fault, match="the recorder speaks version 2, this program 1"):
        Following().decode(wire.pack([wire.HELLO, 2, 7, 6, 6], [b"3.13.0", b"python"]))


def test_output_that_a_program_cuts_off_stays_written() -> None:
    script = Script()
    decoder = Following()
    decoder.decode(script.step(out=9))
    delta = decoder.decode(script.step(out=4))
    assert delta is not None
    assert delta.step.stdout_end == 9


def test_an_unchanged_content_is_the_same_object_in_every_state() -> None:
    script = Script()
    script.begin()
    script.new(Sequence((), 0))
    decoder = Following()
    decoder.decode(script.end())
    before = decoder.state.heap[1].content
    script.begin()
    script.count(1, 9)
    decoder.decode(script.end())
    assert decoder.state.heap[1].content is before


def test_the_locals_of_a_modules_frame_are_its_global_names() -> None:
    script = Script()
    script.begin()
    one, two = script.new().serial, script.new().serial
    script.push(1, "<module>", kind=FrameKind.MODULE)
    script.set_globals("prog.py", (("x", one),))
    script.push(2)
    decoder = Following()
    decoder.decode(script.end())
    assert decoder.state.frames[0].locals == (("x", one),)
    script.begin()
    script.set_globals("prog.py", (("x", two),))
    delta = decoder.decode(script.end())
    assert delta is not None
    (change,) = delta.stacks
    assert change.new is not None
    assert change.new[0].locals == (("x", two),)
    # Globals and locals of a module share a reference: the global name alone may drop it.
    script.begin()
    script.free(one)
    script.pop(2)
    script.set_globals("prog.py", None)
    script.free(two)
    decoder.decode(script.end())
    assert decoder.state == script.state


@pytest.mark.parametrize("kept", [-1, 2])
def test_global_names_that_were_not_there_cannot_be_kept(kept: int) -> None:
    script = Script()
    script.begin()
    script.set_globals("prog.py", (("x", script.new().serial),))
    before = script.end()
    script.begin()
    script.send(wire.GLOBALS_FROM, script.names.number("prog.py"), kept, 0)
    assert refused(script, before) == f"global name {kept} of 1"


def test_locals_of_a_module_are_refused() -> None:
    script = Script()
    script.begin()
    script.push(1, kind=FrameKind.MODULE)
    script.send(wire.LOCALS, 1, 0, 0)
    assert refused(script) == "locals of a module, which are its global names"


def test_only_a_name_that_a_frame_has_is_bound() -> None:
    script = Script()
    script.begin()
    one = script.new().serial
    script.push(1)
    script.send(wire.BIND, 1, 0, 0, one)
    assert refused(script) == "name 0 of a frame that has 0"
