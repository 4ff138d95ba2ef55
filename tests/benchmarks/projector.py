"""The size of the picture's text when a program is projected.

    python -m tests.benchmarks.projector PROGRAM... [--json FILE]

The benchmark records each program (or takes a recording), opens it in the window, presents it at
1280 × 720 and measures the painted text at each step, or at an even selection of steps:
``value`` is the least height in pixels of names, values and code in the picture, ``any`` the least
of all text there, numbers of cells included. A program counts as large if no value is under
22 at any step.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.benchmarks.report import Figure, machine, options, tell
from tests.gallery.films import Films
from tests.gallery.windows import let_come, present
from visualizer.layout.drawing.parts import style_of
from visualizer.layout.measure import SIZE_OF, TextStyle
from visualizer.shell.app import make_application
from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.window.window import MainWindow

SIZE = 1280, 720
LARGE = 22.0
_MOST_STEPS = 60
_VALUES = (TextStyle.NAME, TextStyle.PLAIN_VALUE)


def main() -> int:
    """Record, present, print the table."""
    parser = options("projector", __doc__)
    parser.add_argument("programs", type=Path, nargs="+")
    found = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application()
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        figures = [one for path in found.programs for one in _measured(path, Path(folder))]
    tell(figures, machine(), found.json, "projector")
    least = [min(one.values) for one in figures if one.name.endswith(": value")]
    large = sum(round(one, 2) >= LARGE for one in least)
    print(f"{large} of {len(least)} programs: no value under {LARGE} px")
    return 0


def _measured(program: Path, folder: Path) -> Iterator[Figure]:
    preferences = Preferences(folder / f"{program.stem}.ini")
    window = MainWindow(preferences, Appearance(preferences))
    window.assemble()
    window.resize(*SIZE)
    window.show()
    is_recorded = program.suffix == ".memtrace"
    window.open_file(program if is_recorded else Films(folder).path(program))
    window.complete()
    let_come(lambda: window.diagram.feed.is_planned)
    present(window)
    values, every = [], []
    steps = window.player.steps
    for step in range(1, steps + 1, max(steps // _MOST_STEPS, 1)):
        window.player.go_to(step)
        window.diagram.scene.motion.finish()
        QApplication.processEvents()
        view, sheet = window.diagram.view, window.diagram.scene.sheet
        if sheet is None:
            continue
        styles = {style_of(one) for box in sheet.boxes for one in box.block.words}
        values.append(view.zoom * min(SIZE_OF[one] for one in styles if one in _VALUES))
        every.append(view.zoom * min(SIZE_OF[one] for one in styles))
    window.close()
    yield Figure(f"{program.stem}: value", "px", values)
    yield Figure(f"{program.stem}: any", "px", every)


if __name__ == "__main__":
    sys.exit(main())
