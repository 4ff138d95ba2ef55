"""The texts of the program and of the modules beside it, as documents, with colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QTextDocument

from visualizer.shell.editor.code_layout import code_document, text_of

if TYPE_CHECKING:
    from visualizer.shell.editor.highlighter import Highlighter

_COLOURED_LINES = 5_000
"""Lines beyond which a text stays plain: colouring one takes a sixth of a millisecond."""


class SourceTexts:
    """One document for each file, made when it is first shown; ``program`` may be edited.

    ``owner`` owns the documents.
    """

    def __init__(self, owner: QObject, font: QFont) -> None:
        self._owner, self._font = owner, font
        self._documents: dict[str, QTextDocument] = {}
        self._colours: dict[str, Highlighter] = {}
        self._sources: Mapping[str, str] = {}
        self._colouring = False
        self.program = ""

    def __contains__(self, file: str) -> bool:
        """Whether there is such a file."""
        return file in self._sources or file == self.program

    def __getitem__(self, file: str) -> QTextDocument:
        """The document of a file."""
        if file not in self._documents:
            self._documents[file] = code_document(self._sources[file], self._font, self._owner)
            self._colour(file)
        return self._documents[file]

    @property
    def files(self) -> tuple[str, ...]:
        """All of them, the program first."""
        return self.program, *(file for file in self._sources if file != self.program)

    @property
    def text(self) -> str:
        """The program as it stands in the editor."""
        return self.read(self.program)

    def read(self, file: str) -> str:
        """Return the text of a file, empty for one that has none."""
        return text_of(self[file]) if file in self else ""

    def begin(self, program: str, text: str) -> list[QTextDocument]:
        """Have this program alone; returns the documents that nobody will ask for any more."""
        before = list(self._documents.values())
        self._documents, self._colours = {}, {}
        self._sources, self.program = {program: text}, program
        return before

    def rename(self, program: str) -> None:
        """The program has another name, and no modules until it has run."""
        self._documents[program] = self._documents.pop(self.program)
        if self.program in self._colours:
            self._colours[program] = self._colours.pop(self.program)
        self._sources, self.program = {program: ""}, program

    def show_sources(self, sources: Mapping[str, str]) -> bool:
        """Have the files of a recording; whether they are others than before."""
        before = set(self._sources)
        # A copy: that of a recording which grows gains files by itself.
        self._sources = dict(sources)
        for file, document in self._documents.items():
            text = self._sources.get(file)
            # Modules may have been changed elsewhere since they were recorded before.
            if file != self.program and text is not None and text != text_of(document):
                document.setPlainText(text)
        return set(sources) | {self.program} != before

    def forget_others(self) -> None:
        """Drop the documents of files that no longer exist."""
        for file in [file for file in self._documents if file not in self]:
            self._documents.pop(file).deleteLater()
            self._colours.pop(file, None)

    def set_font(self, font: QFont) -> None:
        """Write in other letters."""
        self._font = font
        for document in self._documents.values():
            document.setDefaultFont(font)

    def begin_colours(self) -> None:
        """Colour from now on; asked for after the first paint, as Pygments takes time to load."""
        self._colouring = True
        for file in self._documents:
            self._colour(file)

    def _colour(self, file: str) -> None:
        document = self._documents[file]
        short = document.blockCount() <= _COLOURED_LINES
        if self._colouring and short and file not in self._colours:
            # Pygments takes as long to load as the window to appear.
            from visualizer.shell.editor.highlighter import Highlighter

            self._colours[file] = Highlighter(document)
