"""The diagram's words: every key has words in both languages, compiled or not."""

import re
from pathlib import Path

import pytest

import visualizer
from visualizer.diagram.words import LANGUAGES, CompiledTable, table, translate
from visualizer.explain.sentence import Sentence, sentence
from visualizer.layout.measure import phrase
from visualizer.words import written_table

ROOT = Path(visualizer.__file__).parent


def keys() -> set[str]:
    """Return the keys of pictures and sentences; the window's keys contain a dot."""
    return {key for key in written_table("en").by_key if "." not in key}


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_words_equal_their_source(language: str) -> None:
    compiled, written = table(language), written_table(language)
    assert isinstance(compiled, CompiledTable)
    for key, forms in written.by_key.items():
        for n in (0, 1, 2, 11, 1_000) if isinstance(forms, tuple) else (None,):
            assert compiled.words(key, n) == written.words(key, n)
    for english, forms in written.by_english.items():
        for n in (0, 1, 2, 21) if isinstance(forms, tuple) else (None,):
            assert compiled.message(english, n) == written.message(english, n)
    assert compiled.message("nobody said this") == "nobody said this"
    with pytest.raises(KeyError):
        compiled.words("nobody said this")


def test_every_key_that_the_code_speaks_of_has_its_words() -> None:
    spoken: set[str] = set()
    for file in (
        path for room in ("explain", "layout", "diagram") for path in (ROOT / room).rglob("*.py")
    ):
        text = file.read_text(encoding="utf-8")
        spoken.update(re.findall(r'\b(?:sentence|phrase)\(\s*"([\w-]+)"', text))
    assert len(spoken) > 40
    assert spoken - keys() == set()


def test_words_of_one_language_only_are_an_error() -> None:
    with pytest.raises(KeyError):
        table("eo")


def test_a_sentence_exists_in_both_languages() -> None:
    said = Sentence(
        "name-now-refers", (("name", "x"), ("scope", "f2"), ("new", "int 11"), ("old", "int 10"))
    )
    assert translate(said, "en") == "Name `x` in f2 now refers to int 11 (was int 10)."
    korean = "f2의 이름 `x`가 이제 int 11을 가리킵니다(이전: int 10)."
    assert translate(said, "ko") == korean


def test_one_thing_has_the_singular() -> None:
    said = [
        translate(phrase("references", n=n), language) for language in ("en", "ko") for n in (1, 2)
    ]
    assert said == ["1 reference", "2 references", "참조 1개", "참조 2개"]


def test_code_is_quoted_unchanged() -> None:
    assert translate("x[0]", "ko") == "x[0]"
    assert translate(phrase("at-line", line=3), "ko") == "3번 줄"


DERIVED = (
    "generator-",
    "refers-",
    "lost-",
    "freed-by-",
    "name-",
    "array-",
    "table-",
    "word-",
    "diff-",
)
"""The second part is a generator's state, a kind of reference, a way to lose or have a reference,
the state of a second block, the use of a word of memory, or a difference."""


def test_no_words_are_left_over() -> None:
    files = ROOT.rglob("*.py")
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    # The sentence about a condition has a second form, with its value.
    spare = {key for key in keys() if f'"{key.removesuffix("-value")}"' not in code}
    assert {key for key in spare if not key.startswith(DERIVED)} == set()


def test_the_code_of_the_programs_own_file_is_called_as_its_frame_is() -> None:
    gone = sentence("frame-gone", "loss", function="<module>")
    assert translate(gone, "en") == "The frame of the module is gone, along with its names."
    assert "<module>" not in translate(gone, "ko")
    new = sentence("name-new", "change", name="x", scope="<module>", new="int 1")
    assert translate(new, "en") == "New name `x` in the module refers to int 1."
    assert "모듈의" in translate(new, "ko")


@pytest.mark.parametrize(("other", "end"), [("total", "이었다면"), ("counter", "였다면")])
def test_a_line_of_code_is_followed_by_the_form_for_its_last_sound(other: str, end: str) -> None:
    said = sentence("question.would_be_named", name="half", other=other, what="list []")
    assert translate(said, "ko").startswith(f"줄이 `half = {other}`{end} ")
