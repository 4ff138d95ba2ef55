"""How a program runs: its arguments, working folder, environment, standard input."""

import os
import shlex
from dataclasses import dataclass
from pathlib import Path

from visualizer.model import CannotRun


@dataclass(frozen=True, slots=True)
class RunOptions:
    """The options as the user writes them.

    ``arguments`` has shell syntax, ``environment`` a line NAME=value for each variable. ``folder``
    None is the program's own folder, ``input_file`` None the input typed in the window.
    ``expressions`` also records the values inside the lines.
    """

    arguments: str = ""
    folder: Path | None = None
    environment: str = ""
    input_file: Path | None = None
    expressions: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The separate arguments. Raises ``CannotRun``."""
        try:
            return tuple(shlex.split(self.arguments))
        except ValueError:
            raise CannotRun("the arguments contain an unclosed quote; close it") from None

    @property
    def variables(self) -> tuple[tuple[str, str], ...]:
        """Names and values of the environment. Raises ``CannotRun``."""
        found = []
        for line in self.environment.splitlines():
            name, sign, value = line.partition("=")
            if not line.strip():
                continue
            if not sign or not name.strip():
                raise CannotRun("{line}: not a variable; write NAME=value", line=line.strip())
            found.append((name.strip(), value))
        return tuple(found)

    def check(self) -> None:
        """Raise ``CannotRun``, with a remedy, if a program cannot run with these options."""
        _ = self.words, self.variables
        if self.folder is not None and not self.folder.is_dir():
            raise CannotRun("{file}: no such directory; choose another", file=self.folder)
        if self.input_file is not None:
            from visualizer.session.streams.input_file import open_input

            os.close(open_input(self.input_file))

    def as_json(self) -> dict[str, object]:
        """Return the options to store; empty if all have their defaults."""
        found: dict[str, object] = {
            "arguments": self.arguments,
            "folder": str(self.folder or ""),
            "environment": self.environment,
            "input": str(self.input_file or ""),
            "expressions": self.expressions,
        }
        return {key: value for key, value in found.items() if value}


def run_options(found: object) -> RunOptions:
    """Return the stored options; invalid values count as missing."""
    values = found if isinstance(found, dict) else {}

    def text(key: str) -> str:
        value = values.get(key)
        return value if isinstance(value, str) and "\0" not in value else ""

    folder, file = text("folder"), text("input")
    return RunOptions(
        text("arguments"),
        Path(folder) if folder else None,
        text("environment"),
        Path(file) if file else None,
        values.get("expressions") is True,
    )
