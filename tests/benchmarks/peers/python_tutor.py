"""The steps as Online Python Tutor's own front end draws them, in a headless browser."""

import html
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

from tests.benchmarks.peers.views import Line, View

SCRIPT = Path(__file__).with_name("python_tutor.js")
MOST_STEPS = 100_000
SECONDS = 900
WINDOW = "1440,900"

PAGE = """\
<!DOCTYPE html>
<html><head><meta charset="utf-8"><script src="{bundle}"></script></head>
<body style="background: white"><div id="shown"></div>
<script>{script}</script>
<script>measureAll({trace});</script>
</body></html>
"""


def trace(program: Path, folder: Path, tracer: Path, python: str) -> str:
    """Return the tool's own trace of a program, as JSON."""
    out = folder / f"{program.stem}.opt.json"
    command = [python, str(tracer), str(program), str(MOST_STEPS), str(out)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return out.read_text(encoding="utf-8")


def views(program: Path, folder: Path, told: str, front_end: Path, browser: str) -> list[View]:
    """Walk a trace in the front end, with its page's own options, and read all positions."""
    page = folder / f"{program.stem}.html"
    page.write_text(
        PAGE.format(
            bundle=front_end.resolve().as_uri(),
            script=SCRIPT.read_text(encoding="utf-8"),
            trace=told.replace("</", "<\\/"),
        ),
        encoding="utf-8",
    )
    done = subprocess.run(
        [*_command(browser, folder), "--dump-dom", page.as_uri()],
        text=True,
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    found = re.search(r'<pre id="measured">(.*?)</pre>', done.stdout, re.DOTALL)
    if found is None:
        raise ValueError(f"{front_end}: {program.stem} came to no end in the front end")
    return [_view(step) for step in json.loads(html.unescape(found[1]))]


def _command(browser: str, folder: Path) -> list[str]:
    """Return the command of a browser without network; as root it cannot use a sandbox."""
    rootless = [] if os.geteuid() else ["--no-sandbox"]
    return [
        *(browser, "--headless", "--disable-gpu", *rootless, f"--window-size={WINDOW}"),
        "--host-resolver-rules=MAP * ~NOTFOUND",
        f"--user-data-dir={folder / 'browser'}",
    ]


def _view(step: dict[str, Any]) -> View:
    """Build the view; its pictures have no border, so the border is that around the boxes."""
    boxes = {name: tuple(box) for name, box in step["boxes"].items()}
    lines = tuple(Line(tuple((x, y) for x, y in points)) for points in step["lines"])
    left = min((x for x, *_ in boxes.values()), default=0)
    top = min((y for _, y, *_ in boxes.values()), default=0)
    right = max((x + width for x, _, width, _ in boxes.values()), default=0)
    bottom = max((y + height for _, y, _, height in boxes.values()), default=0)
    return View(boxes, lines, right - left, bottom - top, len(lines))
