"""The recorder's tool of ``sys.monitoring``: enables events and detects their loss.

A program can free the tool, disable its events, or replace our callbacks. Only the interpreter
holds most callbacks, so the death of one shows its replacement, immediately, also if no event ever
follows, and when the interpreter ends.
"""

from __future__ import annotations

import sys
from _weakref import ref

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType
    from typing import Any

monitoring = sys.monitoring
events = monitoring.events
LOCAL = events.LINE | events.JUMP | events.PY_RETURN | events.PY_YIELD | events.PY_RESUME
GLOBAL = events.PY_START | events.PY_THROW | events.PY_UNWIND | events.RAISE
TOOLS = (4, 3)
"""Ids without a conventional owner; 0, 1, 2 and 5 have one."""
NAME = "visualizer"

_get_tool = monitoring.get_tool
_get_events, _set_events = monitoring.get_events, monitoring.set_events
_get_local_events = monitoring.get_local_events
_set_local_events = monitoring.set_local_events
_register_callback = monitoring.register_callback


class MonitoringTool:
    """Our tool of ``sys.monitoring``; opened once, closed for good."""

    def __init__(self) -> None:
        self._tool: int | None = None
        self._callbacks: dict[int, ref[Any]] = {}
        self._kept: list[object] = []

    def open(
        self,
        callbacks: dict[int, Callable[..., object]],
        on_loss: Callable[[object], None],
    ) -> int:
        """Enable events and return the id of the tool. Raises ``RuntimeError`` if none is free.

        ``on_loss`` is called with an argument to ignore as soon as a callback is destroyed: no
        other code may hold the callbacks.
        """
        tool = next((n for n in TOOLS if _get_tool(n) is None), None)
        if tool is None:
            raise RuntimeError("every tool id of sys.monitoring is taken")
        monitoring.use_tool_id(tool, NAME)
        self._tool = tool
        while callbacks:
            event, callback = callbacks.popitem()
            # A previous callback may be running.
            self._kept.append(_register_callback(tool, event, callback))
            self._callbacks[event] = ref(callback, on_loss)
            del callback
        _set_events(tool, GLOBAL)
        return tool

    def is_lost(self) -> bool:
        """Whether the program has taken the tool or its events away."""
        tool = self._tool
        return tool is None or _get_tool(tool) is not NAME or _get_events(tool) != GLOBAL

    def enable_events(self, code: CodeType, wanted: int) -> None:
        """Enable local events of a code object; checking first is cheaper than setting.

        Foreign code has none, unless it calls the debugger.
        """
        tool = self._tool
        if _calls_debugger(code):
            wanted |= events.INSTRUCTION
        if tool is not None and wanted and _get_local_events(tool, code) != wanted:
            _set_local_events(tool, code, wanted)

    def enable_instruction_event(self, code: CodeType) -> bool:
        """Enable the event of the next instruction of a code object; False if events are lost."""
        tool = self._tool
        if tool is None or _get_tool(tool) is not NAME:
            return False
        _set_local_events(tool, code, LOCAL | events.INSTRUCTION)
        return True

    def close(self, *, is_audited: bool) -> None:
        """Disable all events for good.

        Callbacks of the program in our place stay. With audit hooks, which registering would
        trigger, our callbacks stay too and do nothing.
        """
        tool, self._tool = self._tool, None
        if tool is None:
            return
        if _get_tool(tool) is NAME and _get_events(tool) == GLOBAL:
            _set_events(tool, 0)
        for event, callback in () if is_audited else self._callbacks.items():
            if event != events.INSTRUCTION:  # which may have an exception to raise
                found = _register_callback(tool, event, None)
                # One of them may be running.
                self._kept.append(found)
                if found is not None and found is not callback():
                    _register_callback(tool, event, found)


def _calls_debugger(code: CodeType) -> bool:
    """Whether it calls ``breakpoint()`` or ``set_trace()``.

    pdb then wants each opcode traced, to stop at once. In code with events of another tool, CPython
    starts that only if instruction events are among them.
    """
    return "breakpoint" in code.co_names or "set_trace" in code.co_names
