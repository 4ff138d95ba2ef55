"""Qt Linguist's files of words, read by an independent parser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Tree

from visualizer.resources import resource


@dataclass(frozen=True, slots=True)
class Message:
    """One message; ``forms`` is one text, or one for each plural form."""

    key: str
    context: str
    label: str
    source: str
    plural: bool
    state: str
    forms: tuple[str, ...]


def path(kind: str, language: str) -> Path:
    """Return the file of the words of a kind in a language."""
    return resource(f"words/{kind}_{language}.ts")


def messages(kind: str, language: str, folder: Path | None = None) -> list[Message]:
    """Return all messages of a file, in order; of the application, or of another folder."""
    file = path(kind, language) if folder is None else folder / path(kind, language).name
    root = Tree.parse(file).getroot()
    return [
        message
        for context in root.iter("context")
        for message in _messages(context, context.findtext("name") or "")
    ]


def gaps(template: str) -> set[str]:
    """Return the names of a template's gaps."""
    return set(re.findall(r"\{(\w+)\}", template))


def _messages(context: Tree.Element, name: str) -> Iterator[Message]:
    for one in context.iter("message"):
        translation = one.find("translation")
        assert translation is not None
        plural = one.get("numerus") == "yes"
        forms = [form.text or "" for form in translation.iter("numerusform")]
        yield Message(
            one.get("id", ""),
            name,
            one.findtext("label") or "",
            one.findtext("source") or "",
            plural,
            translation.get("type", ""),
            tuple(forms) if plural else (translation.text or "",),
        )
