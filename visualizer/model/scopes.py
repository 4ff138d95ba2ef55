"""Names of scopes: the function or module of a name, a frame or a step; the results of frames.

The code of every module is named ``<module>``. That is unambiguous only for the program's own
module; other modules are named by their files.
"""

from collections.abc import Mapping, Sequence

from visualizer.model.content import Named, Other
from visualizer.model.run import Code, Frame, FrameKind, Heap, State, Step

MODULE_CODE = "<module>"
"""The name of a module's code object."""
ANNOTATIONS = "__annotate__"
"""The name of the code that evaluates annotations when something asks for them (PEP 649)."""
OF_COMPILER = frozenset(
    {"__class__", "__classdict__", "__annotate_func__", "__conditional_annotations__"}
)
"""Names that the compiler adds to class bodies and their functions."""
COMPREHENSION = "<comprehension>"
"""The scope of a comprehension's variables in a module or a class."""


def main_file(state: State) -> str | None:
    """Return the program's file; None before its first step."""
    return next(iter(state.globals), None)


def module_name(file: str, main: str | None) -> str:
    """Return the name of a file's module in a program whose own file is ``main``."""
    return MODULE_CODE if main is None or file == main else file


def code_name(name: str, file: str, main: str | None) -> str:
    """Return the name of a scope: a function's own name, a module's by ``module_name``."""
    return module_name(file, main) if name == MODULE_CODE else name


def scope_name(where: Frame | Step, state: State) -> str:
    """Return the name of the function or module of a frame or step.

    A file that imports itself runs again as another module, which is named by the file.
    """
    first = next((one for stack in state.stacks.values() for one in stack[:1]), None)
    frame = where if isinstance(where, Frame) else next(iter(state.frames[-1:]), None)
    if first is not None and frame is not None and frame.kind is FrameKind.MODULE:
        is_again = frame.serial != first.serial and where.file == first.file
        if is_again and where.function == first.function:
            return where.file
    return code_name(where.function, where.file, main_file(state))


def own_names(frame: Frame) -> Named:
    """Return the names of a frame without the global ones, a comprehension's last."""
    names = () if frame.kind is FrameKind.MODULE else frame.locals
    return (*names, *frame.comprehension) if frame.comprehension else names


def comprehension_rows(frame: Frame) -> Named:
    """Return the rows of the comprehensions that run in a frame.

    The frame may have a name that is written alike, so they are labelled as they are written in the
    program: ``for n``. The label of an unfinished result has brackets: ``[…]``.
    """
    return tuple(
        (name if is_result(name) else f"for {name}", serial) for name, serial in frame.comprehension
    )


def is_result(name: str) -> bool:
    """Whether a name of a comprehension is the label of the result that it is filling."""
    return "…" in name


def waits(step: Step, kind: FrameKind, heap: Heap) -> bool:
    """Whether a frame that yields waits (``await``): the value goes to the library."""
    is_async = kind in (FrameKind.COROUTINE, FrameKind.ASYNC_GENERATOR)
    return is_async and _wrapped(step, heap) is None


def yielded(step: Step, heap: Heap) -> int | None:
    """Return the value that a frame yields; None if it is not recorded."""
    wrapped = _wrapped(step, heap)
    return step.value if wrapped is None else wrapped


def _wrapped(step: Step, heap: Heap) -> int | None:
    """Return the value that an asynchronous generator yields; CPython wraps it (genobject.c)."""
    thing = heap.get(step.value or 0)
    if thing is None or thing.type != "async_generator_wrapped_value":
        return None
    return next(iter(thing.content.referents), None) if isinstance(thing.content, Other) else None


def is_of_shown_module(frame: Frame, stack: Sequence[Frame], codes: Mapping[int, Code]) -> bool:
    """Whether a frame reads the global names that a state has of its file.

    If a program imports itself, two modules have one file, and its names are those of the innermost
    on the stack. The codes of a module are numbered from its own on.
    """
    modules = [code for code in codes.values() if code.namespace and code.file == frame.file]
    own = (one for one in reversed(stack) if one.kind is FrameKind.MODULE)
    shown = next((one for one in own if one.file == frame.file), frame)
    if len(modules) < 2 or frame.code is None or shown.code is None:
        return True
    first, second = (
        next((one.namespace for one in reversed(modules) if one.number <= number), 0)
        for number in (frame.code, shown.code)
    )
    return first == second
