"""The layout format has the places that the window shows."""

import io
import json
from typing import Any

import pytest

from tests.layout.film import Film, Projector
from tests.layout.fixed_measure import FixedMeasure
from visualizer.export.layout import write_layout
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing import sheets
from visualizer.layout.composing.sheets import CANVAS, Sheets, walk_of
from visualizer.model import DamagedRecording, Delta

PART = 6


def film_that_grows() -> Film:
    """Return a film with few names in its first part, and long lists in its second."""
    film = Film()
    for number in range(PART):
        film.step(number + 1)
        film.bind("n", film.number(number))
    for number in range(PART):
        film.step(10 + number)
        items = [film.list(*(film.number(one) for one in range(9))) for _ in range(3)]
        film.bind(f"name_with_many_letters_{number}", film.list(*items))
    film.step(20)
    return film


class DamagedProjector(Projector):
    """Cannot read one step."""

    def delta(self, step: int) -> Delta:
        if step == PART + 2:
            raise DamagedRecording("damaged")
        return super().delta(step)


def exported(film: Film, step: int | None = None) -> list[dict[str, Any]]:
    out = io.StringIO()
    write_layout(film, out, FixedMeasure(), Level.VALUES, CANVAS, step=step)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_part_of_a_long_recording_is_planned_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    film = film_that_grows()
    whole = exported(film)
    monkeypatch.setattr(sheets, "PART", PART)
    parts = exported(film)
    assert [one["step"] for one in parts] == list(range(1, film.steps + 1))
    first = Sheets(walk_of(film, 1, PART), film.sources, FixedMeasure(), Level.VALUES, CANVAS)
    shown = first.sheet(film.states[0], film.deltas[0])
    (frame,) = parts[0]["boxes"]
    assert frame["rect"][2] == round(shown.boxes[0].rect.width, 2)
    assert frame["rect"][2] < whole[0]["boxes"][0]["rect"][2], "the plan knows of later names"


def test_one_step_is_as_it_is_among_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "PART", PART)
    film = film_that_grows()
    assert [exported(film, one) for one in (1, PART, PART + 1)] == [
        [exported(film)[one - 1]] for one in (1, PART, PART + 1)
    ]


def test_the_readable_steps_of_a_damaged_recording_are_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    film, out = film_that_grows(), io.StringIO()
    monkeypatch.setattr(film, "cursor", lambda: DamagedProjector(film))
    with pytest.raises(DamagedRecording):
        write_layout(film, out, FixedMeasure(), Level.VALUES, CANVAS)
    written = [json.loads(line)["step"] for line in out.getvalue().splitlines()]
    assert written == list(range(1, PART + 2))
    for step in (1, PART + 1, PART + 3, film.steps):
        (one,) = exported(film, step)
        assert one["step"] == step
    with pytest.raises(DamagedRecording):
        exported(film, PART + 2)
