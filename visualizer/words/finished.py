"""Translates messages that arrive complete, in English: argparse's, and those of recordings."""

import re
from functools import cache

from visualizer.words.filling import fill
from visualizer.words.table import SOURCE_LANGUAGE, written_table

EXTERNAL_MESSAGES = (
    # argparse
    "the following arguments are required: {names}",
    "unrecognized arguments: {names}",
    "argument {name}: invalid choice: {choice} (choose from {choices})",
    "argument {name}: expected one argument",
    "argument {name}: ignored explicit argument {value}",
    "argument {name}: {fault}",
    # how a run ended, as recordings have it
    "the recorder was killed before the program ended",
    "the recorder failed: {fault}",
    "the recorder failed, and could not say why",
    "the recorder could not be started: {fault}",
    "the program disabled the recorder's events (sys.monitoring)",
    "the recorder sent invalid data: {fault}",
    "ran to completion",
    "stopped by an uncaught exception",
    "killed by {signal}",
    "exited with code {code}",
    "stopped by the user; deadlock: {threads}",
    "stopped by Ctrl+C, which it ignored; deadlock: {threads}",
    "stopped by Ctrl+C; deadlock: {threads}",
    "stopped at the limit of {amount}; deadlock: {threads}",
    "stopped by Ctrl+C",
    "stopped at the limit of {amount}",
    # why the recorder has no part in C
    "there is no C compiler",
    "none is looked for on Windows",
    "the C headers of Python {version} are not installed",
    "the compiler {name} cannot be run: {reason}",
    "the compiler failed: {fault}",
    "the compiler took too long",
    "somebody else is still compiling it",
    # why a contestant of a lab is unavailable or has failed
    "{name} is not available on this machine",
    "{name} is not installed; install it with: {command}",
    "{name} is not installed",
    "not run: needs about {needed} GB of memory",
    "not run: not enough space for its file",
    "no response within {seconds} s",
    "its response cannot be read",
    "cannot be started: {reason}",
    "killed by signal {number}: {reason}",
    "killed by signal {number}",
    "ended with exit code {number}: {reason}",
    "ended with exit code {number}",
    # messages of the operating system
    "Permission denied",
    "No space left on device",
    "File too large",
    "File name too long",
    "Input/output error",
    "Too many levels of symbolic links",
    "Is a directory",
    "Not a directory",
    "Read-only file system",
    "Disk quota exceeded",
    "Connection refused",
    "{count} steps",
    "{count} second",
    "{count} seconds",
    "{count} bytes of memory",
    "{count} bytes of recording",
)
"""Messages that other programs or recordings produce; the word files translate them too."""

_NESTED = frozenset({"amount", "reason", "what"})
"""Gaps that may contain another of these messages."""


def translate_finished(text: str, language: str) -> str:
    """Translate a complete English message; an unknown one is returned as it is."""
    for begin, end, english, translation in _messages(language):
        if not (text.startswith(begin) and text.endswith(end)):
            continue
        if found := _pattern(english).fullmatch(text):
            details = found.groupdict()
            for nested in _NESTED & details.keys():
                details[nested] = translate_finished(details[nested], language)
            return fill(translation, details)
    return text


@cache
def _messages(language: str) -> list[tuple[str, str, str, str]]:
    """Return the text before the first gap and after the last, message and translation of each."""
    if language == SOURCE_LANGUAGE:
        return []
    found = written_table(language).by_english
    return [
        (english.partition("{")[0], english.rpartition("}")[2], english, translation)
        # Longest first: a message that begins with a gap would match too much.
        for english, translation in sorted(found.items(), key=lambda pair: -len(pair[0]))
        if isinstance(translation, str)
    ]


@cache
def _pattern(english: str) -> re.Pattern[str]:
    """Return a pattern that captures each gap; a repeated gap must match the same text again."""
    text = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(english))
    for name in set(re.findall(r"\(\?P<(\w+)>", text)):
        first, gap, rest = text.partition(f"(?P<{name}>.+)")
        text = first + gap + rest.replace(gap, f"(?P={name})")
    return re.compile(text, re.DOTALL)
