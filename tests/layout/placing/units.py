"""Short constructors of units for tests."""

from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from visualizer.layout.picture import Point, Rect
from visualizer.layout.placing import Placement, Size, Unit, UnitKey, Wish

LEFT = 200.0
CANVAS = Size(700, 500)
FOREVER = 10**9


def card(
    key: UnitKey,
    stay: tuple[int, int],
    size: tuple[float, float] = (100, 60),
    *,
    at: tuple[float, float] = (LEFT, 0),
    owner: UnitKey | None = None,
    shelf: float | None = None,
    later: Sequence[tuple[int, tuple[float, float]]] = (),
    again: Sequence[tuple[int, int]] = (),
) -> Unit:
    """Return a unit that is drawn in one stay or several, at one size or changing sizes."""
    first = stay[0]
    sizes = ((first, Size(*size)), *((step, Size(*other)) for step, other in later))
    return Unit(key, (stay, *again), sizes, ((first, Wish(owner, Point(*at))),), shelf)


def size_at(unit: Unit, step: int) -> Size:
    """Return the size of a unit at a step."""
    return [size for start, size in unit.sizes if start <= step][-1]


def drawn(units: Sequence[Unit], placement: Placement, step: int) -> dict[UnitKey, Rect]:
    """Return the drawn units of a step and their places."""
    shown = {}
    for unit in units:
        place = placement.at(unit.key, step)
        if place is not None:
            shown[unit.key] = Rect(*place, *size_at(unit, step))
    return shown


def steps_of(units: Sequence[Unit]) -> range:
    """The steps up to the last in which anything is drawn."""
    return range(max((end for unit in units for _, end in unit.intervals), default=0))


_LENGTH = st.floats(20, 260)


@st.composite
def _stays(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    def intervals() -> Iterator[tuple[int, int]]:
        end = 0
        for _ in range(draw(st.integers(1, 2))):
            start = end + draw(st.integers(0, 7))
            end = start + draw(st.integers(1, 7))
            yield start, end

    return tuple(intervals())


@st.composite
def random_units(draw: st.DrawFn) -> list[Unit]:
    """Units with any lives, sizes and wishes, some of them on the shelf."""
    units = []
    for key in range(draw(st.integers(0, 10))):
        stays = draw(_stays())
        first = stays[0][0]
        steps = {first} | draw(st.sets(st.integers(first, stays[-1][1]), max_size=3))
        sizes = tuple((step, Size(draw(_LENGTH), draw(_LENGTH))) for step in sorted(steps))
        owner = draw(st.none() | st.integers(0, 10))
        at = Point(draw(st.floats(-50, 800)), draw(st.floats(-50, 900)))
        shelf = draw(st.none() | st.floats(0, 400))
        units.append(Unit(key, stays, sizes, ((first, Wish(owner, at)),), shelf))
    return units
