"""The magic ``%%memory``: a notebook's cell recorded, with a player under it.

The cell runs in a process of its own, never in the kernel, so an endless loop or a crash there
harms nothing. It begins with the kernel's values of the names that it reads, rebuilt by source text
that the player shows above the cell
(https://ipython.readthedocs.io/en/stable/config/custommagics.html).
"""

import os
import warnings
from argparse import ArgumentTypeError
from collections.abc import Mapping
from html import escape
from pathlib import Path

from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring
from IPython.display import display

from visualizer.cli.language import translated
from visualizer.embedding.cell_names import imported, names_read
from visualizer.embedding.program_page import (
    CHOICES,
    NoPlayer,
    PlayerOptions,
    ProgramPage,
    check_steps,
    program_page,
    sandboxed_frame,
)
from visualizer.embedding.rebuilding import Rebuilt, rebuild

_CELL = "cell.py"


def register(shell: InteractiveShell) -> None:
    """Give a notebook or IPython the magic ``%%memory``."""

    @magic_arguments()
    @argument("--level", choices=CHOICES["level"], help="the level of detail")
    @argument("--steps", type=_steps, help="the steps to show, such as 3-20")
    @argument("--language", choices=CHOICES["language"], help="the language to begin with")
    @argument("--theme", choices=CHOICES["theme"], help="the theme to begin with")
    @argument("--height", type=int, default=480, help="the height in pixels (default: 480)")
    @argument("--run", action="store_true", help="run the cell in the notebook too, afterwards")
    def memory(line: str, cell: str) -> None:
        """Record the cell in a process of its own and show a player that steps through it."""
        found = parse_argstring(memory, line)
        options = PlayerOptions(
            found.level or "", found.steps or "", found.language or "", found.theme or "",
            found.height,
        )  # fmt: skip
        _check_commands(shell, cell)
        show_cell(cell, shell.user_ns, options)
        if found.run:
            shell.run_cell(cell)

    shell.register_magic_function(memory, "cell", "memory")


def _steps(text: str) -> str:
    try:
        return check_steps(text)
    except ValueError as error:
        # argparse shows the text of no other error.
        raise ArgumentTypeError(str(error)) from error


def show_cell(cell: str, namespace: Mapping[str, object], options: PlayerOptions) -> None:
    """Display a player of ``cell``; raise ``UsageError`` where it cannot be recorded."""
    compile(cell, "<cell>", "exec")
    with warnings.catch_warnings():
        # The warnings have been shown; each further parse would repeat them.
        warnings.simplefilter("ignore", SyntaxWarning)
        start = rebuild(names_read(cell), namespace)
        before = _start_text(start.source, cell)
        first = before.count("\n") + 1
        try:
            page = program_page(before + cell, options, name=_CELL, first_line=first)
        except NoPlayer as error:
            raise UsageError(str(error)) from None
    notes = _notes(start, page, has_chosen=bool(options.steps))
    frame = sandboxed_frame(page.html, translated("player of the cell"), options.height)
    plain = translated(
        "{n} steps recorded; a notebook in a browser shows the player", n=page.recorded
    )
    shown = {
        "text/html": "".join(f"<p>{escape(note)}</p>" for note in notes) + frame,
        "text/plain": "\n".join([*notes, plain]),
    }
    display(shown, raw=True)


def _check_commands(shell: InteractiveShell, cell: str) -> None:
    """Raise ``UsageError`` for ``%magic`` and ``!command``, which only a notebook understands."""
    for number, (was, now) in enumerate(
        zip(cell.splitlines(), shell.transform_cell(cell).splitlines(), strict=False), 1
    ):
        if was != now and "get_ipython()" in now:
            raise UsageError(
                translated(
                    "line {line} of the cell is a command of the notebook, which cannot be"
                    " recorded: {text}",
                    line=number,
                    text=was.strip(),
                )
            )


def _start_text(source: str, cell: str) -> str:
    """Return what stands above the cell in the program that is recorded."""
    lines = []
    if _imports_from_here(f"{source}\n{cell}"):
        lines.append(
            'import sys; sys.path.insert(0, "")  # ' + translated("modules of this folder")
        )
    if source:
        lines += ["# " + translated("names of the notebook, as the cell begins"), source]
    return (
        "".join(f"{line}\n" for line in [*lines, "", "# " + translated("the cell")])
        if lines
        else ""
    )


def _imports_from_here(source: str) -> bool:
    """Return whether a program may import a module that lies in the working folder."""
    here = {Path(name).stem for name in os.listdir() if not name.startswith(".")}
    return bool(here & {*imported(source)})


def _notes(start: Rebuilt, page: ProgramPage, has_chosen: bool) -> list[str]:
    """Return what a reader should know: what differs from the kernel, and which steps these are."""
    notes = []
    if start.source:
        notes.append(
            translated(
                "The cell was recorded in a process of its own. The names it reads were made anew"
                " from their values, so addresses and reference counts are not the notebook's."
            )
        )
    if start.left_out:
        notes.append(
            translated(
                "Left out, because no source text can make such a value: {names}",
                names=", ".join(start.left_out),
            )
        )
    if not has_chosen and page.last < page.recorded:
        notes.append(
            translated(
                "The cell took {recorded} steps; these are {first} to {last}. Choose others"
                " with --steps A-B.",
                recorded=page.recorded,
                first=page.first,
                last=page.last,
            )
        )
    return notes
