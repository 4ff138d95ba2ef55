"""Recorded programs, laid out: where every card stands and every arrow runs, as text.

``--full --update-golden`` writes the files anew; look at what has changed before keeping them.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.gallery.films import Films
from visualizer.layout import (
    Arrow,
    Box,
    FixedMeasure,
    Foresight,
    Key,
    Layout,
    Phrase,
    Picture,
    Text,
    TextStyle,
    object_key,
)
from visualizer.recording import Recording

HERE = Path(__file__).parent
GALLERY = HERE.parent / "gallery" / "programs"
APART = ("lock", "points")
"""Which thread comes first is not the same in every run; too many objects to read."""
PROGRAMS = (
    HERE.parents[1] / "resources" / "examples" / "call_example.py",
    *sorted((HERE / "programs").glob("*.py")),
    *(path for path in sorted(GALLERY.glob("*.py")) if path.stem not in APART),
    *(
        HERE.parent / "programs" / f"{name}.py"
        for name in ("classes_and_slots", "exception", "generator", "linked_list", "recursion")
    ),
)
LONG = ("search_tree_60", "thousand_instances", "thousand_tree")
MOST_STEPS = 1000


class _Steady(FixedMeasure):
    """All serials are as wide as each other: the recorder may count otherwise."""

    def width(self, text: Text, style: TextStyle) -> float:
        """Width in pixels."""
        return super().width(re.sub(r"#\d+", "#00", text) if isinstance(text, str) else text, style)


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    return Films(tmp_path_factory.mktemp("films"))


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(path, id=path.stem, marks=[pytest.mark.full] if path.stem in LONG else [])
        for path in PROGRAMS
    ],
)
def test_a_program_is_laid_out_as_it_was(
    program: Path, films: Films, golden: Callable[[str, str], None]
) -> None:
    recording = Recording.open(films.path(program))
    text = written(recording)
    recording.close()
    golden(f"{program.stem}.json", text)


def written(recording: Recording) -> str:
    """The last step, and that with the most objects: a line for each card and each arrow."""
    cursor = recording.cursor()
    foresight = Foresight(_Steady())
    steps = min(recording.steps, MOST_STEPS)
    for number in range(1, steps + 1):
        foresight.add(cursor.delta(number))
    foresight.close()
    layout = Layout(_Steady(), foresight)
    fullest = max(range(1, steps + 1), key=lambda number: len(cursor.seek(number).heap))
    lines = ["{"]
    for number in sorted({fullest, steps}):
        picture = layout.picture(cursor.seek(number), cursor.delta(number))
        told = "".join(f"\n    {line}," for line in entries(picture))
        lines.append(f'  "step {number}": {{{told.removesuffix(",")}\n  }},')
    lines[-1] = lines[-1].removesuffix(",")
    return "\n".join([*lines, "}"]) + "\n"


def entries(picture: Picture) -> Iterator[str]:
    """Every card with x, y, width and height, every arrow with its corners."""
    as_text = partial(json.dumps, ensure_ascii=False)
    names: dict[Key, str] = {}
    made: Counter[str] = Counter()
    for box in picture.boxes:
        # Not by serial: the recorder may count otherwise, and the picture is the same.
        name = named(box)
        made[name] += 1
        names[box.key] = f"{name} {made[name]}"
        for nested in box.nested:
            made["nested"] += 1
            names[object_key(nested.serial)] = f"{nested.title} in a slot {made['nested']}"
    for box in picture.boxes:
        yield f"{as_text(names[box.key])}: {as_text(rounded(*box.rect))}"
        for nested in box.nested:
            name = names[object_key(nested.serial)]
            yield f"{as_text(name)}: {as_text(rounded(*box.rect_of(nested)))}"
    for arrow in picture.arrows:
        goal = next(name for key, name in names.items() if key == ("object", arrow.target))
        slot = " ".join(map(str, filter(None, (arrow.slot.kind, str(arrow.slot.name)))))
        what = f"{names[arrow.holder]} {slot} → {goal}"
        yield f"{as_text(what + kind_of(arrow))}: {as_text([rounded(*p) for p in arrow.points])}"


def named(box: Box) -> str:
    title = box.card.title
    shown = title.key if isinstance(title, Phrase) else title
    texts = [part.text for part in box.card.parts] if box.card.aside else []
    return " ".join(["×" * box.ghost + shown, *map(str, texts)]).strip()


def kind_of(arrow: Arrow) -> str:
    return f" ({arrow.kind.value}{', chip' if arrow.chip else ''})"


def rounded(*numbers: float) -> list[float]:
    return [int(n) if n == int(n) else round(n, 1) for n in numbers]
