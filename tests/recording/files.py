"""Recordings made of scripts, for tests of the file."""

from contextlib import closing
from pathlib import Path

from tests.recording.script import Script, snapshot
from visualizer.model import End, EndReason, Event, Sequence, State
from visualizer.recording import Recording, Writer

FINISHED = End(EndReason.FINISHED, "ran to completion", 0)


def write(path: Path, *records: bytes, end: End = FINISHED) -> None:
    """A finished recording of ``records``."""
    writer = Writer(path, "prog.py")
    writer.source("prog.py", "x = 1\n")
    for number, record in enumerate(records):
        writer.add(record)
        if number % 500 == 0:
            writer.flush()
    writer.finish(end)


def long_script(steps: int) -> tuple[list[bytes], list[State]]:
    """A loop that makes and frees an object at each step, next to a list that stays.

    Returns the records and all states, with the state before the first step.
    """
    script = Script()
    records, states = [], [snapshot(script.state)]
    script.begin()
    script.push(1, "<module>")
    items = tuple(script.new().serial for _ in range(50))
    script.new(Sequence(items, len(items)))
    for number in range(steps):
        if number:
            script.begin(Event.LINE, number % 9, out=number // 10)
        old = [serial for _, serial in script.state.stacks[1][0].locals]
        one = script.new().serial
        script.set_locals(0, (("i", one),))
        if old:
            script.free(*old)
        records.append(script.end())
        states.append(snapshot(script.state))
    return records, states


def everything(path: Path) -> tuple[object, ...]:
    """Return everything that can be read of a recording."""
    with closing(Recording.open(path)) as recording:
        cursor = recording.cursor()
        return (
            [snapshot(cursor.seek(step)) for step in range(recording.steps + 1)],
            *(recording.header, recording.end, recording.sources, recording.bookmarks),
            *(recording.thread_names, recording.peak_heap_bytes, recording.damage),
            *(recording.output("stdout"), recording.output("stderr"), recording.output("stdin")),
            [recording.steps_with(event) for event in Event],
            *(recording.index.with_output(), recording.index.with_collections()),
        )
