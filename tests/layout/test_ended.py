"""What still runs when the program's own code has ended: its names are there, at no line."""

from dataclasses import replace

from tests.layout.film import Film
from visualizer.layout import FixedMeasure, Layout
from visualizer.layout.measure import Phrase, phrase
from visualizer.model import Frame, FrameKind, State


def test_a_generator_that_is_closed_at_the_end_runs_beside_names_whose_code_has_ended() -> None:
    film = Film()
    film.bind("count", film.function("count", 3))
    film.step(1)
    running = Frame(7, "count", "prog.py", 8, FrameKind.GENERATOR, ())
    during = film.states[0]
    after = replace(during, stacks={1: (running,)})
    assert notes(during) == {"<module>": phrase("line-number", line=during.frames[-1].line)}
    assert notes(after) == {
        "<module>": phrase("code-ended"),
        "count": phrase("line-number", line=8),
    }


def notes(state: State) -> dict[str, Phrase | str]:
    boxes = Layout(FixedMeasure()).picture(state).boxes
    return {str(box.card.title): box.card.note for box in boxes if box.key.is_call}
