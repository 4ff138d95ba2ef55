"""The sentences for the output of a step, which quote it exactly."""

import re
from collections.abc import Iterator

from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.steps.context import Context
from visualizer.model import Delta

MAX_PRINTED = 60
"""The maximum number of characters of output in a sentence."""

_COLLAPSING = re.compile("^ | (?= |$)|(?<= ) ")
"""Spaces that a document collapses: at the edges, and next to other spaces."""


def describe_printed(delta: Delta, context: Context) -> Iterator[Sentence]:
    """Yield a sentence about a step's standard output, and one about its errors.

    The newline that `print` adds at the end is left out; others, and tabs, are escaped as in code.
    """
    step, before = delta.step, delta.before
    if before is not None and step.stdout_end > before.stdout_end:
        yield _of_output(context.out, step.stdout_end - before.stdout_end)
    if before is not None and step.stderr_end > before.stderr_end:
        text = _quoted(_lines(context.errors)) or "…"
        yield sentence("printed-to-errors", text=text)


def _of_output(printed: bytes, length: int) -> Sentence:
    if not printed:
        return sentence("printed", n=length)
    text = _lines(printed)
    if not text.strip("\n"):
        return sentence("printed-lines", n=len(text))
    line = text.removesuffix("\n")
    if not line.strip(" "):
        return sentence("printed-spaces", n=len(line))
    return sentence("printed-text", text=_quoted(text))


def _lines(printed: bytes) -> str:
    return printed.decode(errors="replace").replace("\r\n", "\n")


def _quoted(text: str) -> str:
    """Return text without its last newline, as a sentence quotes it."""
    line = text.removesuffix("\n")
    shown = "".join(map(_visible, line[:MAX_PRINTED])) + "…" * (len(line) > MAX_PRINTED)
    return _COLLAPSING.sub("\u00a0", shown)


def _visible(letter: str) -> str:
    """Return a character as a sentence can show it between back ticks."""
    if letter == "`":
        return "\N{MODIFIER LETTER GRAVE ACCENT}"
    return letter if letter.isprintable() else repr(letter)[1:-1]
