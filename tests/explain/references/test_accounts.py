"""The references to an object: the rows add up to its count, with words in both languages."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.layout.film import Film
from tests.layout.films import films
from visualizer.diagram.words import LANGUAGES, translate
from visualizer.explain.references.accounts import Account, accounts
from visualizer.explain.references.ledger import Ledger
from visualizer.explain.sentence import Sentence
from visualizer.model import WeakReference
from visualizer.words import written_table

KINDS = (
    *("name", "global", "item", "key", "value", "attribute", "class", "base", "cell", "closure"),
    *("default", "self", "function", "code", "module", "namespace", "generator local"),
    *("iterator", "traceback", "exception", "weakref callback", "running frame", "paused frame"),
    *("class internals", "constant", "stack", "other"),
)


def told(account: Account) -> tuple[str, int, int | None, bool]:
    return translate(account.words, "en"), account.count, account.holder, account.shown


def test_names_slots_and_calls_are_listed_each_with_its_place() -> None:
    film = Film()
    film.bind("a", film.list())
    film.bind("b", film.list(film.names["a"], film.names["a"]))
    film.call("work", 3, x=film.names["a"])
    state = film.step()
    holder = film.names["b"]
    assert [told(account) for account in accounts(state, film.names["a"])] == [
        ("name `a` in the module", 1, None, True),
        (f"`[0], [1]` of list #{holder}", 2, holder, True),
        ("name `x` in work", 1, None, True),
    ]


def test_references_without_a_picture_belong_to_the_interpreter_and_stand_last() -> None:
    film = Film()
    film.bind("a", film.list())
    state = film.step()
    serial = film.names["a"]
    state.heap[serial] = replace(state.heap[serial], refcount=3)
    *_, last = accounts(state, serial)
    assert told(last) == ("elsewhere in the interpreter", 2, None, False)


def test_a_weak_reference_is_listed_and_not_counted() -> None:
    film = Film()
    film.bind("a", film.list())
    film.bind("w", film.new("ReferenceType", WeakReference(film.names["a"])))
    found = accounts(film.step(), film.names["a"])
    weak = film.names["w"]
    assert told(found[-1]) == (f"not counted: weakref #{weak}", 0, weak, True)
    assert sum(account.count for account in found) == 1


def test_an_object_that_is_not_there_has_none() -> None:
    assert accounts(Film().step(), 99) == ()


@settings(max_examples=30)
@given(film=films())
def test_the_rows_add_up_to_the_count(film: Film) -> None:
    for state in film.states:
        for serial, thing in state.heap.items():
            found = accounts(state, serial)
            if thing.refcount is None:
                assert not any(account.count for account in found)
            else:
                assert sum(account.count for account in found) == thing.refcount


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", [None, 1, "work"])
def test_every_kind_of_reference_has_words(
    language: str, where: int | str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = Film()
    film.bind("a", film.list())
    state = film.step()
    serial = film.names["a"]
    entries = [(kind, "work x" if where is None else where, 1) for kind in KINDS]
    monkeypatch.setattr(Ledger, "entries", lambda *_: entries if where != 1 else entries[2:])
    found = accounts(state, serial)
    assert len(found) == len(KINDS) - (2 if where == 1 else 0)
    for account in found:
        assert translate(account.words, language).strip()
    assert translate(Sentence("refers-syntax-tree"), language)


def test_no_words_for_references_are_left_over() -> None:
    used = {"refers-" + kind.replace(" ", "-") for kind in KINDS if kind != "global"}
    used |= {"refers-slot", "refers-syntax-tree", "refers-weakly", "refers-within"}
    used |= {"refers-defaults", "refers-parameter"}
    assert {key for key in written_table("en").by_key if key.startswith("refers-")} == used
