"""Round numbers along an axis of seconds."""

import math

_ROUND = (1, 2, 5, 10)
_UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "\u00b5s"), (1e-9, "ns"))


def ticks(end: float, most: int) -> list[tuple[float, str]]:
    """At most so many round moments from 0 to ``end`` seconds, with their words."""
    rough = end / max(1, most)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(round_ * power for round_ in _ROUND if round_ * power >= rough * 0.999)
    size, unit = next((one for one in _UNITS if end >= one[0]), _UNITS[-1])
    digits = max(0, -math.floor(math.log10(step / size * 1.0001)))
    count = int(end / step * 1.0001)
    return [(n * step, f"{n * step / size:.{digits}f} {unit}") for n in range(count + 1)]
