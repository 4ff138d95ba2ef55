"""The sentence for the output of a step, which quotes it exactly."""

import re
from collections.abc import Iterator

from visualizer.explain.sentence import Sentence, sentence
from visualizer.model import Delta

MAX_PRINTED = 60
"""The maximum number of characters of output in a sentence."""

_COLLAPSING = re.compile("^ | (?= |$)|(?<= ) ")
"""Spaces that a document collapses: at the edges, and next to other spaces."""


def describe_printed(delta: Delta, printed: bytes | None) -> Iterator[Sentence]:
    """Yield a sentence about a step's standard output; ``printed`` is the beginning of it.

    The newline that `print` adds at the end is left out; others, and tabs, are escaped as in code.
    """
    written = delta.step.stdout_end - (delta.before.stdout_end if delta.before else 0)
    if written <= 0:
        return
    if not printed:
        yield sentence("printed", n=written)
        return
    text = printed.decode(errors="replace").replace("\r\n", "\n")
    if not text.strip("\n"):
        yield sentence("printed-lines", n=len(text))
        return
    line = text.removesuffix("\n")
    if not line.strip(" "):
        yield sentence("printed-spaces", n=len(line))
        return
    shown = "".join(map(_visible, line[:MAX_PRINTED])) + "…" * (len(line) > MAX_PRINTED)
    yield sentence("printed-text", text=_COLLAPSING.sub("\u00a0", shown))


def _visible(letter: str) -> str:
    """Return a character as a sentence can show it between back ticks."""
    if letter == "`":
        return "\N{MODIFIER LETTER GRAVE ACCENT}"
    return letter if letter.isprintable() else repr(letter)[1:-1]
