"""The arguments of the verbs that write a file in one of several formats."""

from collections.abc import Sequence
from typing import Any

from visualizer.cli.arguments import (
    LEVELS,
    PURPOSES,
    THEMES,
    Parser,
    a_canvas,
    a_level,
    a_number,
    a_path,
    a_range,
    a_scale,
    add_recording,
)

FORMATS = ("jsonl", "opt", "layout", "svg", "png", "pdf", "html", "webp", "gif", "memtrace")
PER_PAGE = (1, 2, 4, 6, 9)
VIEWS = ("diagram", "addresses")
"""The pictures of a step."""


class FormatParser(Parser):
    """Has ``--format``; without it, the name of the output file decides."""

    def add_format(self, formats: Sequence[str], purpose: str, *, is_required: bool) -> None:
        """Add the option; an export that ``is_required`` has no format without one."""
        self._formats, self._is_required = formats, is_required
        self.choice("--format", formats, purpose)

    def add_output(self) -> None:
        """Add the option for the file to write."""
        self.file("OUT", "the file to write (default, or if -: standard output)")

    def parse_known_args(self, *arguments: Any, **options: Any) -> tuple[Any, list[str]]:
        """Parse as argparse does, then take the format from the file's name."""
        found, rest = super().parse_known_args(*arguments, **options)
        if found.format is None and found.output is not None:
            suffix = found.output.suffix.removeprefix(".").lower()
            found.format = suffix if suffix in self._formats else None
        if found.format is None and self._is_required:
            self.error("the following arguments are required: --format")
        return found, rest


def compare_parser() -> Parser:
    """Return the parser of the verb ``compare``."""
    parser = FormatParser("visualizer compare", PURPOSES["compare"])
    parser.usage = "visualizer compare RECORDING [RECORDING] [OPTION …]"
    add_recording(parser)
    text = "another .memtrace file (default: the same one)"
    parser.argument("other", a_path, "RECORDING", text, nargs="?")
    parser.value("--step", a_number, "N", "the step of the first recording (default: its last)")
    parser.value(
        "--with",
        a_number,
        "M",
        "the step of the other recording (default: its last)",
        dest="with_step",
    )
    parser.flag("--json", "print one JSON object")
    purpose = "write both steps beside each other as a picture"
    parser.add_format(("svg", "png", "pdf"), purpose, is_required=False)
    parser.choice(
        "--level", LEVELS, "level of detail that is compared (default: values)", type=a_level
    )
    _add_look(
        parser, theme="pictures: theme (default: light)", language="pictures: language of the text"
    )
    parser.add_output()
    return parser


def export_parser() -> Parser:
    """Return the parser of the verb ``export``."""
    parser = FormatParser("visualizer export", PURPOSES["export"])
    add_recording(parser)
    purpose = "the output format (default: as the name of OUT ends)"
    parser.add_format(FORMATS, purpose, is_required=True)
    parser.flag("--ledger", "jsonl: list every reference to each object")
    parser.flag("--expressions", "jsonl: list the values of expressions, where they were recorded")
    _add_steps(parser)
    parser.choices.add_argument(
        "--lesson",
        metavar="LESSON",
        help="html: ask the questions of a lesson, a key of visualizer lessons or a file",
    )
    parser.value("--pace", a_scale, "SECONDS", "webp and gif: seconds for each step (default: 1)")
    _add_picture_options(parser)
    parser.add_output()
    return parser


def _add_steps(parser: Parser) -> None:
    parser.value(
        "--step", a_number, "N", "export this step only (pictures: the last step by default)"
    )
    parser.value(
        "--steps",
        a_range,
        "A-B",
        "html, memtrace, webp and gif: export these steps only; pdf: a handout of these steps",
    )
    parser.choice(
        "--per-page", PER_PAGE, "pdf with --steps: steps on each page (default: 1)", type=int
    )


def _add_picture_options(parser: Parser) -> None:
    """Add the options for the drawing of a step."""
    parser.choice(
        "--level",
        LEVELS,
        "pictures, html and layout: level of detail (default: counts for pictures, values for"
        " layout, and for html all levels if there are few steps)",
        type=a_level,
    )
    parser.value(
        "--canvas", a_canvas, "WIDTHxHEIGHT", "layout: canvas size in pixels (default: 745x595)"
    )
    parser.choice("--view", VIEWS, "pictures: the diagram or the address space (default: diagram)")
    _add_look(
        parser,
        theme="pictures: theme (default: light); html: theme to begin with",
        language="pictures: language of the text; html: language to begin with",
    )


def _add_look(parser: Parser, *, theme: str, language: str) -> None:
    """Add the options for the look of a picture."""
    from visualizer.words import LANGUAGES

    parser.choice("--theme", THEMES, theme)
    parser.value(
        "--scale",
        a_scale,
        "X",
        "pictures: scale, where 1 is normal size (default: 2 for png, 1 for others)",
    )
    parser.choice("--language", LANGUAGES, language)
