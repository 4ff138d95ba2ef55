"""A step on the clipboard as Markdown."""

import base64

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from tests.shell.windows import Desk
from visualizer.shell.canvas.picture_commands import with_code


def test_it_has_the_sentences_and_the_picture(desk: Desk) -> None:
    desk.put_in("_a_ = [1]\n_b_ = _a_\n")
    desk.record()
    desk.window.player.go_to(2)
    desk.press("copy_markdown")
    title, ran, *_, picture = QGuiApplication.clipboard().text().strip().split("\n\n")
    assert title.startswith("**")
    assert "step 2 of 3" in title
    assert ran == "`_a_ = [1]` ran on line 1."
    data = base64.b64decode(picture.partition("base64,")[2].rstrip(")"))
    image = QImage.fromData(data)
    assert not image.isNull()


@pytest.mark.parametrize("command", ["copy_picture", "copy_markdown"])
def test_the_window_says_that_it_copied_until_the_next_step(desk: Desk, command: str) -> None:
    desk.put_in("a = [1]\nb = a\n")
    desk.record()
    desk.window.player.go_to(2)
    desk.press(command)
    hint = desk.window.diagram.notifications.hint
    assert hint.accessibleName() == "Copied to the clipboard."
    assert hint.isVisible()
    desk.press("back")
    assert not hint.isVisible()


@pytest.mark.parametrize(
    ("sentence", "markdown"),
    [
        ("`a[0]` is *new*", r"`a[0]` is \*new\*"),
        ("<b>_x_</b> & #1", r"\<b\>\_x\_\</b\> \& \#1"),
        ("no code", "no code"),
    ],
)
def test_only_its_code_is_markup(sentence: str, markdown: str) -> None:
    assert with_code(sentence) == markdown
