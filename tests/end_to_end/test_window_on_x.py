"""The window on a real X server, driven by the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.real_window import PATIENCE, Keyboard, started

PROGRAM = """\
def total(items):
    if not items:
        return 0
    return items[0] + total(items[1:])


basket = [3, 4]
print(total(basket))
basket.append(5)
"""


KEEN = """\
import json, sys
from pathlib import Path
from unittest.mock import patch
from visualizer.shell import app
from visualizer.shell.window.window import MainWindow

class Slow(MainWindow):
    def assembling(self):
        self.setWindowTitle("empty panes")
        print(json.dumps({"text": ""}), flush=True)
        for at, _ in enumerate(super().assembling()):
            yield
            while at == 2 and not Path(sys.argv[2]).exists():
                yield

    def complete(self):
        super().complete()
        self.source.edited.connect(self.tell)
        self.workbench.run_began.connect(lambda: print(json.dumps({"runs": True}), flush=True))

    def tell(self):
        print(json.dumps({"text": self.source.text}), flush=True)

with patch.object(app, "MainWindow", Slow):
    sys.exit(app.run(Path(sys.argv[1])))
"""


@pytest.fixture
def keyboard(screen: str, tmp_path: Path) -> Iterator[Keyboard]:
    """The keys for a window on the example."""
    with started(screen, tmp_path, "-m", "tests.end_to_end.watched_window") as made:
        yield made


def test_text_typed_into_empty_panes_goes_to_the_right_place(screen: str, tmp_path: Path) -> None:
    program, typed = tmp_path / "program.py", tmp_path / "typed"
    program.write_text("\n")
    with started(screen, tmp_path, "-c", KEEN, str(program), str(typed)) as keyboard:
        keyboard.until("the panes are there", lambda state: "text" in state)
        keyboard.point_keys_at("empty panes")
        keyboard.write("seen = 1")
        keyboard.press("ctrl+r")
        typed.touch()
        keyboard.until("it is recorded", lambda state: "runs" in state)
        assert {"text": "seen = 1\n"} in keyboard.states
        keyboard.press("ctrl+q")


def test_everything_can_be_done_by_keys_on_a_real_screen(
    keyboard: Keyboard, tmp_path: Path
) -> None:
    goes = keyboard.goes
    keyboard.until("there is a window", lambda state: state["still"])
    keyboard.point_keys_at("program.py")
    # From New past Open and the shelves to the search field, and to the first match.
    keyboard.press("Tab", "Tab", "Tab")
    keyboard.write("f1(y)")
    keyboard.press("Tab", "Return")
    keyboard.until("the example is recorded", lambda state: state["ended"] and state["step"] == 1)
    goes("End", step=14)
    goes("Home", step=1)
    open_own_program(keyboard, tmp_path / "basket.py")
    goes("ctrl+r", ended=True, step=1, level=1, focus="SheetView")
    step_in_every_way(keyboard)
    goes("3", level=3, focus="SheetView")
    goes("ctrl+shift+f", searching=True, focus="SearchField")
    keyboard.write("list")
    keyboard.until("it is found", lambda state: state["hits"] and state["inspected"])
    goes("Escape", searching=False, hits=0, focus="SheetView")
    goes("Escape", selected=None)
    select_along_a_reference(keyboard)
    for level in ("1", "2", "4", "3"):
        goes(level, level=int(level))
    goes("ctrl+shift+Return", presenting=True)
    step = keyboard.states[-1]["step"]
    assert isinstance(step, int)
    goes("Prior", step=step - 1)
    goes("Escape", presenting=False)
    goes("ctrl+l", language="ko")
    goes("ctrl+l", language="en")
    keyboard.press("ctrl+q")
    assert keyboard.window.wait(PATIENCE) == 0
    for reader in keyboard.readers:
        reader.join(PATIENCE)
    assert keyboard.errors == []


def open_own_program(keyboard: Keyboard, program: Path) -> None:
    program.write_text(PROGRAM)
    keyboard.press("ctrl+o")
    keyboard.until("a file is asked for", lambda state: state["dialog"])
    keyboard.point_keys_at("Open")
    keyboard.write(str(program))
    keyboard.press("Return")
    keyboard.until("it is open", lambda state: state["program"] == program.name)
    keyboard.point_keys_at(program.name)


def step_in_every_way(keyboard: Keyboard) -> None:
    """The first line is 1, the call's line is 8."""
    goes = keyboard.goes
    goes("F10", line=7, depth=1)
    goes("Right", line=8, depth=1)
    goes("F10", line=9, depth=1)
    goes("ctrl+F10", line=8, depth=1)
    goes("F11", depth=2)
    goes("F11", line=2, depth=2)
    goes("F11", line=4, depth=2)
    goes("F11", depth=3)
    goes("shift+F11", line=9, depth=1)
    goes("ctrl+F11", depth=2)
    goes("ctrl+shift+F11", line=8, depth=1)
    goes("Left", line=7)
    goes("End", line=9, step=keyboard.states[-1]["steps"])


def select_along_a_reference(keyboard: Keyboard) -> None:
    """Tab to the frame, down to a name's row, along its reference to the object, and back."""
    keyboard.press("Tab", "Down", "Down", "Return")
    state = keyboard.until("an object is selected", lambda state: state["selected"])
    assert state["inspected"]
    keyboard.press("BackSpace")
