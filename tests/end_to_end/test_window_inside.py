"""F8 steps through a line, expression by expression, and on into the next step."""

import re

from tests.shell.windows import Desk
from visualizer.layout.sheet import BoxKind

PROGRAM = """\
def f2(x):
    return x + 1
y = 10
z = f2(y) + 1
s = rf"{y}_(\\d{6})"
a = [len([y]), z][0] * 2
"""


def words_of(desk: Desk) -> tuple[int, str]:
    """Return the step, and the line as the row below the code shows it."""
    row = desk.window.inside_row
    text = re.sub(r"<[^>]*>", "", row.text.text()).replace("&nbsp;", " ").replace("&quot;", '"')
    assert row.isVisible()
    return desk.window.player.step, re.sub(r" +", " ", text).strip()


def framed(desk: Desk) -> str:
    """Return the text that the editor frames."""
    editor = desk.window.source.editor
    span = editor.framed
    return "" if span is None else editor.document().toPlainText()[span.first : span.last]


def record(desk: Desk) -> None:
    """Record the program with the values inside its lines."""
    desk.put_in(PROGRAM)
    desk.press("record_inside")
    desk.until_ended()


def test_stepping_through_a_line_shows_each_part_with_its_value(desk: Desk) -> None:
    record(desk)
    desk.window.player.go_to(3)
    seen = []
    for _ in range(9):
        desk.press("inside")
        seen.append((*words_of(desk), framed(desk)))
    assert seen == [
        (4, "def f2(x):", ""),
        (5, "return x + 1", ""),
        (5, "return 11", "x + 1"),
        (6, "return x + 1", ""),
        (6, "z = 11 + 1", "f2(y)"),
        (6, "z = 12", "f2(y) + 1"),
        (7, 's = rf"{y}_(\\d{6})"', ""),
        (7, 's = rf" 10 _(\\d{6})"', "{y}"),
        (7, 's = rf"10_(\\d 6 )"', "{6}"),
    ]
    desk.press("inside_back")
    assert words_of(desk) == (7, 's = rf" 10 _(\\d{6})"')
    for _ in range(2):
        desk.press("inside_back")
    assert words_of(desk) == (6, "z = 12"), "back into the end of the step before"


def test_another_move_leaves_the_line(desk: Desk) -> None:
    record(desk)
    desk.window.player.go_to(7)
    desk.press("inside")
    assert framed(desk)
    desk.press("forward")
    assert not desk.window.inside_row.isVisible()
    assert not framed(desk)


def test_temporaries_have_types_and_counts_at_the_levels_that_show_these(
    desk: Desk,
) -> None:
    record(desk)
    desk.window.player.go_to(8)
    desk.press("inside")
    stack = desk.window.inside_row.stack
    assert "list" in stack.text()
    assert "1 reference" in stack.text()
    assert "temporary" in stack.text()
    desk.press("level_2")
    assert "1 reference" not in stack.text()
    desk.press("level_1")
    assert "list" not in stack.text()


def operands(desk: Desk) -> list[str]:
    """Return the texts of the evaluation stack in the picture, in the order of its rows."""
    sheet = desk.window.diagram.shown_sheet
    assert sheet is not None
    blocks = [box.block for box in sheet.boxes if box.key.kind == "stack"]
    return [one.text for block in blocks for one in block.words if isinstance(one.text, str)]


def test_the_picture_has_the_evaluation_stack_at_its_frame(desk: Desk) -> None:
    record(desk)
    desk.press("level_3")
    desk.window.player.go_to(5)
    assert operands(desk) == []
    desk.press("inside")
    assert operands(desk) == ["11", "x + 1"]
    for _ in range(2):
        desk.press("inside")
    assert operands(desk) == ["11", "f2(y)"]
    desk.window.player.go_to(8)
    assert operands(desk) == []
    desk.press("inside")
    assert operands(desk) == ["[10]", "[y]"]
    desk.press("back")
    assert operands(desk) == []


def test_a_call_that_has_ended_is_not_in_the_picture(desk: Desk) -> None:
    def frames() -> list[str]:
        sheet = desk.window.diagram.shown_sheet
        assert sheet is not None
        return [box.key.kind for box in sheet.boxes if box.kind is BoxKind.FRAME]

    record(desk)
    desk.window.player.go_to(6)
    assert frames() == ["globals", "frame"], "it is about to return"
    desk.press("inside")
    assert words_of(desk) == (6, "z = 11 + 1")
    assert frames() == ["globals", "stack"]
    desk.press("inside_back")
    assert frames() == ["globals", "frame"]


def test_without_values_a_word_names_the_key_that_records_them(desk: Desk) -> None:
    desk.put_in(PROGRAM)
    desk.record()
    desk.press("inside")
    assert desk.window.player.step == 1
    assert "Ctrl+F8" in desk.window.diagram.notifications.hint.accessibleName()
    assert not desk.window.remembering.options.expressions


def test_nothing_is_framed_in_a_program_that_was_edited(desk: Desk) -> None:
    record(desk)
    desk.window.player.go_to(7)
    desk.put_in("\n" + PROGRAM)
    desk.press("inside")
    assert words_of(desk)[0] == 7
    assert not framed(desk)
