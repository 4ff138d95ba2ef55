"""Two recordings of a long chain: a stub has a sign if its folded part differs."""

from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.shell.recordings import recorded
from visualizer.diagram.contrast.contrast import signs_of
from visualizer.diagram.contrast.making import contrasts_of
from visualizer.diagram.picture import sheet_at
from visualizer.explain.comparison.differences import Kind, compare
from visualizer.layout.analysis.facts import Level
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
    paths = []
    for at_40 in (1111, 2222):
        folder = tmp_path / str(at_40)
        folder.mkdir()
        paths.append(recorded(folder, CHAIN.format(at_40=at_40)))
    with closing(Recording.open(paths[0])) as one, closing(Recording.open(paths[1])) as other:
        both = one, other
        left, right = (each.cursor().seek(each.steps) for each in both)
        found = compare(left, right, same_run=False, same_text=False)
        contrast = contrasts_of(found, (left, right), "en", 1)[side]
        sheet = sheet_at(both[side], both[side].steps, Level.VALUES)
        stubs = [box for box in sheet.boxes if box.block.stands_for]
        assert stubs, "so long a chain is folded"
        signs = [sign for sign in signs_of(sheet, contrast) if sign.kind is Kind.VALUE]
        assert [sign.box for sign in signs] == [stubs[0].key]
