"""Gaps are filled once, and Korean particles follow the last sound before them."""

import pytest

from visualizer.words import fill, particle


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
        ("None", True),
        ("`name`", True),
        ("table", True),
        ("type", True),
        ("score", False),
        ("me", False),
        ("f2()", False),
        ("_", False),
        ("[]", False),
        ("이름 `_`", False),
        ("`heap`", True),
        ("`input`", True),
        ("`s.split()`", True),
        ("`__init__`", True),
        ("list", False),
        ("count", False),
    ],
)
def test_a_particle_follows_the_last_sound(text: str, closed: bool) -> None:
    assert particle(text, "을", "를") == ("을" if closed else "를")
    assert particle(text, "이", "가") == ("이" if closed else "가")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("줄", "로"), ("int 7", "로"), ("힙", "으로"), ("나", "로"), ("file", "로"), ("None", "으로")],
)
def test_after_l_the_way_is_as_after_a_vowel(text: str, expected: str) -> None:
    assert particle(text, "으로", "로") == expected


def test_the_number_that_chooses_the_form_is_written_with_its_thousands() -> None:
    assert fill("%n개[을/를]", {"n": 12_000}) == "12,000개를"
