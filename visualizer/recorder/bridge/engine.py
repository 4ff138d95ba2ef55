"""Starts the recorder in C, as ``Watch`` does for the recorder in Python."""

from __future__ import annotations

import os
import sys
from _io import TextIOWrapper
from types import MethodWrapperType

from visualizer.recorder import wire
from visualizer.recorder.bridge.describing import LIBRARY_NAMES, Describer
from visualizer.recorder.code.code_info import IMPLICIT_CLASS_NAMES
from visualizer.recorder.events.monitoring import MonitoringTool, events
from visualizer.recorder.failure import TAKEN_AWAY, reason
from visualizer.recorder.files import Files
from visualizer.recorder.frames.variables import IMPLICIT_MODULE_NAMES
from visualizer.recorder.names import Names
from visualizer.recorder.spool import Spool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

CALLBACKS = (
    *(events.LINE, events.JUMP, events.PY_START, events.PY_RESUME, events.PY_RETURN),
    *(events.PY_YIELD, events.INSTRUCTION, events.PY_THROW, events.RAISE, events.PY_UNWIND),
)
"""In the order of ``enum Callback`` in engine.c."""


class NativeNames(Names):
    """Names that the engine sends; it reads ``numbers`` itself."""

    def __init__(self, native: Any) -> None:
        super().__init__()
        self._native = native

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each name."""
        return self._numbers

    def number(self, text: str) -> int:
        """Return the number of a name. Raises ``MemoryError``; then the name was not sent."""
        return super().number(str.__str__(text))  # no method of a class of the program

    def _announce(self, own: str, number: int, head: tuple[int, int], encoded: bytes) -> None:
        self._numbers[own] = number
        try:
            self._native.name_([*head], encoded)
        except MemoryError:
            del self._numbers[own]
            raise


class NativeFiles(Files):
    """Files that the engine reads.

    Python's own functions let other threads run, which must not enter the isolation.
    """

    def __init__(self, native: Any, settings: dict[str, Any], names: Names) -> None:
        self._text_in = lambda path: native.read_(path, False)
        self._exists = lambda path: native.read_(path, False) is not None
        self._target_of = lambda path: native.read_(path, True) or ""
        super().__init__(settings["folder"], settings["program"], names)


class Engine:
    """A recording of this process by the engine in C. ``settings`` are the session's."""

    def __init__(self, native: Any, settings: dict[str, Any], spool: Spool) -> None:
        self._native = native
        self._monitoring = MonitoringTool()
        self._names = NativeNames(native)
        files = NativeFiles(native, settings, self._names)
        self._describer = Describer(native, self._names, files, self._monitoring, settings)
        outputs = tuple(
            -1 if settings[name] is None else settings[name] for name in ("stdout", "stderr")
        )
        settle = spool.sync_terminal if settings["terminal"] else None
        native.begin_(
            functions=self._describer.functions,
            library_names=LIBRARY_NAMES,
            names=self._names.numbers,
            failed=self._disable_events,
            explain=reason,
            taken_away=TAKEN_AWAY,
            disable=sys.monitoring.DISABLE,
            mapping=spool.mapping,
            parent=settings["parent"],
            outputs=outputs,
            sync_terminal=settle,
            implicit_module_names=set(IMPLICIT_MODULE_NAMES),
            implicit_class_names=set(IMPLICIT_CLASS_NAMES),
            text_stream=TextIOWrapper,
            bound_wrapper=MethodWrapperType,
            must_record_pools=settings.get("allocator", False),
        )

    def start(self, imported: Sequence[object]) -> None:
        """Send the greeting and enable events. Raises ``RuntimeError`` if no tool id is free.

        ``imported`` are the modules that were imported for the recorder.
        """
        self._imported = imported
        native = self._native
        version = sys.version.split()[0].encode()
        recorder = wire.RECORDERS[1].encode()
        numbers = [wire.HELLO, wire.VERSION, os.getpid(), len(version), len(recorder)]
        native.name_(numbers, version + recorder)
        native.send_()
        if sys.platform != "win32":
            os.register_at_fork(after_in_child=native.end_in_child_)
        native.start_()
        callbacks: dict[int, Callable[..., object]] = dict(
            zip(CALLBACKS, native.callbacks_(), strict=True)
        )
        native.watch_(self._monitoring.open(callbacks, native.callback_lost_))

    def stop(self) -> None:
        """Disable all events for good; the program continues unobserved."""
        self._native.end_()
        self._disable_events()

    def _disable_events(self) -> None:
        self._monitoring.close(is_audited=False)
