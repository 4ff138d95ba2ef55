"""The positions of the builtin iterators, at every step."""

import pytest

from tests.recorder.conftest import Record
from visualizer.model import Iterator, Other

HEAD = "over = [1, 2, 3]\npairs = (1, 2, 3)\ntable = {'a': 1, 'b': 2, 'c': 3}\ntext = 'abc'\n"
FORWARDS = ("over", "pairs", "table", "table.values()", "table.items()", "text", "set(over)")
BACKWARDS = ("over", "pairs", "table", "table.values()", "table.items()")


def positions(run_of: Record, made: str) -> list[int]:
    """Return an iterator's position before its first item and after each; -1 if it is exhausted."""
    run = run_of(f"{HEAD}it = {made}\n" + "next(it)\n" * 3 + "next(it, 0)\nend = 1\n")
    found = []
    for moment in run.moments[5:10]:
        content = moment.content("it", Iterator)
        found.append(-1 if content.over is None else content.position)
    return found


@pytest.mark.parametrize("what", FORWARDS)
def test_a_forward_iterator_shows_its_next_item(what: str, recorded: Record) -> None:
    assert positions(recorded, f"iter({what})") == [0, 1, 2, 3, -1]


@pytest.mark.parametrize("what", BACKWARDS)
def test_a_backward_iterator_shows_its_next_item(what: str, recorded: Record) -> None:
    assert positions(recorded, f"reversed({what})") == [2, 1, 0, -1, -1]


@pytest.mark.parametrize(("made", "index"), [("iter", 4), ("reversed", -1)])
@pytest.mark.parametrize("recorder", ["auto", "python"])
def test_one_over_a_dict_that_has_grown_has_nothing_left(
    recorder: str, made: str, index: int, recorded: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    run = recorded(f"{HEAD}it = {made}(table)\nnext(it)\ntable['d'] = 4\nend = 1\n")
    assert run.last.content("it", Iterator).position == index


@pytest.mark.parametrize("first", [5, 10**30])
def test_a_range_iterator_shows_the_remaining_numbers(first: int, recorded: Record) -> None:
    run = recorded(f"it = iter(range({first}, {first} + 2))\nnext(it)\nnext(it)\nend = 1\n")
    told = []
    for moment in run.moments[1:4]:
        content = moment.content("it", Other)
        told.append(dict(content.facts).get("next"))
    assert told == [str(first), str(first + 1), None]


@pytest.mark.parametrize(
    "made", ["iter(table.items())", "reversed(table.items())", "enumerate(over)"]
)
@pytest.mark.parametrize("recorder", ["auto", "python"])
def test_an_exhausted_iterator_still_holds_the_tuple_of_its_results(
    recorder: str, made: str, recorded: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    run = recorded(f"{HEAD}it = {made}\nfor one, other in it: pass\nend = 1\n")
    assert [part.kind for part in run.last.object("it").parts] == ["iterator"]
