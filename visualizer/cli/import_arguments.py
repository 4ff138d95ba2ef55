"""What may stand on the command line behind ``import``."""

from visualizer.cli.arguments import Parser, a_path, verb_parser
from visualizer.cli.language import later


def import_parser() -> Parser:
    """Return the parser of the verb ``import``."""
    parser = verb_parser("import")
    parser.arguments.add_argument(
        "trace", type=a_path, metavar="TRACE", help=later("a Python Tutor trace, a .json file")
    )
    parser.choices.add_argument(
        *("-o", "--output"),
        type=a_path,
        metavar="OUT",
        help=later("the recording to write (default: TRACE.memtrace in the working folder)"),
    )
    return parser
