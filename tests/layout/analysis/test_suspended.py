"""The suspended frames of a program: waiting generators and coroutines."""

from tests.layout.film import Film
from visualizer.layout.analysis.suspended import SuspendedFrames, SuspensionCollector
from visualizer.model import Generator


def collected(film: Film) -> SuspendedFrames:
    collector = SuspensionCollector()
    for state, delta in zip(film.states, film.deltas, strict=True):
        collector.observe(state, delta)
    return collector.found


def test_a_frame_is_suspended_from_its_pause_until_it_runs_on_or_ends() -> None:
    film = Film()
    code = film.code("work")
    film.step()
    one, other = film.suspended(code, 3), film.suspended(code, 3)
    film.kept |= {one, other}
    film.step()
    film.put(one, Generator("running", 4, ()))
    film.step()
    film.put(one, Generator("suspended", 5, ()))
    film.kept.discard(other)
    film.step()
    found = collected(film)
    assert [found.at(step) for step in range(1, 5)] == [(), (one, other), (other,), (one,)]
    assert found.few


def test_frames_of_libraries_are_not_among_them() -> None:
    film = Film()
    film.kept.add(film.suspended(None, 3))
    film.step()
    assert collected(film).at(1) == ()


def test_many_are_distinguished_from_few_and_very_many_give_none() -> None:
    for count, few, drawn in ((4, True, 4), (5, False, 5), (12, False, 12), (13, False, 0)):
        film = Film()
        film.kept |= {film.suspended(film.code(f"work_{n}"), 3) for n in range(count)}
        film.step()
        found = collected(film)
        assert (found.few, len(found.at(1))) == (few, drawn)


def test_frames_of_one_function_are_few_up_to_two() -> None:
    for count, few in ((2, True), (3, False)):
        film = Film()
        code = film.code("work")
        film.kept |= {film.suspended(code, 3) for _ in range(count)}
        film.step()
        assert collected(film).few is few
