"""The data of a recorded run: frozen classes, and two functions that move a state between steps.

Each submodule is imported on first use: creating dataclasses takes time, and commands that only
record or print help need few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.model.anatomy import *
    from visualizer.model.content import *
    from visualizer.model.delta import *
    from visualizer.model.errors import *
    from visualizer.model.library_values import *
    from visualizer.model.locks import *
    from visualizer.model.memory import *
    from visualizer.model.parsing import *
    from visualizer.model.run import *
    from visualizer.model.scopes import *
    from visualizer.model.sharing import *
    from visualizer.model.slots import *
    from visualizer.model.tracebacks import *
    from visualizer.model.values import *


_NAMES = {
    "anatomy": """
        Capacity Role Split Word capacity_of continues_text grew_in_place second_size second_words
        split_of words_of
    """,
    "content": """
        COUNTING_ITERATORS EXCEPTION_GROUPS RANGE_ITERATORS Array Cell ClassBody Content
        ExceptionBody Function Generator Instance Iterator Lock Mapping Method Module Named Other
        Scalar Sequence WeakReference
    """,
    "delta": """
        Delta GlobalsChange LocksChange MemoryChange ObjectChange StackChange ThreadNameChange apply
        previous_state revert
    """,
    "errors": """
        CannotRecord CannotRun DamagedRecording NotKept NotRecorded Refused VisualizerError
        WrongUsage at_fixed_place check_regular not_read not_written
    """,
    "library_values": """
        IDENTIFYING_NAMES attributes_in_order bare_name cached_calls identifying_value is_internal
        is_of_library is_set item_names library_base library_value own_attributes shape_of
        short_value
    """,
    "locks": "LOCK_TYPES LockUse deadlock",
    "memory": "AddressSpace Block Pool Range RangeKind Region address_space",
    "parsing": "parse_program program_tree",
    "run": """
        RAISING_EVENTS Code Collection Constant End EndReason Event Frame FrameKind Heap HeapObject
        InFlight Life Part State Step content_of
    """,
    "scopes": """
        ANNOTATIONS OF_COMPILER code_name comprehension_rows is_of_shown_module is_result main_file
        module_name own_names scope_name waits yielded
    """,
    "sharing": "Sharing keepers shares sharing_of",
    "slots": """
        Slot attribute_place first_slot has_attributes_only held_by is_special shown_attributes
    """,
    "tracebacks": "raising_entry traceback_entries",
    "values": "Thing Unavailable Values",
}
"""The names of each submodule."""
_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
