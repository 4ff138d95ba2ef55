"""The command line; each verb's modules are imported when it is used."""

import os
import sys
import warnings
from collections.abc import Sequence
from contextlib import redirect_stderr
from importlib import import_module

from visualizer.cli.arguments import LABS, PARSERS, main_parser
from visualizer.cli.language import error_text, translated
from visualizer.model import CannotRun, Refused, VisualizerError, at_fixed_place, not_written
from visualizer.platform.terminals import put_error

_VERBS = {
    "record": ("record", "record"),
    "info": ("reading", "info"),
    "check": ("reading", "check"),
    "export": ("export", "export"),
    "compare": ("compare", "compare_recordings"),
    "import": ("reading", "import_recording"),
    "lab concurrency": ("lab", "concurrency"),
    "lab shared-memory": ("lab", "shared_memory"),
    "lab streaming": ("lab", "streaming"),
    "lessons": ("lessons", "lessons"),
}
"""The module and function of each verb; the function returns the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in ``argv`` (by default the process's own) and return the exit code. 0 is
    success, 1 failure, 2 wrong usage. An error is one line on standard error, after Python's own
    message about a program that it refuses.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        with warnings.catch_warnings():
            # A program that we parse shows its own warnings when it runs.
            warnings.simplefilter("ignore", SyntaxWarning)
            return _run(arguments)
    except SystemExit as leaving:
        # argparse has shown help or version.
        return leaving.code if isinstance(leaving.code, int) else 1
    except VisualizerError as error:
        if isinstance(error, Refused):
            put_error(f"{error.said}\n")
        return _fail(error_text(error), error.exit_code)
    except BrokenPipeError:
        # The reader of our output has closed it, and would see no message.
        return 1
    except KeyboardInterrupt:
        return _fail(translated("interrupted"), 1)
    except Exception as error:
        if os.environ.get("VISUALIZER_TRACEBACK"):
            raise
        fault = VisualizerError(
            "an error in visualizer itself: {fault}; set VISUALIZER_TRACEBACK=1 to see where",
            fault=f"{type(error).__name__}: {error}",
        )
        return _fail(error_text(fault), fault.exit_code)


def _run(arguments: list[str]) -> int:
    quiet = False
    while arguments and arguments[0] in ("-q", "--quiet"):
        quiet = True
        del arguments[0]
    verb = arguments[0] if arguments else ""
    if verb not in PARSERS:
        return _open(arguments)
    rest: tuple[str, ...] = ()
    if verb == "record" and "--" in arguments:
        end = arguments.index("--")
        arguments, rest = arguments[:end], tuple(arguments[end + 1 :])
    parser = PARSERS[verb]()
    if verb == "lab" and arguments[1:2] and arguments[1] in LABS:
        from visualizer.cli.lab_arguments import LAB_PARSERS

        parser, verb = LAB_PARSERS[arguments[1]](), f"lab {arguments.pop(1)}"
    found = parser.parse_args(arguments[1:])
    found.quiet = found.quiet or quiet
    found.rest = rest
    module, function = _VERBS[verb]
    done: int = getattr(import_module(f"visualizer.cli.{module}"), function)(found)
    return done


def _open(arguments: list[str]) -> int:
    parser = main_parser()
    found, others = parser.parse_known_args(arguments)
    if found.install_menu and not others:
        return _install_menu()
    from visualizer.cli.window import find_file, open_window

    if found.from_desktop:
        # Nobody reads what a desktop's programs write, so the window shows errors itself.
        with redirect_stderr(None):
            return open_window(found.file)
    if found.file is not None and others[:1] != arguments[:1]:
        # A mistyped command has arguments, which are not what is wrong; an option may be.
        find_file(found.file)
    parser.parse_args(arguments)
    return open_window(found.file)


def _install_menu() -> int:
    if sys.platform.startswith("linux"):
        return _add_menu_entry()
    raise CannotRun("--install-menu works on Linux only; elsewhere use the installer")


def _add_menu_entry() -> int:
    from visualizer.cli.menu_entry import install_menu_entry
    from visualizer.cli.standard_output import put

    try:
        entry, *_ = install_menu_entry()
    except OSError as error:
        raise at_fixed_place(not_written(error.filename, error)) from error
    put(translated("Visualizer is in the menu: {file}", file=entry) + "\n")
    return 0


def _fail(message: str, code: int) -> int:
    put_error(f"visualizer: {message}\n")
    return code
