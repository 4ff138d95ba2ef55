"""What may stand on the command line."""

import argparse
import math
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from visualizer import __version__
from visualizer.cli.language import LANGUAGES, language, say, say_again
from visualizer.cli.standard_output import put
from visualizer.model import WrongUsage

FORMATS = ("jsonl", "opt", "svg", "png", "pdf", "html")
LEVELS = (1, 2, 3, 4)
THEMES = ("light", "dark", "high-contrast")
LABS = ("concurrency", "shared-memory", "streaming")


class _Formatter(argparse.HelpFormatter):
    """Help in the language of messages."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, say("usage: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose faults are ``WrongUsage``, on one line; every one knows -h and -q."""

    def __init__(self, name: str, description: str) -> None:
        super().__init__(
            prog=name,
            description=description,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.arguments = self.add_argument_group(say("arguments"))
        self.choices = self.add_argument_group(say("options"))
        self.choices.add_argument(
            "-h", "--help", action="help", help=say("show this help and leave")
        )
        self.choices.add_argument(
            "-q", "--quiet", action="store_true", help=say("say only what went wrong")
        )

    def _print_message(self, message: str, file: object = None) -> None:
        """Where argparse writes help and version; it would pass over a full disk in silence."""
        put(message)

    def error(self, message: str) -> NoReturn:
        """Raise what went wrong, in the language of messages."""
        fault, name = say_again(message), self.prog
        raise WrongUsage("{fault}; see {name} --help", fault=fault, name=name)


def main_parser() -> Parser:
    """For a command line without a verb."""
    parser = Parser("visualizer", say("See what Python does with memory, step by step."))
    parser.usage = say("visualizer [FILE]\n       visualizer VERB [ARGUMENT …]")
    parser.arguments.add_argument(
        "file",
        nargs="?",
        type=_path,
        metavar="FILE",
        help=say("a program (.py) or a recording (.memtrace) to open in the window"),
    )
    parser.choices.add_argument(
        "--version",
        action="version",
        version=f"visualizer {__version__}",
        help=say("show the version and leave"),
    )
    verbs = "\n".join(f"  {verb:<10}{say(PURPOSES[verb])}" for verb in PURPOSES)
    parser.formatter_class = _VerbsFormatter
    parser.epilog = f"{say('verbs')}:\n{verbs}\n\n{say('visualizer VERB --help tells more.')}"
    return parser


class _VerbsFormatter(_Formatter, argparse.RawDescriptionHelpFormatter):
    """The list of verbs is laid out already."""


def _record() -> Parser:
    parser = _verb("record")
    parser.usage = say("visualizer record PROGRAM [OPTION …] [-- ARG …]")
    parser.arguments.add_argument(
        "program", type=_name, metavar="PROGRAM", help=say("the program to run")
    )
    add = parser.choices.add_argument
    add(
        *("-o", "--output"),
        type=_path,
        metavar="OUT",
        help=say("the recording; PROGRAM.memtrace in the working folder if not given"),
    )
    add("--stdin", type=_path, metavar="FILE", help=say("what the program reads as its input"))
    add(
        "--max-steps",
        type=_count,
        metavar="N",
        default=10_000_000,
        help=say("end the program after so many steps (10,000,000)"),
    )
    add(
        "--time-limit",
        type=_seconds,
        metavar="SECONDS",
        help=say("end the program after so long (never)"),
    )
    add(
        "--python",
        type=_path,
        metavar="PATH",
        help=say("the interpreter that runs the program (the one that runs visualizer)"),
    )
    return parser


def _info() -> Parser:
    parser = _verb("info")
    _add_recording(parser)
    parser.choices.add_argument("--json", action="store_true", help=say("as one JSON object"))
    return parser


def _check() -> Parser:
    parser = _verb("check")
    _add_recording(parser)
    return parser


def _export() -> Parser:
    parser = _verb("export")
    _add_recording(parser)
    add = parser.choices.add_argument
    add("--format", choices=FORMATS, required=True, help=say("the format to write"))
    add("--ledger", action="store_true", help=say("jsonl: all that refers to an object"))
    add("--step", type=_number, metavar="N", help=say("only this step; a picture shows the last"))
    add("--level", type=int, choices=LEVELS, default=3, help=say("pictures: how much is shown (3)"))
    add("--theme", choices=THEMES, default="light", help=say("pictures: the colours (light)"))
    add(
        "--language",
        choices=LANGUAGES,
        default=language(),
        help=say("pictures: the language of what is written in them"),
    )
    add(
        *("-o", "--output"),
        type=_path,
        metavar="OUT",
        help=say("the file to write; standard output if not given or -"),
    )
    return parser


def _lab() -> Parser:
    parser = _verb("lab")
    parser.arguments.add_argument("lab", choices=LABS, help=say("the experiment"))
    return parser


def _lessons() -> Parser:
    parser = _verb("lessons")
    add = parser.choices.add_argument
    add("--language", choices=LANGUAGES, default=language(), help=say("the language of the titles"))
    add("--json", action="store_true", help=say("as one JSON object"))
    return parser


def _verb(verb: str) -> Parser:
    return Parser(f"visualizer {verb}", say(PURPOSES[verb]))


def _add_recording(parser: Parser) -> None:
    parser.arguments.add_argument(
        "recording", type=_path, metavar="RECORDING", help=say("a .memtrace file")
    )


def _path(text: str) -> Path:
    return Path(_name(text))


def _name(text: str) -> str:
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError(say("an empty name"))
    return text


def _count(text: str) -> int:
    number = _number(text)
    if number < 1:
        raise _no_count(text)
    return number


def _number(text: str) -> int:
    """Any whole number: whether a recording has such a step is no matter of usage."""
    try:
        return int(text)
    except ValueError:
        raise _no_count(text) from None


def _no_count(text: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(say("{text} is no number from 1 on", text=text))


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < math.inf:
        raise argparse.ArgumentTypeError(say("{text} is no time in seconds", text=text))
    return seconds


PURPOSES = {
    "record": "run a program and record it, without a window",
    "info": "tell what a recording holds and how it ended",
    "check": "read and verify a whole recording",
    "export": "write a recording in another format, or a step as a picture",
    "lab": "measure ways of doing the same job",
    "lessons": "list the built-in lessons",
}

PARSERS: dict[str, Callable[[], Parser]] = {
    "record": _record,
    "info": _info,
    "check": _check,
    "export": _export,
    "lab": _lab,
    "lessons": _lessons,
}
