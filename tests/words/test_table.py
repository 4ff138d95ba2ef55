"""The words are read without Qt, at the first request."""

import sys
from pathlib import Path

import pytest

from visualizer.explain.sentence import sentence
from visualizer.layout.measure import phrase
from visualizer.words import LANGUAGES, translate, translate_message, written_table
from visualizer.words.linguist import read

FILE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="cards" numerus="yes">
        <source>%n cards</source>
        <comment>not a word</comment>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message id="later">
        <source>later</source>
        <translation type="unfinished">not yet</translation>
    </message>
    <message>
        <source>a &lt;b&gt; &amp;
c</source>
        <translation>x &lt;y&gt;</translation>
    </message>
</context>
</TS>
"""


def test_a_file_is_read_as_linguist_writes_it(tmp_path: Path) -> None:
    (tmp_path / "words.ts").write_text(FILE, encoding="utf-8")
    assert read(tmp_path / "words.ts") == {
        "cards": ("%n card", "%n cards"),
        "a <b> &\nc": "x <y>",
    }


def test_facts_exist_in_both_languages_without_qt() -> None:
    told = [
        translate(spoken, written_table(language))
        for language in ("en", "ko")
        for spoken in (sentence("printed", n=1), phrase("references", n=2_000), "x = 1")
    ]
    assert told == [
        "The program printed 1 byte.",
        "2,000 references",
        "x = 1",
        "프로그램이 1바이트를 출력했습니다.",
        "참조 2,000개",
        "x = 1",
    ]


def test_a_back_tick_in_code_does_not_end_the_code() -> None:
    spoken = sentence("lost-rebound", where="`", scope="a`b")
    assert translate(spoken, written_table("en")) == "name `ˋ` in a`b was rebound"


def test_a_message_is_in_english_where_nobody_has_put_it_otherwise() -> None:
    korean = written_table("ko")
    error = "{file}: is not a regular file; choose another file"
    assert translate_message(error, {"file": "{a}"}, korean) == (
        "{a}: 일반 파일이 아닙니다. 다른 파일을 고르세요."
    )
    assert translate_message("nobody: {said}", {"said": "this"}, korean) == "nobody: this"
    assert translate_message("{braces} and [all/of] it", {}, korean) == "{braces} and [all/of] it"
    numbers = [translate_message("%n bytes", {"n": n}, written_table("en")) for n in (1, 2)]
    assert numbers == ["1 byte", "2 bytes"]


def test_nothing_is_read_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "xml.parsers.expat", raising=False)
    english = written_table.__wrapped__("en")
    assert english.message("interrupted") == "interrupted"
    assert "xml.parsers.expat" not in sys.modules
    assert not {"by_key", "by_english"} & vars(english).keys()


def test_there_is_no_language_without_words() -> None:
    with pytest.raises(KeyError):
        written_table("eo")
    assert all(written_table(language).by_key for language in LANGUAGES)
