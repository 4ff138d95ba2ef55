"""The language of messages, and a message in it."""

import os
import re
from functools import cache

from visualizer.model import VisualizerError
from visualizer.words import LANGUAGES, SOURCE_LANGUAGE, fill, say_message, written_table

SAID_BY_OTHERS = (
    # argparse
    "the following arguments are required: {names}",
    "unrecognized arguments: {names}",
    "argument {name}: invalid choice: {choice} (choose from {choices})",
    "argument {name}: expected one argument",
    "argument {name}: ignored explicit argument {value}",
    "argument {name}: {fault}",
    # how a run ended, as recordings have it
    "the recorder was killed before the program ended",
    "ran to its end",
    "ended by an exception that nothing caught",
    "killed by {signal}",
    "exited with code {code}",
    "stopped by the user; deadlock: {threads}",
    "stopped by Ctrl+C, which it did not heed; deadlock: {threads}",
    "stopped by Ctrl+C; deadlock: {threads}",
    "ended at the limit of {amount}; deadlock: {threads}",
    "stopped by Ctrl+C",
    "ended at the limit of {amount}",
)
"""Messages that reach us finished; the table has them as well, the more exact ones first."""


def language() -> str:
    """``VISUALIZER_LANGUAGE``, else the locale's language if we speak it, else English."""
    asked = os.environ.get("VISUALIZER_LANGUAGE", "")
    if asked in LANGUAGES:
        return asked
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return "ko" if os.environ[variable].startswith("ko") else "en"
    import locale  # mostly, the environment tells

    return "ko" if (locale.getlocale()[0] or "").startswith(("ko", "Korean")) else "en"


def say(template: str, **details: object) -> str:
    """``template``, which is English, in the language of messages and with its details.

    ``n``, an int, is how many there are.
    """
    told = {key: value if isinstance(value, int) else str(value) for key, value in details.items()}
    return say_message(template, told, written_table(language()))


def later(template: str) -> str:
    """``template`` itself: a message that is said only when it is shown."""
    return template


def say_error(error: VisualizerError) -> str:
    """The message of ``error`` on one line."""
    details = {key: _one_line(value) for key, value in error.details.items()}
    return say(error.template, **details) if details else say_again(str(error))


def say_again(text: str) -> str:
    """An English message that is complete already, in the language of messages if it is known."""
    text = _one_line(text)
    for pattern, said in _patterns(language()):
        if found := pattern.fullmatch(text):
            return fill(said, found.groupdict())
    return text


def _one_line(value: object) -> str:
    """What a path or another program's message may not do is break the line."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", _visible, str(value))


def _visible(found: re.Match[str]) -> str:
    return " " if found[0] in ("\n", "\r\n") else repr(found[0])[1:-1]


@cache
def _patterns(spoken: str) -> list[tuple[re.Pattern[str], str]]:
    """The table of a language, to be looked up by finished messages, which are English."""
    if spoken == SOURCE_LANGUAGE:
        return []
    table = written_table(spoken).by_english
    return [
        (re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(english)), re.DOTALL), said)
        # What begins with any file's name would match too much too soon.
        for english, said in sorted(table.items(), key=lambda pair: -len(pair[0]))
        if isinstance(said, str)
    ]
