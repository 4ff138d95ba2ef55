"""The marked lines of a step."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.shell.recordings import playing
from visualizer.model import Event
from visualizer.shell.notifications.exceptions import note_of, uncaught
from visualizer.shell.playback.player import Player
from visualizer.shell.source.signs import Sign, marks_of


def marks(player: Player) -> dict[int, Sign]:
    before = player.delta.before if player.delta else None
    return {mark.line: mark.sign for mark in marks_of(player.state, before)}


def test_the_line_about_to_run_and_the_line_just_run_have_their_signs(
    qtbot: QtBot, tmp_path: Path
) -> None:
    player = playing(tmp_path, "x = 1\ny = 2\n")
    assert marks(player) == {1: Sign.ABOUT_TO_RUN}
    player.forward()
    assert marks(player) == {1: Sign.JUST_RAN, 2: Sign.ABOUT_TO_RUN}
    player.forward()
    assert marks(player) == {2: Sign.JUST_RAN}
    player.close()


def test_a_call_marks_the_function_and_a_return_the_line_that_returned(
    qtbot: QtBot, tmp_path: Path
) -> None:
    player = playing(tmp_path, "def f():\n    return 1\nf()\n")
    found = {}
    for step in range(1, player.steps + 1):
        player.go_to(step)
        assert player.state.step is not None
        found[player.state.step.event] = marks(player)
    assert found[Event.CALL] == {1: Sign.ABOUT_TO_RUN, 3: Sign.JUST_RAN}
    assert found[Event.RETURN] == {2: Sign.JUST_RAN}
    player.close()


def test_a_paused_generator_has_its_sign_until_it_ends(qtbot: QtBot, tmp_path: Path) -> None:
    player = playing(tmp_path, "def g():\n    yield 1\ni = g()\nnext(i)\nx = 1\nlist(i)\ny = 1\n")
    paused = set()
    for step in range(1, player.steps + 1):
        player.go_to(step)
        at = player.state.step
        assert at is not None
        if at.event is Event.LINE and marks(player).get(2) is Sign.PAUSED:
            paused.add(at.line)
    assert paused == {5, 6}
    player.close()


def test_an_uncaught_exception_marks_its_whole_path(qtbot: QtBot, tmp_path: Path) -> None:
    player = playing(tmp_path, "def f():\n    raise KeyError(1)\ndef g():\n    f()\ng()\n")
    player.last()
    assert marks(player) == {2: Sign.RAISED, 4: Sign.PASSED, 5: Sign.PASSED}
    player.close()


def test_the_note_below_a_line_names_the_missing_file(qtbot: QtBot, tmp_path: Path) -> None:
    player = playing(tmp_path, "open('data.txt')\n")
    player.last()
    note = note_of(player.state)
    assert note is not None
    assert note.text == "[Errno 2] No such file or directory: 'data.txt'"
    assert player.recording is not None
    error = uncaught(player.recording)
    assert error is not None
    assert (error.message, error.hint) == (note.text, "")
    player.close()


def test_an_exception_is_raised_at_one_line_and_passes_the_others(
    qtbot: QtBot, tmp_path: Path
) -> None:
    player = playing(
        tmp_path, "def f():\n    raise KeyError(1)\ntry:\n    f()\nexcept KeyError:\n    x = 1\n"
    )
    found = []
    for step in range(1, player.steps + 1):
        player.go_to(step)
        assert player.state.step is not None
        if player.state.step.event is Event.EXCEPTION:
            found.append(marks(player))
    assert found == [{2: Sign.RAISED}, {4: Sign.PASSED}]
    player.close()


def test_an_error_of_an_import_suggests_a_name_and_no_path(qtbot: QtBot, tmp_path: Path) -> None:
    player = playing(tmp_path, "from math import sqroot\n")
    player.last()
    note = note_of(player.state)
    assert note is not None
    assert note.text == "cannot import name 'sqroot' from 'math'"
    assert player.recording is not None
    error = uncaught(player.recording)
    assert error is not None
    assert (error.message, error.hint) == (note.text, "Did you mean: 'sqrt'?")
    player.close()
