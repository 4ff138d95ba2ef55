"""The arguments of the command line."""

import argparse
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

from visualizer import __version__
from visualizer.cli.language import language, translated, translated_text
from visualizer.cli.standard_output import put
from visualizer.model import WrongUsage

RECORDERS = ("auto", "python", "core")
LEVELS = ("values", "objects", "counts", "regions")
THEMES = ("light", "dark", "high-contrast")
LABS = ("concurrency", "shared-memory", "streaming")
FROM_DESKTOP = "--from-desktop"
"""The option that says that a desktop's menu or file manager opens the window."""


class _Formatter(argparse.HelpFormatter):
    """Formats help in the language of messages, which it looks up only to show help."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        prefix = translated("usage: ") if prefix is None else prefix
        super().add_usage(translated(usage) if usage else usage, actions, groups, prefix)

    def add_text(self, text: str | None) -> None:
        super().add_text(translated(text) if text else text)

    def start_section(self, heading: str | None) -> None:
        super().start_section(translated(heading) if heading else heading)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return translated(action.help) if action.help else action.help


class Parser(argparse.ArgumentParser):
    """A parser that raises ``WrongUsage`` with one line; each knows -h and -q."""

    def __init__(self, name: str, description: str) -> None:
        super().__init__(
            prog=name,
            description=description,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.arguments = self.add_argument_group("arguments")
        self.choices = self.add_argument_group("options")
        self.choices.add_argument("-h", "--help", action="help", help="show this help and exit")
        self.choices.add_argument("-q", "--quiet", action="store_true", help="print errors only")

    def argument(
        self, name: str, kind: Callable[[str], object], metavar: str, text: str, **more: Any
    ) -> None:
        """Add a positional argument; ``more`` goes to argparse."""
        self.arguments.add_argument(name, type=kind, metavar=metavar, help=text, **more)

    def flag(self, name: str, text: str) -> None:
        """Add an option without a value."""
        self.choices.add_argument(name, action="store_true", help=text)

    def value(
        self, name: str, kind: Callable[[str], object], metavar: str, text: str, **more: Any
    ) -> None:
        """Add an option with a value; ``more`` goes to argparse."""
        self.choices.add_argument(name, type=kind, metavar=metavar, help=text, **more)

    def choice(self, name: str, choices: Iterable[object], text: str, **more: Any) -> None:
        """Add an option with one of some values."""
        self.choices.add_argument(name, choices=choices, help=text, **more)

    def file(self, metavar: str, text: str) -> None:
        """Add the option for the file to write."""
        names = "-o", "--output"
        self.choices.add_argument(*names, type=a_path, metavar=metavar, help=text)

    def _print_message(self, message: str, file: object = None) -> None:
        """Write help and version; argparse would ignore a full disk."""
        put(message)

    def error(self, message: str) -> NoReturn:
        """Raise ``WrongUsage`` in the language of messages."""
        fault, name = translated_text(message), self.prog
        raise WrongUsage("{fault}; see {name} --help", fault=fault, name=name)


def main_parser() -> Parser:
    """Return the parser of a command line without a verb."""
    parser = _MainParser("visualizer", "See what Python does with memory, step by step.")
    parser.usage = "visualizer [FILE]\n       visualizer COMMAND [ARGUMENT …]"
    text = "a program (.py) or a recording (.memtrace) to open in the window"
    parser.argument("file", a_path, "FILE", text, nargs="?")
    parser.choices.add_argument(
        "--version",
        action="version",
        version=f"visualizer {__version__}",
        help="show the version and exit",
    )
    parser.flag("--install-menu", "add Visualizer to your desktop's menu and exit (Linux)")
    parser.choices.add_argument(FROM_DESKTOP, action="store_true", help=argparse.SUPPRESS)
    parser.formatter_class = _VerbsFormatter
    return parser


class _MainParser(Parser):
    """Lists the verbs in its help."""

    def format_help(self) -> str:
        verbs = "\n".join(f"  {verb:<10}{translated(PURPOSES[verb])}" for verb in PURPOSES)
        more = translated("Run visualizer COMMAND --help for details.")
        self.epilog = f"{translated('commands')}:\n{verbs}\n\n{more}"
        return super().format_help()


class _VerbsFormatter(_Formatter, argparse.RawDescriptionHelpFormatter):
    """Keeps the layout of the list of verbs."""


def _record() -> Parser:
    parser = verb_parser("record")
    parser.usage = "visualizer record PROGRAM [OPTION …] [-- ARG …]"
    parser.argument("program", a_name, "PROGRAM", "the program to run")
    parser.file("OUT", "the recording to write (default: PROGRAM.memtrace in the working folder)")
    parser.value("--stdin", a_path, "FILE", "the file the program reads as standard input")
    _add_limits(parser)
    parser.value(
        "--python",
        an_interpreter,
        "PATH",
        "the interpreter to run the program with (default: the one running visualizer)",
    )
    parser.flag(
        "--unrecorded", "run the program even if its interpreter does not support recording"
    )
    parser.flag("--allocator", "record free blocks of memory too (larger recording)")
    parser.choice(
        "--recorder",
        RECORDERS,
        "the recorder: python, or core, in C (default: auto, core where possible)",
    )
    _add_expressions(parser)
    return parser


def _add_limits(parser: Parser) -> None:
    parser.value(
        "--max-steps",
        a_count,
        "N",
        "stop the program after this many steps (default: 10,000,000)",
        default=10_000_000,
    )
    parser.value(
        "--time-limit",
        a_seconds,
        "SECONDS",
        "stop the program after this many seconds (default: no limit)",
    )


def _add_expressions(parser: Parser) -> None:
    parser.choices.add_argument(
        "--expressions",
        action="store_const",
        const=(),
        help="also record the value of every expression inside the lines",
    )
    parser.value(
        "--expressions-at",
        some_lines,
        "LINES",
        "the same, only on these lines of the program, such as 3,7-9",
        dest="expressions",
    )


def _info() -> Parser:
    parser = verb_parser("info")
    add_recording(parser)
    parser.flag("--json", "print one JSON object")
    return parser


def _check() -> Parser:
    parser = verb_parser("check")
    add_recording(parser)
    return parser


def _export() -> Parser:
    from visualizer.cli.format_arguments import export_parser

    return export_parser()


def _compare() -> Parser:
    from visualizer.cli.format_arguments import compare_parser

    return compare_parser()


def _import() -> Parser:
    parser = verb_parser("import")
    parser.argument("trace", a_path, "TRACE", "a Python Tutor trace, a .json file")
    parser.file("OUT", "the recording to write (default: TRACE.memtrace in the working folder)")
    return parser


def _lab() -> Parser:
    parser = verb_parser("lab")
    parser.usage = "visualizer lab LAB [OPTION …]"
    parser.arguments.add_argument("lab", choices=LABS, help="the lab to run")
    parser.epilog = "Run visualizer lab LAB --help for the options of each lab."
    return parser


def _lessons() -> Parser:
    from visualizer.words import LANGUAGES

    parser = verb_parser("lessons")
    parser.choice("--language", LANGUAGES, "the language of the titles", default=language())
    parser.flag("--json", "print one JSON object")
    return parser


def verb_parser(verb: str) -> Parser:
    """Return the parser of a verb's arguments."""
    return Parser(f"visualizer {verb}", PURPOSES[verb])


def add_recording(parser: Parser) -> None:
    """Add the argument for the recording that a verb reads."""
    parser.argument("recording", a_path, "RECORDING", "a .memtrace file")


def a_path(text: str) -> Path:
    """Return the path of a file or folder."""
    return Path(a_name(text))


def an_interpreter(text: str) -> Path:
    """Return the path of an interpreter, or a name to find on ``PATH``."""
    path = a_path(text)
    # ``Path`` removes the "./" of "./python", so that it would be a name.
    return path.absolute() if os.path.dirname(text) and len(path.parts) == 1 else path


def a_name(text: str) -> str:
    """Return a name, which may be any valid text."""
    if not text or "\0" in text:
        raise wrong("the name is empty")
    return text


def wrong(template: str, **details: object) -> argparse.ArgumentTypeError:
    """Make the error for a wrong value; ``template`` is English."""
    return argparse.ArgumentTypeError(translated(template, **details))


def a_count(text: str) -> int:
    """Return a number from 1 on, at most the largest integer of 64 bits."""
    number = a_number(text)
    if number < 1:
        raise _no_count(text)
    return min(number, _LARGEST)


def some_lines(text: str) -> tuple[int, ...]:
    """Return the lines of numbers and ranges, separated by commas."""
    found: set[int] = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        start, end = a_count(first), a_count(last or first)
        if not start <= end <= start + _MOST_LINES:
            raise _no_count(part)
        found.update(range(start, end + 1))
    return tuple(sorted(found))


def a_number(text: str) -> int:
    """Return any whole number: a step that the recording lacks is no wrong usage."""
    try:
        return int(text)
    except ValueError:
        raise _no_count(text) from None


def _no_count(text: str) -> argparse.ArgumentTypeError:
    return wrong("{text} is not a whole number of at least 1", text=text)


_LARGEST = (1 << 63) - 1
_MOST_LINES = 100_000
_SCALES = 0.1, 16.0
_LONGEST = 100_000_000
"""Seconds, some three years: clocks cannot wait longer."""


def a_seconds(text: str) -> float:
    """Return seconds above 0 that a clock can wait."""
    seconds = _decimal(text)
    if not 0 < seconds <= _LONGEST:
        raise wrong("{text} is not a valid number of seconds", text=text)
    return seconds


def _decimal(text: str) -> float:
    """Return a number, or 0 for any other text."""
    try:
        return float(text)
    except ValueError:
        return 0.0


def a_level(text: str) -> str:
    """Return the name of a level, also for its number from 1 on."""
    numbers = {str(number): name for number, name in enumerate(LEVELS, 1)}
    return numbers.get(text, text)


def a_canvas(text: str) -> tuple[int, int]:
    """Return a width and a height in pixels."""
    found = re.fullmatch(r"(\d{2,5})x(\d{2,5})", text)
    if found is None:
        raise wrong("{text} is not a size in pixels, such as 745x595", text=text)
    return int(found[1]), int(found[2])


def a_range(text: str) -> tuple[int, int]:
    """Return the first and the last step of a range."""
    found = re.fullmatch(r"(\d{1,15})-(\d{1,15})", text)
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        raise wrong("{text} is not a range of steps, such as 1-200", text=text)
    return int(found[1]), int(found[2])


def a_scale(text: str) -> float:
    """Return a scale, 1 for 100 %."""
    scale = _decimal(text)
    least, most = _SCALES
    if not least <= scale <= most:
        raise wrong(
            "{text} is not a number from {least} to {most}", text=text, least=least, most=most
        )
    return scale


PURPOSES = {
    "record": "run a program and record it, without a window",
    "info": "show what a recording contains and how it ended",
    "check": "read and verify a whole recording",
    "export": "export a recording to another format, or a step as a picture",
    "compare": "say what differs between two recordings, or two steps of one",
    "import": "turn a Python Tutor trace into a recording",
    "lab": "compare different ways of doing the same job",
    "lessons": "list the built-in lessons",
}

PARSERS: dict[str, Callable[[], Parser]] = {
    "record": _record,
    "info": _info,
    "check": _check,
    "export": _export,
    "compare": _compare,
    "import": _import,
    "lab": _lab,
    "lessons": _lessons,
}
