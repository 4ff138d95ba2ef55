"""The queries that a condition can make about a step."""

from collections.abc import Mapping
from typing import Protocol

from visualizer.explain.recorded_values import OfHeap
from visualizer.model import FrameKind, State, is_of_shown_module
from visualizer.model.asking import Objects


class Seen(Objects, Protocol):
    """A step with the sources of its program."""

    @property
    def sources(self) -> Mapping[str, str]:
        """The text of each file."""

    def local_name(self, name: str, /) -> int | None:
        """Return the target of a local name."""

    def global_name(self, name: str, /) -> int | None:
        """Return the target of a global name of the call's file; without a call, of the program's
        file.
        """

    def running(self) -> tuple[str, str, int] | None:
        """The file and function of the call, and the line where the function begins.

        It is None if no function runs or it is unknown.
        """


class OfState(OfHeap):
    """A completely known step, as ``Seen``."""

    def __init__(self, state: State, sources: Mapping[str, str]) -> None:
        super().__init__(state.heap)
        self.sources, self._state = sources, state
        self._frame = state.frames[-1] if state.frames else None

    def local_name(self, name: str, /) -> int | None:
        """Return the target of a name of the innermost call."""
        frame = self._frame
        return None if frame is None else dict((*frame.locals, *frame.comprehension)).get(name)

    def global_name(self, name: str, /) -> int | None:
        """Return the target of a global name in the file of the innermost call."""
        state, frame = self._state, self._frame
        if frame is None:
            return dict(next(iter(state.globals.values()), ())).get(name)
        is_known = is_of_shown_module(frame, state.frames, state.codes)
        return dict(state.globals.get(frame.file, ())).get(name) if is_known else None

    def running(self) -> tuple[str, str, int] | None:
        """Return the innermost call's file, its function, and the line where that begins."""
        frame = self._frame
        if frame is None or frame.code is None or frame.kind in (FrameKind.MODULE, FrameKind.CLASS):
            return None
        code = self._state.codes.get(frame.code)
        return None if code is None else (frame.file, code.name, code.line)
