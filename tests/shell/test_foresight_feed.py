"""What the diagram is told of the steps to come, and when it is laid out anew."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.shell.recordings import playing
from visualizer.diagram import DiagramScene
from visualizer.layout import Foresight, Layout
from visualizer.model import State
from visualizer.shell.foresight_feed import ForesightFeed
from visualizer.shell.player import Player

SHORT = "parts = ['door', 'tyre' * 2]\nstock = {'parts': [1, 2], 'n': 3}\n"
LONG = SHORT + "for n in range(300):\n    stock['n'] = n\n"


def feed(player: Player) -> tuple[ForesightFeed, DiagramScene]:
    scene = DiagramScene()
    made = ForesightFeed(player, scene)
    made.begin()
    scene.show_step(player.state, player.delta)
    return made, scene


def as_a_whole(player: Player, scene: DiagramScene, state: State) -> object:
    """The boxes of a state where all steps were known from the beginning."""
    foresight: Foresight = scene.new_foresight()
    assert player.recording is not None
    cursor = player.recording.cursor()
    for number in range(1, player.steps + 1):
        foresight.add(cursor.delta(number))
    foresight.close()
    layout: Layout = scene.new_layout(foresight)
    return layout.picture(state, player.delta, scene.level).boxes


def test_a_short_recording_is_laid_out_as_a_whole_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    player = playing(tmp_path, SHORT)
    _, scene = feed(player)
    player.last()
    scene.show_step(player.state, player.delta)
    assert scene.picture is not None
    assert scene.picture.boxes == as_a_whole(player, scene, player.state)
    player.close()


def test_a_long_one_is_laid_out_as_a_whole_beside_the_work(qtbot: QtBot, tmp_path: Path) -> None:
    player = playing(tmp_path, LONG)
    made, scene = feed(player)
    with qtbot.waitSignal(made.planned_anew, timeout=30_000):
        pass
    scene.show_step(player.state, player.delta)
    assert scene.picture is not None
    assert scene.picture.boxes == as_a_whole(player, scene, player.state)
    player.close()


def test_once_somebody_has_stepped_it_is_offered_and_done_when_asked_for(
    qtbot: QtBot, tmp_path: Path
) -> None:
    player = playing(tmp_path, LONG)
    made, scene = feed(player)
    player.last()
    with qtbot.waitSignal(made.tidy_offered, timeout=30_000):
        scene.show_step(player.state, player.delta)
    assert scene.picture is not None
    whole = as_a_whole(player, scene, player.state)
    assert scene.picture.boxes != whole
    with qtbot.waitSignal(made.planned_anew):
        made.tidy()
    scene.show_step(player.state, player.delta)
    assert scene.picture.boxes == whole
    player.close()


def test_what_was_put_elsewhere_stays_there_until_asked(qtbot: QtBot, tmp_path: Path) -> None:
    player = playing(tmp_path, LONG)
    made, scene = feed(player)
    player.last()
    with qtbot.waitSignal(made.tidy_offered, timeout=30_000):
        scene.show_step(player.state, player.delta)
    made.tidy()
    scene.show_step(player.state, player.delta)
    assert scene.picture is not None
    whole = scene.picture.boxes
    scene.arranging.nudge(next(box.key for box in whole if box.serial is not None), 1, 0)
    assert scene.picture.boxes != whole
    assert made.untidy
    made.tidy()
    scene.show_step(player.state, player.delta)
    assert scene.picture.boxes == whole
    player.close()
