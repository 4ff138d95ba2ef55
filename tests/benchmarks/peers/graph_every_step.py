"""Runs a program under memory_graph, in a Python that has it: the call stack's graph at every step.

    graph_every_step.py PROGRAM OUT.jsonl

A user who stops at every line in a debugger sees these graphs. A line of OUT is
``[DOT source, {node: its meaning}]``; the script imports nothing of this project.
"""

import importlib
import json
import sys
import types
from collections.abc import Iterator
from typing import Any, TextIO


class Watch:
    """A trace function that writes the graph at each event of the program's own code."""

    def __init__(self, program: str, out: TextIO) -> None:
        self._tool = importlib.import_module("memory_graph")
        self._program = program
        self._out = out
        self._calls: dict[int, int] = {}

    def __call__(self, frame: types.FrameType, event: str, _: object) -> Any:
        """Write the graph of an event."""
        if frame.f_code.co_filename != self._program:
            return None
        if event == "call":
            self._calls[id(frame)] = max(self._calls.values(), default=0) + 1
        # The module's frame has ended then: its names belong to the previous step.
        if event != "return" or frame.f_code.co_name != "<module>":
            self._write(list(self._stack(frame)))
        return self

    def _stack(self, frame: types.FrameType | None) -> Iterator[types.FrameType]:
        if frame is not None:
            yield from self._stack(frame.f_back)
            if frame.f_code.co_filename == self._program:
                yield frame

    def _write(self, stack: list[types.FrameType]) -> None:
        tool = self._tool
        shown = tool.stack_frames_to_dict([types.SimpleNamespace(frame=f) for f in stack])
        # The tool creates the stack and its frames at each step, so their ids say nothing.
        names = {f"node{id(shown)}": "call stack"}
        for frame, drawn in zip(stack, shown.values(), strict=True):
            names[f"node{id(drawn)}"] = f"frame {self._calls[id(frame)]}"
        self._out.write(json.dumps([tool.create_graph(shown).source, names]) + "\n")


def main(program: str, out: str) -> None:
    """Run the program to its end, even if that is an exception."""
    with open(program, encoding="utf-8") as source:
        code = compile(source.read(), program, "exec")
    with open(out, "w", encoding="utf-8") as lines:
        sys.settrace(Watch(program, lines))
        try:
            exec(code, {"__name__": "__main__", "__builtins__": __builtins__})
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
        finally:
            sys.settrace(None)


if __name__ == "__main__":
    main(*sys.argv[1:])
