"""Where the dock stands in the place of the output: which of the two is seen."""

from visualizer.shell.controls import Segments
from visualizer.shell.words import Words


def step_or_output(words: Words, own: int) -> Segments:
    """A choice that stands in each of the two, number ``own`` down; hidden at first."""
    made = Segments(2)
    for button, key in zip(made.buttons, ("step.title", "output.title"), strict=True):
        words.bind(button.setText, key)
    made.show_picked(own)
    # This one is not seen when the other was picked, and comes back as it was.
    made.picked.connect(lambda _: made.show_picked(own))
    made.hide()
    return made
