"""The names and the place of the innermost call of the step's thread."""

from visualizer.recorder import wire
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import Numbers, RawFrame

_OF_FUNCTIONS = frozenset(range(len(wire.FRAME_KINDS))) - {
    wire.FRAME_KINDS.index("module"),
    wire.FRAME_KINDS.index("class"),
}


class InnermostCall(RawState):
    """A state that answers for its innermost call, as conditions ask."""

    def local_name(self, name: str) -> int | None:
        """What a name of the innermost call refers to."""
        frame = self._innermost()
        if frame is None:
            return None
        inner = self._named(frame.comprehension, name)
        return self._named(frame.locals, name) if inner is None else inner

    def global_name(self, name: str) -> int | None:
        """What a global name of that call's file refers to."""
        frame = self._innermost()
        file = next(iter(self.globals), 0) if frame is None else frame.file
        return self._named(self.globals.get(file, ()), name)

    def running(self) -> tuple[str, str, int] | None:
        """The file of that call, and its function with the line where that begins."""
        frame = self._innermost()
        if frame is None or frame.code not in self.codes or frame.kind not in _OF_FUNCTIONS:
            return None
        _, function, _, line = self.codes[frame.code][:4]
        return self.names[frame.file], self.names[function], line

    def _innermost(self) -> RawFrame | None:
        stack = self.stacks.get(self.place[1]) if self.place else None
        return stack[-1] if stack else None

    def _named(self, flat: Numbers, name: str) -> int | None:
        places = range(len(flat) - 2, -1, -2)
        return next((flat[at + 1] for at in places if self.names[flat[at]] == name), None)
