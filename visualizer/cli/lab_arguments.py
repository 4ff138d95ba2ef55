"""What may stand on the command line behind ``lab``."""

import argparse
from collections.abc import Callable

from visualizer.cli.arguments import Parser, a_count, a_name, a_path, a_seconds
from visualizer.cli.language import later, say

WORKLOADS = ("sleep", "cpu", "io")
READERS = ("loadtxt", "fast")
COMPRESSIONS = ("none", "lzf", "gzip")


def _concurrency() -> Parser:
    parser = _one_lab("concurrency")
    add = parser.choices.add_argument
    add("--workload", choices=WORKLOADS, default="sleep", help=later("what the jobs do (sleep)"))
    _add_names(parser, "--contestants")
    add(
        "--scale",
        type=a_seconds,
        metavar="S",
        default=0.1,
        help=later("seconds that a step takes; 1 is the full size (0.1)"),
    )
    _add_repeats(parser)
    _add_output(parser, later("the HDF5 file to keep the results in"))
    return parser


def _shared_memory() -> Parser:
    parser = _one_lab("shared-memory")
    _add_names(parser, "--methods")
    _add_tables(parser)
    _add_layout(parser)
    add = parser.choices.add_argument
    add(
        "--scheduler",
        type=a_name,
        metavar="ADDRESS",
        help=later("a Dask scheduler that runs already, as tcp://host:8786"),
    )
    add("--sweep", action="store_true", help=later("also: from which size on what is faster"))
    add(
        "--growth",
        action="store_true",
        help=later("also: how it grows with the rows, and from where on a fast reader pays"),
    )
    _add_repeats(parser)
    _add_output(parser, later("the HDF5 file to write the tables to"))
    return parser


def _add_tables(parser: Parser) -> None:
    """What is read, by how many, with what."""
    _add_count(parser, "--files", 2, later("how many tables (2)"))
    _add_count(parser, "--rows", 20_000, later("how many rows each has (20,000)"))
    _add_count(parser, "--workers", 2, later("how many workers (2)"))
    add = parser.choices.add_argument
    add(
        "--source",
        type=a_path,
        metavar="FILE",
        action="append",
        default=[],
        help=later("a table of your own instead of made ones; may be given several times"),
    )
    add(
        "--reader",
        choices=READERS,
        default="loadtxt",
        help=later("what reads the text (loadtxt)"),
    )


def _add_layout(parser: Parser) -> None:
    """How the file is laid out."""
    parser.choices.add_argument(
        "--compression",
        choices=COMPRESSIONS,
        default="none",
        help=later("how the file is compressed (none)"),
    )
    _add_count(parser, "--chunk-rows", 0, later("rows of a chunk of the file (one piece)"))


def _streaming() -> Parser:
    parser = _one_lab("streaming")
    _add_count(parser, "--items", 1_000_000, later("how many numbers there are (1,000,000)"))
    _add_repeats(parser)
    return parser


def _one_lab(name: str) -> Parser:
    parser = Parser(f"visualizer lab {name}", LAB_PURPOSES[name])
    parser.choices.add_argument("--json", action="store_true", help=later("as one JSON object"))
    return parser


def _add_names(parser: Parser, option: str) -> None:
    parser.choices.add_argument(
        option,
        type=_names,
        metavar="A,B,…",
        help=later("those that take part; all that work here if not given"),
    )


def _add_count(parser: Parser, option: str, default: int | None, text: str) -> None:
    parser.choices.add_argument(option, type=a_count, metavar="N", default=default, help=text)


def _add_repeats(parser: Parser) -> None:
    text = later("measure so often; until it is certain enough if not given")
    _add_count(parser, "--repeat", None, text)


def _add_output(parser: Parser, text: str) -> None:
    parser.choices.add_argument(*("-o", "--output"), type=a_path, metavar="OUT.h5", help=text)


def _names(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(filter(None, (one.strip() for one in text.split(",")))))
    if not names:
        raise argparse.ArgumentTypeError(say("an empty name"))
    return names


LAB_PURPOSES = {
    "concurrency": "two jobs at once, in each way that Python has",
    "shared-memory": "big arrays from process to process, into one HDF5 file",
    "streaming": "all items at once against each when it is asked for",
}

LAB_PARSERS: dict[str, Callable[[], Parser]] = {
    "concurrency": _concurrency,
    "shared-memory": _shared_memory,
    "streaming": _streaming,
}
"""By the name of the lab."""
