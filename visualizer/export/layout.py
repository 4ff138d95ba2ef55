"""The layout format: the places of all parts at each step. CONTRACT.md describes it."""

from collections.abc import Iterable
from typing import TextIO

from visualizer.export.json_text import json_text
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.ink import STYLE_OF
from visualizer.layout.composing.sheets import sheets_around
from visualizer.layout.measure import SIZE_OF, TextMeasure
from visualizer.layout.picture import Key, Rect
from visualizer.layout.placing import Size
from visualizer.layout.sheet import Arrow, Label, Placed, Sheet
from visualizer.model.delta import SteppedRecording


def write_layout(
    recording: SteppedRecording,
    out: TextIO,
    measure: TextMeasure,
    level: Level,
    canvas: Size,
    *,
    step: int | None = None,
) -> None:
    """Write a line for each step, or for ``step`` alone; lengths are pixels at scale 1.

    Each part of a long recording has a plan of its own. Of a damaged one, the steps before the
    fault are written. Raises ``DamagedRecording``.
    """
    cursor = recording.cursor()
    number, last = (1, recording.steps) if step is None else (step, step)
    while number <= last:
        sheets, part = sheets_around(recording, number, measure, level, canvas)
        shown = range(number, min(part[-1], last) + 1)
        for one in shown:
            delta = cursor.delta(one)
            sheet = sheets.sheet(cursor.seek(one), delta)
            out.write(json_text(_sheet(sheet)))
            out.write("\n")
        number = shown.stop


def _sheet(sheet: Sheet) -> dict[str, object]:
    drawn = sheet.drawn
    return {
        "step": sheet.step,
        "size": [_round(drawn.width), _round(drawn.height)],
        "scale": round(sheet.scale, 3),
        "view": _rect(sheet.view),
        "boxes": [one for box in sheet.boxes for one in _boxes(box)],
        "arrows": [_arrow(arrow, sheet) for arrow in sheet.arrows],
        "tags": [
            {"text": str(tag.label.text), "rect": _rect(tag.label.rect), "box": _key(tag.box)}
            for tag in sheet.tags
        ],
        "must_see": [_key(key) for key in sheet.must_see],
        "smallest_text": _smallest(sheet.boxes),
    }


def _boxes(box: Placed) -> Iterable[dict[str, object]]:
    """Yield a box and the boxes inside it."""
    own = box.key.name if box.key.kind == "object" else None
    inner = {serial: rect for serial, rect in box.block.anchors.items() if serial != own}
    shown = [one.target for one in box.block.fields if one.target not in inner]
    yield {
        "key": _key(box.key),
        "kind": box.kind,
        "rect": _rect(box.rect),
        "folded": box.is_folded,
        "inside": None,
        "serials": [own, *shown] if own is not None else shown,
    }
    for serial, rect in inner.items():
        yield {
            "key": f"object {serial}",
            "kind": "card",
            "rect": _rect(rect.moved(box.x, box.y)),
            "folded": False,
            "inside": _key(box.key),
            "serials": [serial],
        }


def _arrow(arrow: Arrow, sheet: Sheet) -> dict[str, object]:
    tag = next((one for one in sheet.tags if _is_end(one.box, one.label, arrow)), None)
    start = {"text": str(arrow.stub.text), "rect": _rect(arrow.stub.rect)} if arrow.stub else None
    end = {"text": str(tag.label.text), "rect": _rect(tag.label.rect)} if tag else None
    return {
        "key": f"{_key(arrow.holder)} {arrow.slot.kind} {arrow.slot.name}",
        "from": _key(arrow.start),
        "to": _key(arrow.end) if arrow.end else None,
        "points": [[_round(x), _round(y)] for x, y in arrow.points] or None,
        "stub": [start, end] if start or end else None,
    }


def _is_end(box: Key, label: Label, arrow: Arrow) -> bool:
    return not arrow.points and box == arrow.end and str(arrow.slot.name) in str(label.text).split()


def _key(key: Key) -> str:
    return f"{key.kind} {key.name}"


def _rect(rect: Rect) -> list[float]:
    return [_round(one) for one in rect]


def _round(length: float) -> float:
    return round(length, 2)


def _smallest(boxes: Iterable[Placed]) -> int:
    inks = {words.ink for box in boxes for words in box.block.words}
    return min((SIZE_OF[STYLE_OF[ink]] for ink in inks), default=0)
