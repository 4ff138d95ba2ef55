"""The manual page, made from the command line's own help, so that it tells of every option."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from package_description import Description

HEADINGS = {"en": ("NAME", "DESCRIPTION", "COMMANDS"), "ko": ("이름", "설명", "명령")}
# A line of help: two blanks, what is typed, and behind two or more blanks what it does.
ENTRY = re.compile(r"^ {2}(\S.*?)(?: {2,}(\S.*))?$")


def manual_page(
    description: Description, language: str, help_of: Callable[[Sequence[str]], str]
) -> str:
    """The page in a language; `help_of` gives the help of a command by its words."""
    name, about, commands = HEADINGS[language]
    main = help_of(())
    lines = [
        f'.TH {description.name.upper()} 1 "" "{_plain(description.name)} {description.version}"',
        f".SH {name}",
        f"{_plain(description.name)} \\- {_plain(description.summaries[language])}",
        f".SH {about}",
        _plain(description.stories[language]),
        f".SH {_plain(description.name.upper())}",
        *_body(main),
        f".SH {commands}",
    ]
    for words in commands_in(main, help_of):
        lines += [f".SS {_plain(' '.join((description.name, *words)))}", *_body(help_of(words))]
    return "\n".join(lines) + "\n"


def commands_in(main: str, help_of: Callable[[Sequence[str]], str]) -> list[tuple[str, ...]]:
    """The words of every command that help tells of, and of those below it."""
    found: list[tuple[str, ...]] = []
    for verb in re.findall(r"^ {2}([a-z]+) {2,}\S", main, re.MULTILINE):
        found.append((verb,))
        choices = re.search(r"^ {2}\{([a-z,-]+)\}", help_of((verb,)), re.MULTILINE)
        found += [(verb, one) for one in choices.group(1).split(",")] if choices else []
    return found


def _body(text: str) -> list[str]:
    """Help as a manual page writes it: usage as it stands, options with what they do behind."""
    lines: list[str] = []
    usage, _, rest = text.partition("\n\n")
    lines += [".nf", *(_plain(line) for line in usage.splitlines()), ".fi"]
    for line in rest.splitlines():
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
