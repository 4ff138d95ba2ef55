"""The editor and the mouse."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from visualizer.diagram.fonts import code_font
from visualizer.shell.editor.code_editor import CodeEditor
from visualizer.shell.editor.code_layout import LEADING, CodeLayout, code_document
from visualizer.shell.editor.highlighter import Highlighter


def editor_of(qtbot: QtBot, text: str) -> CodeEditor:
    """Return an editor of a text, which is not shown yet."""
    font = code_font(16)
    editor = CodeEditor(font)
    qtbot.addWidget(editor)
    editor.show_document(code_document(text, font, editor), read_only=False)
    return editor


def show(qtbot: QtBot, editor: CodeEditor, height: int = 300) -> None:
    editor.resize(400, height)
    with qtbot.waitExposed(editor):
        editor.show()


@pytest.mark.parametrize("edge", ["top", "middle", "bottom"])
def test_a_click_anywhere_in_a_row_goes_to_its_letter(qtbot: QtBot, edge: str) -> None:
    editor = editor_of(qtbot, "one = 1\ntwo = 2\nthree = 3\n")
    show(qtbot, editor)
    line, box = editor.visible_lines()[1]
    assert line == 2
    y = {"top": box.top() + 1, "middle": box.center().y(), "bottom": box.bottom() - 1}[edge]
    x = editor.cursorRect().left() + 2 * editor.fontMetrics().horizontalAdvance("0")
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, round(y)))
    cursor = editor.textCursor()
    assert (cursor.blockNumber(), cursor.positionInBlock()) == (1, 2)


@pytest.mark.parametrize("depth", [0, 4, 16, 24])
def test_the_further_rows_of_a_wrapped_line_are_indented_more_than_it(
    qtbot: QtBot, depth: int
) -> None:
    editor = editor_of(qtbot, " " * depth + "total = first + second + third + fourth + fifth")
    editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
    show(qtbot, editor)
    layout = editor.document().firstBlock().layout()
    first, further = layout.lineAt(0), layout.lineAt(1)
    assert further.isValid()
    block_begins, _ = cast("tuple[float, int]", first.cursorToX(depth))
    assert further.x() > block_begins


def test_the_first_size_keeps_the_line_in_view_that_was_brought_there_before(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, "n = 1\n" * 90)
    editor.bring_to_view(50)
    show(qtbot, editor, 120)
    assert 50 in {line for line, box in editor.visible_lines() if box.bottom() <= 120}


class CountingLayout(CodeLayout):
    """Counts how often the box of a block is computed."""

    count = 0

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        self.count += 1
        return super().blockBoundingRect(block)


def test_finding_the_visible_lines_computes_each_box_a_few_times_however_many_there_are(
    qtbot: QtBot,
) -> None:
    editor = editor_of(qtbot, "")
    document = code_document("", editor.font(), editor)
    layout = CountingLayout(document)
    document.setDocumentLayout(layout)
    document.setPlainText("n = 1\n" * 80)
    editor.show_document(document, read_only=False)
    show(qtbot, editor, 900)
    layout.count = 0
    lines = editor.visible_lines()
    assert len(lines) > 25
    assert layout.count <= 3 * len(lines)


def test_the_box_of_a_visible_line_is_where_its_text_is(qtbot: QtBot) -> None:
    text = "n = 1\n" * 8 + "total = first + second + third + fourth + fifth\n" + "n = 2\n" * 30
    editor = editor_of(qtbot, text)
    editor.show_wrapped(True)
    show(qtbot, editor, 500)
    editor.verticalScrollBar().setValue(4)
    layout = editor.document().documentLayout()
    assert isinstance(layout, CodeLayout)
    layout.put_note(10, 40)
    lines = editor.visible_lines()
    assert lines[0][0] == 5
    for line, box in lines:
        top = editor.top_of(editor.document().findBlockByNumber(line - 1)).y()
        assert box.top() == top - LEADING / 2


def test_a_layout_whose_attributes_the_collector_has_cleared_still_answers(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, "n = 1\nm = 2\n")
    show(qtbot, editor)
    layout, block = editor.document().documentLayout(), editor.document().firstBlock()
    before = layout.blockBoundingRect(block)
    vars(layout).clear()
    assert layout.blockBoundingRect(block) == before


@pytest.mark.parametrize("letters", ["Привет", "αβγδεζ"])
def test_letters_that_korean_fonts_make_wide_are_narrow_and_their_rows_as_high(
    qtbot: QtBot, letters: str
) -> None:
    text = f"name = '{letters}'\nname = 'abcdef'\nname = '가나다라마바'"
    editor = editor_of(qtbot, text)
    document = editor.document()
    highlighter = Highlighter(document)
    highlighter.rehighlight()
    show(qtbot, editor)
    widths, blocks = [], [document.findBlockByNumber(number) for number in range(3)]
    for block in blocks:
        line = block.layout().lineAt(0)
        ends = [cast("tuple[float, int]", line.cursorToX(place))[0] for place in (8, 14)]
        widths.append(ends[1] - ends[0])
    narrow, usual, wide = widths
    assert 0.75 * usual < narrow < 0.75 * wide
    boxes = [editor.blockBoundingGeometry(block) for block in blocks]
    assert boxes[0].height() == boxes[1].height()
    rows = [block.layout().lineAt(0) for block in blocks]
    bases = [box.top() + row.y() + row.ascent() for box, row in zip(boxes, rows, strict=True)]
    assert bases[1] - bases[0] == pytest.approx(boxes[0].height())
