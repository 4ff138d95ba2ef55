"""Draws the conclusions of the streaming lab, as keys of words and their arguments."""

import math

from visualizer.labs.message import Argument, Message, message
from visualizer.labs.statistics import overlap, too_few
from visualizer.labs.streaming.styles import STYLES, style
from visualizer.shell.labs.common.amounts import bytes_text, size_text
from visualizer.shell.labs.streaming.figures import ENDLESS, Figure, Found, Stream

_ALIKE = 1.25
"""The largest ratio of two times that the verdict calls about the same."""
_STAYS = 1.5
"""Memory that grows by a smaller factor, while n grows at least tenfold, is called constant."""


def verdict(found: Found, *, is_whole: bool = True) -> tuple[Message, ...]:
    """Return the sentences of the verdict, the most important one first."""
    sentences = _of_endless(found) if found.task == ENDLESS else _of_growth(found)
    if not is_whole and all(one.key == "stream.one_kind" for one in sentences):
        return (message("stream.measuring"),)
    if not sentences:
        return (message("stream.nothing_yet" if is_whole else "stream.measuring"),)
    pair = compared_pair(found) if found.task != ENDLESS else None
    if (few := too_few(len(one.repeats) for one in pair or ())) is not None:
        sentences = [*(sentences if is_whole else ()), few]
    rows: tuple[Figure | Stream, ...] = (*found.figures, *found.streams)
    failed = {row.style for row in rows if row.error}
    if failed:
        sentences.append(message("stream.some_failed", n=len(failed)))
    if not is_whole:
        sentences.append(message("stream.so_far"))
    return tuple(sentences)


def _of_growth(found: Found) -> list[Message]:
    pair = compared_pair(found)
    if pair is None:  # only eager styles were measured, or only lazy ones
        any_measured = any(one.total is not None and not one.error for one in found.figures)
        return [message("stream.one_kind")] if any_measured else []
    eager, lazy = pair
    sentences = [_first_sentence(eager, lazy)]
    given: dict[str, Argument] = {"items": size_text(lazy.items), "eager": eager.style}
    repeats = len(eager.repeats)
    if repeats == len(lazy.repeats):
        sentences.append(message("stream.beside", **given, n=repeats))
    else:
        sentences.append(message("stream.beside_medians", **given))
    sentences += _growth(found, eager, lazy)
    unclear = sentences[0].key == "stream.sooner_unclear"
    if not unclear and _ratio(lazy.total, eager.total) > 1 / _ALIKE:
        sentences.append(message("stream.not_faster"))
    return sentences


def compared_pair(found: Found) -> tuple[Figure, Figure] | None:
    """Return the first eager and the first lazy style, at the largest size that both have run."""
    for items in reversed(found.sizes):
        measured = [
            figure
            for one in STYLES
            if (figure := found.at(one.key, items)) is not None
            and figure.first
            and figure.total
            and not figure.error
        ]
        eager = next((one for one in measured if not style(one.style).lazy), None)
        lazy = next((one for one in measured if style(one.style).lazy), None)
        if eager is not None and lazy is not None:
            return eager, lazy
    return None


def _first_sentence(eager: Figure, lazy: Figure) -> Message:
    times = _ratio(eager.first, lazy.first)
    arguments: dict[str, Argument] = {"lazy": lazy.style, "times": about(times)}
    if times < _ALIKE:
        key = "stream.first_alike"
    elif eager.ci95_first and lazy.ci95_first and lazy.ci95_first[1] >= eager.ci95_first[0]:
        key = "stream.first_unclear"
    elif not eager.peak_bytes or not lazy.peak_bytes or eager.peak_bytes <= lazy.peak_bytes:
        key = "stream.first_sooner"
    else:
        key = "stream.sooner"
        arguments["share"] = about(eager.peak_bytes / lazy.peak_bytes)
    if key != "stream.sooner":
        return message(key, **arguments)
    longer = _ratio(lazy.total, eager.total)
    repeats = min(len(eager.repeats), len(lazy.repeats))
    if not 1 / _ALIKE <= longer <= _ALIKE and overlap(eager.ci95, lazy.ci95, repeats):
        return message("stream.sooner_unclear", **arguments)
    if longer > _ALIKE:
        return message("stream.sooner_longer", **arguments, longer=about(longer))
    if longer < 1 / _ALIKE:
        return message("stream.sooner_shorter", **arguments, shorter=about(1 / longer))
    return message("stream.sooner", **arguments)


def _ratio(one: float | None, other: float | None) -> float:
    """Return the ratio of two figures of a pair, which are both known and not 0."""
    assert one
    assert other
    return one / other


def _growth(found: Found, eager: Figure, lazy: Figure) -> list[Message]:
    """Say how memory grew from the smallest size to that of the pair."""
    smallest = found.sizes[0]
    before = found.at(eager.style, smallest), found.at(lazy.style, smallest)
    if lazy.items < 10 * smallest or None in before:
        return []
    peaks = [one.peak_bytes for one in (*before, eager, lazy) if one is not None and one.peak_bytes]
    if len(peaks) < 4:
        return []
    eager_times, lazy_times = peaks[2] / peaks[0], peaks[3] / peaks[1]
    arguments: dict[str, Argument] = {
        "items": about(lazy.items / smallest),
        "eager": eager.style,
        "eager_times": about(eager_times),
        "lazy": lazy.style,
        "lazy_times": about(lazy_times),
    }
    stays = lazy_times < _STAYS <= eager_times
    return [message("stream.stays" if stays else "stream.grows", **arguments)]


def _of_endless(found: Found) -> list[Message]:
    served = [one for one in found.streams if one.rate and not one.stopped and not one.error]
    stopped = [one for one in found.streams if one.stopped]
    sentences = []
    if served:
        slowest = max(one.first or 0.0 for one in served)
        sentences.append(message("stream.served", n=len(served), first=slowest))
        grown, items = max(one.grown for one in served), sum(one.items or 0 for one in served)
        sentences.append(message("stream.flat", grown=bytes_text(grown), items=f"{items:,.0f}"))
    if stopped:
        sentences.append(message("stream.stopped", n=len(stopped)))
    return sentences


def about(times: float) -> str:
    """Format a ratio with two significant digits, as in 39,000 or 3.9."""
    if times < 10:
        return f"{times:.1f}"
    digits = math.floor(math.log10(times)) - 1
    return f"{round(times, -digits):,.0f}"
