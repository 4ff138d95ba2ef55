"""The state of each step in the jsonl format, as differences from the step before."""

from visualizer.export.contents_json import (
    Json,
    frame_json,
    hands_out_value,
    object_json,
    place_json,
    rare_facts_json,
)
from visualizer.export.page.tables import Table
from visualizer.model import Delta, Frame, HeapObject, State, Step


class MemoryChanges:
    """Encodes one state after another, in the order of the steps; ``contents`` has their parts."""

    def __init__(self, contents: Table) -> None:
        self._contents = contents
        self._is_first = True
        self._numbered: dict[int, tuple[Frame, int]] = {}
        """The frames of the last step by identity, each with its number."""

    def step(self, state: State, delta: Delta) -> list[object]:
        """Return the numbers of a step's facts, frames and global names, then its changes.

        Changes are serials, each with the number of the object's content, or None if it is freed.
        """
        number = self._contents.number
        numbered = [(frame, self._frame(frame)) for frame in state.frames]
        self._numbered = {id(one[0]): one for one in numbered}
        names = {file: dict(found) for file, found in state.globals.items()}
        objects: list[tuple[int, HeapObject | None]]
        if self._is_first:
            self._is_first = False
            objects = sorted(state.heap.items())
        else:
            objects = [(change.serial, change.new) for change in delta.objects]
        return [
            number(self._about(state, delta.step)),
            [one for _, one in numbered],
            number(names),
            [
                [serial, None if thing is None else number(object_json(thing))]
                for serial, thing in objects
            ],
        ]

    def _frame(self, frame: Frame) -> int:
        known = self._numbered.get(id(frame))
        return known[1] if known is not None else self._contents.number(frame_json(frame))

    def _about(self, state: State, step: Step) -> Json:
        """Return the facts of a step without its frames, names, objects and output."""
        found: Json = {**place_json(step), "freed": step.freed}
        if hands_out_value(step):
            found["value"] = step.value
        return found | rare_facts_json(step, state)
