"""Qt's own words are in the window's language, and change with it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextBrowser,
    QTreeView,
    QWidget,
)

from tests.shell.windows import Desk
from tests.systems import ON_WINDOWS
from visualizer.diagram import words as diagram_words
from visualizer.shell.appearance import words as shell_words
from visualizer.shell.widgets.controls import name_of
from visualizer.words import WrittenTable

LATIN = re.compile("[A-Za-z]{2}")
BUTTONS = QMessageBox.StandardButton
_OWN_DIALOG = QFileDialog.Option.DontUseNativeDialog
dialog_of_qt = pytest.mark.skipif(ON_WINDOWS, reason="the dialog is Windows' own, in its language")


class Ear(QObject):
    """Counts the language changes that a window receives."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.heard = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.heard += event.type() is QEvent.Type.LanguageChange
        return False


def written(widget: QWidget) -> list[str]:
    """Return the texts of a dialog, without mnemonic marks."""
    labels = [label.text() for label in widget.findChildren(QLabel)]
    buttons = widget.findChildren(QAbstractButton)
    found = labels + [text for one in buttons for text in (one.text(), one.toolTip())]
    return [re.sub(r"\(&.\)|&", "", text) for text in found if text]


def entries(field: QLineEdit | QPlainTextEdit) -> list[str]:
    """Return the menu of a text field, without keys."""
    menu = field.createStandardContextMenu()
    found = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()
    return [re.sub(r"\(&.\)|&", "", text) for text in found]


@pytest.mark.parametrize("kind", ["help", "about", "guide"])
def test_windows_beside_it_change_their_language_while_they_stand_open(
    desk: Desk, kind: str
) -> None:
    def texts() -> set[str]:
        (beside,) = (one for one in desk.window.findChildren(QDialog) if one.isVisible())
        pages = [page.toPlainText() for page in beside.findChildren(QTextBrowser)]
        return {beside.windowTitle(), *written(beside), *pages}

    desk.press(kind)
    english = texts()
    assert not any(re.search("[가-힣]", text) for text in english if text != "한국어")
    desk.window.words.speak("ko")
    korean = texts()
    assert any(re.search("[가-힣]", text) for text in korean)
    # Untranslatable words stay: names of packages, versions, keys.
    assert [text for text in korean & english if re.search("[a-z]{2} [a-z]{2}", text)] == []
    desk.window.words.speak("en")
    assert texts() == english


@pytest.mark.parametrize("command", ["help", "about", "guide", "share", "save_part"])
def test_the_window_changes_its_language_after_one_beside_it_was_closed(
    desk: Desk, command: str
) -> None:
    """The closed window's labels and lists no longer exist and get no words."""
    desk.record_again("x = [1]\n")
    desk.press(command)
    beside = next(one for one in desk.window.findChildren(QDialog) if one.isVisible())
    with desk.qtbot.waitSignal(beside.destroyed):
        beside.close()
    desk.window.words.speak("ko")
    name = desk.window.words(f"command.{command}").rstrip("…")
    assert name_of(desk.window.commands[command]) == name
    desk.window.words.speak("en")


def test_dialogs_of_qt_change_their_language_while_they_stand_open(desk: Desk) -> None:
    window = desk.window
    files = QFileDialog(window, options=_OWN_DIALOG)
    files.show()
    assert {"Look in:", "Files of type:", "Open"} <= set(written(files))
    ear = Ear(window)
    window.words.speak("ko")
    desk.until(lambda: "찾는 위치:" in written(files))
    assert {"찾는 위치:", "파일 형식:", "열기", "취소"} <= set(written(files))
    assert [text for text in written(files) if LATIN.search(text)] == []
    view = files.findChild(QTreeView)
    assert view is not None
    assert [view.model().headerData(at, view.header().orientation()) for at in range(4)] == (
        ["이름", "크기", "형식", "수정한 날짜"]
    )
    assert ear.heard == 1
    window.words.speak("en")
    desk.until(lambda: "Look in:" in written(files))
    assert "Open" in written(files)
    files.close()


def test_standard_buttons_speak_korean_each_with_a_word_of_its_own(desk: Desk) -> None:
    desk.window.words.speak("ko")
    box = QMessageBox(desk.window)
    buttons = BUTTONS.Ok | BUTTONS.Cancel | BUTTONS.Save | BUTTONS.Discard | BUTTONS.Ignore
    box.setStandardButtons(buttons | BUTTONS.Yes | BUTTONS.No | BUTTONS.Retry | BUTTONS.Close)
    said = [text for text in written(box) if text]
    assert len(set(said)) == len(said) == 9
    assert [text for text in said if LATIN.search(text)] == []
    asked = QInputDialog(desk.window)
    asked.setInputMode(QInputDialog.InputMode.TextInput)
    asked.show()
    assert {"확인", "취소"} <= set(written(asked))
    asked.close()


@dialog_of_qt
def test_kinds_of_files_are_in_korean_too(desk: Desk, tmp_path: Path) -> None:
    desk.window.words.speak("ko")
    (tmp_path / "folder").mkdir()
    (tmp_path / "program.py").write_text("x = 1\n", encoding="utf-8")
    files = QFileDialog(desk.window, "", str(tmp_path), options=_OWN_DIALOG)
    files.show()
    view = files.findChild(QTreeView)
    assert view is not None
    model, root = view.model(), view.rootIndex()

    def kinds() -> dict[str, str]:
        rows = range(model.rowCount(root))
        return {model.index(row, 0, root).data(): model.index(row, 2, root).data() for row in rows}

    desk.until(
        lambda: kinds().items() >= {"folder": "폴더", "program.py": "파이썬 스크립트"}.items()
    )
    files.close()


@dialog_of_qt
def test_printing_is_in_korean_too(desk: Desk, tmp_path: Path) -> None:
    desk.window.words.speak("ko")
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "step.pdf"))
    asked = QPrintDialog(printer, desk.window)
    said = [text for text in written(asked) if LATIN.search(text.replace("PDF", ""))]
    assert [text for text in said if "/" not in text] == []


def test_the_menus_of_text_fields_speak_the_windows_language(desk: Desk) -> None:
    fields = (desk.window.source.editor, QLineEdit(desk.window))
    desk.window.words.speak("ko")
    for field in fields:
        assert {"실행 취소", "붙여넣기", "모두 선택"} <= set(entries(field))
        assert [text for text in entries(field) if LATIN.search(text)] == []
    desk.window.words.speak("en")
    assert all({"Undo", "Paste", "Select All"} <= set(entries(field)) for field in fields)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_arrow_keys_are_written_as_arrows(desk: Desk, language: str) -> None:
    desk.window.words.speak(language)
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Alt+Left").toString(native) == "Alt+←"
    assert QKeySequence("Right").toString() == "Right"
    menus = desk.window.findChildren(QMenu)
    names = [name_of(menu.menuAction()) for menu in menus if menu.title()]
    assert any(re.search("[가-힣]", name) for name in names) == (language == "ko")


def test_nothing_of_the_previous_language_stays_installed(desk: Desk) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    for language in ("ko", "en", "ko", "en"):
        desk.window.words.speak(language)
    assert {one.objectName() for one in application.findChildren(QTranslator)} == {"en"}
    assert QCoreApplication.translate("QShortcut", "Space") == "Space"


@pytest.fixture
def nothing_compiled(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for module in (diagram_words, shell_words):
        monkeypatch.setattr(module, "compiled_words", lambda language: None)
    diagram_words.table.cache_clear()
    yield
    diagram_words.table.cache_clear()


def test_without_compiled_words_the_window_still_speaks(nothing_compiled: None, desk: Desk) -> None:
    assert isinstance(diagram_words.table("en"), WrittenTable)
    assert desk.window.words("notification.steps_kept", n=1) == "1 step recorded."
    desk.window.words.speak("ko")
    assert desk.window.words("notification.steps_kept", n=1_000) == "1,000단계를 기록했습니다."
    assert name_of(desk.window.commands["open"]) == "열기"
