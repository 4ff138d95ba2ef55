"""Presentation mode, and the picture of a step."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from tests.shell.windows import Desk, cut_off
from visualizer.shell.run.options import RunOptions

PROGRAM = "a = [1, 2]\nb = a\nb.append(3)\nc = 4\nd = 5\n"


@pytest.fixture
def shown(desk: Desk) -> Desk:
    desk.put_in(PROGRAM)
    desk.record()
    desk.window.activateWindow()
    desk.window.diagram.view.setFocus()
    return desk


def test_presenting_leaves_code_diagram_and_a_sentence_in_large_type(shown: Desk) -> None:
    window = shown.window
    before = window.diagram.view.zoom, window.source.editor.font().pixelSize()
    dock = window.dock.width()
    shown.press("present")
    window.player.go_to(3)
    hidden = (window.header, window.output, window.dock, window.transport, window.diagram.bar)
    assert not any(part.isVisible() for part in hidden)
    assert window.source.editor.isVisible()
    assert window.diagram.view.isVisible()
    assert window.caption.isVisible()
    assert window.source.editor.font().pixelSize() >= 22
    assert "b" in window.caption.said.text()
    assert "font-size:22px" in window.caption.said.text()
    assert window.commands["present"].isChecked()
    QTest.keyClick(window.diagram.view, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in hidden)
    assert window.dock.width() == dock
    assert not window.caption.isVisible()
    window.diagram.scene.motion.finish()
    assert (window.diagram.view.zoom, window.source.editor.font().pixelSize()) == before
    assert not window.commands["present"].isChecked()


def test_a_bookmark_leaves_a_presentation_as_it_is(shown: Desk) -> None:
    window = shown.window
    shown.press("present")
    shown.press("bookmark")
    assert window.bookmarks.note(window.player.step) == ""
    assert not window.dock.isVisible()


def test_code_in_the_caption_is_as_large_at_every_size_of_the_text(shown: Desk) -> None:
    shown.press("present")
    for _ in range(2):
        shown.press("text_larger")
        shown.press("forward")
        assert "font-size:22px" in shown.window.caption.said.text()


@pytest.mark.parametrize("command", ["text_larger", "wrap"])
def test_commands_of_the_text_leave_a_presentation_as_it_is(shown: Desk, command: str) -> None:
    window, source = shown.window, shown.window.source
    shown.press("present")
    before = source.editor.font().pixelSize(), source.width()
    shown.press(command)
    shown.press(command)
    assert not source.heading.record.isVisible()
    assert not source.legend.isVisible()
    assert source.editor.lineWrapMode() is QPlainTextEdit.LineWrapMode.WidgetWidth
    assert source.editor.font().pixelSize() >= before[0]
    assert source.width() == before[1]
    shown.press("present")
    assert source.heading.record.isVisible()
    assert source.legend.isVisible()
    assert window.dock.isVisible()


def test_the_caption_has_the_output_and_every_change_that_has_room(desk: Desk) -> None:
    window, said = desk.window, desk.window.caption.said
    desk.record_again('first, other = 3, 5\nfirst, other = other, first\nprint("sum:", first)\n')
    desk.press("level_1")
    desk.press("present")
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1400, 720)  # independent of the machine's screen
    window.player.go_to(3)
    desk.until(lambda: all(f"{name}&nbsp;" in said.text() for name in ("first", "other")))
    window.player.go_to(4)
    assert "sum: 5" in said.text()


def test_the_caption_counts_the_changes_for_which_it_has_no_room(desk: Desk) -> None:
    window = desk.window
    desk.record_again("a, b, c, d, e, f, g = range(7)\nend = 1\n")
    desk.press("present")
    window.player.go_to(2)
    desk.until(lambda: "more changes." in window.caption.said.text())
    told = window.caption.said.accessibleName()
    assert all(f"name {name}" in told for name in "abcdefg"), told


def test_the_caption_says_that_a_recording_grows(desk: Desk) -> None:
    window = desk.window
    desk.put_in("first = 1\ninput()\nlast = 2\n")
    desk.press("record")
    desk.until(lambda: window.player.steps == 2)
    desk.press("present")
    desk.until(lambda: window.caption.steps.text() == "1 of 2 so far")
    desk.press("stop")
    desk.until_ended()
    assert window.caption.steps.text() == f"1 of {window.player.steps}"


def test_a_long_line_is_wrapped_while_presenting_alone(shown: Desk) -> None:
    editor = shown.window.source.editor
    assert editor.lineWrapMode() is QPlainTextEdit.LineWrapMode.NoWrap
    shown.press("present")
    assert editor.lineWrapMode() is QPlainTextEdit.LineWrapMode.WidgetWidth
    shown.press("present")
    assert editor.lineWrapMode() is QPlainTextEdit.LineWrapMode.NoWrap


def test_whoever_answers_the_program_goes_on_doing_so_in_a_presentation(desk: Desk) -> None:
    desk.put_in("name = input()\n")
    desk.press("record")
    row = desk.window.output.input_row
    desk.until(row.field.hasFocus)
    desk.press("present")
    assert row.isVisible()
    assert row.field.hasFocus()
    QTest.keyClicks(row.field, "Kim")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    desk.until_ended()
    desk.window.presentation.leave()


def test_printed_output_is_presented_and_nothing_can_be_typed(desk: Desk) -> None:
    desk.put_in("a = [1, 2]\nprint(a)\nb = 1\n")
    desk.record()
    window, editor = desk.window, desk.window.source.editor
    desk.press("present")
    window.player.go_to(3)
    assert window.output.isVisible()
    assert window.output.output.font().pixelSize() >= 22
    before = editor.toPlainText()
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton)
    assert not editor.hasFocus()
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "x")
    QTest.keyClick(focused, Qt.Key.Key_PageUp)
    assert (editor.toPlainText(), window.player.step) == (before, 2)
    desk.press("present")
    assert window.output.output.font().pixelSize() < 22
    editor.setFocus()
    assert editor.hasFocus()


def draw(pen: QWidget) -> None:
    QTest.mousePress(pen, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    QTest.mouseMove(pen, QPoint(120, 90))
    QTest.mouseRelease(pen, Qt.MouseButton.LeftButton, pos=QPoint(120, 90))


@pytest.mark.parametrize("command", ["level_1", "zoom_in"])
def test_another_picture_of_the_step_wipes_strokes_away(shown: Desk, command: str) -> None:
    window = shown.window
    shown.press("present")
    shown.press("pen")
    pen = window.presentation.pen
    draw(pen)
    assert pen.strokes
    shown.press("next_change")
    shown.until(window.diagram.notifications.hint.isVisible)
    shown.press(command)
    assert not pen.strokes
    assert window.diagram.notifications.hint.isVisible() == (command == "zoom_in")


def test_the_pen_draws_until_the_next_step(shown: Desk) -> None:
    window = shown.window
    shown.press("present")
    shown.press("pen")
    pen = window.presentation.pen
    assert window.commands["pen"].isChecked()
    plain = window.diagram.view.grab().toImage()
    draw(pen)
    assert len(pen.strokes) == 1
    assert window.diagram.view.grab().toImage() != plain
    shown.press("pen")
    assert pen.isVisible(), "what was drawn stays when the pen is put away"
    assert not window.commands["pen"].isChecked()
    shown.press("forward")
    assert not pen.strokes
    assert not pen.isVisible()


def test_the_line_of_the_step_is_in_view_while_presenting_and_afterwards(desk: Desk) -> None:
    desk.put_in("".join(f"n = {number}\n" for number in range(60)))
    desk.record()
    window, editor = desk.window, desk.window.source.editor
    window.diagram.view.setFocus()

    def is_seen() -> bool:
        QApplication.processEvents()
        area = QRectF(editor.viewport().rect())
        return any(line == 40 and area.contains(rect) for line, rect in editor.visible_lines())

    window.player.go_to(40)
    assert is_seen()
    for size in ((1440, 900), (1000, 700)):
        window.resize(*size)
        for _ in ("in", "out"):
            desk.press("present")
            assert is_seen()


def test_a_band_is_whole_and_large_while_presenting_and_the_diagram_has_the_rest(
    desk: Desk,
) -> None:
    desk.put_in("x = 1\nraise ValueError(x)\n")
    desk.record()
    window, notification = desk.window, desk.window.diagram.notifications.ended
    view = window.diagram.view
    whole = window.arrangement.whole

    def is_laid_out() -> None:
        code, stage, *_ = whole.sizes()
        assert window.width() == code + stage + whole.handleWidth()
        assert 260 <= code <= window.width() // 2
        assert view.width() - view.viewport().width() < 20, "room is kept for a dock"
        assert notification.isVisible()
        assert cut_off(notification) == []

    for width in (960, 1440, 2000):
        desk.press("present")
        window.resize(width, 800)  # independent of the machine's screen
        desk.qtbot.waitUntil(is_laid_out)
        assert all(label.font().pixelSize() >= 22 for label in notification.findChildren(QLabel))
        desk.press("present")
        assert notification.findChildren(QLabel)[0].font().pixelSize() < 22
        assert cut_off(notification) == []


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("width", [800, 1024])
def test_the_band_is_one_line_while_presenting_in_a_small_window(
    desk: Desk, width: int, language: str
) -> None:
    window, notification = desk.window, desk.window.diagram.notifications.ended
    window.words.speak(language)
    desk.record_again("x = 1\nraise ValueError(x)\n")
    desk.press("present")
    window.resize(width, 600)  # independent of the machine's screen
    desk.until(notification.isVisible)
    (label,) = (label for label in notification.findChildren(QLabel) if label.isVisible())
    (raised,) = notification.buttons

    def is_one_line() -> None:
        assert window.arrangement.whole.sizes()[0] < width // 2
        assert cut_off(notification) == []
        assert label.height() < 2 * label.fontMetrics().lineSpacing()
        assert notification.height() <= 64
        assert raised.geometry().left() > label.geometry().right()

    desk.qtbot.waitUntil(is_one_line)
    said = window.words("error.line", kind="ValueError", line=2)
    assert said in label.toolTip() + label.text()
    assert raised.text().strip() or raised.accessibleName() == raised.toolTip() != ""
    raised.click()
    here = window.player.state.step
    assert here is not None
    assert here.line == 2
    assert window.focusWidget() is not window.source.editor, "nothing is typed into it by accident"
    desk.press("present")
    assert said in label.text()
    assert raised.text().strip()


def test_the_caption_alone_gives_the_error_that_ended_the_program(desk: Desk) -> None:
    window, band = desk.window, desk.window.diagram.notifications.ended
    desk.record_again("def half(x):\n    return 1 / x\n\nhalf(0)\n")
    desk.press("last")

    def has_note() -> bool:
        return window.source.editor.annotations.note is not None

    assert has_note()
    assert band.isVisible()
    desk.press("present")
    desk.until(lambda: "division by zero" in window.caption.said.text())
    assert not band.isVisible()
    assert not has_note()
    size = window.diagram.view.size()
    desk.press("first")
    assert band.isVisible(), "no sentence of this step says it"
    assert window.diagram.view.size() == size
    desk.press("last")
    desk.press("present")
    assert has_note()
    assert band.isVisible()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_count_of_omitted_items_has_large_type_too(shown: Desk, language: str) -> None:
    window, bar = shown.window, shown.window.diagram.filter
    window.words.speak(language)
    shown.press("last")

    def is_high(high: int) -> bool:
        return bar.height() == high

    for width in (960, 1920):
        window.resize(width, 800)
        bar.choose(frozenset())
        high = bar.height()
        bar.choose(frozenset({"list", "int", "function", "type"}))
        before = [chip.font().pixelSize() for chip in bar.chips]
        shown.press("present")
        shown.qtbot.waitUntil(lambda: cut_off(bar) == [])
        assert bar.chips
        assert all(chip.fontInfo().pixelSize() >= 22 for chip in bar.chips)
        assert all(chip.fontMetrics().height() <= chip.height() for chip in bar.chips)
        shown.press("present")
        shown.qtbot.waitUntil(partial(is_high, high))
        assert [chip.font().pixelSize() for chip in bar.chips] == before


@pytest.mark.parametrize(("width", "code"), [(960, 22), (1440, 24), (1920, 32), (3840, 32)])
def test_type_is_as_large_as_the_window_allows_and_never_under_22(
    shown: Desk, width: int, code: int
) -> None:
    window = shown.window
    shown.press("present")
    window.resize(width, 800)
    shown.until(lambda: window.source.editor.font().pixelSize() == code)
    shown.window.diagram.scene.motion.finish()
    assert 12 * window.diagram.view.zoom >= 22
    assert window.source.editor.width() >= 260


def test_names_and_choices_beside_the_code_are_large_in_a_low_window(desk: Desk) -> None:
    desk.put_in("print(1)\n1 / 0\n")
    desk.record()
    desk.window.player.last()
    heading, switch = desk.window.source.heading, desk.window.output.head.switch
    heading.show_running(True)
    parts = [*heading.findChildren(QLabel), switch]
    before = [part.font().pixelSize() for part in parts], switch.height()
    desk.press("present")
    desk.window.resize(1280, 720)
    desk.until(lambda: desk.window.source.editor.font().pixelSize() == 22)
    shown = [part for part in parts if part.isVisible()]
    assert switch in shown
    named = [part for part in shown if not (isinstance(part, QLabel) and not part.text())]
    assert [part.fontInfo().pixelSize() for part in named] == [22] * len(named)
    assert switch.fontMetrics().height() <= switch.height()
    desk.press("present")
    desk.until(lambda: switch.height() == before[1])
    assert [part.font().pixelSize() for part in parts] == before[0]


def test_a_run_in_a_presentation_is_large_and_whole_in_a_low_window(desk: Desk) -> None:
    desk.put_in("name = input('Name: ')\nwhile True:\n    input('Score: ')\n")
    row, head = desk.window.output.input_row, desk.window.output.head
    record = desk.window.source.record
    desk.window.resize(1000, 640)

    def answer(question: str, line: str) -> None:
        desk.until(lambda: any(one.text() == question for one in row.findChildren(QLabel)))
        desk.until(row.field.hasFocus)
        QTest.keyClicks(row.field, f"{line}\r")

    desk.press("record")
    for question, line in (("Name: ", "Kim"), ("Score: ", "5"), ("Score: ", "7")):
        answer(question, line)
    desk.press("stop")
    desk.until_ended()
    desk.press("record")
    desk.until(head.turns.isVisible)
    small = row.enter.font().pixelSize()
    desk.press("present")
    answer("Name: ", "Kim")
    desk.until(lambda: desk.window.output.output.isVisible() and row.same.isVisible())
    assert not head.turns.isVisible()
    desk.until(lambda: row.height() >= row.sizeHint().height())
    shown = [part for part in row.findChildren(QWidget) if part.isVisible()]
    assert len(shown) == 5
    assert all(part.fontInfo().pixelSize() >= 22 for part in shown)
    desk.press("stop")
    desk.until_ended()
    assert not record.isVisible()
    desk.press("present")
    desk.until(record.isVisible)
    desk.window.dock.pages.buttons[2].click()
    assert head.turns.isVisible()
    assert row.enter.font().pixelSize() == small


def test_files_and_run_options_above_the_code_are_large(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "main.py").write_text("import helper\n", encoding="utf-8")
    window = desk.window
    window.files.open_path(tmp_path / "main.py")
    window.remembering.choose(RunOptions(arguments="5"))
    desk.record()
    parts = [window.source.files, *window.source.run_strip.findChildren(QLabel)]
    before = [part.font().pixelSize() for part in parts]
    desk.press("present")
    desk.until(lambda: window.source.editor.font().pixelSize() >= 22)
    assert all(part.isVisible() and part.fontInfo().pixelSize() >= 22 for part in parts)
    desk.press("present")
    assert [part.font().pixelSize() for part in parts] == before


def test_a_clicker_goes_step_by_step_while_presenting(shown: Desk) -> None:
    window = shown.window
    shown.press("present")
    QTest.keyClick(window.diagram.view, Qt.Key.Key_PageDown)
    assert window.player.step == 2
    QTest.keyClick(window.diagram.view, Qt.Key.Key_PageUp)
    assert window.player.step == 1
    shown.press("present")
    QTest.keyClick(window.diagram.view, Qt.Key.Key_PageDown)
    assert window.player.step == window.player.steps


def test_escape_without_presenting_selects_nothing(shown: Desk) -> None:
    window = shown.window
    window.player.last()
    window.select(next(iter(window.player.state.heap)))
    QTest.keyClick(window.diagram.view, Qt.Key.Key_Escape)
    assert window.diagram.scene.selected is None


def test_the_light_follows_the_pointer_only_while_presenting(shown: Desk) -> None:
    window = shown.window
    viewport = window.diagram.view.viewport()
    QTest.mouseMove(viewport, viewport.rect().center())
    assert not window.presentation.spotlight.isVisible()
    shown.press("present")
    before = viewport.grab().toImage()
    window.presentation.spotlight.shine(QPointF(50, 60))
    assert window.presentation.spotlight.isVisible()
    after = viewport.grab().toImage()
    far = before.width() - 5, before.height() - 5
    assert after.pixelColor(*far).lightness() < before.pixelColor(*far).lightness()
    assert after.pixelColor(50, 60) == before.pixelColor(50, 60)
    shown.press("present")
    assert not window.presentation.spotlight.isVisible()


def test_the_picture_of_a_step_is_written_to_the_given_path(shown: Desk, tmp_path: Path) -> None:
    for kind, begins in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF-")):
        out = tmp_path / f"그림.{kind}"
        shown.person.pictures_as = out, 1.0
        shown.press("export_picture")
        assert out.read_bytes().startswith(begins)
    assert shown.person.asked == ["picture"] * 3


def test_a_picture_has_the_given_size_and_is_the_same_each_time(shown: Desk) -> None:
    pictures = shown.window.pictures
    shown.window.player.last()
    one = QImage.fromData(pictures.painted("png", 1.0))
    three = QImage.fromData(pictures.painted("png", 3.0))
    assert abs(three.width() - 3 * one.width()) <= 3
    assert QImage.fromData(pictures.painted("png", 1.0)) == one
    assert b"<image" not in pictures.painted("svg", 1.0)


def test_the_picture_can_be_copied(shown: Desk) -> None:
    shown.press("copy_picture")
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasImage()
    assert b"<svg" in bytes(mime.data("image/svg+xml").data())


def test_a_path_that_cannot_be_written_is_reported(shown: Desk, tmp_path: Path) -> None:
    shown.person.pictures_as = tmp_path / "nowhere" / "picture.png", 1.0
    shown.press("export_picture")
    assert shown.window.diagram.notifications.problem.isVisible()


def test_a_picture_of_another_format_is_not_written(shown: Desk, tmp_path: Path) -> None:
    problem = shown.window.diagram.notifications.problem
    for name in ("picture.jpg", "picture"):
        shown.person.pictures_as = tmp_path / name, 1.0
        shown.press("export_picture")
        assert problem.isVisible()
        assert problem.accessibleName().endswith("no picture format; there are png, svg, pdf")
        assert not (tmp_path / name).exists()
        problem.hide()


def test_the_message_without_a_recording_can_be_read_from_afar(desk: Desk) -> None:
    empty = desk.window.diagram.empty
    usual = empty.font().pixelSize()
    desk.press("present")
    desk.until(lambda: empty.isVisible() and empty.font().pixelSize() >= 22)
    desk.press("present")
    assert empty.font().pixelSize() == usual < 22


def test_the_threads_above_the_picture_can_be_read_from_afar(desk: Desk) -> None:
    desk.put_in(
        "import threading as h\ndef f(): pass\nt = h.Thread(target=f)\nt.start()\nt.join()\n"
    )
    desk.record()
    strip = desk.window.diagram.threads
    desk.press("present")
    tab = strip.tabs[1]
    assert tab.font().pixelSize() >= 22
    assert tab.iconSize().height() >= 22
    assert strip.height() >= tab.sizeHint().height() + 8
    desk.press("present")
    assert strip.tabs[1].font().pixelSize() < 22
