"""What a recorded run is. Frozen data, and the two functions that move a state along.

Each part is brought in where it is used: making dataclasses takes time, and who only records, or
asks for help, needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.model.content import (
        Array,
        Cell,
        ClassBody,
        Content,
        ExceptionBody,
        Function,
        Generator,
        Instance,
        Iterator,
        Mapping,
        Method,
        Module,
        Named,
        Other,
        Scalar,
        Sequence,
        WeakReference,
    )
    from visualizer.model.delta import (
        Delta,
        GlobalsChange,
        ObjectChange,
        StackChange,
        ThreadNamed,
        apply,
        revert,
    )
    from visualizer.model.errors import (
        CannotRun,
        DamagedRecording,
        NotKept,
        VisualizerError,
        WrongUsage,
    )
    from visualizer.model.run import (
        Collection,
        End,
        EndReason,
        Event,
        Frame,
        FrameKind,
        HeapObject,
        State,
        Step,
    )

__all__ = [
    "Array",
    "CannotRun",
    "Cell",
    "ClassBody",
    "Collection",
    "Content",
    "DamagedRecording",
    "Delta",
    "End",
    "EndReason",
    "Event",
    "ExceptionBody",
    "Frame",
    "FrameKind",
    "Function",
    "Generator",
    "GlobalsChange",
    "HeapObject",
    "Instance",
    "Iterator",
    "Mapping",
    "Method",
    "Module",
    "Named",
    "NotKept",
    "ObjectChange",
    "Other",
    "Scalar",
    "Sequence",
    "StackChange",
    "State",
    "Step",
    "ThreadNamed",
    "VisualizerError",
    "WeakReference",
    "WrongUsage",
    "apply",
    "revert",
]

_HOMES = {
    "Array": "content",
    "CannotRun": "errors",
    "Cell": "content",
    "ClassBody": "content",
    "Collection": "run",
    "Content": "content",
    "DamagedRecording": "errors",
    "Delta": "delta",
    "End": "run",
    "EndReason": "run",
    "Event": "run",
    "ExceptionBody": "content",
    "Frame": "run",
    "FrameKind": "run",
    "Function": "content",
    "Generator": "content",
    "GlobalsChange": "delta",
    "HeapObject": "run",
    "Instance": "content",
    "Iterator": "content",
    "Mapping": "content",
    "Method": "content",
    "Module": "content",
    "Named": "content",
    "NotKept": "errors",
    "ObjectChange": "delta",
    "Other": "content",
    "Scalar": "content",
    "Sequence": "content",
    "StackChange": "delta",
    "State": "run",
    "Step": "run",
    "ThreadNamed": "delta",
    "VisualizerError": "errors",
    "WeakReference": "content",
    "WrongUsage": "errors",
    "apply": "delta",
    "revert": "delta",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
