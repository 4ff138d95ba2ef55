"""The window's collection of garbage: young objects soon, all objects in a quiet moment."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.shell.windows import PATIENCE, open_desk
from visualizer.shell.window import garbage
from visualizer.shell.window.garbage import MainThreadCollector


@dataclass
class Collector:
    """A stand-in for Python's ``gc``; ``old`` counts the objects in the oldest generation."""

    counts: list[int] = field(default_factory=lambda: [0, 0, 0])
    old: int = 1_000
    busy: bool = False
    asked: int = 0
    collected: list[int] = field(default_factory=list)

    def get_count(self) -> tuple[int, int, int]:
        self.asked += 1
        if self.busy:
            self.counts[0] += 1_000
        return self.counts[0], self.counts[1], self.counts[2]

    def get_threshold(self) -> tuple[int, int, int]:
        return 2_000, 10, 10

    def get_objects(self, generation: int) -> range:
        assert generation == 2
        return range(self.old)

    def collect(self, generation: int) -> None:
        self.collected.append(generation)
        self.counts[: generation + 1] = [0] * (generation + 1)


@pytest.fixture
def collector(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    """The stand-in in place of Python's ``gc``, with a window's collector that uses it."""
    fake = Collector()
    monkeypatch.setattr(garbage, "gc", fake)
    monkeypatch.setattr(garbage, "_INTERVAL", 1)
    owner = QObject()
    watching = MainThreadCollector(owner)
    yield fake
    watching.stop()


def looked(qtbot: QtBot, collector: Collector, times: int = 20) -> None:
    """Wait until the collector has asked for the counts some more times."""
    until = collector.asked + times
    qtbot.waitUntil(lambda: collector.asked >= until, timeout=PATIENCE)


def test_new_objects_are_collected_also_under_load(qtbot: QtBot, collector: Collector) -> None:
    collector.busy = True
    collector.counts[2] = 11
    qtbot.waitUntil(lambda: 0 in collector.collected, timeout=PATIENCE)
    looked(qtbot, collector)
    assert set(collector.collected) == {0}


def test_all_is_looked_through_once_nothing_is_done(qtbot: QtBot, collector: Collector) -> None:
    collector.busy = True
    collector.counts[2] = 11
    looked(qtbot, collector)
    assert 2 not in collector.collected
    collector.busy = False
    qtbot.waitUntil(lambda: 2 in collector.collected, timeout=PATIENCE)
    assert collector.counts[2] == 0


def test_all_is_not_looked_through_again_for_little(qtbot: QtBot, collector: Collector) -> None:
    collector.counts[2] = 11
    qtbot.waitUntil(lambda: 2 in collector.collected, timeout=PATIENCE)
    collector.collected.clear()
    collector.counts[2], collector.old = 11, 1_200
    looked(qtbot, collector)
    assert collector.collected == []
    collector.counts[2], collector.old = 12, 1_300
    qtbot.waitUntil(lambda: collector.collected == [2], timeout=PATIENCE)


def test_it_does_not_wait_for_ever(qtbot: QtBot, collector: Collector) -> None:
    collector.busy = True
    collector.counts[:], collector.old = [600_000, 0, 11], 2_000_000
    qtbot.waitUntil(lambda: 2 in collector.collected, timeout=PATIENCE)


def test_the_middle_waits_for_a_moment_in_which_nothing_is_done(
    qtbot: QtBot, collector: Collector
) -> None:
    collector.busy = True
    collector.counts[1] = 11
    looked(qtbot, collector)
    assert 1 not in collector.collected
    collector.busy = False
    qtbot.waitUntil(lambda: 1 in collector.collected, timeout=PATIENCE)


def test_the_middle_does_not_wait_for_ever(qtbot: QtBot, collector: Collector) -> None:
    collector.busy = True
    collector.counts[1] = 1_000
    qtbot.waitUntil(lambda: 1 in collector.collected, timeout=PATIENCE)


@pytest.fixture
def nothing_frozen() -> Iterator[None]:
    """The suite freezes what lives to its end."""
    gc.unfreeze()
    yield
    gc.freeze()


@pytest.mark.own_collector
@pytest.mark.usefixtures("nothing_frozen")
def test_the_parts_of_a_window_are_not_looked_through_while_it_lives(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        looked_at = {id(one) for one in gc.get_objects()}
        parts = desk.window.commands, desk.window.workbench, desk.window.player
        assert not looked_at & {id(part) for part in parts}
        desk.record_again("a = [1]\n")
        assert id(desk.window.player.recording) in {id(one) for one in gc.get_objects()}
    looked_at = {id(one) for one in gc.get_objects()}
    assert looked_at >= {id(part) for part in parts}


@pytest.mark.own_collector
def test_what_others_froze_stays_frozen(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path):
        pass
    assert id(Collector) not in {id(one) for one in gc.get_objects()}


@pytest.mark.usefixtures("nothing_frozen")
def test_nothing_is_frozen_where_others_turned_the_collector_off(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qtbot, tmp_path):
        assert not gc.isenabled()
        assert not gc.get_freeze_count()
    assert not gc.isenabled()
