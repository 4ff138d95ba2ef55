"""The recorder's tool of ``sys.monitoring``: has the events come, and sees that they still do.

A program can free the tool, switch its events off, or put other callbacks in the place of ours. The
interpreter alone holds most of these, so that one which dies was taken away; it says so at once,
also when no event ever comes again, and when the interpreter itself ends.
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
"""Ids that no convention gives to anybody: 0, 1, 2 and 5 have their tools."""
NAME = "visualizer"

_get_tool = monitoring.get_tool
_get_events, _set_events = monitoring.get_events, monitoring.set_events
_get_local_events = monitoring.get_local_events
_set_local_events = monitoring.set_local_events
_register_callback = monitoring.register_callback


class Sight:
    """Opened once; closed, it stays so for good."""

    def __init__(self) -> None:
        self._tool: int | None = None
        self._callbacks: dict[int, ref[Any]] = {}
        self._kept: list[object] = []

    def open(
        self,
        callbacks: dict[int, Callable[..., object]],
        on_loss: Callable[[object], None],
        tool: int | None = None,
    ) -> int:
        """Have the events come; the id of the tool. Raises ``RuntimeError`` if none is free.

        ``on_loss`` is called as soon as a callback is no longer there, with something or other:
        nobody else is to hold them. ``tool`` is one that another sight has handed over.
        """
        if tool is None:
            tool = next((n for n in TOOLS if _get_tool(n) is None), None)
            if tool is None:
                raise RuntimeError("every tool id of sys.monitoring is taken")
            monitoring.use_tool_id(tool, NAME)
        self._tool = tool
        while callbacks:
            event, callback = callbacks.popitem()
            # One that was there before may be at work just now.
            self._kept.append(_register_callback(tool, event, callback))
            self._callbacks[event] = ref(callback, on_loss)
            del callback
        _set_events(tool, GLOBAL)
        return tool

    def hand_over(self) -> int | None:
        """The tool, which another sight may open; None where it is closed already."""
        tool, self._tool = self._tool, None
        return tool

    def is_lost(self) -> bool:
        """Whether the program has taken the tool or its events away."""
        tool = self._tool
        return tool is None or _get_tool(tool) is not NAME or _get_events(tool) != GLOBAL

    def arm(self, code: CodeType) -> None:
        """Switch the local events of a code object on; asking first is cheaper than setting."""
        tool = self._tool
        if tool is not None and _get_local_events(tool, code) != LOCAL:
            _set_local_events(tool, code, LOCAL)

    def look_closer(self, code: CodeType) -> bool:
        """Have the next instruction of a code object come too; False where nothing comes."""
        tool = self._tool
        if tool is None or _get_tool(tool) is not NAME:
            return False
        _set_local_events(tool, code, LOCAL | events.INSTRUCTION)
        return True

    def close(self, *, is_audited: bool) -> None:
        """Have no more events come, for good.

        What the program has put in our place stays. Where somebody listens to audit events, which
        registering is one of, the callbacks stay too and have nothing to do.
        """
        tool, self._tool = self._tool, None
        if tool is None:
            return
        if _get_tool(tool) is NAME and _get_events(tool) == GLOBAL:
            _set_events(tool, 0)
        for event, callback in () if is_audited else self._callbacks.items():
            if event != events.INSTRUCTION:  # which may have an exception to pass on
                found = _register_callback(tool, event, None)
                # One of them may be at work just now.
                self._kept.append(found)
                if found is not None and found is not callback():
                    _register_callback(tool, event, found)
