"""Qt's own tools copy the words into every language and compile them."""

import shutil
from pathlib import Path

import pytest
from dev_words import (
    WORDS,
    NotCompiled,
    are_compiled,
    compile_words,
    languages,
    main,
    sources,
    update_words,
)

from tests.words.files import messages

NEW = """    <message id="menu.new">
        <source>Says "{name}" &amp; more\\n</source>
        <extracomment>{name}: a name</extracomment>
        <label>menu</label>
        <translation>Says "{name}" &amp; more\\n</translation>
    </message>
    <message id="menu.file">"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the words, not compiled."""
    for path in WORDS.glob("*.ts"):
        shutil.copyfile(path, tmp_path / path.name)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_qts_tools_find_the_words_as_they_stand(folder: Path) -> None:
    update_words(folder)
    for language in languages(folder):
        for path in sources(language, folder):
            kind = path.stem.partition("_")[0]
            assert messages(kind, language, folder) == messages(kind, language)


def test_new_or_changed_english_words_are_unfinished_elsewhere(folder: Path) -> None:
    english = folder / "words_en.ts"
    change(english, '    <message id="menu.file">', NEW)
    change(english, "<source>Open recent</source>", "<source>Open again</source>")
    change(english, '<message id="menu.recent.none">', '<message id="menu.recent.nothing">')
    update_words(folder)
    found = {message.key: message for message in messages("words", "ko", folder)}
    assert found.keys() >= {"menu.new", "menu.recent.nothing"}
    assert "menu.recent.none" not in found
    assert (found["menu.new"].source, found["menu.new"].label) == (
        'Says "{name}" & more\\n',
        "menu",
    )
    unfinished = {key: one.forms for key, one in found.items() if one.state == "unfinished"}
    assert unfinished == {
        "menu.new": ("",),
        "menu.recent": ("최근 파일 열기",),
        "menu.recent.nothing": ("최근 파일 없음",),
    }
    keys = [message.key for message in messages("words", "en", folder)]
    assert list(found) == keys
    with pytest.raises(NotCompiled, match="unfinished"):
        compile_words(folder, folder)


def test_compiled_words_are_compiled_again_when_a_word_changes(folder: Path) -> None:
    assert not are_compiled(folder)
    assert main([str(folder)]) == 0
    assert are_compiled(folder)
    compiled = (folder / "ko.qm").read_bytes()
    change(folder / "words_ko.ts", ">파일<", ">서류<")
    assert not are_compiled(folder)
    assert main([str(folder)]) == 0
    assert (folder / "ko.qm").read_bytes() != compiled
    assert sorted(path.name for path in folder.glob("*.qm*")) == ["en.qm", "ko.qm"]


def test_a_broken_file_is_reported_and_the_old_result_stays(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder)]) == 0
    compiled = (folder / "ko.qm").read_bytes()
    change(folder / "words_ko.ts", "</context>", "")
    assert main([str(folder)]) == 1
    assert "words_ko.ts" in capsys.readouterr().err
    assert (folder / "ko.qm").read_bytes() == compiled
