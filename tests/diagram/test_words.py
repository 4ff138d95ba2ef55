"""The two languages are equals, and Korean particles follow the last sound."""

import re
from pathlib import Path

import pytest

import visualizer
from visualizer.diagram import LANGUAGES, say, words
from visualizer.diagram.words import fill, particle
from visualizer.explain import Sentence
from visualizer.layout import phrase

ROOT = Path(visualizer.__file__).parent


def gaps(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", template))


def test_every_language_has_every_template_with_the_same_gaps() -> None:
    tables = [{key: gaps(text) for key, text in words(name).items()} for name in LANGUAGES]
    assert tables[0] == tables[1]


def test_every_key_that_the_code_speaks_of_has_its_words() -> None:
    spoken: set[str] = set()
    for file in (*ROOT.glob("explain/*.py"), *ROOT.glob("layout/*.py"), *ROOT.glob("diagram/*.py")):
        text = file.read_text(encoding="utf-8")
        spoken.update(re.findall(r'\b(?:sentence|phrase)\(\s*"([\w-]+)"', text))
    assert len(spoken) > 40
    assert spoken - words("en").keys() == set()


def test_words_of_one_language_only_are_an_error() -> None:
    with pytest.raises(KeyError):
        words("eo")


def test_a_sentence_is_said_in_both_languages() -> None:
    said = Sentence(
        "name-now-refers", (("name", "x"), ("scope", "f2"), ("new", "int 11"), ("old", "int 10"))
    )
    assert say(said, "en") == "Name `x` of f2 now refers to int 11; before, to int 10."
    korean = "f2의 이름 `x`가 이제 int 11을 가리킵니다. 이전에는 int 10을 가리켰습니다."
    assert say(said, "ko") == korean


def test_code_is_said_as_it_is() -> None:
    assert say("x[0]", "ko") == "x[0]"
    assert say(phrase("line-number", line=3), "ko") == "3번 줄"


def test_what_fills_a_gap_is_never_taken_for_a_template() -> None:
    assert fill("{value}[을/를] 썼다", {"value": "'[이/가] {value}'"}).startswith(
        "'[이/가] {value}'"
    )


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("이름", True),
        ("나", False),
        ("int 10", True),
        ("int 2", False),
        ("int 3", True),
        ("int 5", False),
        ("`x`", False),
        ("`n`", True),
        ("`l`", True),
        ("total", True),
        ("node", False),
        ("list #4", False),
        ("list #1", True),
        ("'door'", False),
        ("step", True),
        ("string", True),
        ("f2()", False),
        ("_", False),
        ("[]", False),
    ],
)
def test_a_particle_follows_the_last_sound(text: str, closed: bool) -> None:
    assert particle(text, "을", "를") == ("을" if closed else "를")
    assert particle(text, "이", "가") == ("이" if closed else "가")


@pytest.mark.parametrize(
    ("text", "expected"), [("줄", "로"), ("int 7", "로"), ("힙", "으로"), ("나", "로")]
)
def test_after_l_the_way_is_as_after_a_vowel(text: str, expected: str) -> None:
    assert particle(text, "으로", "로") == expected


DERIVED = ("generator-", "refers-", "lost-", "freed-by-", "name-")
"""Their second half is a generator's state, a kind of reference, a way to lose or to have one."""


def test_no_words_are_left_over() -> None:
    files = ROOT.rglob("*.py")
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    spare = {key for key in words("en") if f'"{key}"' not in code}
    assert {key for key in spare if not key.startswith(DERIVED)} == set()
