"""The selection after a program is recorded again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.shell.recordings import ADDING, recorded
from visualizer.diagram.view.scene import SheetScene
from visualizer.layout.picture import Key
from visualizer.recording import Recording
from visualizer.recording.mapping.step_mapping import StepMapping
from visualizer.shell.canvas.chosen import Chosen
from visualizer.shell.playback.player import Player


class Again:
    """A player of a program that is later recorded again, with an added first line."""

    def __init__(self, folder: Path) -> None:
        before, after = folder / "before", folder / "after"
        for place in (before, after):
            place.mkdir()
        self._old = recorded(before, ADDING)
        self._new = recorded(after, f"import math\n{ADDING}")
        self.player, self.scene = Player(), SheetScene()
        Chosen(self.player, self.scene)
        self.player.show(self._old)
        self._former = StepMapping(Recording.open(self._old))

    def record(self) -> None:
        """Show the first step of the new recording, as during recording."""
        self._former.follow(Recording.open(self._new))
        assert self._former.read(60)
        self.player.show(self._new, 1, self._former)

    def close(self) -> None:
        self.player.close()
        self._former.close()

    def in_call(self) -> int:
        """Return a step in a call."""
        cursor = self.player.cursor
        assert cursor is not None
        steps = range(1, self.player.steps)
        return next(step for step in steps if len(cursor.seek(step).frames) > 1)

    def found(self) -> int:
        return dict(next(iter(self.player.state.globals.values())))["found"]


@pytest.fixture
def again(tmp_path: Path, qtbot: QtBot) -> Iterator[Again]:
    made = Again(tmp_path)
    yield made
    made.close()


def test_an_object_is_waited_for_until_it_is_there(again: Again) -> None:
    again.player.go_to(again.player.steps)
    again.scene.select(again.found())
    again.record()
    assert again.scene.selected is None
    again.player.return_to(again.player.steps)
    assert again.scene.selected == again.found()


def test_a_frame_is_waited_for_until_it_is_there(again: Again) -> None:
    again.player.go_to(again.in_call())
    frame = again.player.state.frames[-1]
    again.scene.choose_frame(Key("frame", frame.serial))
    again.record()
    assert again.scene.chosen is None
    again.player.return_to(again.in_call())
    assert again.scene.chosen == ("frame", again.player.state.frames[-1].serial)


def test_a_user_who_goes_elsewhere_gives_up_the_choice(again: Again) -> None:
    again.player.go_to(again.player.steps)
    again.scene.select(again.found())
    again.record()
    again.player.go_to(2)
    again.player.go_to(again.player.steps)
    assert again.scene.selected is None


def test_an_object_selected_meanwhile_stays_selected(again: Again) -> None:
    again.player.go_to(again.player.steps)
    again.scene.select(again.found())
    again.record()
    again.player.return_to(3)
    other = next(iter(again.player.state.heap))
    again.scene.select(other)
    again.player.return_to(again.player.steps)
    assert again.scene.selected == other


def test_in_another_program_nothing_is_selected(again: Again, tmp_path: Path) -> None:
    again.player.go_to(again.player.steps)
    again.scene.select(again.found())
    again.player.show(tmp_path / "after" / "prog.memtrace")
    assert again.scene.selected is None
