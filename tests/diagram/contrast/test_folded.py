"""The signs of two recordings: at the stub of a folded part, and beside the values of cells."""

from collections.abc import Iterable
from contextlib import closing
from math import hypot
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.shell.recordings import recorded
from visualizer.diagram.contrast.contrast import Contrast, DifferenceSign, difference_signs
from visualizer.diagram.contrast.making import contrasts_of
from visualizer.diagram.contrast.sign_paint import RADIUS
from visualizer.diagram.picture import sheet_at
from visualizer.explain.comparison.differences import Kind, compare
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Ink
from visualizer.layout.picture import Rect
from visualizer.layout.sheet import Sheet
from visualizer.recording import Recording

CHAIN = """\
class Node:
    pass
head = None
for n in range(80):
    node = Node()
    node.value, node.next = {at_40} if n == 40 else n * 1000, head
    head = node
"""


@pytest.mark.parametrize("side", [0, 1])
def test_a_value_that_differs_deep_in_a_chain_has_its_sign_at_the_stub(
    qtbot: QtBot, tmp_path: Path, side: int
) -> None:
    sheet, contrast = compared(tmp_path, (CHAIN.format(at_40=one) for one in (1111, 2222)))[side]
    stubs = [box for box in sheet.boxes if box.block.stands_for]
    assert stubs, "so long a chain is folded"
    signs = [sign for sign in difference_signs(sheet, contrast) if sign.kind is Kind.VALUE]
    assert [sign.box for sign in signs] == [stubs[0].key]


def test_the_signs_of_cells_hide_none_of_the_values(qtbot: QtBot, tmp_path: Path) -> None:
    texts = (f"row = [n + {more} for n in range(60, 79)]\n" for more in (0, 1))
    for sheet, contrast in compared(tmp_path, texts):
        signs = [sign for sign in difference_signs(sheet, contrast) if sign.kind is Kind.VALUE]
        assert len(signs) == 19
        for sign in signs:
            words = sheet.boxes_by_key[sign.box].block.words
            values = [one for one in words if one.ink is Ink.VALUE]
            assert [one.text for one in values if hides(sign, one.rect)] == []


def hides(sign: DifferenceSign, cell: Rect) -> bool:
    """Whether a sign hides a number of two digits in the middle of a cell."""
    beside = max(abs(sign.x - cell.x - cell.width / 2) - 8, 0)
    below = max(abs(sign.y - cell.y - cell.height / 2) - 6, 0)
    return hypot(beside, below) < RADIUS * sign.size


def compared(folder: Path, texts: Iterable[str]) -> list[tuple[Sheet, Contrast]]:
    """Record two programs; return the sheet of each at its end, with its contrast."""
    paths = []
    for number, text in enumerate(texts):
        (folder / str(number)).mkdir()
        paths.append(recorded(folder / str(number), text))
    with closing(Recording.open(paths[0])) as one, closing(Recording.open(paths[1])) as other:
        left, right = (each.cursor().seek(each.steps) for each in (one, other))
        found = compare(left, right, same_run=False, same_text=False)
        sheets = (sheet_at(each, each.steps, Level.VALUES) for each in (one, other))
        return [*zip(sheets, contrasts_of(found, (left, right), "en", 1), strict=True)]
