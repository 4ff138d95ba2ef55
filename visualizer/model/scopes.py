"""Names of scopes: the function or module of a name, a frame or a step.

The code of every module is named ``<module>``. That is unambiguous only for the program's own
module; other modules are named by their files.
"""

from visualizer.model.run import Frame, State, Step

MODULE_CODE = "<module>"
"""The name of a module's code object."""


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
    """Return the name of the function or module of a frame or step."""
    return code_name(where.function, where.file, main_file(state))
