"""What the place of a name, a frame or a step is called: a function, or a module.

The code of every module is called ``<module>``. That says which one only for the program's own; a
module beside it goes by its file.
"""

from visualizer.model.run import Frame, State, Step

MODULE_CODE = "<module>"
"""The name of a module's code object."""


def main_file(state: State) -> str | None:
    """The file of the program; None before its first step."""
    return next(iter(state.globals), None)


def module_name(file: str, main: str | None) -> str:
    """What the module of a file is called in a program whose own file is ``main``."""
    return MODULE_CODE if main is None or file == main else file


def code_name(name: str, file: str, main: str | None) -> str:
    """What code of that name is called: a function by its name, a module as above."""
    return module_name(file, main) if name == MODULE_CODE else name


def called(where: Frame | Step, state: State) -> str:
    """What the function or module that ``where`` is in is called."""
    return code_name(where.function, where.file, main_file(state))
