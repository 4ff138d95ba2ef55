"""The manual page, made from the command line's own help, so that it tells of every option."""

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
# A line of help: two blanks, what is typed, and behind two or more blanks what it does.
ENTRY = re.compile(r"^ {2}(\S.*?)(?: {2,}(\S.*))?$")


def manual_page(
    description: Description, language: str, help_of: Callable[[Sequence[str]], str]
) -> str:
    """The page in a language; `help_of` gives the help of a command by its words."""
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
        # The first paragraph is the summary; the list of commands stands below, with all they take.
        *_body(_before(said.partition("\n\n")[2], {words[0] for words in below})),
        f".SH {commands}",
    ]
    for words in below:
        usage, said = _parts_of(help_of(words))
        lines += [f".SS {_plain(' '.join((description.name, *words)))}", *usage, *_body(said)]
    return "\n".join(lines) + "\n"


def commands_in(main: str, help_of: Callable[[Sequence[str]], str]) -> list[tuple[str, ...]]:
    """The words of every command that help tells of, and of those below it."""
    found: list[tuple[str, ...]] = []
    for verb in re.findall(r"^ {2}([a-z]+) {2,}\S", main, re.MULTILINE):
        found.append((verb,))
        choices = re.search(r"^ {2}\{([a-z,-]+)\}", help_of((verb,)), re.MULTILINE)
        found += [(verb, one) for one in choices.group(1).split(",")] if choices else []
    return found


def _parts_of(text: str) -> tuple[list[str], str]:
    """The usage in help, as it stands but for the word before it, and the rest of help."""
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
    """Help as a manual page writes it: options with what they do behind."""
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
    """Text in which nothing is a command of troff."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
