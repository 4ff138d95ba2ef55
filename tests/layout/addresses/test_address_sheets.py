"""The picture of the address space, computed without Qt."""

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from tests.layout.fixed_measure import FixedMeasure
from tests.recorder.runs import program_python, write_program
from visualizer.layout.addresses.scenery import Scenery
from visualizer.layout.addresses.sheets import address_sheet
from visualizer.layout.measure import Phrase, phrase
from visualizer.layout.picture import Key, object_key
from visualizer.layout.sheet import Sheet
from visualizer.layout.sizes import written_size
from visualizer.model import State
from visualizer.recording import Recording, Writer
from visualizer.session.options import Options
from visualizer.session.session import Session

PROGRAM = """
a = []
for i in range(6):
    a.append(1000 * i)
y = [1]
y = None
y = [2]
big = 'z' * 3000
d = {1: 2.5}
"""
WIDTH = 700


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recording]:
    yield from recorded(tmp_path_factory.mktemp("addresses"), PROGRAM)


def recorded(
    folder: Path, text: str, recorder: str | None = None, *, allocator: bool = True
) -> Iterator[Recording]:
    program = write_program(folder, text)
    path = program.with_suffix(".memtrace")
    options = Options(program, python=program_python(), recorder=recorder, allocator=allocator)
    session = Session(options, Writer(path, program.name))
    session.start()
    session.close_input()
    session.wait()
    with closing(Recording.open(path)) as found:
        yield found


def scene_at(recording: Recording, step: int, selected: int | None = None) -> Scenery:
    cursor = recording.cursor()
    earlier = cursor.delta(step - 1) if step > 1 else None
    delta = cursor.delta(step)
    state: State = cursor.seek(step)
    return Scenery(state, delta, earlier, FixedMeasure(), WIDTH, selected)


def sheets(recording: Recording) -> Iterator[Sheet]:
    for step in range(1, recording.steps + 1):
        yield address_sheet(scene_at(recording, step))


def step_after(recording: Recording, line: int) -> int:
    """Return the step after the step at a line."""
    cursor = recording.cursor()
    steps = (cursor.delta(n).step for n in range(1, recording.steps + 1))
    return next(one.number for one in steps if one.line == line) + 1


def keys(sheet: Sheet, kind: str) -> list[int | str]:
    return [box.key.name for box in sheet.boxes if box.key.kind == kind]


def words(sheet: Sheet) -> set[str]:
    """Return the keys of phrases."""
    texts = [one.text for box in sheet.boxes for one in box.block.words]
    texts += [text for ground in sheet.grounds for text in (ground.title, ground.note)]
    return {text.key if isinstance(text, Phrase) else text for text in texts}


@pytest.mark.needs_core
def test_boxes_stand_within_their_regions_and_apart_from_each_other(recording: Recording) -> None:
    for sheet in sheets(recording):
        for one, other in combinations(sheet.boxes, 2):
            assert not one.rect.overlaps(other.rect), (sheet.step, one.key, other.key)
        for box in sheet.boxes:
            grounds = [one.rect for one in sheet.grounds if one.rect.overlaps(box.rect)]
            assert len(grounds) == 1
            assert grounds[0].united(box.rect) == grounds[0]
        assert len({box.key for box in sheet.boxes}) == len(sheet.boxes)


@pytest.mark.needs_core
def test_each_object_of_an_arena_has_a_card_and_so_has_its_array(recording: Recording) -> None:
    scene = scene_at(recording, recording.steps)
    sheet = address_sheet(scene)
    for one in scene.state.heap.values():
        if scene.space.arena_at(one.address) is not None:
            assert object_key(one.serial) in sheet.boxes_by_key
        if one.apart:
            assert Key("apart", one.serial) in sheet.boxes_by_key


@pytest.mark.needs_core
def test_cards_of_a_pool_stand_in_the_order_of_their_addresses(recording: Recording) -> None:
    scene = scene_at(recording, recording.steps)
    sheet = address_sheet(scene)
    for pool in scene.space.pools:
        own = [one for one in scene.tenants if scene.space.pool_at(one.address) == pool]
        shown = [
            sheet.boxes_by_key[Key("apart" if one.is_apart else "object", one.thing.serial)].rect
            for one in own
        ]
        assert shown == sorted(shown, key=lambda rect: (rect.y, rect.x))


@pytest.mark.needs_core
def test_a_freed_block_is_a_ghost_until_another_object_has_it(recording: Recording) -> None:
    freed = address_sheet(scene_at(recording, step_after(recording, 5)))
    assert len(keys(freed, "freed")) == 2, "the list and its array"
    assert words(freed) & {"addresses-freed", "addresses-freed-next", "addresses-kept"}
    scene = scene_at(recording, step_after(recording, 6))
    again = address_sheet(scene)
    assert keys(again, "freed") == []
    assert any(tag.label.text == "y" and tag.is_changed for tag in again.tags)
    assert "addresses-again" in words(again)
    assert "addresses-again" not in words(freed)


GROWING = """
def build():
    s = ''
    for n in range(12):
        s += '0123456789'
    return s


build()
"""


@pytest.mark.needs_core
def test_a_text_that_grows_in_its_block_is_not_called_another_object(tmp_path: Path) -> None:
    for found in recorded(tmp_path, GROWING):
        shown = [words(sheet) for sheet in sheets(found)]
        assert any("addresses-grown" in one for one in shown)
        assert not any("addresses-again" in one for one in shown)


@pytest.mark.needs_core
def test_recording_again_is_offered_where_free_blocks_were_not_recorded(tmp_path: Path) -> None:
    for found in recorded(tmp_path, "a = [1]\n", allocator=False):
        scene = scene_at(found, found.steps)
        assert "addresses-pools-again" in words(address_sheet(scene))
        still = address_sheet(replace(scene, is_still=True))
        assert "addresses-pools-plain" in words(still), "nobody can record again from a picture"
    for found in recorded(tmp_path, "a = [1]\n"):
        assert not any("addresses-pools-again" in words(sheet) for sheet in sheets(found))


@pytest.mark.needs_core
def test_a_large_text_is_in_the_heap_of_the_c_library(recording: Recording) -> None:
    sheet = address_sheet(scene_at(recording, recording.steps))
    assert "addresses-heap" in words(sheet)
    assert keys(sheet, "heap") == [0]


@pytest.mark.needs_core
def test_names_stand_above_large_blocks_and_the_interpreters_objects_too(tmp_path: Path) -> None:
    text = "many = [*range(300)]\nbig = chr(922) * 3000\nnone = None\nletter = chr(240)\n"
    for found in recorded(tmp_path, text):
        sheet = address_sheet(scene_at(found, found.steps))
        named = {tag.label.text: tag.box for tag in sheet.tags}
        assert {"many", "many[0…299]", "big", "none", "letter"} <= set(named)
        assert named["many[0…299]"].kind == "apart"
        for tag in sheet.tags:
            box = sheet.boxes_by_key[tag.box].rect
            others = [one.rect for one in sheet.boxes if one.key != tag.box]
            assert not any(tag.label.rect.overlaps(one) for one in others)
            assert (tag.label.rect.x, tag.label.rect.bottom) == (box.x, box.y + 1)
    # The list itself is in a pool: only its array counts among the large blocks.
    notes = [one.note for one in sheet.grounds if one.title == phrase("addresses-heap")]
    large = 300 * 8 + sys.getsizeof(chr(922) * 3000)
    assert notes == [phrase("addresses-heap-note", size=written_size(large))]


@pytest.mark.needs_core
def test_the_words_of_the_selected_object_are_shown(recording: Recording) -> None:
    state = scene_at(recording, recording.steps).state
    serial = next(one.serial for one in state.heap.values() if one.type == "list")
    plain = address_sheet(scene_at(recording, recording.steps))
    sheet = address_sheet(scene_at(recording, recording.steps, serial))
    assert "addresses-hint" in words(plain)
    assert keys(plain, "word") == []
    assert {"word-count", "word-type", "word-items", "word-item"} <= words(sheet)


@pytest.mark.needs_core
def test_the_room_of_deleted_entries_belongs_to_the_table(tmp_path: Path) -> None:
    text = "d = {n: n for n in range(4)}\ndel d[0], d[1]\n"
    for one in recorded(tmp_path, text):
        state = one.cursor().seek(one.steps)
        (names,) = state.globals.values()
        found = address_sheet(scene_at(one, one.steps, dict(names)["d"]))
        said = [text.text for box in found.boxes for text in box.block.words]
        assert phrase("addresses-entries-deleted", used=2, places=5, deleted=2) in said
        notes = [ground.note for ground in found.grounds]
        phrases = [note for note in notes if isinstance(note, Phrase)]
        (split,) = [note for note in phrases if note.key == "addresses-split-deleted"]
        parts = dict(split.arguments)
        assert sum(int(part) for key, part in parts.items() if key != "size") == int(parts["size"])


def test_the_subject_of_the_step_is_visible(recording: Recording) -> None:
    scene = scene_at(recording, step_after(recording, 8))
    sheet = address_sheet(scene)
    assert scene.new
    assert {object_key(serial) for serial in scene.new} & set(sheet.must_see)
    for key in sheet.must_see:
        assert sheet.view.united(sheet.boxes_by_key[key].rect) == sheet.view


@pytest.mark.needs_core
def test_many_objects_are_cells_in_one_box_for_each_pool(tmp_path: Path) -> None:
    for recording in recorded(tmp_path, "a = [1000 * n for n in range(1000)]\nx = 1\n"):
        scene = scene_at(recording, recording.steps)
        sheet = address_sheet(scene)
        cells = [box for box in sheet.boxes if box.key.kind == "cells"]
        drawn = {serial for box in cells for serial in box.block.anchors}
        assert len(drawn) > 900
        assert len(sheet.boxes) < 200


def test_unknown_memory_is_reported(tmp_path: Path) -> None:
    for recording in recorded(tmp_path, "a = [1]\n", "python"):
        sheet = address_sheet(scene_at(recording, recording.steps))
        assert sheet.boxes == ()
        assert words(sheet) == {"addresses-title", "addresses-unknown"}


LONG = "; ".join(["a = b + c * a"] * 60)
CODE = f"""
def small():
    return 1


def large(a, b, c):
    {LONG}
    return [a for b in range(c)]


small()
"""


@pytest.mark.needs_core
def test_the_code_of_the_program_has_a_region_with_blocks_where_they_are_known(
    tmp_path: Path,
) -> None:
    for found in recorded(tmp_path, CODE):
        scene = scene_at(found, found.steps - 1)
        sheet = address_sheet(scene)
        titles = [ground.title for ground in sheet.grounds]
        assert phrase("addresses-code") in titles
        codes = {one.name: one for one in scene.state.codes.values() if one.is_program}
        cards = {number: sheet.boxes_by_key[Key("code", number)] for number in keys(sheet, "code")}
        assert set(cards) == {one.number for one in codes.values()}
        assert phrase("module") in [one.text for one in cards[codes["<module>"].number].block.words]
        block = scene.space.block_at(codes["small"].address)
        assert block is not None
        told = [one.text for one in cards[codes["small"].number].block.words]
        assert phrase("addresses-code-block", size=block.size) in told
        told = [one.text for one in cards[codes["large"].number].block.words]
        assert phrase("addresses-heap") in told, "its size is not known, and none is said"
