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
    add = parser.choices.add_argument
    add(
        "--step",
        type=a_number,
        metavar="N",
        help=later("the step of the first recording (default: its last)"),
    )
    add(
        "--with",
        type=a_number,
        dest="with_step",
        metavar="M",
        help=later("the step of the other recording (default: its last)"),
    )
    add("--json", action="store_true", help=later("print one JSON object"))
    purpose = later("write both steps beside each other as a picture")
    parser.add_format(("svg", "png", "pdf"), purpose, is_required=False)
    _add_look(parser)
    parser.add_output()
    return parser


def _add_look(parser: Parser) -> None:
    """Add what says how much is compared, and how a picture of it looks."""
    from visualizer.words import LANGUAGES

    add = parser.choices.add_argument
    add(
        "--level",
        type=a_level,
        choices=LEVELS,
        help=later("level of detail that is compared (default: values)"),
    )
    add("--theme", choices=THEMES, help=later("pictures: theme (default: light)"))
    add(
        "--scale",
        type=a_scale,
        metavar="X",
        help=later("pictures: scale, where 1 is normal size (default: 2 for png, 1 for others)"),
    )
    add("--language", choices=LANGUAGES, help=later("pictures: language of the text"))
