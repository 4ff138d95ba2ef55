"""Turns the facts of a lab into the window's words."""

from collections.abc import Iterable, Mapping
from typing import Any

from visualizer.labs.message import Message
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text


def message_texts(facts: Iterable[Message], words: Words) -> tuple[str, ...]:
    """Return a sentence for each fact; arguments that are floats are seconds."""
    return tuple(words(fact.key, **_arguments(fact)) for fact in facts)


def _arguments(fact: Message) -> dict[str, str | int]:
    return {
        name: seconds_text(value) if isinstance(value, float) else value
        for name, value in fact.arguments
    }


def host_line(host: Mapping[str, Any], words: Words) -> str:
    """Describe the machine on one line."""
    gil = words("lab.gil_on" if host.get("gil") else "lab.gil_off")
    parts = [
        f"Python {host.get('python', '')}",
        gil,
        words("lab.cpus", n=int(host.get("cpus", 1))),
        str(host.get("os", "")).partition(" ")[0],
        words("lab.memory", amount=bytes_text(float(host.get("memory_bytes", 0)))),
    ]
    return "  \u00b7  ".join(part for part in parts if part)
