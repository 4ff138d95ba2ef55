"""What may stand on the command line behind ``compare``."""

from visualizer.cli.arguments import (
    LEVELS,
    PURPOSES,
    THEMES,
    Parser,
    a_level,
    a_number,
    a_path,
    a_scale,
    add_recording,
)
from visualizer.cli.format_parser import FormatParser
from visualizer.cli.language import later


def compare_parser() -> Parser:
    """Return the parser of the verb ``compare``."""
    parser = FormatParser("visualizer compare", PURPOSES["compare"])
    parser.usage = later("visualizer compare RECORDING [RECORDING] [OPTION …]")
    add_recording(parser)
    parser.arguments.add_argument(
        "other",
        nargs="?",
        type=a_path,
        metavar="RECORDING",
        help=later("another .memtrace file (default: the same one)"),
    )
    parser.value(
        "--step", a_number, "N", later("the step of the first recording (default: its last)")
    )
    parser.value(
        "--with",
        a_number,
        "M",
        later("the step of the other recording (default: its last)"),
        dest="with_step",
    )
    parser.flag("--json", later("print one JSON object"))
    purpose = later("write both steps beside each other as a picture")
    parser.add_format(("svg", "png", "pdf"), purpose, is_required=False)
    _add_look(parser)
    parser.add_output()
    return parser


def _add_look(parser: Parser) -> None:
    """Add what says how much is compared, and how a picture of it looks."""
    from visualizer.words import LANGUAGES

    parser.choice(
        "--level", LEVELS, later("level of detail that is compared (default: values)"), type=a_level
    )
    parser.choice("--theme", THEMES, later("pictures: theme (default: light)"))
    parser.value(
        "--scale",
        a_scale,
        "X",
        later("pictures: scale, where 1 is normal size (default: 2 for png, 1 for others)"),
    )
    parser.choice("--language", LANGUAGES, later("pictures: language of the text"))
