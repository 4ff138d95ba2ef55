"""The width of texts before they are drawn."""

import pytest

from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.values import truncate
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.measure import TextStyle, columns_of
from visualizer.model import Scalar


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("'ann'", 5), ("'민수'", 6), ("é", 1), ("漢字", 4), ("ｱ", 1)]
)
def test_a_letter_of_korea_china_or_japan_takes_two_columns(text: str, columns: int) -> None:
    assert columns_of(text) == columns


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("'가나다'", "'가나다'"),
        ("'가나다라'", "'가나…'"),
        ("'abcdef'", "'abcdef'"),
        ("'abcdefg'", "'abcde…'"),
        ("'a가나다'", "'a가나…'"),
    ],
)
def test_a_text_is_cut_by_columns_not_by_letters(text: str, short: str) -> None:
    assert truncate(text, 8) == short
    assert columns_of(short) <= 8


def test_a_list_of_korean_names_has_room_for_them() -> None:
    film, measure = Film(), FixedMeasure()
    names = [film.new("str", Scalar(text)) for text in ("'민수'", "'지연'")]
    film.bind("names", film.list(*names))
    state = film.step()
    sheet = Sheets(walk_of(film), {}, measure, Level.VALUES).sheet(state, film.deltas[-1])
    fields = [one for box in sheet.boxes for one in box.block.fields if one.slot.kind == "item"]
    assert [one.target for one in fields] == names
    wanted = measure.width("'민수'", TextStyle.PLAIN_VALUE)
    assert min(one.rect.width for one in fields) > wanted
