"""Gaps are filled once, and Korean particles follow the last sound before them."""

from unicodedata import normalize

import pytest

from visualizer.words import fill, particle


def test_the_filling_of_a_gap_is_never_taken_for_a_template() -> None:
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
        ("str 'ㄱ'", True),
        ("str 'ㅏ'", False),
        ("str '#'", True),
        ("`s == ''`", True),
        ('str " "', True),
        ("f('')", False),
        (normalize("NFD", "정답"), True),
        (normalize("NFD", "나"), False),
    ],
)
def test_a_particle_follows_the_last_sound(text: str, closed: bool) -> None:
    assert particle(text, "을", "를") == ("을" if closed else "를")
    assert particle(text, "이", "가") == ("이" if closed else "가")


CLOSED = """
step stop top pop map zip tip skip ship swap setup cup group heap deep sleep keep app up strip
shop set get put cat pet out slot robot pivot plot ticket market bucket packet target offset
subset reset format input output init unit split limit commit submit profit deposit rabbit cut
layout timeout not chat flat stat alphabet internet widget secret dataset hot dot lot stack back
book pick click track pack lock block clock deck trick quick look hook callback stock music
basic public topic logic static doc spec mac proc web tab job lab blob club big bag string king
long thing greeting nothing name line file time game frame none table type apple people sample
machine engine one scene done phone zone role title circle bubble tuple prime volume num sum
item random room form system total col val html xml url sql email tail cell level all small bool
label len min open even mean person union main token gen column partition run in return join
person str fn lcm rm n m l r deque factorial maxLen getURL Cat Pet my_list_out treeCell wakeup
"""
OPEN = """
loop soup jump temp help tmp http shape pipe scope ip api list count start sort dict object text
int root left right height weight result bit hit exit edit print point event client student
parent element current await state date byte note write wait repeat cost test best last rest
first request fruit float seat sheet fact dist account amount insert default task mask link rank
bank check week seek peek break work mark fork disk ok walk chunk network async func src cnt lst
nxt cls msg ctx csv gcd dp rng sqrt args kwargs acc dog log flag tag arg avg config debug fig
pig leg sub db fib lib verb word field add end head read id child card found food grid mid odd
seed class items index max box fix hash search match self leaf prev buf score value size price
space page message age queue tree true false base case code node state image cube edge merge
large range store theme me key array row new view path length depth width graph high city memo
menu data fibonacci area car number counter player user order super char arr attr cur curr pair
square wrapper author color year i j k a e x y z s f v q w TreeNode ans res best words lines
numbers keys values visited shallow copy orig pi
"""
"""Names of programs, by whether Koreans pronounce them with a final consonant."""


def test_names_of_programs_are_read_as_koreans_read_english_words() -> None:
    assert [one for one in CLOSED.split() if particle(f"`{one}`", "을", "를") != "을"] == []
    assert [one for one in OPEN.split() if particle(f"`{one}`", "을", "를") != "를"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("줄", "로"),
        ("int 7", "로"),
        ("힙", "으로"),
        ("나", "로"),
        ("file", "로"),
        ("None", "으로"),
        ("'ㄹ'", "로"),
        ("'ㅁ'", "으로"),
        ("str ''", "으로"),
        (normalize("NFD", "달"), "로"),
    ],
)
def test_after_l_the_way_is_as_after_a_vowel(text: str, expected: str) -> None:
    assert particle(text, "으로", "로") == expected


def test_an_amount_is_written_with_its_thousands() -> None:
    assert fill("%n개[을/를]", {"n": 12_000}) == "12,000개를"
    assert fill("⋮ {n}개 더, {line}행", {"n": 9_995, "line": 1_200}) == "⋮ 9,995개 더, 1200행"
