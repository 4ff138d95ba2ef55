"""Online Python Tutor's own front end reads our traces: needs ``--peers`` with its sources.

The sources must have ``v5-unity/build``, the built pages.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.export.opt_traces import PROGRAMS, exported_traces

BUNDLE = "v5-unity/build/pytutor-embed.bundle.js"
SHOWN = """() => {
    const texts = (root, selector) =>
        [...root.querySelectorAll(selector)].map((one) => one.textContent.trim());
    const frames = [...document.querySelectorAll("#stack .stackFrame, #stack .zombieStackFrame")];
    const ids = [...document.querySelectorAll("#heap .heapObject")].map((one) => one.id);
    return {
        globals: texts(document, "#globals_area .stackFrameVar"),
        frames: frames.map((one) => texts(one, ".stackFrameVar")),
        heap: ids.map((one) => /heap_object_(\\d+)_s/.exec(one)[1]),
        output: document.querySelector("#pyStdout").value,
        error: document.querySelector("#errorOutput").textContent,
    };
}"""
type Json = dict[str, Any]


@pytest.fixture(scope="module")
def front_end(request: pytest.FixtureRequest) -> Iterator[tuple[Page, Path, list[str]]]:
    """A browser, the built front end, and the browser's complaints."""
    folder = Path(request.config.getoption("--peers"))
    bundle = next(folder.rglob(BUNDLE), None)
    browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    assert bundle is not None, f"{folder} has no {BUNDLE}"
    assert browser is not None
    complaints: list[str] = []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = started.new_page(viewport={"width": 1400, "height": 900})
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
        yield page, bundle, complaints
        started.close()


def expected(entry: Json) -> Json:
    """Return the names that the front end should show of an entry, and their objects."""
    return {
        "globals": entry["ordered_globals"],
        "frames": [
            [name.replace("__return__", "Returnvalue") for name in frame["ordered_varnames"]]
            for frame in entry["stack_to_render"]
        ],
        "output": entry["stdout"].rstrip(),
    }


@pytest.mark.peers
def test_it_shows_every_step_of_every_program(
    front_end: tuple[Page, Path, list[str]], tmp_path: Path
) -> None:
    page, bundle, complaints = front_end
    programs = sorted(PROGRAMS.glob("*.py"))
    steps = 0
    for program, trace in zip(programs, exported_traces(programs, tmp_path), strict=True):
        whole = {"code": program.read_text(encoding="utf-8"), "trace": trace}
        text = json.dumps(whole).replace("</", "<\\/")
        file = tmp_path / "page.html"
        file.write_text(
            f'<!DOCTYPE html><meta charset="utf-8"><script src="{bundle.as_uri()}"></script>'
            f'<div id="viz"></div><script>const viz = addVisualizerToPage({text}, "viz",'
            ' {startingInstruction: 0, lang: "py3", cumulative: false});</script>',
            encoding="utf-8",
        )
        page.goto(file.as_uri())
        for number, entry in enumerate(trace):
            if "stack_to_render" not in entry:
                continue
            page.evaluate("(step) => viz.renderStep(step)", number)
            shown = page.evaluate(SHOWN)
            wanted = expected(entry)
            # The front end puts a later name below those that it already shows.
            assert sorted(shown["globals"]) == sorted(wanted["globals"]), (program.name, number)
            assert list(map(sorted, shown["frames"])) == list(map(sorted, wanted["frames"])), (
                program.name,
                number,
            )
            assert shown["output"].rstrip() == wanted["output"], (program.name, number)
            assert set(shown["heap"]) <= set(entry["heap"]), (program.name, number)
            if entry["event"] == "exception":
                said = " ".join(entry["exception_msg"].split())
                assert said in " ".join(shown["error"].split()), (program.name, number)
            steps += 1
        assert complaints == [], program.name
    assert len(programs) >= 45
    assert steps > 1_000
