"""Planning reads all steps only for a way to fold that may be the best one."""

import pytest

from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.blocks.block import Block
from visualizer.layout.blocks.frames import FrameContent
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.composing import planning, stack
from visualizer.layout.composing.attempts import Attempt, Base, PlacementInput, Scales, Share
from visualizer.layout.composing.folded_frames import folded
from visualizer.layout.composing.planning import Planner
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.picture import object_key
from visualizer.layout.placing.unit import Size
from visualizer.model import Scalar


def orders(count: int, *, are_linked: bool) -> Film:
    """More and more objects, each with a name; if linked, each refers to the one before it."""
    film = Film()
    cls, before = film.cls("Order"), film.number(0)
    for number in range(count):
        link = {"before": before} if are_linked else {}
        before = film.instance(cls, title=film.number(number), **link, size=film.number(1))
        film.bind(f"order_{number}", before)
        film.step()
    return film


@pytest.mark.parametrize(
    ("are_linked", "count", "canvas"), [(True, 14, Size(300, 200)), (False, 12, Size(240, 300))]
)
def test_no_trial_is_repeated_and_all_steps_are_read_only_where_a_sample_fits(
    are_linked: bool, count: int, canvas: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    trials: list[tuple[float, Share, int]] = []
    fitting: set[tuple[float, Share]] = set()
    attempt = Planner._attempt

    def noted(
        self: Planner, base: Base, share: Share, sample: tuple[int, ...] = ()
    ) -> Attempt | None:
        found = attempt(self, base, share, sample)
        trials.append((base.scale, share, len(sample)))
        if found is not None and not found.has_grown:
            fitting.add((base.scale, share))
        return found

    monkeypatch.setattr(planning, "SAMPLE", 5)
    monkeypatch.setattr(Planner, "_attempt", noted)
    film = orders(count, are_linked=are_linked)
    Sheets(walk_of(film), {}, FixedMeasure(), canvas=canvas).plan()
    assert len(set(trials)) == len(trials)
    assert fitting
    assert {(scale, share) for scale, share, steps in trials if not steps} <= fitting


def test_the_lines_of_folded_frames_are_written_only_for_pictures(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    film = Film()
    film.bind("a", film.number(1))
    for depth in range(12):
        film.call(f"f{depth}", 3, one=film.list(film.number(depth)), two=film.number(2))
        film.step()
    written: list[Block] = []
    line = folded

    def noted(maker: Maker, call: FrameContent, width: float) -> Block:
        written.append(line(maker, call, width))
        return written[-1]

    monkeypatch.setattr(stack, "folded", noted)
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(400, 200))
    sheets.plan()
    assert not written
    sheets.sheet(film.states[-1])
    assert written


def test_the_scale_of_a_way_to_place_everything_is_searched_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    film = Film()
    for number in range(4):
        text = film.new("str", Scalar(repr("long text " * 5)))
        film.bind(f"name_{number}" * 4, film.list(text, text))
        film.step()
    searched: list[PlacementInput] = []
    search = PlacementInput.best_scale

    def noted(self: PlacementInput, canvas: Size, scales: Scales, tried: Attempt) -> float:
        searched.append(self)
        return search(self, canvas, scales, tried)

    monkeypatch.setattr(PlacementInput, "best_scale", noted)
    Sheets(walk_of(film), {}, FixedMeasure()).plan()
    assert len(searched) > 1
    assert len({id(one) for one in searched}) == len(searched)


def test_dicts_stand_in_columns_only_if_all_have_room() -> None:
    """Else each shows as many entries as one column has, and no more is folded."""
    film = Film()
    for name in ("first", "second", "third"):
        values = [film.new("str", Scalar(f"'value {n:03}'")) for n in range(26)]
        film.bind(name, film.dict(*((film.number(n), one) for n, one in enumerate(values))))
        film.step()
    serials = [film.names[name] for name in ("first", "second", "third")]

    def shown(canvas: Size) -> list[int]:
        sheet = Sheets(walk_of(film), {}, FixedMeasure(), canvas=canvas).sheet(film.states[-1])
        boxes = [sheet.boxes_by_key[object_key(one)] for one in serials]
        return [sum(one.slot.kind == "value" for one in box.block.fields) for box in boxes]

    assert shown(Size(1400, 500)) == [26] * 3
    assert shown(Size(640, 400)) == [13] * 3
