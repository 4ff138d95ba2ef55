"""Reads files of Qt Linguist (``.ts``): https://doc.qt.io/qt-6/linguist-ts-file-format.html."""

from collections.abc import Mapping
from pathlib import Path
from typing import IO

type Translation = str | tuple[str, ...]
"""A text, or the plural forms of a text."""


def read(path: Path) -> dict[str, Translation]:
    """Return a file's finished translations by message id, or by source text where there is no id.

    Raises OSError if the file cannot be read, ValueError if it is malformed.
    """
    # Imported here because most runs read compiled words instead.
    from xml.parsers.expat import ExpatError

    with path.open("rb") as file:
        try:
            return _Reader().read(file)
        except ExpatError as error:
            raise ValueError(f"{path}: {error}") from error


class _Reader:
    """Collects translations from parser events: faster than a tree, with hardly any imports."""

    def __init__(self) -> None:
        from xml.parsers.expat import ParserCreate

        self._parser = ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._found: dict[str, Translation] = {}
        self._text: list[str] = []
        self._forms: list[str] = []
        self._key, self._numerus, self._finished = "", False, False
        self._parser.CharacterDataHandler = self._text.append

    def read(self, file: IO[bytes]) -> dict[str, Translation]:
        self._parser.ParseFile(file)
        return self._found

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self._text.clear()
        if name == "message":
            self._key = attributes.get("id", "")
            self._numerus = attributes.get("numerus") == "yes"
            self._forms.clear()
        elif name == "translation":
            self._finished = "type" not in attributes

    def _end(self, name: str) -> None:
        text = "".join(self._text)
        self._text.clear()
        if name == "source":
            self._key = self._key or text
        elif name == "numerusform":
            self._forms.append(text)
        elif name == "translation" and self._finished:
            self._found[self._key] = tuple(self._forms) if self._numerus else text
