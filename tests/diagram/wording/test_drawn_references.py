"""Drawn references, the interpreter's and undrawn ones add up to the count."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gallery.films import Films
from tests.layout.film import Film
from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.picture import ensure_application, sheet_at
from visualizer.diagram.wording.drawn_references import (
    GroupedReferences,
    arrowheads_in,
    drawn_in,
    group_references,
)
from visualizer.explain.references.accounts import accounts
from visualizer.explain.references.ledger import Ledger
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.sheet import Sheet
from visualizer.model import State
from visualizer.recording import Recording

HERE = Path(__file__).parents[2]
PROGRAMS = sorted(
    path
    for folder in ("programs/gallery", "programs/layout", "programs/recorder", "programs")
    for path in (HERE / folder).glob("*.py")
)
APART = ("deep_recursion", "longest_zips", "thousand_instances", "thousand_tree", "points")
"""Programs with very many objects or steps: the test checks few of their steps."""
STEPS, FEW = 5, 2
"""The number of a program's steps that the short run checks."""
MOST = 100
"""The number of a program's steps that the short run plans."""


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    ensure_application()
    return Films(tmp_path_factory.mktemp("films"))


def told_in(state: State, sheet: Sheet) -> Iterator[tuple[int, GroupedReferences]]:
    """Yield the references of each object that a sheet draws as a card, in a slot or as a text."""
    ledger, shown = Ledger(state), drawn_in(sheet)
    heads = arrowheads_in(sheet, state)
    drawn = {serial for box in sheet.boxes for serial in box.block.anchors} | heads.keys()
    for serial in sorted(drawn & state.heap.keys()):
        if state.heap[serial].refcount is not None:
            rows = accounts(state, serial, ledger)
            yield serial, group_references(rows, heads.get(serial, Counter()), state, shown)


@pytest.mark.share(3)
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_references_and_rows_make_up_every_count(
    program: Path, films: Films, request: pytest.FixtureRequest
) -> None:
    with_all = request.config.getoption("--full")
    recording = Recording.open(films.path(program))
    last = recording.steps if with_all else min(recording.steps, MOST)
    few = FEW if program.stem in APART else STEPS * (16 if with_all else 1)
    wrong, seen = [], 0
    every = tuple(Level)
    # The short run checks each program at one level, so that the programs cover all levels.
    for level in every if with_all else (every[PROGRAMS.index(program) % len(every)],):
        sheets = Sheets(walk_of(recording, 1, last), recording.sources, QtMeasure(), level)
        cursor = recording.cursor()
        for number in range(1, last + 1, max(1, last // few)):
            delta = cursor.delta(number)
            state = cursor.seek(number)
            for serial, found in told_in(state, sheets.sheet(state, delta)):
                seen += 1
                undrawn = (row for rows in found.undrawn.values() for row in rows)
                rows = (*found.drawn, *found.interpreter, *undrawn)
                count = sum(row.count for row in rows) + found.extra
                if found.extra or count != state.heap[serial].refcount:
                    wrong.append((level, number, serial, state.heap[serial].type, found))
    recording.close()
    assert not wrong
    assert seen or recording.steps < 3


def test_a_reference_without_an_arrow_is_listed_with_its_reason() -> None:
    ensure_application()
    film = Film()
    cls = film.cls("Account")
    film.bind("Account", cls)
    for name in ("mine", "yours"):
        film.bind(name, film.instance(cls))
    state = film.step()
    found = dict(told_in(state, sheet_at(film, 1)))
    assert [row.kind for row in found[cls].drawn] == ["global"]
    assert {why: len(rows) for why, rows in found[cls].undrawn.items()} == {"type-links": 2}
