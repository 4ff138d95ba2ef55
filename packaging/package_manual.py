"""Makes the manual page from the command line's own help, so that it has every option."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from package_description import Description

HEADINGS = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS"),
    "ko": ("이름", "사용법", "설명", "옵션", "명령"),
}
# A line of help: two blanks, the option, and after two or more blanks its description.
ENTRY = re.compile(r"^ {2}(\S.*?)(?: {2,}(\S.*))?$")


def manual_page(
    description: Description, language: str, help_of: Callable[[Sequence[str]], str]
) -> str:
    """Return the page in a language; `help_of` returns the help of a command by its words."""
    name, synopsis, about, options, commands = HEADINGS[language]
    main = help_of(())
    below = commands_in(main, help_of)
    usage, said = _parts_of(main)
    lines = [
        f'.TH {description.name.upper()} 1 "" "{_plain(description.name)} {description.version}"',
        f".SH {name}",
        f"{_plain(description.name)} \\- {_plain(description.summaries[language])}",
        f".SH {synopsis}",
        *usage,
        f".SH {about}",
        _plain(description.stories[language]),
        f".SH {options}",
        # The first paragraph is the summary; the commands follow below with their options.
        *_body(_before(said.partition("\n\n")[2], {words[0] for words in below})),
        f".SH {commands}",
    ]
    for words in below:
        usage, said = _parts_of(help_of(words))
        lines += [f".SS {_plain(' '.join((description.name, *words)))}", *usage, *_body(said)]
    return "\n".join(lines) + "\n"


def commands_in(main: str, help_of: Callable[[Sequence[str]], str]) -> list[tuple[str, ...]]:
    """Yield the words of every command in the help, and of its subcommands."""
    found: list[tuple[str, ...]] = []
    for verb in re.findall(r"^ {2}([a-z]+) {2,}\S", main, re.MULTILINE):
        found.append((verb,))
        choices = re.search(r"^ {2}\{([a-z,-]+)\}", help_of((verb,)), re.MULTILINE)
        found += [(verb, one) for one in choices.group(1).split(",")] if choices else []
    return found


def _parts_of(text: str) -> tuple[list[str], str]:
    """Return the usage of a help text without its first word, and the rest of the help."""
    usage, _, rest = text.partition("\n\n")
    indent = usage.index(": ") + 2
    lines = [usage[indent:].splitlines()[0], *(one[indent:] for one in usage.splitlines()[1:])]
    return [".nf", *map(_plain, lines), ".fi", ".PP"], rest


def _before(text: str, verbs: set[str]) -> str:
    """Return the text of help above its list of commands."""
    paragraphs = text.split("\n\n")
    for place, paragraph in enumerate(paragraphs):
        entries = (ENTRY.match(line) for line in paragraph.splitlines())
        if any(entry is not None and entry[1] in verbs for entry in entries):
            return "\n\n".join(paragraphs[:place])
    return text


def _body(text: str) -> list[str]:
    """Return help in the form of a manual page: options followed by their descriptions."""
    lines: list[str] = []
    for line in text.splitlines():
        entry = ENTRY.match(line)
        if not line.strip():
            lines.append(".PP")
        elif entry is not None and not line.startswith("   "):
            lines += [".TP", f"\\fB{_plain(entry[1])}\\fR"]
            lines += [_plain(entry[2])] if entry[2] else []
        else:
            lines.append(_plain(line.strip()))
    return lines


def _plain(text: str) -> str:
    """Return text without commands of troff."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
