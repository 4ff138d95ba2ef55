"""The jsonl format: a header, then one JSON object for each step. CONTRACT.md describes it."""

from collections.abc import Iterator
from typing import TextIO

from visualizer.explain.expressions.composing import expressions
from visualizer.explain.references.ledger import Ledger
from visualizer.export.contents_json import (
    Json,
    expression_json,
    frame_json,
    hands_out_value,
    object_json,
    place_json,
    rare_facts_json,
)
from visualizer.export.json_text import json_text
from visualizer.export.output_text import OutputText, written_after
from visualizer.model import DamagedRecording, Delta, Frame, HeapObject, Named, State, Step
from visualizer.recording import Recording, end_as_json

_FRAMES_KEPT = 10_000
"""The maximum number of frames in the cache of texts."""


def write_jsonl(
    recording: Recording,
    out: TextIO,
    step: int | None = None,
    *,
    ledger: bool = False,
    with_expressions: bool = False,
) -> None:
    """Write the header and all steps, or the header and ``step``, as lines to ``out``.

    With ``ledger`` each object with a count lists its referrers (``explain.ledger``), with
    ``with_expressions`` each step the expressions that are evaluated after it. Memory use does not
    grow with the number of steps. Raises ``ValueError`` if there is no such step, and
    ``DamagedRecording``, after writing the readable steps, if the file is damaged.
    """
    if step is not None and not 1 <= step <= recording.steps:
        raise ValueError(f"step {step} is not within 1 … {recording.steps}")
    lines = _Lines(recording, ledger, with_expressions)
    # The header comes with the first step: a file stays if no step for it can be read.
    header = _header(recording) + "\n"
    for number in range(1, recording.steps + 1) if step is None else (step,):
        out.write(f"{header}{lines.line(number)}\n")
        header = ""
    out.write(header)


def _header(recording: Recording) -> str:
    header, end = recording.header, recording.end
    return json_text(
        {
            "format": "visualizer-jsonl",
            "version": 1,
            "python": header.python or None,
            "program": header.program,
            "steps": recording.steps,
            **({"part": header.part._asdict()} if header.part is not None else {}),
            "end": end and end_as_json(end),
            "bookmarks": [{"step": step, "note": note} for step, note in recording.bookmarks],
            "thread_names": {str(n): name for n, name in recording.thread_names.items()},
            **_after(recording),
        }
    )


def _after(recording: Recording) -> dict[str, dict[str, str]]:
    """Return the header's entry for output after the last step; none if the file lacks it."""
    try:
        return {"after": written_after(recording)}
    except DamagedRecording:
        return {}


class _Lines:
    """Produces the lines in order; reuses the texts of unchanged objects."""

    def __init__(self, recording: Recording, ledger: bool, with_expressions: bool) -> None:
        self._ledger = ledger
        self._evaluations = recording.evaluations if with_expressions else None
        self._sources = recording.sources
        self._cursor = recording.cursor()
        self._steps = recording.steps
        self._outputs = {
            "stdout": OutputText(recording, "stdout"),
            "stderr": OutputText(recording, "stderr"),
        }
        self._heap: dict[int, str] = {}
        self._frames: dict[int, tuple[Frame, str]] = {}
        self._globals: dict[str, tuple[Named, str]] = {}

    def line(self, number: int) -> str:
        """Return the line of step ``number``."""
        follows = number == self._cursor.step + 1
        delta = self._cursor.delta(number)
        state = self._cursor.seek(number)
        if follows:
            self._apply(delta)
        else:
            self._heap = {serial: _entry(one) for serial, one in sorted(state.heap.items())}
        return self._line(state, delta)

    def _apply(self, delta: Delta) -> None:
        heap, born = self._heap, []
        for change in delta.objects:
            if change.new is None:
                heap.pop(change.serial, None)
            elif change.serial in heap:
                heap[change.serial] = _entry(change.new)
            else:
                born.append(change.new)
        # Serials increase with birth, so the heap stays sorted.
        for new in sorted(born, key=lambda one: one.serial):
            heap[new.serial] = _entry(new)

    def _line(self, state: State, delta: Delta) -> str:
        step = delta.step
        place = {
            **place_json(step),
            "stdout": self._outputs["stdout"].until(delta.before, step, step.number == self._steps),
            "stderr": self._outputs["stderr"].until(delta.before, step, step.number == self._steps),
        }
        heap = self._heap_with_referrers(state) if self._ledger else self._heap.values()
        rest = [
            json_text(place)[:-1],
            f'"frames": {self._stack(state.frames, step)}',
            f'"globals": {{{", ".join(map(self._names, state.globals, state.globals.values()))}}}',
            f'"heap": {{{", ".join(heap)}}}',
            f'"freed": {json_text(step.freed)}',
            *(f'"{key}": {json_text(one)}' for key, one in self._rare(state, step).items()),
        ]
        return ", ".join(rest) + "}"

    def _heap_with_referrers(self, state: State) -> Iterator[str]:
        """Yield the objects, each with its referrers."""
        ledger = Ledger(state)
        for serial, text in self._heap.items():
            if state.heap[serial].refcount is None:
                yield text
            else:
                yield f'{text[:-1]}, "held": {json_text(ledger.entries(serial))}}}'

    def _rare(self, state: State, step: Step) -> Json:
        """Return the entries that only some steps have."""
        found = rare_facts_json(step, state, self._frame_json)
        if self._evaluations is not None:
            evaluated = expressions(self._evaluations.after(step.number), self._sources)
            found["expressions"] = [*map(expression_json, evaluated)]
        return found

    def _stack(self, frames: tuple[Frame, ...], step: Step) -> str:
        found = [self._frame(frame) for frame in frames]
        if found and hands_out_value(step):
            found[-1] = f'{found[-1][:-1]}, "value": {step.value}}}'
        return f"[{', '.join(found)}]"

    def _frame(self, frame: Frame) -> str:
        known = self._frames.get(frame.serial)
        if known is not None and known[0] is frame:
            return known[1]
        text = json_text(self._frame_json(frame))
        if len(self._frames) >= _FRAMES_KEPT:
            self._frames.clear()
        self._frames[frame.serial] = (frame, text)
        return text

    def _frame_json(self, frame: Frame) -> Json:
        held = {"stack": frame.operands, "lent": frame.lent} if self._ledger else {}
        return frame_json(frame) | {key: value for key, value in held.items() if value}

    def _names(self, file: str, names: Named) -> str:
        known = self._globals.get(file)
        if known is not None and known[0] is names:
            return known[1]
        text = f"{json_text(file)}: {json_text(dict(names))}"
        self._globals[file] = (names, text)
        return text


def _entry(one: HeapObject) -> str:
    return f'"{one.serial}": {json_text(object_json(one))}'
