"""A window on a real X server, in a separate process, driven by xdotool."""

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

from tests.systems import home_in

PATIENCE = 120

type State = dict[str, object]


@dataclass
class Keyboard:
    """Keys for a window in a separate process; ``states`` are the window's printed states."""

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
        """Focus a new window as a window manager would; this screen has none."""
        found = ""
        until = time.monotonic() + PATIENCE
        while not found:
            assert time.monotonic() < until, f"no window is called {title}"
            found = self.xdotool("search", "--onlyvisible", "--name", title).strip()
        self.xdotool("windowfocus", "--sync", found.splitlines()[-1])

    def click(self, at: object) -> None:
        """Click the left button at a place on the screen."""
        assert isinstance(at, list), f"nothing to click: {self.states[-1:]}"
        self.xdotool("mousemove", str(at[0]), str(at[1]), "click", "1")

    def drag(self, start: object, end: object) -> None:
        """Drag from a place to another, by way of two between them."""
        assert isinstance(start, list)
        assert isinstance(end, list), f"no place to drag to: {self.states[-1:]}"
        (x, y), (right, below) = start, end
        self.xdotool("mousemove", str(x), str(y), "mousedown", "1")
        for part in (0.3, 0.7, 1.0):
            between = round(x + part * (right - x)), round(y + part * (below - y))
            self.xdotool("mousemove", *map(str, between))
        self.xdotool("mouseup", "1")

    def until(self, what: str, holds: Callable[[State], object]) -> State:
        until = time.monotonic() + PATIENCE
        while not self.states or not holds(self.states[-1]):
            assert self.window.poll() is None, "".join(self.errors)
            assert time.monotonic() < until, f"{what}: {self.states[-1:]} {''.join(self.errors)}"
            self.readers[0].join(0.01)
        return self.states[-1]

    def goes(self, *keys: str, **wanted: object) -> State:
        """Press keys and wait until the state changes as wanted and nothing moves any more."""
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


@contextmanager
def started(screen: str, tmp_path: Path, *command: str, language: str = "en") -> Iterator[Keyboard]:
    """Start a window with fresh settings."""
    surroundings = {
        **os.environ,
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(tmp_path),
        **home_in(tmp_path),
        "VISUALIZER_LANGUAGE": language,
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
    try:
        yield made
    finally:
        if window.poll() is None:
            window.kill()
        window.wait(PATIENCE)
        for reader in made.readers:
            reader.join(PATIENCE)
        for pipe in (window.stdout, window.stderr):
            assert pipe is not None
            pipe.close()
