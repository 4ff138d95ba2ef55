"""Formats amounts and facts for the labs; an amount has three or four digits and a fitting unit."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from visualizer.labs.message import Message
from visualizer.shell.appearance.words import Words

_UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "\u00b5s"), (1e-9, "ns"))


def seconds_text(seconds: float) -> str:
    """Format seconds, as in 10.02 s, 502 ms, 3.7 \u00b5s."""
    size, unit = _unit(seconds)
    return f"{_digits(seconds / size, unit)} {unit}"


def span_text(low: float, high: float) -> str:
    """Format a range of seconds, both ends in the unit of ``high``."""
    size, unit = _unit(high)
    return f"{_digits(low / size, unit)} \u2013 {_digits(high / size, unit)} {unit}"


def bytes_text(amount: float) -> str:
    """Format bytes in decimal units, as in 40.4 MB."""
    for size, unit in ((1e9, "GB"), (1e6, "MB"), (1e3, "KB")):
        if amount >= size:
            return f"{_digits(amount / size, unit)} {unit}"
    return f"{amount:.0f} B"


def size_text(items: float) -> str:
    """Format a number of items with all its digits, as in 10,000."""
    return f"{items:,.0f}"


def tick_text(text: Callable[[float], str]) -> Callable[[float], str]:
    """Return ``text`` without trailing zeros, for round values of an axis: 10 ms, not 10.0 ms."""

    def short(value: float) -> str:
        number, _, unit = text(value).partition(" ")
        round_ = f"{float(number.replace(',', '')):,.3f}".rstrip("0").rstrip(".")
        return f"{round_} {unit}".rstrip()

    return short


def _unit(seconds: float) -> tuple[float, str]:
    # A value that would be rounded up to 1,000 gets the next larger unit.
    found = (one for one in _UNITS if abs(seconds) >= 0.9995 * one[0])
    return next(found, _UNITS[-1] if seconds else _UNITS[0])


def _digits(value: float, unit: str) -> str:
    if unit == "s":
        return f"{value:,.2f}"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:#.3g}"


def message_texts(facts: Iterable[Message], words: Words) -> tuple[str, ...]:
    """Return a sentence for each fact; arguments that are floats are seconds."""
    return tuple(words(fact.key, **_arguments(fact)) for fact in facts)


def _arguments(fact: Message) -> dict[str, str | int]:
    return {
        name: seconds_text(value) if isinstance(value, float) else value
        for name, value in fact.arguments
    }


def host_line(report: Mapping[str, Any] | None, words: Words) -> str:
    """Describe the machine of a run on one line; return nothing if there is no run."""
    if report is None:
        return ""
    host = report["host"]
    gil = words("lab.gil_on" if host.get("gil") else "lab.gil_off")
    parts = [
        f"Python {host.get('python', '')}",
        gil,
        words("lab.cpus", n=int(host.get("cpus", 1))),
        str(host.get("os", "")).partition(" ")[0],
        words("lab.memory", amount=bytes_text(float(host.get("memory_bytes", 0)))),
    ]
    return "  \u00b7  ".join(part for part in parts if part)
