"""The arguments of the verb ``export``."""

from visualizer.cli.arguments import (
    LEVELS,
    PURPOSES,
    THEMES,
    Parser,
    a_canvas,
    a_level,
    a_number,
    a_range,
    a_scale,
    add_recording,
)
from visualizer.cli.format_parser import FormatParser
from visualizer.cli.language import later

FORMATS = ("jsonl", "opt", "layout", "svg", "png", "pdf", "html", "webp", "gif", "memtrace")
PER_PAGE = (1, 2, 4, 6, 9)
VIEWS = ("diagram", "addresses")
"""The pictures of a step."""


def export_parser() -> Parser:
    """Return the parser of the verb ``export``."""
    parser = FormatParser("visualizer export", PURPOSES["export"])
    add_recording(parser)
    purpose = later("the output format (default: as the name of OUT ends)")
    parser.add_format(FORMATS, purpose, is_required=True)
    add = parser.choices.add_argument
    add("--ledger", action="store_true", help=later("jsonl: list every reference to each object"))
    add(
        "--expressions",
        action="store_true",
        help=later("jsonl: list the values of expressions, where they were recorded"),
    )
    _add_steps(parser)
    add(
        "--lesson",
        metavar="LESSON",
        help=later("html: ask the questions of a lesson, a key of visualizer lessons or a file"),
    )
    add(
        "--pace",
        type=a_scale,
        metavar="SECONDS",
        help=later("webp and gif: seconds for each step (default: 1)"),
    )
    _add_picture_options(parser)
    parser.add_output()
    return parser


def _add_steps(parser: Parser) -> None:
    add = parser.choices.add_argument
    add(
        "--step",
        type=a_number,
        metavar="N",
        help=later("export this step only (pictures: the last step by default)"),
    )
    add(
        "--steps",
        type=a_range,
        metavar="A-B",
        help=later(
            "html, memtrace, webp and gif: export these steps only; pdf: a handout of these steps"
        ),
    )
    add(
        "--per-page",
        type=int,
        choices=PER_PAGE,
        help=later("pdf with --steps: steps on each page (default: 1)"),
    )


def _add_picture_options(parser: Parser) -> None:
    """Add what says how a step is drawn."""
    from visualizer.words import LANGUAGES

    add = parser.choices.add_argument
    add(
        "--level",
        type=a_level,
        choices=LEVELS,
        help=later(
            "pictures, html and layout: level of detail (default: counts for pictures, values for"
            " layout, and for html all levels if there are few steps)"
        ),
    )
    add(
        "--canvas",
        type=a_canvas,
        metavar="WIDTHxHEIGHT",
        help=later("layout: canvas size in pixels (default: 745x595)"),
    )
    add(
        "--view",
        choices=VIEWS,
        help=later("pictures: the diagram or the address space (default: diagram)"),
    )
    add(
        "--theme",
        choices=THEMES,
        help=later("pictures: theme (default: light); html: theme to begin with"),
    )
    add(
        "--scale",
        type=a_scale,
        metavar="X",
        help=later("pictures: scale, where 1 is normal size (default: 2 for png, 1 for others)"),
    )
    add(
        "--language",
        choices=LANGUAGES,
        help=later("pictures: language of the text; html: language to begin with"),
    )
