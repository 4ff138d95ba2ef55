"""Every step of the shipped programs, in a browser: the page agrees with the exports."""

import io
import json
import os
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any, ClassVar

import pytest

import visualizer.export.page.levels
import visualizer.layout.composing.sheets
from tests.end_to_end.page.conftest import OpenPage
from tests.shell.recordings import recorded
from visualizer.diagram.fonts import QtMeasure
from visualizer.export.jsonl import write_jsonl
from visualizer.export.layout import write_layout
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.sheets import CANVAS, Sheets
from visualizer.layout.sheet import Sheet
from visualizer.model import State
from visualizer.recording import Recording
from visualizer.resources import resources_folder

COLLECT = Path(__file__).with_name("collected.js").read_text(encoding="utf-8")
PROGRAMS = sorted((resources_folder() / "examples").glob("*.py"))
type Json = dict[str, Any]


class SheetsOnce(Sheets):
    """Lays out each step once: the page and the layout's export use the same pictures."""

    made: ClassVar[dict[tuple[Level, int], Sheet]] = {}

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.level: Level = arguments[3]

    def plan(self) -> None:
        """Leave planning to the first picture that is not made yet."""

    def sheet(self, state: State, *others: Any, **named: Any) -> Sheet:
        assert state.step is not None
        key = self.level, state.step.number
        if key not in self.made:
            super().plan()
            self.made[key] = super().sheet(state, *others, **named)
        return self.made[key]


@pytest.fixture
def _sheets_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SheetsOnce, "made", {})
    for user in (visualizer.layout.composing.sheets, visualizer.export.page.levels):
        monkeypatch.setattr(user, "Sheets", SheetsOnce)


@pytest.mark.share(4)
@pytest.mark.usefixtures("_sheets_once")
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_a_page_shows_the_same_as_the_exports(
    program: Path, tmp_path: Path, open_page: OpenPage
) -> None:
    path = recorded(tmp_path, program.read_text(encoding="utf-8"))
    with closing(Recording.open(path)) as recording:
        steps = recording.steps
        states = exported_states(recording)
        page = open_page(path)
        compared = 0
        for number, level in enumerate(Level):
            page.select_option("#level", str(number))
            found = json.loads(page.evaluate(COLLECT, steps))
            assert found["unlike"] == []
            forwards = found["steps"]
            layouts = exported_layouts(recording, level)
            for shown, state, layout in zip(forwards, states, layouts, strict=True):
                assert shown["state"] == state
                compare_places(shown["items"], layout)
                if level.has_counts:
                    compare_counts(shown["items"], layout, state)
                else:
                    compared += compare_values(shown["items"], state)
        assert compared > 0 or not any(map(has_plain_values, states))
        assert "".join(state["stdout"] for state in states) == forwards[-1]["output"]


def exported_states(recording: Recording) -> list[Json]:
    """Return the states, with the output's line ends as in a page."""
    text = io.StringIO()
    write_jsonl(recording, text)
    states: list[Json] = [json.loads(line) for line in text.getvalue().splitlines()[1:]]
    for state in states:
        for stream in ("stdout", "stderr"):
            state[stream] = state[stream].replace(os.linesep, "\n")
    return states


def exported_layouts(recording: Recording, level: Level) -> list[Json]:
    text = io.StringIO()
    write_layout(recording, text, QtMeasure(), level, CANVAS)
    return [json.loads(line) for line in text.getvalue().splitlines()]


def compare_places(items: list[Json], layout: Json) -> None:
    """Check that boxes are where the layout has them, and arrows lead from port to target."""
    shown = {item["key"]: item for item in items}
    boxes = {box["key"]: box["rect"] for box in layout["boxes"] if box["inside"] is None}
    assert {key: item["at"] for key, item in shown.items() if key in boxes} == {
        key: pytest.approx(rect[:2], abs=0.06) for key, rect in boxes.items()
    }
    for arrow in layout["arrows"]:
        if arrow["points"]:
            (way,) = shown[arrow["key"]]["paths"]
            x, y = map(float, way[1:].split("L")[0].split("Q")[0].split())
            assert [x - 0.5, y - 0.5] == pytest.approx(arrow["points"][0], abs=0.06)
        elif arrow["stub"] and arrow["stub"][0]:
            assert arrow["stub"][0]["text"].rstrip("…")[:4] in shown[arrow["key"]]["texts"][0][0]
    tags = Counter(tag["text"] for tag in layout["tags"])
    found = Counter(item["texts"][0][0] for item in items if item["key"].startswith("tag "))
    assert found == tags


def compare_values(items: list[Json], state: Json) -> int:
    """Check the running frame: each value shown next to a name is the exported value.

    Returns their number.
    """
    running = [item for item in items if item["runs"]]
    if not running or not state["frames"]:
        return 0
    names, heap, compared = state["frames"][-1]["locals"], state["heap"], 0
    (box,) = running
    for text, style, y in box["texts"]:
        if "s-name" not in style or text not in names:
            continue
        row = [one for one, look, at in box["texts"] if "s-plain" in look and abs(at - y) < 3]
        value = heap[str(names[text])].get("value")
        if len(row) == 1 and value is not None:
            assert value.startswith(row[0].partition("…")[0]), (text, row, value)
            compared += 1
    return compared


def has_plain_values(state: Json) -> bool:
    """Whether a name of the running frame refers to a value that its row shows."""
    names = state["frames"][-1]["locals"].values() if state["frames"] else ()
    return any("value" in state["heap"][str(serial)] for serial in names)


def compare_counts(items: list[Json], layout: Json, state: Json) -> None:
    """Check that the counts in a box are those of its objects."""
    serials: dict[str, set[int]] = {}
    for box in layout["boxes"]:
        serials.setdefault(box["inside"] or box["key"], set()).update(box["serials"])
    for item in items:
        shown = Counter(
            text
            for text, style, _ in item["texts"]
            if "s-index" in style and (text == "∞" or text.isdecimal())
        )
        if not item["key"].startswith("object ") or not shown:
            continue
        counts = {one: state["heap"][str(one)]["refcount"] for one in serials[item["key"]]}
        said = {one: "∞" if count is None else str(count) for one, count in counts.items()}
        assert said[int(item["key"].split()[1])] in shown
