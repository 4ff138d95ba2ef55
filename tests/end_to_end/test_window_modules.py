"""Modules of the program: readable tabs that follow the step and take breakpoints."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from tests.shell.windows import Desk
from visualizer.layout.composing.regions import returns_to

PROGRAM = "import shapes\nfrom inner import words\nside = 3\na = shapes.area(side)\nwords.say(a)\n"
SHAPES = "def area(side):\n    twice = side * side\n    return twice\n"
WORDS = "def say(text):\n    print('said', text)\n"


@pytest.fixture
def folder(desk: Desk, tmp_path: Path) -> Path:
    """A program with two modules, opened and recorded."""
    tmp_path.joinpath("inner").mkdir()
    tmp_path.joinpath("inner", "__init__.py").write_text("")
    tmp_path.joinpath("inner", "words.py").write_text(WORDS)
    tmp_path.joinpath("shapes.py").write_text(SHAPES)
    tmp_path.joinpath("prog.py").write_text(PROGRAM)
    desk.window.open_file(tmp_path / "prog.py")
    assert desk.window.source.files.isHidden(), "nothing is known of them before they have run"
    desk.record()
    return tmp_path


def shown(desk: Desk) -> str:
    files = desk.window.source.files
    return files.file(files.currentIndex())


def test_they_open_as_tabs_that_can_only_be_read(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: said.append(text))
    source, editor = desk.window.source, desk.window.source.editor
    files = source.files
    assert files.isVisible()
    assert files.shown[0] == "prog.py"
    assert {"shapes.py", "inner/words.py"} <= set(files.shown)
    files.setCurrentIndex(files.shown.index("shapes.py"))
    assert editor.toPlainText() == SHAPES
    assert editor.isReadOnly()
    QTest.keyClicks(editor, "x")
    assert editor.toPlainText() == SHAPES
    assert source.text == PROGRAM
    assert said == ["Read-only here: to edit this file, open it as a program"]
    files.setFocus()
    QTest.keyClick(files, Qt.Key.Key_Left)
    files.setCurrentIndex(0)
    assert not editor.isReadOnly()
    QTest.keyClicks(editor, "x")
    assert source.text != PROGRAM
    assert len(said) == 1


def test_the_card_of_each_module_identifies_it(desk: Desk, folder: Path) -> None:
    window, titles = desk.window, set[str]()
    for step in range(1, window.player.steps + 1):
        window.player.go_to(step)
        sheet = window.diagram.scene.sheet
        assert sheet is not None
        for box in sheet.boxes:
            if box.key.kind == "globals":
                title = window.diagram.scene.look.translate(box.block.words[0].text)
                titles.add(f"{title} of {box.key.name}")
    assert {"module of prog.py", "shapes.py of shapes.py"} <= titles
    assert "inner/words.py of inner/words.py" in titles
    assert "module of shapes.py" not in titles


def test_sentences_foot_and_bars_call_them_so_too(desk: Desk, folder: Path) -> None:
    window = desk.window
    player, timeline = window.player, window.transport.timeline
    desk.until(lambda: timeline.is_complete)
    told: dict[str, set[object]] = {}
    feet = set[object]()
    for step in range(1, player.steps + 1):
        player.go_to(step)
        for sentence in player.sentences:
            told.setdefault(sentence.key, set()).add(dict(sentence.arguments).get("function"))
        feet.add(dict(getattr(returns_to(player.state), "arguments", ())).get("function"))
    inner = {"shapes.py", "inner/__init__.py", "inner/words.py"}
    assert told["module-begins"] == inner
    assert inner - {"inner/__init__.py"} <= told["body-begins"]
    assert inner == told["module-ends"]
    assert "<module>" not in told["body-begins"] | told["returned"] - {None}
    assert feet == {None, "<module>"}, "all were called by the program itself"
    feed = timeline.feed
    bars = {feed.name(number) for number in range(len(feed.calls))}
    assert bars == inner | {"module", "area", "say"}
    started = next(n for n in range(len(feed.calls)) if feed.name(n) == "shapes.py")
    first = player.peek(feed.calls[started].first)
    assert first is not None
    assert feed.place(first) == "shapes.py"


def test_they_follow_the_step(desk: Desk, folder: Path) -> None:
    player = desk.window.player
    seen = set()
    for step in range(1, player.steps + 1):
        player.go_to(step)
        state = player.state.step
        assert state is not None
        assert shown(desk) == state.file
        seen.add(shown(desk))
    assert {"prog.py", "shapes.py", "inner/words.py"} <= seen


def test_they_take_breakpoints_that_stay_when_all_is_recorded_again(
    desk: Desk, folder: Path
) -> None:
    window, files = desk.window, desk.window.source.files
    files.setCurrentIndex(files.shown.index("shapes.py"))
    window.source.toggle_breakpoint(3)
    window.player.first()
    desk.press("to_breakpoint")
    desk.until(lambda: shown(desk) == "shapes.py")
    step = window.player.state.step
    assert step is not None
    assert (step.file, step.line) == ("shapes.py", 3)
    longer = SHAPES.replace("return twice", "return twice + 1")
    folder.joinpath("shapes.py").write_text(longer)
    desk.record()
    assert window.player.state.step is not None
    assert window.player.state.step.line == 3, "the place is kept, in the module too"
    assert window.source.editor.toPlainText() == longer, "what ran is what is shown"
    assert list(window.source.breakpoints.lines("shapes.py")) == [3]
    window.player.first()
    desk.press("to_breakpoint")
    desk.until(lambda: shown(desk) == "shapes.py")
    desk.press("last")
    assert desk.output == "said 10\n"


def test_one_that_is_imported_late_gets_its_tab_while_the_recording_grows(
    desk: Desk, tmp_path: Path
) -> None:
    program = tmp_path / "late.py"
    program.write_text("input()\nimport beside\ninput()\n")
    program.with_name("beside.py").write_text("x = 1\n")
    window = desk.window
    window.open_file(program)
    desk.press("record")
    desk.until(lambda: window.workbench.asks)
    assert window.source.files.isHidden()
    window.workbench.send_line("")
    desk.until(window.source.files.isVisible)
    assert window.source.files.shown == ("late.py", "beside.py")
    assert window.workbench.run.active
