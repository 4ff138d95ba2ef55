"""The letters of a menu's entries: each chooses its entry while the menu is open."""

import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from string import ascii_lowercase

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from visualizer.diagram.words import table
from visualizer.shell.appearance.words import Words


def letters_of(keys: Iterable[str]) -> dict[str, str]:
    """Return a letter of each entry's English name, by message key; no two are equal.

    An entry has the same letter in every language, as on most systems.
    """
    english = table("en")
    wanted: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    """The key of each letter."""

    def give(key: str, tried: set[str]) -> bool:
        """Give a key the first letter that is free, else one that its entry can exchange."""
        for letter in sorted(wanted[key], key=found.__contains__):
            if letter not in tried:
                tried.add(letter)
                if letter not in found or give(found[letter], tried):
                    found[letter] = key
                    return True
        return False

    for key in keys:
        name = english.words(key).lower()
        # The first letter of a word is the easiest to find.
        wanted[key] = [*re.findall(r"\b[a-z]", name), *re.findall("[a-z]", name)]
        if not give(key, set()):
            wanted[key] += ascii_lowercase
            give(key, set())
    return {key: letter for letter, key in found.items()}


def name_entry(
    words: Words, show: Callable[[str], object], key: str, letter: str, owner: QObject
) -> None:
    """Show the words of ``key`` with the letter marked, now and in every language."""
    words.bind(lambda text: show(_marked(text, letter)), key, owner)


@cache
def _marked(text: str, letter: str) -> str:
    """Return a name with its letter marked, or with the letter in brackets after it."""
    if QKeySequence.mnemonic("&A").isEmpty():
        return text  # This system has no such letters.
    search = partial(re.search, string=text, flags=re.IGNORECASE)
    found = search(rf"\b{letter}") or search(letter)
    if found:
        return f"{text[: found.start()]}&{text[found.start() :]}"
    name = text.removesuffix("…")
    return f"{name}(&{letter.upper()}){text[len(name) :]}"
