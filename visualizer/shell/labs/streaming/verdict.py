"""What the numbers of the streaming lab say: keys of words and what stands in their gaps."""

import math

from visualizer.labs.said import Argument, Said, said
from visualizer.labs.streaming.styles import STYLES, style
from visualizer.shell.labs.common.amounts import bytes_text
from visualizer.shell.labs.streaming.figures import ENDLESS, Figure, Found, Stream, size_text

_ALIKE = 1.25
"""Up to so many times as long is called about as long."""
_STAYS = 1.5
"""What grew by less while n grew tenfold and more is called as it was."""


def verdict(found: Found, *, so_far: bool = False) -> tuple[Said, ...]:
    """The sentences, the one that matters most first."""
    told = _of_endless(found) if found.task == ENDLESS else _of_growth(found)
    if not told:
        return (said("stream.measuring" if so_far else "stream.nothing_yet"),)
    rows: tuple[Figure | Stream, ...] = (*found.figures, *found.streams)
    failed = {row.style for row in rows if row.error}
    if failed:
        told.append(said("stream.some_failed", n=len(failed)))
    if so_far:
        told.append(said("stream.so_far"))
    return tuple(told)


def _of_growth(found: Found) -> list[Said]:
    pair = compared_pair(found)
    if pair is None:
        return _without_pair(found)
    eager, lazy = pair
    told = [_first_sentence(eager, lazy)]
    told.append(said("stream.beside", items=size_text(lazy.items), eager=eager.style))
    told += _growth(found, eager, lazy)
    if _ratio(lazy.total, eager.total) > 1 / _ALIKE:
        told.append(said("stream.not_faster"))
    return told


def compared_pair(found: Found) -> tuple[Figure, Figure] | None:
    """The first eager one and the first lazy one, at the largest size at which both are known."""
    for items in reversed(found.sizes):
        there = [
            figure
            for one in _by_fame()
            if (figure := found.at(one, items)) is not None
            and figure.first
            and figure.total
            and not figure.error
        ]
        eager = next((one for one in there if not style(one.style).lazy), None)
        lazy = next((one for one in there if style(one.style).lazy), None)
        if eager is not None and lazy is not None:
            return eager, lazy
    return None


def _by_fame() -> list[str]:
    return [one.key for one in STYLES]


def _first_sentence(eager: Figure, lazy: Figure) -> Said:
    times = _ratio(eager.first, lazy.first)
    arguments: dict[str, Argument] = {"lazy": lazy.style, "times": about(times)}
    if times < _ALIKE:
        key = "stream.first_alike"
    elif not eager.peak or not lazy.peak or eager.peak <= lazy.peak:
        key = "stream.first_sooner"
    else:
        key = "stream.sooner"
        arguments["share"] = about(eager.peak / lazy.peak)
    if key != "stream.sooner":
        return said(key, **arguments)
    longer = _ratio(lazy.total, eager.total)
    if not 1 / _ALIKE <= longer <= _ALIKE and _overlap(eager, lazy):
        return said("stream.sooner_unclear", **arguments)
    if longer > _ALIKE:
        return said("stream.sooner_longer", **arguments, longer=about(longer))
    if longer < 1 / _ALIKE:
        return said("stream.sooner_shorter", **arguments, shorter=about(1 / longer))
    return said("stream.sooner", **arguments)


def _overlap(one: Figure, other: Figure) -> bool:
    """Whether what their repeats allow has something in common."""
    if one.spread is None or other.spread is None:
        return False
    return one.spread[0] <= other.spread[1] and other.spread[0] <= one.spread[1]


def _ratio(one: float | None, other: float | None) -> float:
    """Of two figures of a pair, which both are known and not 0."""
    assert one
    assert other
    return one / other


def _growth(found: Found, eager: Figure, lazy: Figure) -> list[Said]:
    """How memory changed from the smallest size to this one."""
    smallest = found.sizes[0]
    before = found.at(eager.style, smallest), found.at(lazy.style, smallest)
    if lazy.items < 10 * smallest or None in before:
        return []
    peaks = [one.peak for one in (*before, eager, lazy) if one is not None and one.peak]
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
    return [said("stream.stays" if stays else "stream.grows", **arguments)]


def _without_pair(found: Found) -> list[Said]:
    """Only eager ones have figures, or only lazy ones."""
    if not any(figure.total is not None and not figure.error for figure in found.figures):
        return []
    return [said("stream.one_kind")]


def _of_endless(found: Found) -> list[Said]:
    served = [one for one in found.streams if one.rate and not one.stopped and not one.error]
    stopped = [one for one in found.streams if one.stopped]
    told = []
    if served:
        slowest = max(one.first or 0.0 for one in served)
        told.append(said("stream.served", n=len(served), first=slowest))
        grown, items = max(one.grown for one in served), sum(one.items or 0 for one in served)
        told.append(said("stream.flat", grown=bytes_text(grown), items=f"{items:,.0f}"))
    if stopped:
        told.append(said("stream.stopped", n=len(stopped)))
    return told


def about(times: float) -> str:
    """To two digits, as in 39,000; up to ten with one behind the point."""
    if times < 10:
        return f"{times:.1f}"
    digits = math.floor(math.log10(times)) - 1
    return f"{round(times, -digits):,.0f}"
