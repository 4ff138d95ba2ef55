"""Korean and English are equals: every word exists in both, finished, with the same gaps."""

import re
from pathlib import Path

import pytest
from dev_words import NotCompiled, compile_words, release

from tests.words.files import Message, gaps, messages, path
from visualizer.resources import resource
from visualizer.words import LANGUAGES

FORMS = {"en": 2, "ko": 1}
KINDS = ("words", "messages", "qt")
LETTERS = re.compile("[a-z]{4}")
FIXED = re.compile(r"(?:\}`?|%n)(?:을|를|이|가|은|는|으로|로|과|와)(?![가-힣])")

OTHER_TERMS = re.compile(
    "수거기|수집기|색인|반복자|인수|계산 스택|잡히지 않|Python[의은]|신호|주 스레드|다시 묶|니까요"
)
"""For 컬렉터, 인덱스, 이터레이터, 인자, 평가 스택, 처리되지 않, 파이썬, 시그널, 메인 스레드 and
다시 할당.

A reason ends in 때문입니다, as all sentences do in 합니다.
"""


def facts(message: Message) -> tuple[str, str, str, bool]:
    """Return the parts of a message that are the same in every language."""
    return message.key, message.label, message.source, message.plural


def test_every_language_has_the_same_words() -> None:
    english = [facts(message) for message in messages("words", "en")]
    for language in LANGUAGES:
        assert [facts(message) for message in messages("words", language)] == english
    keys = [key for key, *_ in english]
    assert len(set(keys)) == len(keys) > 500


def test_english_equals_its_source() -> None:
    """Only plural forms of English sources have an English translation."""
    for message in messages("words", "en"):
        assert message.forms[-1] == message.source, message.key
    plural = [message.source for message in messages("messages", "en")]
    assert plural == [one.source for one in messages("messages", "ko") if one.plural]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_text_is_there_with_the_gaps_of_its_source(kind: str, language: str) -> None:
    for message in messages(kind, language):
        assert len(message.forms) == (FORMS[language] if message.plural else 1), message
        assert ("%n" in message.source) == message.plural, message
        for form in message.forms:
            assert form.strip(), message
            assert gaps(form) == gaps(message.source), message
            assert "%n" not in form or message.plural, message


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_percent_sign_follows_its_number_without_a_space(kind: str, language: str) -> None:
    forms = [form for message in messages(kind, language) for form in message.forms]
    assert not [form for form in forms if re.search(r"[\d}] %(?!n)", form)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_message_is_unfinished_or_of_old(kind: str, language: str, tmp_path: Path) -> None:
    found = messages(kind, language)
    checks = ("-fail-on-unfinished", "-fail-on-invalid")
    said = release(path(kind, language), "-qm", tmp_path / "words.qm", *checks)
    assert f"({len(found)} finished and 0 unfinished)" in said
    assert {message.state for message in found} == {""}


def test_an_unfinished_message_is_found(tmp_path: Path) -> None:
    for kind in ("words", "messages"):
        text = path(kind, "ko").read_text(encoding="utf-8")
        planted = text.replace("<translation>", '<translation type="unfinished">', 1)
        (tmp_path / f"{kind}_ko.ts").write_text(planted, encoding="utf-8")
    with pytest.raises(NotCompiled, match="unfinished"):
        compile_words(tmp_path, tmp_path)
    assert [file.suffix for file in tmp_path.iterdir()] == [".ts", ".ts"]


def test_a_key_of_the_window_stands_under_its_first_word() -> None:
    for message in messages("words", "en"):
        if "." in message.key:
            assert message.label == message.key.partition(".")[0]
        assert message.context == ""


def test_korean_is_korean_except_where_a_language_names_itself() -> None:
    for message in (*messages("words", "ko"), *messages("messages", "ko")):
        letters = re.sub(r"\{\w+\}|`\w+`|\(.*?\)|Ctrl\+\w|<.*?>", "", message.forms[0])
        if not message.key.endswith((".language", ".language.en")) and LETTERS.search(letters):
            assert re.search("[가-힣]", letters), message


def test_the_last_of_several_korean_sentences_has_its_full_stop_like_the_others() -> None:
    for message in messages("messages", "ko"):
        for form in message.forms:
            assert not re.search(r"\. .*[다요](\([^()]*\))?$", form), message


def test_typed_text_is_called_contents_or_text_in_korean() -> None:
    for message in (*messages("words", "ko"), *messages("messages", "ko")):
        for form in message.forms:
            assert not re.search(r"(?<![가-힣])글(?=[이을은에]|입)", form), message


def test_korean_has_one_term_for_one_thing() -> None:
    words = [form for kind in KINDS[:2] for one in messages(kind, "ko") for form in one.forms]
    files = (
        *resource("lessons").glob("*.md"),
        resource("examples") / "catalogue.toml",
        resource("guide") / "guide.ko.md",
    )
    for text in (*words, *(one.read_text(encoding="utf-8") for one in files)):
        assert not OTHER_TERMS.search(text), text


def test_no_word_of_the_window_speaks_of_a_document_that_a_reader_does_not_have() -> None:
    for language, word in (("en", r"\bthe document\b"), ("ko", r"(?<![가-힣])문서(?!나 폴더)")):
        for message in messages("words", language):
            for form in message.forms:
                assert not re.search(word, form, re.IGNORECASE), message


def test_a_particle_behind_a_gap_follows_its_filling() -> None:
    """Keys in brackets may separate a word from its particle, which follows the word."""
    for message in (*messages("words", "ko"), *messages("messages", "ko")):
        for form in message.forms:
            assert not FIXED.search(form.replace("{keys}", "")), message
            assert not re.search(r"[가-힣] ?\{keys\}\[", form), message
