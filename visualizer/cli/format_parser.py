"""A parser for verbs that write a file in one of several formats."""

from collections.abc import Sequence
from typing import Any

from visualizer.cli.arguments import Parser
from visualizer.cli.language import later


class FormatParser(Parser):
    """Has ``--format``; where it is not named, the name of the file to write says it."""

    def add_format(self, formats: Sequence[str], purpose: str, *, is_required: bool) -> None:
        """Add the option; an export that ``is_required`` has no format without one."""
        self._formats, self._is_required = formats, is_required
        self.choice("--format", formats, purpose)

    def add_output(self) -> None:
        """Add the option for the file to write."""
        self.file("OUT", later("the file to write (default, or if -: standard output)"))

    def parse_known_args(self, *arguments: Any, **options: Any) -> tuple[Any, list[str]]:
        """Parse as argparse does, then look at the file's name."""
        found, rest = super().parse_known_args(*arguments, **options)
        if found.format is None and found.output is not None:
            suffix = found.output.suffix.removeprefix(".").lower()
            found.format = suffix if suffix in self._formats else None
        if found.format is None and self._is_required:
            self.error("the following arguments are required: --format")
        return found, rest
