"""Segments and the processes that map them: the drawn arrows."""

from typing import Any

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from visualizer.charts.segment_map import Process, Segment, SegmentMap, View
from visualizer.diagram.themes import theme

WORKERS = tuple(f"worker {number}" for number in range(1, 5))


def arrows(
    segments: tuple[Segment, ...], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[float, float, bool]]:
    """Return each arrow drawn from a worker: its start, its lane, and whether it is solid."""
    drawn: list[tuple[float, float, bool]] = []

    def keep(*given: Any, is_solid: bool) -> None:
        drawn.append((*given[-2:], is_solid))

    monkeypatch.setattr(SegmentMap, "_paint_arrow", keep)
    made = SegmentMap(theme("light").colour, QFont())
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.put(View(tuple(Process(role, role) for role in WORKERS), segments), "")
    made.grab()
    return drawn


def test_processes_that_map_the_same_segments_share_a_lane(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = arrows(tuple(Segment(str(n), by=WORKERS) for n in range(6)), qtbot, monkeypatch)
    assert len(drawn) == 6 + 3
    assert len({lane for _, lane, _ in drawn}) == 1
    assert len({y for y, _, _ in drawn}) == 4


def test_a_process_that_maps_others_or_closed_some_has_its_own_lane(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tuple(Segment(str(n), by=(WORKERS[n],)) for n in range(4))
    assert len({lane for _, lane, _ in arrows(own, qtbot, monkeypatch)}) == 4
    mixed = (Segment("a", by=WORKERS), Segment("b", was=WORKERS))
    drawn = arrows(mixed, qtbot, monkeypatch)
    assert len(drawn) == 8
    assert len({lane for _, lane, _ in drawn}) == 4
    assert sum(is_solid for _, _, is_solid in drawn) == 4
