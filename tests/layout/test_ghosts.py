"""What a step freed is shown for that step, with what it held."""

from tests.layout.film import Film
from visualizer.layout import Box, FixedMeasure, Foresight, Layout, Part, PartKind


def film() -> Film:
    made = Film()
    kept = made.list(made.number(1))
    made.bind("kept", kept)
    made.bind("gone", made.list(kept, made.number(2)))
    made.step(1)
    made.bind("gone", kept)
    made.step(2)
    return made


def ghost(level: int = 3, straight: bool = False) -> Box:
    """The ghost of the second step, gone to at once or from the first."""
    shown = film()
    foresight = Foresight(FixedMeasure())
    for delta in shown.deltas:
        foresight.add(delta)
    foresight.close()
    layout = Layout(FixedMeasure(), foresight)
    if not straight:
        layout.picture(shown.states[0], shown.deltas[0], level)
    picture = layout.picture(shown.states[1], shown.deltas[1], level)
    (freed,) = [box for box in picture.boxes if box.ghost and box.card.title == "list"]
    return freed


def rows(box: Box) -> list[Part]:
    return [part for part in box.card.parts if part.kind is not PartKind.INDEX]


def test_it_shows_what_it_held_and_points_at_nothing() -> None:
    box, kept = ghost(), film().names["kept"]
    assert box.ghost
    assert str(rows(box)[0].text) == f"#{kept}"
    assert not any(part.points for part in box.card.parts)


def test_it_is_the_same_from_wherever_one_comes() -> None:
    assert ghost() == ghost(straight=True)
