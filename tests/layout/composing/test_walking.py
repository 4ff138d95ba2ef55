"""Walks over recordings and parts of them."""

from dataclasses import dataclass, field

from tests.layout.analysis.test_collector import chain
from tests.layout.film import Film, Projector
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.composing.sheets import Sheets, Start, walk_of
from visualizer.model import State, apply, revert
from visualizer.model.delta import Steps


@dataclass
class MovingCursor(Projector):
    """A cursor that changes its only state, like a recording's cursor; it counts its jumps."""

    film: Film
    jumps: list[int]
    state: State = field(default_factory=State)
    at: int = 0

    def seek(self, step: int) -> State:
        if abs(step - self.at) > 1:
            self.jumps.append(step)
        while self.at < step:
            apply(self.state, self.delta(self.at + 1))
            self.at += 1
        while self.at > step:
            revert(self.state, self.delta(self.at))
            self.at -= 1
        return self.state


@dataclass
class Recorded:
    """A film that moving cursors read."""

    film: Film
    jumps: list[int] = field(default_factory=list)

    @property
    def steps(self) -> int:
        return len(self.film.states)

    @property
    def sources(self) -> dict[str, str]:
        return {}

    def cursor(self) -> Steps:
        return MovingCursor(self.film, self.jumps)


def sheets_from(recorded: Recorded, first: int, start: Start | None = None) -> Sheets:
    return Sheets(walk_of(recorded, first, None, start), {}, FixedMeasure())


def start_at(film: Film, step: int) -> Start:
    return Start(film.states[step - 1], film.deltas[step - 1])


def test_at_the_first_step_of_a_part_everything_is_new_in_every_walk() -> None:
    film = chain(10)
    walk = walk_of(Recorded(film), 6, 9)
    for steps in (None, [6, 8], [6]):
        state, delta = next(iter(walk(steps)))
        assert state == film.states[5]
        assert {one.serial for one in delta.objects} == state.heap.keys()
        assert all(one.old is None for one in delta.objects)


def test_the_first_step_stays_as_it_is_while_the_walk_goes_on() -> None:
    film = chain(10)
    states = [state for state, _ in walk_of(Recorded(film), 6, 9)()]
    assert states[0] == film.states[5]


def test_a_walk_over_some_steps_gives_their_states_and_changes() -> None:
    film = chain(10)
    for state, delta in walk_of(Recorded(film), 4)([5, 7, 8]):
        assert delta.step == state.step
        assert state == film.states[delta.step.number - 1]
        assert delta == film.deltas[delta.step.number - 1]


def test_the_first_step_is_read_once_for_all_walks_and_not_if_it_is_given() -> None:
    film = chain(10)
    for start, jumps in ((None, [6]), (start_at(film, 6), [])):
        recorded = Recorded(film)
        walk = walk_of(recorded, 6, 9, start)
        for _ in range(3):
            assert len(list(walk([6]))) == 1
        assert recorded.jumps == jumps


def test_a_plan_from_a_given_start_draws_the_same_pictures() -> None:
    film = chain(12)
    for first in (1, 7):
        there = sheets_from(Recorded(film), first)
        given = sheets_from(Recorded(film), first, start_at(film, first))
        for state, delta in zip(film.states[first - 1 :], film.deltas[first - 1 :], strict=True):
            assert given.sheet(state, delta) == there.sheet(state, delta)
