"""The arguments of the verb ``lab``."""

from collections.abc import Callable

from visualizer.cli.arguments import Parser, a_count, a_name, a_path, a_seconds, wrong

WORKLOADS = ("sleep", "cpu", "io")
READERS = ("loadtxt", "fast")
COMPRESSIONS = ("none", "lzf", "gzip")
UNTIL_PRECISE = "number of repeats (default: until precise)"


def _concurrency() -> Parser:
    parser = _one_lab("concurrency")
    parser.choice("--workload", WORKLOADS, "what the jobs do (default: sleep)", default="sleep")
    _add_names(parser, "--contestants")
    parser.value(
        "--scale",
        a_seconds,
        "S",
        "seconds per step; 1 is the full size (default: 0.1)",
        default=0.1,
    )
    _add_repeats(parser)
    parser.file("OUT.h5", "the HDF5 file to save the results to")
    return parser


def _shared_memory() -> Parser:
    parser = _one_lab("shared-memory")
    _add_names(parser, "--methods")
    _add_tables(parser)
    parser.value(
        "--scheduler", a_name, "ADDRESS", "a running Dask scheduler, such as tcp://host:8786"
    )
    parser.flag("--sweep", "also find the break-even size for shared memory")
    parser.flag("--growth", "also measure growth with rows, and when a fast reader is worthwhile")
    _add_repeats(parser)
    parser.file("OUT.h5", "the HDF5 file to write the tables to")
    return parser


def _add_tables(parser: Parser) -> None:
    """Add the options for tables: their source, number and reader, and the file's layout."""
    _add_count(parser, "--files", 2, "number of tables (default: 2)")
    _add_count(parser, "--rows", 20_000, "rows per table (default: 20,000)")
    _add_count(parser, "--workers", 2, "number of workers (default: 2)")
    parser.value(
        "--source",
        a_path,
        "FILE",
        "read this file instead of generated tables; may be given several times",
        action="append",
        default=[],
    )
    parser.choice("--reader", READERS, "how to read the text (default: loadtxt)", default="loadtxt")
    text = "how to compress the file (default: none)"
    parser.choice("--compression", COMPRESSIONS, text, default="none")
    _add_count(parser, "--chunk-rows", 0, "rows per chunk of the file (default: one piece)")


def _streaming() -> Parser:
    parser = _one_lab("streaming")
    _add_count(parser, "--items", 1_000_000, "number of items (default: 1,000,000)")
    _add_repeats(parser, "number of repeats (default: 5)")
    return parser


def _one_lab(name: str) -> Parser:
    parser = Parser(f"visualizer lab {name}", LAB_PURPOSES[name])
    parser.flag("--json", "print one JSON object")
    return parser


def _add_names(parser: Parser, option: str) -> None:
    parser.value(option, _names, "A,B,…", "the methods to compare (default: all that work here)")


def _add_count(parser: Parser, option: str, default: int | None, text: str) -> None:
    parser.value(option, a_count, "N", text, default=default)


def _add_repeats(parser: Parser, text: str = UNTIL_PRECISE) -> None:
    _add_count(parser, "--repeat", None, text)


def _names(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(filter(None, (one.strip() for one in text.split(",")))))
    if not names:
        raise wrong("the name is empty")
    return names


LAB_PURPOSES = {
    "concurrency": "run two jobs at once, in every way that Python offers",
    "shared-memory": "bring big arrays from worker processes into one HDF5 file",
    "streaming": "compare creating all items first with creating each one on demand",
}

LAB_PARSERS: dict[str, Callable[[], Parser]] = {
    "concurrency": _concurrency,
    "shared-memory": _shared_memory,
    "streaming": _streaming,
}
"""The parsers by the names of the labs."""
