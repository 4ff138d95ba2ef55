"""Programs with windows of their own run on a real X server."""

import importlib.util
import subprocess
from typing import NamedTuple

import pytest

from tests.shell.windows import Desk
from visualizer.model import EndReason

TKINTER = """\
import tkinter
root = tkinter.Tk()
root.title('Counting')
count = []
def press():
    count.append(len(count))
    if len(count) == 3:
        root.destroy()
    else:
        root.after(10, press)
root.bind('<Key>', lambda event: press())
root.mainloop()
print(count)
"""
TURTLE = """\
import turtle
turtle.title('Square')
turtle.speed(0)
corners = []
for side in range(4):
    turtle.forward(40)
    turtle.left(90)
    corners.append([round(n) for n in turtle.position()])
turtle.onkey(turtle.bye, 'q')
turtle.listen()
turtle.mainloop()
print(corners)
"""


def window_called(desk: Desk, screen: str, title: str) -> str:
    """Wait for a window and return its number, while the application's window keeps running."""
    found: list[str] = []

    def is_there() -> bool:
        search = ["xdotool", "search", "--onlyvisible", "--name", title]
        surroundings = {"DISPLAY": screen, "PATH": "/usr/bin:/bin"}
        done = subprocess.run(search, env=surroundings, capture_output=True, text=True, check=False)
        found[:] = done.stdout.split()
        return bool(found)

    desk.until(is_there)
    return found[-1]


class Toolkit(NamedTuple):
    """A program with a window, its title, the key that ends it, and the output after that key."""

    program: str
    title: str
    key: str
    output: str


TOOLKITS = (
    Toolkit(TKINTER, "Counting", "space", "[0, 1, 2]\n"),
    Toolkit(TURTLE, "Square", "q", "[[40, 0], [40, 40], [0, 40], [0, 0]]\n"),
)


@pytest.mark.parametrize("kit", TOOLKITS, ids=lambda kit: kit.title)
def test_its_window_takes_keys_and_their_effects_are_recorded(
    desk: Desk, screen: str, monkeypatch: pytest.MonkeyPatch, kit: Toolkit
) -> None:
    if importlib.util.find_spec("_tkinter") is None:
        pytest.skip("this Python was built without tkinter")
    monkeypatch.setenv("DISPLAY", screen)
    player = desk.window.player
    desk.put_in(kit.program)
    desk.press("record")
    number = window_called(desk, screen, kit.title)
    last = kit.program.count("\n") - 1

    def waits() -> bool:
        newest = player.peek(player.steps) if player.steps else None
        return newest is not None and newest.line == last

    desk.until(waits)
    keys = ["xdotool", "windowfocus", "--sync", number, "key", "--window", number, kit.key]
    subprocess.run(keys, env={"DISPLAY": screen, "PATH": "/usr/bin:/bin"}, check=True)
    desk.until_ended()
    player.last()
    assert player.end is not None
    assert player.end.reason is EndReason.FINISHED, desk.errors
    assert desk.output == kit.output
