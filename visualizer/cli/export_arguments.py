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
    parser.flag("--ledger", later("jsonl: list every reference to each object"))
    parser.flag(
        "--expressions", later("jsonl: list the values of expressions, where they were recorded")
    )
    _add_steps(parser)
    parser.choices.add_argument(
        "--lesson",
        metavar="LESSON",
        help=later("html: ask the questions of a lesson, a key of visualizer lessons or a file"),
    )
    parser.value(
        "--pace", a_scale, "SECONDS", later("webp and gif: seconds for each step (default: 1)")
    )
    _add_picture_options(parser)
    parser.add_output()
    return parser


def _add_steps(parser: Parser) -> None:
    parser.value(
        "--step", a_number, "N", later("export this step only (pictures: the last step by default)")
    )
    parser.value(
        "--steps",
        a_range,
        "A-B",
        later(
            "html, memtrace, webp and gif: export these steps only; pdf: a handout of these steps"
        ),
    )
    parser.choice(
        "--per-page", PER_PAGE, later("pdf with --steps: steps on each page (default: 1)"), type=int
    )


def _add_picture_options(parser: Parser) -> None:
    """Add what says how a step is drawn."""
    from visualizer.words import LANGUAGES

    parser.choice(
        "--level",
        LEVELS,
        later(
            "pictures, html and layout: level of detail (default: counts for pictures, values for"
            " layout, and for html all levels if there are few steps)"
        ),
        type=a_level,
    )
    parser.value(
        "--canvas",
        a_canvas,
        "WIDTHxHEIGHT",
        later("layout: canvas size in pixels (default: 745x595)"),
    )
    parser.choice(
        "--view", VIEWS, later("pictures: the diagram or the address space (default: diagram)")
    )
    parser.choice(
        "--theme", THEMES, later("pictures: theme (default: light); html: theme to begin with")
    )
    parser.value(
        "--scale",
        a_scale,
        "X",
        later("pictures: scale, where 1 is normal size (default: 2 for png, 1 for others)"),
    )
    parser.choice(
        "--language",
        LANGUAGES,
        later("pictures: language of the text; html: language to begin with"),
    )
