"""The time to export a page of 1,000 steps, to open it in a browser, and to step in it.

    python -m tests.benchmarks.sharing [--steps N] [--repeat N] [PROGRAM.py …]

Needs Chromium. The time of a step in the browser includes its layout, not its painting.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.racers import ROOT
from tests.benchmarks.report import Figure, machine, options, tell

EXPORT, INTERACTIVE, STEP = 3.0, 500.0, 16.0
"""Limits: seconds of the export; milliseconds until the page is usable, and of a step."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PROGRAMS = tuple(sorted((ROOT / "tests" / "benchmarks" / "typical").glob("*.py")))
OPENED = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
WALK = """() => {
  const times = [];
  const last = visualizer.first + Number(document.querySelector("#slider").max) - 1;
  for (let step = visualizer.first; step <= last; step++) {
    const begin = performance.now();
    visualizer.go(step);
    document.body.getBoundingClientRect();
    times.push(performance.now() - begin);
  }
  return times;
}"""


def main() -> int:
    """Measure, and print a table."""
    parser = options("sharing", __doc__)
    parser.add_argument("programs", nargs="*", type=Path, default=PROGRAMS)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=1)
    found = parser.parse_args()
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        parser.error("no Chromium is installed here")
    figures: list[Figure] = []
    with (
        tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder,
        sync_playwright() as run,
    ):
        started = run.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for program in found.programs:
            figures += _measure(program, Path(folder), started, found.steps, found.repeat)
        started.close()
    tell(figures, machine(), found.json, "sharing")
    return 0


def _measure(
    program: Path, folder: Path, browser: Browser, steps: int, repeat: int
) -> list[Figure]:
    recording, page = folder / f"{program.stem}.memtrace", folder / f"{program.stem}.html"
    command = [sys.executable, "-m", "visualizer"]
    whole = ["record", str(program), "--max-steps", str(steps), "-o", str(recording)]
    subprocess.run([*command, *whole], cwd=ROOT, check=False, capture_output=True)
    export = ["export", str(recording), "--format", "html", "-o", str(page)]
    exporting = [_timed([*command, *export]) for _ in range(repeat)]
    opening, stepping = [], []
    for _ in range(repeat):
        shown = browser.new_page(viewport={"width": 1280, "height": 800})
        shown.goto(page.as_uri())
        opening.append(float(shown.evaluate(OPENED)))
        stepping += shown.evaluate(WALK)
        shown.close()
    steps = len(stepping) // repeat
    name, megabytes = program.stem, page.stat().st_size / 1e6
    return [
        Figure(f"{name}: export of {steps} steps, whole command", "s", exporting, EXPORT, "median"),
        Figure(f"{name}: its size", "MB", [megabytes]),
        Figure(f"{name}: opened until it can be used", "ms", opening, INTERACTIVE, "median"),
        Figure(f"{name}: a step", "ms", stepping, STEP, "median"),
    ]


def _timed(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
