"""The builtin types that have no name of their own, taken from objects that have them.

The library's ``types`` does the same, but importing it (and ``operator``) leaves garbage for the
collector, which the program would see in what ``gc.collect()`` returns.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import types
    from collections.abc import AsyncIterator, Iterator


def _function() -> object:
    return sys._getframe()


def _generator() -> Iterator[None]:
    yield


async def _coroutine() -> None:
    return None


async def _async_generator() -> AsyncIterator[None]:
    yield


def _type_of_cell(value: object) -> type:
    return type((lambda: value).__closure__[0])  # type: ignore[index]


def _type_of_traceback() -> type:
    try:
        raise ValueError
    except ValueError as error:
        return type(error.__traceback__)


def _type_of_coroutine() -> type:
    coroutine = _coroutine()
    coroutine.close()
    return type(coroutine)


class _Class:
    def method(self) -> None:
        """Bound, to be asked for its type."""


if TYPE_CHECKING:
    AsyncGeneratorType = types.AsyncGeneratorType
    BuiltinFunctionType = types.BuiltinFunctionType
    CellType = types.CellType
    CodeType = types.CodeType
    CoroutineType = types.CoroutineType
    FrameType = types.FrameType
    FunctionType = types.FunctionType
    GeneratorType = types.GeneratorType
    GetSetType = types.GetSetDescriptorType
    MemberType = types.MemberDescriptorType
    MethodDescriptorType = types.MethodDescriptorType
    MethodType = types.MethodType
    ModuleType = types.ModuleType
    TracebackType = types.TracebackType
else:
    AsyncGeneratorType = type(_async_generator())
    BuiltinFunctionType = type(len)
    CellType = _type_of_cell(0)
    CodeType = type(_function.__code__)
    CoroutineType = _type_of_coroutine()
    FrameType = type(_function())
    FunctionType = type(_function)
    GeneratorType = type(_generator())
    GetSetType = type(FunctionType.__code__)
    MemberType = type(FunctionType.__globals__)
    MethodDescriptorType = type(list.append)
    MethodType = type(_Class().method)
    ModuleType = type(sys)
    TracebackType = _type_of_traceback()
