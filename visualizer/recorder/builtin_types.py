"""The builtin types that have no name of their own, taken from objects that have them.

The library's ``types`` does the same, but importing it (and ``operator``) leaves garbage for the
collector, which the program would see in what ``gc.collect()`` returns.
"""

import sys


def _function():
    return sys._getframe()


def _generator():
    yield


async def _coroutine():
    return None


async def _async_generator():
    yield


def _cell(value):
    return (lambda: value).__closure__[0]


def _traceback():
    try:
        raise ValueError
    except ValueError as error:
        return error.__traceback__


def _type_of_coroutine():
    coroutine = _coroutine()
    coroutine.close()
    return type(coroutine)


class _Class:
    def method(self):
        """Bound, to be asked for its type."""


AsyncGeneratorType = type(_async_generator())
BuiltinFunctionType = type(len)
CellType = type(_cell(0))
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
TracebackType = type(_traceback())
