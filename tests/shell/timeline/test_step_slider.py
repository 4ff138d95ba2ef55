"""The slider of steps."""

from pytestqt.qtbot import QtBot

from visualizer.shell.timeline.step_slider import StepSlider


def test_the_handle_is_whole_without_a_readable_step(qtbot: QtBot) -> None:
    slider = StepSlider()
    qtbot.addWidget(slider)
    slider.resize(400, 40)
    slider.show_view(1, 47)
    pictures = []
    for step in (0, 1):
        slider.show_step(step, 47)
        pictures.append(slider.grab().toImage())
    assert pictures[0] == pictures[1]
