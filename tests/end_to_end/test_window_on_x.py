"""The window on a real X server, driven by the keyboard alone."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PATIENCE = 120
PROGRAM = """\
def total(items):
    if not items:
        return 0
    return items[0] + total(items[1:])


basket = [3, 4]
print(total(basket))
basket.append(5)
"""

type State = dict[str, object]


@dataclass
class Keyboard:
    """Keys for a window that a process of its own shows; ``states`` is what that said of itself."""

    display: str
    window: "subprocess.Popen[str]"
    states: list[State] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.readers = [
            threading.Thread(target=self._read, daemon=True),
            threading.Thread(target=self._read_errors, daemon=True),
        ]
        for reader in self.readers:
            reader.start()

    def _read(self) -> None:
        assert self.window.stdout is not None
        for line in self.window.stdout:
            self.states.append(json.loads(line))

    def _read_errors(self) -> None:
        assert self.window.stderr is not None
        self.errors.extend(self.window.stderr)

    def xdotool(self, *words: str) -> str:
        surroundings = {**os.environ, "DISPLAY": self.display}
        done = subprocess.run(
            ["xdotool", *words],
            env=surroundings,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        self.xdotool("key", "--delay", "0", *keys)

    def write(self, text: str) -> None:
        self.xdotool("type", "--delay", "0", text)

    def point_keys_at(self, title: str) -> None:
        """What a window manager does with a new window; there is none on this screen."""
        found = ""
        until = time.monotonic() + PATIENCE
        while not found:
            assert time.monotonic() < until, f"no window is called {title}"
            found = self.xdotool("search", "--onlyvisible", "--name", title).strip()
        self.xdotool("windowfocus", "--sync", found.splitlines()[-1])

    def until(self, what: str, holds: Callable[[State], object]) -> State:
        until = time.monotonic() + PATIENCE
        while not self.states or not holds(self.states[-1]):
            assert self.window.poll() is None, "".join(self.errors)
            assert time.monotonic() < until, f"{what}: {self.states[-1:]} {''.join(self.errors)}"
            self.readers[0].join(0.01)
        return self.states[-1]

    def goes(self, *keys: str, **wanted: object) -> State:
        """Press keys and wait until it stands otherwise, as wanted, and nothing moves any more."""
        told = len(self.states)
        self.press(*keys)
        wanted["still"] = True
        return self.until(
            f"after {keys} {wanted}",
            lambda state: (
                len(self.states) > told
                and all(state[name] == value for name, value in wanted.items())
            ),
        )


KEEN = """\
import json, sys
from pathlib import Path
from unittest.mock import patch
from visualizer.shell import app
from visualizer.shell.window import MainWindow

class Slow(MainWindow):
    def furnishing(self):
        self.setWindowTitle("empty panes")
        print(json.dumps({"text": ""}), flush=True)
        for at, _ in enumerate(super().furnishing()):
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


@contextmanager
def started(screen: str, tmp_path: Path, *command: str) -> Iterator[Keyboard]:
    """At a window that was started as on a first day."""
    surroundings = {
        **os.environ,
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "VISUALIZER_LANGUAGE": "en",
    }
    window = subprocess.Popen(
        [sys.executable, *command],
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )
    made = Keyboard(screen, window)
    yield made
    if window.poll() is None:
        window.kill()
    window.wait(PATIENCE)
    for reader in made.readers:
        reader.join(PATIENCE)
    for pipe in (window.stdout, window.stderr):
        assert pipe is not None
        pipe.close()


@pytest.fixture
def keyboard(screen: str, tmp_path: Path) -> Iterator[Keyboard]:
    """At a window on the example."""
    with started(screen, tmp_path, "-m", "tests.end_to_end.watched_window") as made:
        yield made


def test_what_is_typed_into_empty_panes_comes_where_it_belongs(screen: str, tmp_path: Path) -> None:
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
    keyboard.point_keys_at("Untitled")
    # From New past Open, the field to search in and the first example to the second.
    keyboard.press("Tab", "Tab", "Tab", "Tab", "Return")
    keyboard.until("the example is recorded", lambda state: state["ended"] and state["step"] == 1)
    goes("End", step=14)
    goes("Home", step=1)
    open_own_program(keyboard, tmp_path / "basket.py")
    goes("ctrl+r", ended=True, step=1, level=1, focus="SheetView")
    step_in_every_way(keyboard)
    goes("3", level=3, focus="SheetView")
    goes("ctrl+f", searching=True, focus="SearchField")
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
    """The first line is 1, that of the call 8."""
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
    """Tab to the frame, down to the row of a name, along it to the object, and back."""
    keyboard.press("Tab", "Down", "Down", "Return")
    state = keyboard.until("an object is selected", lambda state: state["selected"])
    assert state["inspected"]
    keyboard.press("BackSpace")
