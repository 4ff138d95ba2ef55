"""Makes a page of a program's source: separate processes record and export it."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from visualizer.cli.language import error_text
from visualizer.layout.analysis.facts import Level
from visualizer.model import VisualizerError
from visualizer.recording import Recording
from visualizer.words import LANGUAGES

MOST_STEPS = 1_000
"""The default maximum number of steps of a player: about half a megabyte."""
_MOST_RECORDED = 1_000_000
CHOICES: dict[str, list[str]] = {
    "level": [level.value for level in Level],
    "language": list(LANGUAGES),
    "theme": ["light", "dark"],
}
"""The values that an author may choose from."""


class NoPlayer(Exception):
    """No player can be made of a program; the message says why, in the user's language."""


@dataclass(frozen=True, slots=True)
class PlayerOptions:
    """The author's choices for a player; empty ones are left to the page.

    ``steps`` is ``A-B``, counted from 1 as the window counts them; ``height`` is in CSS pixels.
    """

    level: str = ""
    steps: str = ""
    language: str = ""
    theme: str = ""
    height: int = 480


@dataclass(frozen=True, slots=True)
class ProgramPage:
    """A page as HTML, the steps that it has, and how many the program took."""

    html: str
    first: int
    last: int
    recorded: int


def program_page(
    source: str, options: PlayerOptions, *, name: str = "program.py", first_line: int = 1
) -> ProgramPage:
    """Run a program in the working folder, record it, and return its page.

    The page begins with the first step at ``first_line`` or below it, if no steps are chosen.
    Raises ``NoPlayer`` where the program cannot be recorded or the steps not be shown.
    """
    with TemporaryDirectory(prefix="visualizer-player-", ignore_cleanup_errors=True) as folder:
        program = Path(folder, name)
        # Messages name it, so it has the program's name.
        recording = program.with_suffix(".memtrace")
        program.write_text(source, encoding="utf-8", errors="surrogatepass")
        limit = ("--max-steps", str(_MOST_RECORDED))
        said = _visualizer("record", *limit, "-o", str(recording), str(program))
        if not recording.exists():
            raise NoPlayer(_last_line(said.stderr, folder))
        try:
            with closing(Recording.open(recording)) as found:
                steps = options.steps or _first_steps(found, name, first_line)
                recorded = found.steps
        except VisualizerError as error:
            raise NoPlayer(error_text(error)) from error
        chosen = ("--level", options.level), ("--language", options.language)
        given = [part for pair in (*chosen, ("--theme", options.theme)) if pair[1] for part in pair]
        shown = _visualizer(
            *("export", "--format", "html", "--steps", steps), *given, str(recording)
        )
        if shown.returncode:
            raise NoPlayer(_last_line(shown.stderr, folder))
        first, last = (int(number) for number in steps.split("-"))
        return ProgramPage(shown.stdout.decode("utf-8"), first, last, recorded)


def _first_steps(recording: Recording, name: str, first_line: int) -> str:
    """Return a range of steps from the first that is in the program's own lines."""
    cursor, first = recording.cursor(), 1
    for number in range(1, recording.steps + 1):
        step = cursor.delta(number).step
        if step.line >= first_line and step.file == name:
            first = number
            break
    return f"{first}-{max(min(recording.steps, first + MOST_STEPS - 1), first)}"


def _visualizer(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    # -P: a student's random.py in the working folder is not the library's.
    command = (sys.executable, "-P", "-m", "visualizer", "--quiet", *arguments)
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)


def _last_line(said: bytes, folder: str) -> str:
    """Return an error's last line, which names the program without its passing folder."""
    lines = said.decode("utf-8", "replace").strip().splitlines() or [""]
    return lines[-1].removeprefix("visualizer: ").replace(f"{folder}{os.sep}", "")


def sandboxed_frame(page: str, title: str, height: int) -> str:
    """Return a frame that holds a page within itself; its scripts reach nothing outside."""
    return f'<iframe {_frame(title, height)} srcdoc="{escape(page)}"></iframe>'


def linked_frame(address: str, title: str, height: int) -> str:
    """Return a frame that shows the page at a relative address."""
    return f'<iframe {_frame(title, height)} loading="lazy" src="{escape(address)}"></iframe>'


def _frame(title: str, height: int) -> str:
    style = f"width:100%;height:{height}px;border:1px solid #8886;border-radius:6px"
    return f'title="{escape(title)}" sandbox="allow-scripts" style="{style}"'


def check_steps(text: str) -> str:
    """Return a range of steps as it was written; raise ``ValueError`` if it is none."""
    numbers: Sequence[str] = text.split("-")
    if len(numbers) != 2 or not all(one.strip().isdecimal() for one in numbers):
        raise ValueError(f"{text} is not a range of steps such as 3-20")
    return "-".join(one.strip() for one in numbers)
